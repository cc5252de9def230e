using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Admin.JobsPage;

/// <summary>
/// Taken: what the site does by itself and how it went, for the technical administrator, to look at only: Hangfire's
/// own page. No job carries anybody's data.
/// </summary>
[May(Who.Administrators, Scope.Anywhere, Factors.Both)]
public sealed class JobsController(JobsBoard board, TimeProvider clock) : TeamController(clock)
{
    private const string Root = "/beheer/taken";

    [HttpGet("beheer/taken/{**deel}")]
    public async Task<IActionResult> Show(string? deel)
    {
        await board.ShowAsync(HttpContext, Root);
        return new EmptyResult();
    }

    /// <summary>The numbers of the page, which asks for them by a form; changes nothing.</summary>
    [HttpPost("beheer/taken/stats")]
    public Task<IActionResult> Numbers() => Show("stats");
}
