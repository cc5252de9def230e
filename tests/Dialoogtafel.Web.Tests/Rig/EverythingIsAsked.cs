using Dialoogtafel.Domain.Post;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>A saboteur: no mail counts as unasked, so the rule of one a day sees none.</summary>
public sealed class EverythingIsAsked : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken stop = default
    )
    {
        foreach (
            var mail in data.Context!.ChangeTracker.Entries<OutgoingMail>()
                .Where(entry => entry.State == EntityState.Added)
        )
        {
            mail.Property(item => item.IsUnasked).CurrentValue = false;
        }

        return ValueTask.FromResult(result);
    }
}
