using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// A saboteur of a rule of the product: changes what is about to be saved, so that a test sees what the rule was for.
/// It breaks nothing of EF's own, because compiled queries hold to one model.
/// </summary>
public abstract class BeforeEachSave<T> : SaveChangesInterceptor
    where T : class
{
    public sealed override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken stop = default
    )
    {
        foreach (var entry in data.Context!.ChangeTracker.Entries<T>())
        {
            Change(entry);
        }

        return ValueTask.FromResult(result);
    }

    protected abstract void Change(EntityEntry<T> entry);
}
