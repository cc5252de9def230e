using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Addresses;

/// <summary>
/// Mailadressen die niet kloppen: stored before there was a rule. Listed until they are mended or somebody pressed
/// Gezien; new ones cannot come in.
/// </summary>
[May(Who.Recruiters, Scope.Anywhere)]
[Route("netwerk/mailadressen")]
public sealed class AddressesController(DialoogtafelDb db, AddressesToMend addresses, TimeProvider clock)
    : TeamController(clock)
{
    private IReadOnlyList<int> Mine => Me.Projects(TeamRole.Organiser, TeamRole.CoResearcher);

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken stop)
    {
        var people = await addresses
            .Of(Mine)
            .AsNoTracking()
            .OrderBy(item => item.FirstName)
            .ThenBy(item => item.LastName)
            .ToListAsync(stop);
        return View(
            new AddressesPage([
                .. people.Select(item => new AddressToMend(
                    item.Id,
                    item.FullName,
                    item.Email!,
                    MailAddress.ProblemOf(item.Email!) ?? "",
                    item.Phone
                )),
            ])
        );
    }

    /// <summary>
    /// Not as a change of the person: who mends the address on another page meanwhile is not in the way.
    /// </summary>
    [HttpPost("gezien")]
    public async Task<IActionResult> See(CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        await addresses
            .Of(Mine)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.AddressSeenAt, (DateTime?)Now), stop);
        await turn.SaveAsync(stop);
        Say("Dit staat niet meer op Start. U vindt deze mensen in het netwerk.");
        return LocalRedirect("/netwerk");
    }
}

/// <param name="Problem">What is wrong, in words.</param>
public sealed record AddressToMend(int PersonId, string Name, string Address, string Problem, string? Phone);

public sealed record AddressesPage(IReadOnlyList<AddressToMend> People);
