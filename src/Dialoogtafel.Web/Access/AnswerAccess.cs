using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// Who reads answers to the preparation: the two facilitators of the table, who were named to the people, and nobody
/// else. Not the organiser, and not the reserve until somebody hands over (R-044, D-08).
/// </summary>
public static class AnswerAccess
{
    public static IQueryable<Gathering> WithAnswersReadBy(this IQueryable<Gathering> gatherings, Actor actor)
    {
        var me = actor.Person.Id;
        return gatherings
            .SeenBy(actor)
            .Where(item => item.ProcessFacilitatorId == me || item.ContentFacilitatorId == me);
    }

    public static bool ReadsAnswersOf(this Actor actor, Gathering table) => table.IsLedBy(actor.Person.Id);
}
