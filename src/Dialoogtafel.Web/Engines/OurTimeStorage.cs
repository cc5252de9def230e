using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;

namespace Dialoogtafel.Web.Engines;

/// <summary>Hangfire's memory, without its own clock: every process takes its time from one TimeProvider.</summary>
internal sealed class OurTimeStorage(InMemoryStorage inner) : JobStorage, IDisposable
{
    public override bool LinearizableReads => inner.LinearizableReads;

    public override IMonitoringApi GetMonitoringApi() => inner.GetMonitoringApi();

    public override IStorageConnection GetConnection() => inner.GetConnection();

    public override bool HasFeature(string featureId) => featureId != JobStorageFeatures.Connection.GetUtcDateTime && inner.HasFeature(featureId);

    public void Dispose() => inner.Dispose();
}
