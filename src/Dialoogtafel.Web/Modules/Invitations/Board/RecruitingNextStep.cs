using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Board;

/// <summary>Invitations of a series that still lie ready. Whom to call is a list of its own.</summary>
public sealed class RecruitingNextStep(DialoogtafelDb db) : INextStepSource
{
    private const int Concepts = 45;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.RecruiterProjects();
        var ready =
            projects.Count == 0
                ? []
                : await db
                    .Invitations.Where(item =>
                        projects.Contains(item.Gathering!.Series!.ProjectId)
                        && item.Gathering.CancelledAt == null
                        && item.Gathering.StartsAt > now
                        && item.WithdrawnAt == null
                        && item.ApproachedAt == null
                        && item.Answer == null
                        && item.Person!.Email != null
                    )
                    .GroupBy(item => new
                    {
                        item.GatheringId,
                        item.Gathering!.SeriesId,
                        item.Gathering.Series!.Subject,
                        item.Gathering.StartsAt,
                    })
                    .Select(group => new Ready(
                        group.Key.GatheringId,
                        group.Key.SeriesId,
                        group.Key.Subject,
                        group.Key.StartsAt!.Value,
                        group.Count()
                    ))
                    .ToListAsync(stop);
        return [.. ready.GroupBy(item => item.Series).Select(group => Step(group.MinBy(item => item.StartsAt)!))];
    }

    private static NextStep Step(Ready ready) =>
        new(
            ready.Series,
            ready.People == 1
                ? $"Eén uitnodiging over {ready.Subject} ligt klaar."
                : $"{ready.People} uitnodigingen over {ready.Subject} liggen klaar.",
            "Bekijk en verstuur",
            $"/bijeenkomsten/{ready.Table}/werving",
            Concepts
        );

    private sealed record Ready(int Table, int Series, string Subject, DateTime StartsAt, int People);
}
