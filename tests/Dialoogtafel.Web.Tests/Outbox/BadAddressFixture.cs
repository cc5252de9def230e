using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>A table to which people can be invited, before one of the addresses breaks.</summary>
public abstract class BadAddressFixture : IAsyncLifetime
{
    protected const string Lived = "Ervaringsdeskundige";
    protected readonly Site site = new();
    protected World world = null!;

    public async Task InitializeAsync() => world = await World.On(site, 40, (Lived, 0));

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }
}
