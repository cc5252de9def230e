using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Writing;

/// <summary>Says who gets an issue and when, and takes it back (S46). It never leaves in the quiet hours.</summary>
[May(Who.Organisers, Scope.Newsletter)]
public sealed class NewsletterSendingController(
    DialoogtafelDb db,
    NewsletterMails mails,
    SendingRound round,
    InstallationOptions options,
    WallClock wall,
    Texts T,
    TimeProvider clock
) : TeamController(clock)
{
    private const int Named = 5;

    private DateTime Soonest => options.Quiet.NextAllowed(Now.AddSeconds(options.RecallSeconds), options.Zone);

    [HttpGet("nieuwsbrieven/{id:int}/verzending")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop) =>
        await AskViewAsync(id, new LeaveForm(), stop);

    [HttpPost("nieuwsbrieven/{id:int}/verzending")]
    public async Task<IActionResult> Send(int id, [Bind(Prefix = "Form")] LeaveForm form, CancellationToken stop)
    {
        var at = When(form);
        await using var write = await db.BeginWriteAsync(stop);
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        if (issue.State != IssueState.Draft)
        {
            return new SeeOtherResult($"/nieuwsbrieven/{id}");
        }

        var count = await mails.Readers(issue.ProjectId, issue.Audience).CountAsync(stop);
        if (count != form.Count)
        {
            ModelState.AddModelError(
                "",
                $"Het aantal is intussen veranderd: eerst {form.Count}, nu {count}. Kijk nog eens."
            );
        }

        if (
            ModelState.IsValid
            && count > 0
            && at is { } moment
            && await round.IsOnAsync(stop)
            && Attempt(() => issue.Schedule(moment, Me.Person.Id, Now), "Form")
        )
        {
            await write.SaveAsync(stop);
            Say($"De nieuwsbrief gaat {InWords(moment)} weg. Tot dan kunt u haar terughalen.");
            return new SeeOtherResult($"/nieuwsbrieven/{id}");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await AskViewAsync(id, form, stop);
    }

    [HttpPost("nieuwsbrieven/{id:int}/terughaling")]
    public async Task<IActionResult> Recall(int id, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        var recalled = issue.Recall(Now);
        if (recalled)
        {
            await write.SaveAsync(stop);
        }

        Say(
            recalled
                ? "De nieuwsbrief is teruggehaald. Er is niets verstuurd."
                : "Dit kan niet meer: de nieuwsbrief gaat al weg."
        );
        return new SeeOtherResult($"/nieuwsbrieven/{id}");
    }

    /// <summary>Null with an error beside the field.</summary>
    private DateTime? When(LeaveForm form)
    {
        if (form.When != LeaveWhen.Later)
        {
            return form.When is null ? null : Soonest;
        }

        if (form is not { Date: { } date, Time: { } time })
        {
            ModelState.AddModelError(
                form.Date is null ? "Form.Date" : "Form.Time",
                form.Date is null ? "Kies een dag." : "Kies een tijd."
            );
            return null;
        }

        try
        {
            var at = wall.Utc(date, time, "Time");
            return !options.Quiet.Covers(at, options.Zone)
                ? at
                : throw new DomainRuleException(
                    $"Tussen {options.QuietFrom:H.mm} en {options.QuietUntil:H.mm} uur gaat er geen "
                        + "nieuwsbrief weg. Kies een tijd overdag.",
                    "Time"
                );
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal, "Form");
            return null;
        }
    }

    private async Task<IActionResult> AskViewAsync(int id, LeaveForm form, CancellationToken stop)
    {
        var issue = await db.NewsletterIssues.AsNoTracking().SingleAsync(item => item.Id == id, stop);
        if (issue.State != IssueState.Draft)
        {
            return new SeeOtherResult($"/nieuwsbrieven/{id}");
        }

        var readers = mails.Readers(issue.ProjectId, issue.Audience).AsNoTracking();
        var names = await readers
            .OrderBy(person => person.FirstName)
            .ThenBy(person => person.Id)
            .Take(Named)
            .ToListAsync(stop);
        var given = db.Persons.Where(person =>
            db.Consents.Any(item =>
                item.PersonId == person.Id
                && item.ProjectId == issue.ProjectId
                && item.Purpose == ConsentPurpose.Newsletter
                && item.WithdrawnAt == null
            )
        );
        var (count, noAddress, all) = (
            await readers.CountAsync(stop),
            await given.CountAsync(person => person.Email == null, stop),
            await given.CountAsync(stop)
        );
        var project = await db
            .Projects.Where(item => item.Id == issue.ProjectId)
            .Select(item => item.Name)
            .SingleAsync(stop);
        form.Count = count;
        ModelState.Remove("Form.Count");
        return View(
            "Send",
            new LeavePage
            {
                Id = id,
                Title = issue.Title,
                Project = project,
                Count = count,
                Names = [.. names.Select(person => person.FullName)],
                Elsewhere = all - count - noAddress,
                NoAddress = noAddress,
                CanSend = await round.IsOnAsync(stop),
                Soon = InWords(Soonest),
                Form = form,
            }
        );
    }

    private string InWords(DateTime at)
    {
        var local = wall.Local(at);
        return at - Now <= TimeSpan.FromSeconds(options.RecallSeconds)
            ? $"over {options.RecallSeconds} seconden"
            : $"op {T.Day(local, wall.Local(Now))} om {T.Time(local)}";
    }
}
