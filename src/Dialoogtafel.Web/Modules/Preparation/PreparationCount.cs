using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>How a table's preparation stands, in numbers; nothing of what anybody wrote.</summary>
/// <param name="People">Who is asked something; when the questions were taken away, who wrote something.</param>
/// <param name="MayRead">Whether the overview opens for this team member.</param>
/// <param name="MayEdit">Whether she may change the questions.</param>
public sealed record PreparationCount(bool QuestionsReady, int People, int Ready, bool MayRead, bool MayEdit)
{
    public string InWords =>
        (QuestionsReady, People) switch
        {
            (false, 0) => "De vragen vooraf staan nog niet klaar.",
            (false, _) => "De vragen vooraf zijn weggehaald. Wat mensen schreven, is er nog.",
            (_, 0) => "De vragen staan klaar. Nog niemand zei ja.",
            _ => $"Voorbereiding: {Ready} van {People} klaar.",
        };
}

/// <summary>Counts who is ready; reads no answer.</summary>
public sealed class PreparationCounter(DialoogtafelDb db)
{
    public async Task<PreparationCount> CountAsync(int id, Actor actor, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .SingleAsync(item => item.Id == id, stop);
        var ready = table.QuestionsReadyAt is not null;
        var invited = await db
            .Invitations.AsNoTracking()
            .Where(item => item.GatheringId == id && item.WithdrawnAt == null)
            .ToListAsync(stop);
        var standings = (await new StandingReader(db).OfAsync(ready ? [id] : [], invited, stop))
            .Values.Where(item => item != PreparationStanding.NotAsked)
            .ToList();
        var people = invited.ConvertAll(item => item.Id);
        return new PreparationCount(
            ready,
            ready
                ? standings.Count
                : await db
                    .Answers.Where(item => people.Contains(item.InvitationId))
                    .Select(item => item.InvitationId)
                    .Distinct()
                    .CountAsync(stop),
            standings.Count(item => item == PreparationStanding.Done),
            actor.ReadsAnswersOf(table)
                && await db.Gatherings.WithAnswersReadBy(actor).AnyAsync(item => item.Id == id, stop),
            actor.RecruiterProjects().Contains(table.Series!.ProjectId)
        );
    }
}
