using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Sending;

/// <summary>Saboteur: whoever sets the server has switched sending on, without a look at the test mail (S45).</summary>
public sealed class OnFromTheStart : SaveChangesInterceptor
{
    public static void Sabotage(IServiceCollection services) =>
        services.ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors(new OnFromTheStart()));

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken stop = default
    )
    {
        foreach (var entry in data.Context!.ChangeTracker.Entries<InstallationSettings>())
        {
            entry.Entity.SendingOnAt ??= DateTime.UnixEpoch;
        }

        return ValueTask.FromResult(result);
    }
}
