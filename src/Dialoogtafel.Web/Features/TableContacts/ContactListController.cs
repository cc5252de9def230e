using System.Globalization;
using Dialoogtafel.Domain.Consent;
using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.TableContacts;

/// <summary>The contact list of one table: exactly what people gave, sent by the organiser to who was there (R-101, M-16).</summary>
public sealed class ContactListController(
    ContactDesk contacts, ContactListDesk desk, NightQuestion night, Installation installation, InstallationOptions options, Nudge nudge, DialoogtafelDb db, WallClock wall, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/contactlijst")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        if (await TableAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        var versions = await db.ContactListVersions.AsNoTracking().Include(item => item.Receipts).Where(item => item.GatheringId == id).OrderByDescending(item => item.Number).ToListAsync(stop);
        var people = versions.SelectMany(item => item.Receipts.Select(receipt => receipt.PersonId).Append(item.ById)).Distinct().ToList();
        var names = await db.Persons.Where(item => people.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.FullName, stop);
        var last = versions.Find(item => item.RecalledAt is null)?.At;
        var changed = last is null || await db.Consents.AnyAsync(item => item.GatheringId == id && item.Purpose == ConsentPurpose.ContactList && (item.GivenAt > last || item.WithdrawnAt > last), stop);
        var waits = await db.Mails.AnyAsync(mail => mail.GatheringId == id && mail.Kind == ContactListDesk.Kind && mail.State == MailState.Queued && mail.Attempts == 0, stop);
        return View("/Features/TableContacts/List.cshtml", new ContactListPage(id, TableTrack.TitleOf(table.Number, table.Focus), table.Series!.Subject, await contacts.ListAsync(id, stop), (await contacts.PresentAsync(id, stop)).Count,
            [.. versions.Select(item => new VersionLine(item.Number, wall.Local(item.At), names.GetValueOrDefault(item.ById, "het team"), PeopleInWords.All([.. item.Receipts.Select(receipt => names[receipt.PersonId]).Order(StringComparer.Ordinal)]), item.RecalledAt is not null))],
            Me.Has(table.Series.ProjectId, TeamRole.Organiser), waits, changed));
    }

    [HttpGet("bijeenkomsten/{id:int}/contactlijst/verzending")]
    public Task<IActionResult> Ask(int id, CancellationToken stop) => AskAsync(id, new SendForm(), stop);

    /// <param name="aantal">How many would get it, as the organiser saw it.</param>
    /// <param name="regels">How many stood on it; if either has changed since, she looks again.</param>
    [HttpPost("bijeenkomsten/{id:int}/contactlijst/verzending")]
    public async Task<IActionResult> Send(int id, int aantal, int regels, [Bind(Prefix = "Send")] SendForm send, CancellationToken stop)
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

        var (lines, people) = (await contacts.ListAsync(id, stop), (await contacts.PresentAsync(id, stop)).FindAll(HasMail));
        if (lines.Count == 0 || people.Count == 0 || lines.Count != regels || people.Count != aantal)
        {
            Say("De lijst is intussen veranderd. Er is nu niets verstuurd. Kijk het nog eens na.");
            return Back(id);
        }

        var sendAt = night.SendAt(send, Now);
        var number = await desk.SendAsync(table, lines, people, Me.Person.Id, sendAt, Now, stop);
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        nudge.Wake();
        Say($"Lijst {number} gaat {night.LeavesInWords(sendAt, Now)} naar {(people.Count == 1 ? "1 mens" : $"{people.Count} mensen")}. Tot dan kunt u hem terughalen.");
        return Back(id);
    }

    [HttpPost("bijeenkomsten/{id:int}/contactlijst/terughaling")]
    public async Task<IActionResult> Recall(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var version = await db.ContactListVersions.Include(item => item.Receipts).Where(item => item.GatheringId == id).OrderByDescending(item => item.Number).FirstOrDefaultAsync(stop);
        if (version is null)
        {
            return NotFound();
        }

        var begin = ContactListDesk.BeginOf(version);
        var mails = await db.Mails.Where(mail => mail.GatheringId == id && mail.Kind == ContactListDesk.Kind && mail.Key.StartsWith(begin)).ToListAsync(stop);
        var recalled = mails.Where(mail => mail.Recall()).Select(mail => mail.PersonId).ToHashSet();
        version.Receipts.RemoveAll(receipt => recalled.Contains(receipt.PersonId));
        if (recalled.Count == mails.Count)
        {
            version.Recall(Now);
        }

        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        Say(recalled.Count == 0 ? "Er was niets meer terug te halen." : recalled.Count == mails.Count ? "Alles is teruggehaald. Er is niets van verstuurd." : $"{recalled.Count} mails zijn teruggehaald. De andere waren al weg.");
        return Back(id);
    }

    private async Task<IActionResult> AskAsync(int id, SendForm send, CancellationToken stop)
    {
        if (!options.Demo && !installation.IsConfirmed(await installation.ReadAsync(stop)))
        {
            return LocalRedirect($"/beheer/versturen?terug=/bijeenkomsten/{id}/contactlijst/verzending");
        }

        var (lines, present) = (await contacts.ListAsync(id, stop), await contacts.PresentAsync(id, stop));
        var (go, left) = (present.FindAll(HasMail), present.FindAll(item => !HasMail(item)));
        if (lines.Count == 0 || go.Count == 0)
        {
            Say(lines.Count == 0 ? "Nog niemand koos om op de lijst te staan. Er is niets te versturen." : "Er is niemand die de lijst per mail kan krijgen.");
            return Back(id);
        }

        return View("_Confirm", new ConfirmPage(
            go.Count == 1 ? "De contactlijst versturen aan 1 mens?" : $"De contactlijst versturen aan {go.Count} mensen?",
            [$"Op de lijst: {(lines.Count == 1 ? "1 mens" : $"{lines.Count} mensen")}, met alleen wat zij zelf gaven.", $"Naar: {PeopleInWords.All(go)}. Dat zijn de deelnemers die er waren.", "Wie vandaag al een mail van ons kreeg, krijgt deze morgenochtend.",
                night.IsAsked(Now) ? "U kunt alles terughalen tot de mails weggaan." : $"U kunt alles nog {options.RecallSeconds} seconden terughalen.", .. left.Count == 0 ? [] : new[] { $"Geen mailadres: {PeopleInWords.All(left)}. Druk de lijst af." }],
            go.Count == 1 ? "Ja, naar 1 mens" : $"Ja, naar {go.Count} mensen", $"/bijeenkomsten/{id}/contactlijst/verzending", $"/bijeenkomsten/{id}/contactlijst")
        {
            Fields = new Dictionary<string, string> { ["aantal"] = go.Count.ToString(CultureInfo.InvariantCulture), ["regels"] = lines.Count.ToString(CultureInfo.InvariantCulture) }, Send = send, WhenChoices = night.Choices(Now),
        });
    }

    private static bool HasMail(Invitation invitation) => invitation.Person!.Email is not null;

    private async Task<Gathering?> TableAsync(int id, CancellationToken stop) =>
        await db.Gatherings.SeenBy(Me).AnyAsync(item => item.Id == id, stop) ? await db.Gatherings.AsNoTracking().WithFacts().SingleAsync(item => item.Id == id, stop) : null;

    private static SeeOtherResult Back(int id) => new($"/bijeenkomsten/{id}/contactlijst");
}
