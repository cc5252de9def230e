using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Rights;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>How a table's preparation stands, in numbers; nothing of what anybody wrote.</summary>
/// <param name="MayRead">Whether the overview opens for this team member.</param>
/// <param name="MayEdit">Whether she may change the questions.</param>
public sealed record PreparationCount(bool QuestionsReady, int People, int Ready, bool MayRead, bool MayEdit)
{
    public string InWords => (QuestionsReady, People) switch
    {
        (false, 0) => "De vragen vooraf staan nog niet klaar.",
        (false, _) => "De vragen vooraf zijn weggehaald. Wat mensen schreven, is er nog.",
        (_, 0) => "De vragen staan klaar. Nog niemand zei ja.",
        _ => $"Voorbereiding: {Ready} van {People} klaar.",
    };
}

/// <summary>Counts who is ready; opens no answer.</summary>
public sealed class PreparationCounter(DialoogtafelDb db, TablePreparationReader reader)
{
    public async Task<PreparationCount> CountAsync(int id, Actor actor, CancellationToken stop)
    {
        var found = await reader.ReadAsync(id, stop);
        var reads = actor.ReadsAnswersOf(found.Table) && await db.Gatherings.WithAnswersReadBy(actor).AnyAsync(item => item.Id == id, stop);
        return new PreparationCount(found.Table.QuestionsReadyAt is not null, found.People.Count, found.Ready, reads, actor.RecruiterProjects().Contains(found.Table.Series!.ProjectId));
    }
}
