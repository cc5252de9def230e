using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>The actions of a series over all its tables, on screen and on paper .</summary>
[May(Who.Recruiters, Scope.Series)]
public sealed class ActionListController(ActionReader reader, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("reeksen/{id:int}/acties")]
    public async Task<IActionResult> List(int id, ActionFilter toon, CancellationToken stop) =>
        View("List", await reader.ListAsync(id, Enum.IsDefined(toon) ? toon : ActionFilter.Open, Now, stop));

    [HttpGet("reeksen/{id:int}/acties/papier")]
    public async Task<IActionResult> Paper(int id, CancellationToken stop) =>
        View("Paper", await reader.ListAsync(id, ActionFilter.All, Now, stop));
}
