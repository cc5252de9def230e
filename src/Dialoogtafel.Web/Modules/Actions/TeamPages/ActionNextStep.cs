using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>The first action of a series about which somebody is to be called.</summary>
public sealed class ActionNextStep(ActionCalls calls) : INextStepSource
{
    private const int Asked = 55;
    private const int Choice = 45;
    private const int Nobody = 30;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.RecruiterProjects();
        var rows = projects.Count == 0 ? [] : await calls.RowsAsync(projects, now, stop);
        // Calling does not fall to somebody who can take little, unless she coordinates that action.
        return
        [
            .. rows.Where(row => !actor.Person.LimitedLoad || row.Action.CoordinatorId == actor.Person.Id)
                .GroupBy(row => row.SeriesId)
                .Select(group => Step(group.First())),
        ];
    }

    private static NextStep Step(ActionToCall row) =>
        new(
            row.SeriesId,
            $"{ActionLabels.WhyCall(row.Action)} Het gaat om een actie over {row.Subject}.",
            row.Action is { Owner: { } owner, Call: not ActionCall.OwnerLeft }
                ? $"Bel {owner.FirstName}"
                : "Zoek iemand",
            row.Href,
            row.Action.Call switch
            {
                ActionCall.Stuck or ActionCall.NeedsHelp or ActionCall.MailFailed or ActionCall.ByPhone => Asked,
                ActionCall.Choose => Choice,
                _ => Nobody,
            }
        );
}
