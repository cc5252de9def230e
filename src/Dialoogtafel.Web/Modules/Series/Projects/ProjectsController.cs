using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.Projects;

/// <summary>Edits one project.</summary>
[May(Who.Organisers, Scope.Project)]
public sealed class ProjectsController(DialoogtafelDb db, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("projecten/{id:int}")]
    public async Task<IActionResult> One(int id, CancellationToken stop) =>
        View(
            "Project",
            new ProjectPage(
                id,
                EditCheck.Show(FormOf(await db.Projects.AsNoTracking().SingleAsync(item => item.Id == id, stop)))
            )
        );

    [HttpPost("projecten/{id:int}")]
    public async Task<IActionResult> Save(int id, [Bind(Prefix = "Form")] ProjectForm form, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var project = await db.Projects.SingleAsync(item => item.Id == id, stop);
        if (form.EndsOn < form.StartsOn)
        {
            ModelState.AddModelError("Form.EndsOn", "Het einde ligt voor het begin. Kies een latere datum.");
        }

        if (Prose.ProblemIn(form.Results) is { } problem)
        {
            ModelState.AddModelError("Form.Results", problem);
        }

        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, FormOf(project)))
        {
            return View("Project", new ProjectPage(id, form));
        }

        Apply(form, project, Now);
        await write.SaveAsync(stop);
        Say("Het project is bewaard.");
        return Redirect($"/projecten/{id}");
    }

    private static ProjectForm FormOf(Project project) =>
        new()
        {
            Name = project.Name,
            Purpose = project.Purpose,
            GuidingQuestions = project.GuidingQuestions,
            TargetGroup = project.TargetGroup,
            Organisations = project.Organisations,
            Network = project.Network,
            StartsOn = project.StartsOn,
            EndsOn = project.EndsOn,
            PartnersDecide = project.PartnersDecide,
            IsPublic = project.IsPublic,
            Results = project.Results,
        };

    private static void Apply(ProjectForm form, Project project, DateTime now)
    {
        (project.Name, project.Purpose, project.GuidingQuestions) = (
            Text(form.Name),
            Text(form.Purpose),
            Text(form.GuidingQuestions)
        );
        (project.TargetGroup, project.Organisations, project.Network) = (
            Text(form.TargetGroup),
            Text(form.Organisations),
            Text(form.Network)
        );
        (project.StartsOn, project.EndsOn, project.PartnersDecide) = (form.StartsOn, form.EndsOn, form.PartnersDecide);
        project.Results = Text(form.Results) is { Length: > 0 } results ? results : null;
        project.ShowPage(form.IsPublic, now);
    }

    private static string Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() ?? "";
}
