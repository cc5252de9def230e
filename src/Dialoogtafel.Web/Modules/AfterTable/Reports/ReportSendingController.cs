using System.Globalization;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>
/// Sending the report: a test to oneself, who gets it and who does not, and taking it back (M-15, S46).
/// </summary>
[May(Who.Organisers, Scope.Gathering)]
public sealed class ReportSendingController(
    ReportReader reader,
    ReportDesk desk,
    SendingRound round,
    SendTimeQuestion night,
    DialoogtafelDb db,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpPost("bijeenkomsten/{id:int}/verslag/proef")]
    public async Task<IActionResult> Test(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (
            await reader.TableAsync(id, Me, stop) is not { } table
            || await reader.ReportAsync(id, stop) is not { Words: not null }
        )
        {
            return NotFound();
        }

        await desk.TestAsync(table, Me.Person, Now, stop);
        await turn.SaveAsync(stop);
        Say($"De proefmail gaat nu naar {Me.Person.Email}.");
        return Back(id);
    }

    [HttpGet("bijeenkomsten/{id:int}/verslag/verzending")]
    public Task<IActionResult> Ask(int id, CancellationToken stop) => AskAsync(id, new SendForm(), stop);

    /// <param name="aantal">What the organiser saw and agreed to; if the list has changed since, she looks
    /// again.</param>
    [HttpPost("bijeenkomsten/{id:int}/verslag/verzending")]
    public async Task<IActionResult> Send(
        int id,
        int aantal,
        [Bind(Prefix = "Send")] SendForm send,
        CancellationToken stop
    )
    {
        if (!night.IsAnswered(send, Now, ModelState))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await AskAsync(id, send, stop);
        }

        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, stop) is not var (table, report))
        {
            return Back(id);
        }

        var people = (await desk.ReceiversAsync(table, report, stop)).Go;
        if (people.Count != aantal || people.Count == 0)
        {
            Say(
                people.Count == 0
                    ? "Iedereen heeft dit verslag al. Het gaat maar één keer weg."
                    : "De lijst is intussen veranderd. Er is nu niets verstuurd. Kijk het nog eens na."
            );
            return Back(id);
        }

        var sendAt = night.SendAt(send, Now);
        report.Send(table, Now);
        await desk.SendAsync(table, report, people, sendAt, Now, stop);
        await turn.SaveAsync(stop);
        Say(
            $"Het verslag gaat {night.LeavesInWords(sendAt, Now)} naar {SendingRound.People(people.Count)}. "
                + "Tot dan kunt u het terughalen."
        );
        return Back(id);
    }

    [HttpPost("bijeenkomsten/{id:int}/verslag/terughaling")]
    public async Task<IActionResult> Recall(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await reader.ReportAsync(id, stop) is not { } report || await reader.TableAsync(id, Me, stop) is null)
        {
            return NotFound();
        }

        var begin = string.Create(
            CultureInfo.InvariantCulture,
            $"{ReportMail.Name}:{id}:{report.Edition}:{report.Sendings}:"
        );
        var mails = await db
            .Mails.Where(mail => mail.GatheringId == id && mail.Kind == ReportMail.Name && mail.Key.StartsWith(begin))
            .ToListAsync(stop);
        var recalled = mails.Count(mail => mail.Recall());
        if (recalled == mails.Count && mails.Count > 0)
        {
            report.Recall();
        }

        await turn.SaveAsync(stop);
        Say(
            recalled == 0 ? "Er was niets meer terug te halen."
            : recalled == mails.Count ? "Alles is teruggehaald. Er is niets van verstuurd."
            : $"{recalled} mails zijn teruggehaald. De andere waren al weg."
        );
        return Back(id);
    }

    private async Task<IActionResult> AskAsync(int id, SendForm send, CancellationToken stop)
    {
        if (!await round.IsOnAsync(stop))
        {
            return LocalRedirect(SendingRound.SwitchOn($"/bijeenkomsten/{id}/verslag/verzending"));
        }

        if (await FindAsync(id, stop) is not var (table, report))
        {
            return Back(id);
        }

        var receivers = await desk.ReceiversAsync(table, report, stop);
        if (receivers.Go.Count == 0)
        {
            Say(
                "Er is niemand die dit verslag nog per mail kan krijgen."
                    + (receivers.Left.Count == 0 ? " Vink eerst aan wie er was." : "")
            );
            return Back(id);
        }

        var left = receivers
            .Left.GroupBy(item => item.Why)
            .Select(group =>
                $"Geen mail: {PeopleInWords.All(group.Select(item => item.Invitation))}. Reden: {group.Key}."
            );
        var people = SendingRound.People(receivers.Go.Count);
        var asked = new Round(
            $"Het verslag versturen aan {people}?",
            receivers.Go.Count,
            $"/bijeenkomsten/{id}/verslag/verzending",
            $"/bijeenkomsten/{id}/verslag"
        )
        {
            Before =
            [
                $"Naar: {PeopleInWords.All(receivers.Go)}.",
                "Iedereen krijgt een eigen mail met een eigen link. Niemand ziet de anderen.",
                "Wie vandaag al een mail van ons kreeg, krijgt deze morgenochtend.",
            ],
            After = left,
        };
        return View("_Confirm", round.Page(asked, send, Now));
    }

    /// <summary>Null, with the reason said, when it cannot be sent.</summary>
    private async Task<(Gathering Table, TableReport Report)?> FindAsync(int id, CancellationToken stop)
    {
        if (
            await reader.TableAsync(id, Me, stop) is not { } table
            || await reader.ReportAsync(id, stop) is not { Words: not null } report
        )
        {
            return null;
        }

        if (report.IsAgreed(table))
        {
            return (table, report);
        }

        Say("Het verslag kan pas weg als beide begeleiders akkoord zijn.");
        return null;
    }

    private static SeeOtherResult Back(int id) => new($"/bijeenkomsten/{id}/verslag");
}
