using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Team;

/// <summary>Het team van een project: who works along in which role. Organisers only, each for her own projects .</summary>
public sealed class TeamController(DialoogtafelDb db, TeamDesk desk, InstallationOptions options, Nudge nudge, TimeProvider clock) : Shared.TeamController(clock)
{
    private IReadOnlyList<int> Mine => Me.Projects(TeamRole.Organiser);

    [HttpGet("team")]
    public async Task<IActionResult> Show(int? project, CancellationToken stop) =>
        await PageAsync(project ?? Mine[0], null, stop) is { } page ? View(page) : NotFound();

    [HttpPost("team/leden")]
    public async Task<IActionResult> Add([Bind(Prefix = nameof(TeamPage.Form))] MemberForm form, CancellationToken stop)
    {
        if (await PageAsync(form.ProjectId, form, stop) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return View(nameof(Show), page);
        }

        try
        {
            var name = await desk.AddAsync(form, page.Project, Me.Person, Now, stop);
            nudge.Wake();
            Say($"{name} hoort nu bij het team en krijgt een mail.");
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal, nameof(TeamPage.Form));
            return View(nameof(Show), page);
        }

        return Back(form.ProjectId);
    }

    [HttpPost("team/leden/{id:int}/einde")]
    public async Task<IActionResult> End(int id, int project, CancellationToken stop)
    {
        var membership = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id && item.Until == null, stop);
        var own = membership is not null && (membership.Role == TeamRole.Administrator || (membership.ProjectId is { } its && Mine.Contains(its)));
        var shown = membership?.ProjectId ?? project;
        if (!own || await PageAsync(shown, null, stop) is not { } page)
        {
            return NotFound();
        }

        try
        {
            await desk.EndAsync(id, Now, stop);
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal);
            return View(nameof(Show), page);
        }

        Say("Dit lidmaatschap is beëindigd. Het werkt meteen.");
        return membership!.PersonId == Me.Person.Id ? LocalRedirect("/") : Back(shown);
    }

    private RedirectToActionResult Back(int project) => RedirectToAction(nameof(Show), Mine.Count > 1 ? new { project } : null);

    /// <summary>Null when the project is not one of hers.</summary>
    private async Task<TeamPage?> PageAsync(int project, MemberForm? typed, CancellationToken stop)
    {
        if (!Mine.Contains(project))
        {
            return null;
        }

        var projects = await db.Projects.Where(item => Mine.Contains(item.Id)).OrderBy(item => item.Name).Select(item => new { item.Id, item.Name }).ToListAsync(stop);
        var rows = await (
            from membership in db.Memberships
            join person in db.Persons on membership.PersonId equals person.Id
            where membership.Until == null && (membership.ProjectId == project || membership.Role == TeamRole.Administrator)
            orderby person.FirstName, person.LastName, membership.Id
            select new { membership.Id, membership.PersonId, Name = (person.FirstName + " " + person.LastName).Trim(), person.Email, membership.Role, membership.From }).ToListAsync(stop);
        return new TeamPage(
            project, projects.Single(item => item.Id == project).Name,
            [.. projects.Select(item => new SelectListItem(item.Name, item.Id.ToString(CultureInfo.InvariantCulture), item.Id == project))],
            [.. rows.Select(row => new Member(
                row.Id, row.Name, row.Email, row.Role, DateOnly.FromDateTime(LocalTime.ToLocal(DateTime.SpecifyKind(row.From, DateTimeKind.Utc), options.Zone)), row.PersonId == Me.Person.Id))],
            typed ?? new MemberForm { ProjectId = project });
    }
}
