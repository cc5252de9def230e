using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Writing;

/// <summary>One issue: write it, look at it, try it on oneself.</summary>
[May(Who.Recruiters, Scope.Newsletter)]
public sealed class NewsletterController(
    DialoogtafelDb db,
    NewsletterReader reader,
    NewsletterMails mails,
    MailTemplates templates,
    TimeProvider clock
) : TeamController(clock)
{
    private const string ViewOfOne = "One";

    [HttpGet("nieuwsbrieven/{id:int}")]
    public async Task<IActionResult> One(int id, CancellationToken stop) =>
        View(ViewOfOne, await reader.PageAsync(id, null, Me, Now, stop));

    [HttpPost("nieuwsbrieven/{id:int}")]
    public async Task<IActionResult> Save(int id, [Bind(Prefix = "Form")] NewsletterForm form, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        Check(form, issue);
        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, NewsletterForm.Of(issue)))
        {
            return View(ViewOfOne, await reader.PageAsync(id, form, Me, Now, stop));
        }

        (issue.Title, issue.Audience) = (form.Title!.Trim(), form.Audience);
        issue.Body = await reader.WithBlocksAsync(
            issue.ProjectId,
            form.Body?.ReplaceLineEndings("\n").Trim() ?? "",
            form.Blocks,
            stop
        );
        await write.SaveAsync(stop);
        Say("De nieuwsbrief is bewaard.");
        return new SeeOtherResult($"/nieuwsbrieven/{id}");
    }

    /// <summary>The html part as a reader gets it, for the frame on the page.</summary>
    [HttpGet("nieuwsbrieven/{id:int}/mail")]
    public async Task<IActionResult> Mail(int id, CancellationToken stop)
    {
        var (issue, project) = await FindAsync(id, stop);
        return MailFrame.Of(
            this,
            templates.Render(await mails.SampleAsync(issue, project, Me.Person, stop), "nl").Html
        );
    }

    [HttpPost("nieuwsbrieven/{id:int}/proef")]
    public async Task<IActionResult> Try(int id, CancellationToken stop)
    {
        // Of two presses at once the second finds the mail of the first.
        await using var write = await db.BeginWriteAsync(stop);
        var (issue, project) = await FindAsync(id, stop);
        await mails.TryAsync(issue, project, Me.Person, Now, stop);
        await write.SaveAsync(stop);
        Say($"Er is een proef onderweg naar {Me.Person.Email}. De knoppen om te stoppen werken daarin niet.");
        return new SeeOtherResult($"/nieuwsbrieven/{id}");
    }

    [HttpGet("nieuwsbrieven/{id:int}/weglating")]
    public async Task<IActionResult> AskLeave(int id, CancellationToken stop)
    {
        var (issue, _) = await FindAsync(id, stop);
        return issue.State != IssueState.Draft
            ? new SeeOtherResult($"/nieuwsbrieven/{id}")
            : View(
                "_Confirm",
                new ConfirmPage(
                    "Dit concept weggooien?",
                    ["De titel en de tekst gaan weg. Er is niets verstuurd en er gaat niets weg."],
                    "Ja, gooi weg",
                    $"/nieuwsbrieven/{id}/weglating",
                    $"/nieuwsbrieven/{id}",
                    Final: true
                )
            );
    }

    [HttpPost("nieuwsbrieven/{id:int}/weglating")]
    public async Task<IActionResult> Leave(int id, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        if (issue.State != IssueState.Draft)
        {
            Say("Deze nieuwsbrief staat klaar of is verstuurd en blijft staan.");
            return new SeeOtherResult($"/nieuwsbrieven/{id}");
        }

        db.NewsletterIssues.Remove(issue);
        await write.SaveAsync(stop);
        Say("Het concept is weg.");
        return new SeeOtherResult("/nieuwsbrieven");
    }

    private void Check(NewsletterForm form, NewsletterIssue issue)
    {
        Attempt(issue.CheckCanChange, "Form");
        if (ProseText.IsTooPersonal(form.Title ?? ""))
        {
            ModelState.AddModelError(
                "Form.Title",
                "Noem geen hersenletsel in de titel: die staat in de onderwerpregel, en anderen kunnen die zien."
            );
        }

        if (Prose.ProblemIn(form.Body) is { } problem)
        {
            ModelState.AddModelError("Form.Body", problem);
        }

        if (form.Audience == NewsletterAudience.Nobody)
        {
            ModelState.AddModelError("Form.CoResearchers", "Kies voor wie de nieuwsbrief is.");
        }
    }

    private async Task<(NewsletterIssue Issue, Project Project)> FindAsync(int id, CancellationToken stop)
    {
        var issue = await db.NewsletterIssues.AsNoTracking().SingleAsync(item => item.Id == id, stop);
        return (issue, await db.Projects.AsNoTracking().SingleAsync(item => item.Id == issue.ProjectId, stop));
    }
}
