using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Saboteur: whatever is typed on another device or in another tab comes instead of what was there.</summary>
public sealed class OneAnswerEach : SaveChangesInterceptor
{
    public static void Sabotage(IServiceCollection services) =>
        services.ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors(new OneAnswerEach()));

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken stop = default
    )
    {
        var added = data.Context!.ChangeTracker.Entries<Answer>()
            .Where(entry => entry.State == EntityState.Added)
            .Select(entry => (entry.Entity.InvitationId, entry.Entity.QuestionId))
            .ToList();
        foreach (var (invitation, question) in added)
        {
            await data
                .Context.Set<Answer>()
                .Where(item => item.InvitationId == invitation && item.QuestionId == question)
                .ExecuteDeleteAsync(stop);
        }

        return result;
    }
}
