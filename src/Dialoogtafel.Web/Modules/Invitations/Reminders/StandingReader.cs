using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Reminders;

/// <summary>
/// How far the preparation of people is: four statements at most for any number of people and tables, none while no
/// questions stand ready. No answer is opened. What the running save adds or changes counts already, except new sets
/// and answers.
/// </summary>
public sealed class StandingReader(DialoogtafelDb db)
{
    /// <param name="ready">Tables whose questions stand ready.</param>
    /// <param name="invitations">Of any tables.</param>
    /// <returns>By invitation; who is not in it is not asked.</returns>
    public async Task<IReadOnlyDictionary<int, PreparationStanding>> OfAsync(
        IReadOnlyCollection<int> ready,
        IEnumerable<Invitation> invitations,
        CancellationToken stop
    )
    {
        var people = invitations
            .Where(item => ready.Contains(item.GatheringId) && QuestionSet.RoleOf(item) is not null)
            .ToList();
        if (people.Count == 0)
        {
            return new Dictionary<int, PreparationStanding>();
        }

        var (tables, ids) = (
            people.Select(item => item.GatheringId).Distinct().ToList(),
            people.Select(item => item.Id).ToList()
        );
        var sets = (
            await db
                .QuestionSets.AsNoTracking()
                .IgnoreAutoIncludes()
                .Include(item => item.Questions)
                .Where(item => tables.Contains(item.GatheringId))
                .AsSplitQuery()
                .ToListAsync(stop)
        ).ToLookup(item => item.GatheringId);
        var answered = (
            await db
                .Answers.AsNoTracking()
                .Where(item => ids.Contains(item.InvitationId))
                .Select(item => new { item.InvitationId, item.QuestionId })
                .Distinct()
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId, item => item.QuestionId);
        // Tracked, so that somebody who finishes in this save is done.
        await db.Preparations.Where(item => ids.Contains(item.InvitationId)).LoadAsync(stop);
        var preparations = db
            .Preparations.Local.Where(item => ids.Contains(item.InvitationId))
            .ToDictionary(item => item.InvitationId);
        return people.ToDictionary(
            item => item.Id,
            item =>
                PreparationStandings.Of(
                    item,
                    true,
                    sets[item.GatheringId],
                    answered[item.Id],
                    preparations.GetValueOrDefault(item.Id)
                )
        );
    }
}
