using System.Globalization;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Contacts;

/// <summary>
/// The contact list of one table: exactly what people gave, sent by the organiser to who was there (R-101, M-16).
/// </summary>
public sealed class ContactListController(
    ContactListReader reader,
    ContactListDesk desk,
    SendingRound round,
    SendTimeQuestion night,
    DialoogtafelDb db,
    WallClock wall,
    TimeProvider clock
) : TeamController(clock)
{
    [May(Who.Recruiters, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/contactlijst")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        if (await TableAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        var list = await reader.ReadAsync(id, stop);
        var versions = await db
            .ContactListVersions.AsNoTracking()
            .Include(item => item.Receipts)
            .Where(item => item.GatheringId == id)
            .OrderByDescending(item => item.Number)
            .ToListAsync(stop);
        var people = versions
            .SelectMany(item => item.Receipts.Select(receipt => receipt.PersonId).Append(item.ById))
            .Distinct()
            .ToList();
        var names = await db
            .Persons.Where(item => people.Contains(item.Id))
            .ToDictionaryAsync(item => item.Id, item => item.FullName, stop);
        var mails = await db
            .Mails.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(mail => mail.GatheringId == id && mail.Kind == ContactListMail.Name)
            .ToListAsync(stop);
        var last = versions.Find(item => item.RecalledAt is null)?.At;
        var changed =
            last is null
            || await db.Consents.AnyAsync(
                item =>
                    item.GatheringId == id
                    && item.Purpose == ConsentPurpose.ContactList
                    && (item.GivenAt > last || item.WithdrawnAt > last),
                stop
            );
        return View(
            "List",
            new ContactListPage
            {
                Id = id,
                Title = TableTrack.TitleOf(table.Number, table.Focus),
                Subject = table.Series!.Subject,
                Lines = list.Lines,
                Present = list.Present.Count,
                Versions =
                [
                    .. versions.Select(item => new VersionLine(
                        item.Number,
                        wall.Local(item.At),
                        names.GetValueOrDefault(item.ById, "het team"),
                        Outcome(item, mails, names)
                    )),
                ],
                MaySend = Me.Has(table.Series.ProjectId, TeamRole.Organiser),
                MayRecall = mails.Exists(mail => mail.State == MailState.Queued),
                Changed = changed,
            }
        );
    }

    /// <summary>
    /// What became of one version, in sentences: who has it, who still gets it, whom it did not reach.
    /// </summary>
    private static string Outcome(ContactListVersion version, List<OutgoingMail> mails, Dictionary<int, string> names)
    {
        var own = mails.FindAll(mail =>
            mail.Key.StartsWith(ContactListKeys.BeginOf(version), StringComparison.Ordinal)
        );
        if (version.Receipts.Count == 0)
        {
            return own.Count == 0
                || own.Exists(mail => mail.State == MailState.Recalled || mail.Reply == ContactListDesk.TakenBack)
                    ? "Teruggehaald."
                : own.Exists(mail => mail.Reply == ContactListDesk.Newer) ? "Niet verstuurd: er kwam een nieuwe lijst."
                : "Niet verstuurd: er stond niemand meer op.";
        }

        // Of lists of long ago no mail is kept: they arrived.
        var parts = version
            .Receipts.GroupBy(receipt =>
                own.FindLast(mail =>
                    mail.PersonId == receipt.PersonId && mail.State is not (MailState.Dropped or MailState.Recalled)
                )?.State switch
                {
                    MailState.Queued => "Gaat nog naar",
                    MailState.Failed => "Niet aangekomen bij",
                    null when own.Count > 0 => "Niet verstuurd aan",
                    _ => "Naar",
                }
            )
            .OrderBy(part => part.Key == "Naar" ? 0 : 1)
            .ThenBy(part => part.Key, StringComparer.Ordinal);
        return string.Join(
            ' ',
            parts.Select(part =>
            {
                var people = part.Select(receipt => names[receipt.PersonId]).Order(StringComparer.Ordinal);
                return $"{part.Key}: {PeopleInWords.All([.. people])}.";
            })
        );
    }

    [May(Who.Organisers, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/contactlijst/verzending")]
    public Task<IActionResult> Ask(int id, CancellationToken stop) => AskAsync(id, new SendForm(), stop);

    /// <param name="aantal">How many would get it, as the organiser saw it.</param>
    /// <param name="regels">How many stood on it; if either has changed since, she looks again.</param>
    /// <param name="vorige">The number of the last list as she saw it: the same page sent again sends nothing
    /// more.</param>
    [May(Who.Organisers, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/contactlijst/verzending")]
    public async Task<IActionResult> Send(
        int id,
        int aantal,
        int regels,
        int vorige,
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
        if (await TableAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        var list = await reader.ReadAsync(id, stop);
        var people = list.Receivers.Count;
        if (
            list.Lines.Count == 0
            || people == 0
            || list.Lines.Count != regels
            || people != aantal
            || await LastAsync(id, stop) != vorige
        )
        {
            Say("De lijst is intussen al verstuurd of veranderd. Er is nu niets verstuurd. Kijk het nog eens na.");
            return Back(id);
        }

        var sendAt = night.SendAt(send, Now);
        var number = await desk.SendAsync(id, list, Me.Person.Id, sendAt, Now, stop);
        await turn.SaveAsync(stop);
        Say(
            $"Lijst {number} gaat {night.LeavesInWords(sendAt, Now)} naar {SendingRound.People(people)}. "
                + "Tot dan kunt u hem terughalen."
        );
        return Back(id);
    }

    [May(Who.Organisers, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/contactlijst/terughaling")]
    public async Task<IActionResult> Recall(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await TableAsync(id, stop) is null || await LastAsync(id, stop) == 0)
        {
            return NotFound();
        }

        var (taken, gone) = await desk.RecallAsync(id, Now, stop);
        await turn.SaveAsync(stop);
        Say(
            taken == 0 ? "Er was niets meer terug te halen."
            : gone == 0 ? "Alles is teruggehaald. Er is niets van verstuurd."
            : $"{(taken == 1 ? "1 mail is" : $"{taken} mails zijn")} teruggehaald. "
                + $"{(gone == 1 ? "1 mail was" : $"{gone} mails waren")} al weg."
        );
        return Back(id);
    }

    /// <summary>The number of the last list of this table; 0 = none yet.</summary>
    private async Task<int> LastAsync(int id, CancellationToken stop) =>
        await db.ContactListVersions.Where(item => item.GatheringId == id).MaxAsync(item => (int?)item.Number, stop)
        ?? 0;

    private async Task<IActionResult> AskAsync(int id, SendForm send, CancellationToken stop)
    {
        if (!await round.IsOnAsync(stop))
        {
            return LocalRedirect(SendingRound.SwitchOn($"/bijeenkomsten/{id}/contactlijst/verzending"));
        }

        var list = await reader.ReadAsync(id, stop);
        var (lines, go) = (list.Lines, list.Receivers);
        List<Invitation> left = [.. list.Present.Where(item => item.Person!.Email is null)];
        if (lines.Count == 0 || go.Count == 0)
        {
            Say(
                lines.Count == 0
                    ? "Nog niemand koos om op de lijst te staan. Er is niets te versturen."
                    : "Er is niemand die de lijst per mail kan krijgen."
            );
            return Back(id);
        }

        var asked = new Round(
            $"De contactlijst versturen aan {SendingRound.People(go.Count)}?",
            go.Count,
            $"/bijeenkomsten/{id}/contactlijst/verzending",
            $"/bijeenkomsten/{id}/contactlijst"
        )
        {
            Before =
            [
                $"Op de lijst: {SendingRound.People(lines.Count)}, met alleen wat zij zelf gaven.",
                $"Naar: {PeopleInWords.All(go)}. Dat zijn de deelnemers die er waren.",
                "Wie vandaag al een mail van ons kreeg, krijgt deze morgenochtend.",
                "Haalt iemand iets van zichzelf weg voordat de mails weggaan? Dan staat dat er niet meer in.",
            ],
            After = left.Count == 0 ? [] : [$"Geen mailadres: {PeopleInWords.All(left)}. Druk de lijst af."],
            Agreed = new Dictionary<string, string>
            {
                ["regels"] = lines.Count.ToString(CultureInfo.InvariantCulture),
                ["vorige"] = (await LastAsync(id, stop)).ToString(CultureInfo.InvariantCulture),
            },
        };
        return View("_Confirm", round.Page(asked, send, Now));
    }

    private async Task<Gathering?> TableAsync(int id, CancellationToken stop) =>
        await db.Gatherings.SeenBy(Me).AnyAsync(item => item.Id == id, stop)
            ? await db.Gatherings.AsNoTracking().WithFacts().SingleAsync(item => item.Id == id, stop)
            : null;

    private static SeeOtherResult Back(int id) => new($"/bijeenkomsten/{id}/contactlijst");
}
