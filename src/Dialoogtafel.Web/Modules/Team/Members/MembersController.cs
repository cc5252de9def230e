using System.Globalization;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Team.SecondFactor;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.Members;

/// <summary>
/// Het team van een project: who works along in which role. Organisers only, each for her own projects.
/// </summary>
public sealed class MembersController(
    DialoogtafelDb db,
    TeamDesk desk,
    KnownPeople people,
    SecondFactorRecovery recovery,
    WallClock wall,
    TimeProvider clock
) : TeamController(clock)
{
    private IReadOnlyList<int> Mine => Me.Projects(TeamRole.Organiser);

    [May(Who.Organisers, Scope.Anywhere)]
    [HttpGet("team")]
    public async Task<IActionResult> Show(int? project, CancellationToken stop) =>
        await PageAsync(project ?? Mine[0], null, stop) is { } page ? View(page) : NotFound();

    [May(Who.Organisers, Scope.Anywhere)]
    [HttpPost("team/leden")]
    public async Task<IActionResult> Add(
        [Bind(Prefix = nameof(TeamPage.Form))] MemberForm form,
        [Bind(Prefix = "Known")] KnownForm known,
        CancellationToken stop
    )
    {
        if (await PageAsync(form.ProjectId, form, stop) is not { } page)
        {
            return NotFound();
        }

        await using var turn = await db.BeginWriteAsync(stop);
        var (meant, question) = await people.AskAsync(form.Email, known, ModelState, stop);
        page = page with { Known = question ?? await people.AgainAsync(known, stop) };
        if (!ModelState.IsValid)
        {
            return View(nameof(Show), page);
        }

        var name = "";
        if (
            !await AttemptAsync(
                async () => name = await desk.AddAsync(form, meant, page.Project, Me.Person, Now, stop),
                nameof(TeamPage.Form)
            )
        )
        {
            return View(nameof(Show), page);
        }

        await turn.SaveAsync(stop);
        Say($"{name} hoort nu bij het team en krijgt een mail.");
        return Back(form.ProjectId);
    }

    [May(Who.Organisers, Scope.Anywhere)]
    [HttpPost("team/leden/{id:int}/einde")]
    public async Task<IActionResult> End(int id, int project, CancellationToken stop)
    {
        var membership = await db
            .Memberships.AsNoTracking()
            .SingleOrDefaultAsync(item => item.Id == id && item.Until == null, stop);
        var own =
            membership is not null
            && (membership.Role == TeamRole.Administrator || (membership.ProjectId is { } its && Mine.Contains(its)));
        var shown = membership?.ProjectId ?? project;
        if (!own || await PageAsync(shown, null, stop) is not { } page)
        {
            return NotFound();
        }

        if (!await AttemptAsync(() => desk.EndAsync(id, Now, stop)))
        {
            return View(nameof(Show), page);
        }

        Say("Dit lidmaatschap is beëindigd. Het werkt meteen.");
        return membership!.PersonId == Me.Person.Id ? LocalRedirect("/") : Back(shown);
    }

    [May(Who.Organisers, Scope.Anywhere, Factors.Both)]
    [HttpGet("team/leden/{id:int}/tweede-sleutel")]
    public async Task<IActionResult> AskNewKey(int id, CancellationToken stop)
    {
        if (await ColleagueAsync(id, stop) is not { } colleague)
        {
            return NotFound();
        }

        return View(
            "_Confirm",
            new ConfirmPage(
                $"Moet {colleague.Name} een nieuwe tweede sleutel krijgen?",
                [
                    "De oude passkeys en de app met codes werken dan niet meer.",
                    $"{colleague.Name} is meteen overal uitgelogd en stelt na het inloggen zelf een nieuwe sleutel in.",
                    $"{colleague.Name} en alle organisatoren krijgen hierover een mail.",
                    $"Bel eerst met {colleague.Name}, als u het niet van haar of hem zelf hoorde.",
                ],
                "Ja, een nieuwe tweede sleutel",
                $"/team/leden/{id.ToString(CultureInfo.InvariantCulture)}/tweede-sleutel",
                "/team",
                Final: true
            )
        );
    }

    [May(Who.Organisers, Scope.Anywhere, Factors.Both)]
    [HttpPost("team/leden/{id:int}/tweede-sleutel")]
    public async Task<IActionResult> NewKey(int id, CancellationToken stop)
    {
        if (await ColleagueAsync(id, stop) is not { } colleague)
        {
            return NotFound();
        }

        var name = await recovery.TakeAwayAsync(colleague.Account, Me, stop);
        Say(
            $"{name} kan nu een nieuwe tweede sleutel instellen. Er gaat een mail naar {name} en naar alle "
                + "organisatoren."
        );
        return RedirectToAction(nameof(Show));
    }

    /// <summary>
    /// The account behind a running membership of her own projects; never her own (S11: nobody resets herself).
    /// </summary>
    private async Task<(int Account, string Name)?> ColleagueAsync(int membership, CancellationToken stop)
    {
        var found = await (
            from item in db.Memberships
            join account in db.Users on item.PersonId equals account.PersonId
            where
                item.Id == membership
                && item.Until == null
                && item.PersonId != Me.Person.Id
                && (item.Role == TeamRole.Administrator || Mine.Contains(item.ProjectId!.Value))
            select new { account.Id, account.Person!.FirstName }
        ).SingleOrDefaultAsync(stop);
        return found is null ? null : (found.Id, found.FirstName);
    }

    private RedirectToActionResult Back(int project) =>
        RedirectToAction(nameof(Show), Mine.Count > 1 ? new { project } : null);

    /// <summary>Null when the project is not one of hers.</summary>
    private async Task<TeamPage?> PageAsync(int project, MemberForm? typed, CancellationToken stop)
    {
        if (!Mine.Contains(project))
        {
            return null;
        }

        var projects = await db
            .Projects.Where(item => Mine.Contains(item.Id))
            .OrderBy(item => item.Name)
            .Select(item => new { item.Id, item.Name })
            .ToListAsync(stop);
        var rows = await (
            from membership in db.Memberships
            join person in db.Persons on membership.PersonId equals person.Id
            where
                membership.Until == null
                && (membership.ProjectId == project || membership.Role == TeamRole.Administrator)
            orderby person.FirstName, person.LastName, membership.Id
            select new
            {
                membership.Id,
                membership.PersonId,
                Name = (person.FirstName + " " + person.LastName).Trim(),
                person.Email,
                membership.Role,
                membership.From,
                Twice = db.Users.Any(item => item.PersonId == person.Id && item.TwoFactorEnabled),
            }
        ).ToListAsync(stop);
        return new TeamPage(
            project,
            projects.Single(item => item.Id == project).Name,
            [
                .. projects.Select(item => new SelectListItem(
                    item.Name,
                    item.Id.ToString(CultureInfo.InvariantCulture),
                    item.Id == project
                )),
            ],
            [
                .. rows.Select(row => new Member(
                    row.Id,
                    row.Name,
                    row.Email,
                    row.Role,
                    wall.Day(DateTime.SpecifyKind(row.From, DateTimeKind.Utc)),
                    row.PersonId == Me.Person.Id,
                    row.Twice
                )),
            ],
            typed ?? new MemberForm { ProjectId = project }
        );
    }
}
