using Dialoogtafel.Domain.Network;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Trust;

/// <summary>Saboteur: whatever address the team sets counts as one that the person confirmed (F1).</summary>
public sealed class TeamAddressIsTrusted : SaveChangesInterceptor
{
    public static void Sabotage(IServiceCollection services) =>
        services.ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors(new TeamAddressIsTrusted()));

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken stop = default
    )
    {
        foreach (var entry in data.Context!.ChangeTracker.Entries<Person>())
        {
            entry.Entity.ConfirmAddress();
        }

        return ValueTask.FromResult(result);
    }
}
