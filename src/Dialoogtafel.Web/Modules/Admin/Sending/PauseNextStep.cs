using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Admin.Sending;

/// <summary>
/// The mail server refuses us: one line on home, before everything else, because nothing that home could say next would
/// leave.
/// </summary>
public sealed class PauseNextStep(PauseReader pause) : INextStepSource
{
    private const int BeforeAll = 110;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop) =>
        (actor.Has(null, TeamRole.Organiser) || actor.Has(null, TeamRole.Administrator))
        && await pause.FindAsync(now, stop) is { } view
            ?
            [
                new(
                    null,
                    $"Er gaat nu geen mail weg. {view.What} {view.Ask}",
                    "Bekijk wat u kunt doen",
                    "/beheer/versturen",
                    BeforeAll
                ),
            ]
            : [];
}
