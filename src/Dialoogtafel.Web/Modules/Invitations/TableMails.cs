using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// Queues the mails about one invitation: which one follows from which answer. Invitation, gathering (with series,
/// place and people) and person must be loaded. Everything is added to the running save; the caller saves.
/// </summary>
public sealed class TableMails(
    DialoogtafelDb db,
    MailOutbox outbox,
    InvitationLetters letters,
    TableFacts about,
    Installation installation,
    MailTemplates templates
)
{
    /// <param name="sendAt">When it leaves, UTC; null = at the end of the recall window.</param>
    /// <param name="version">Tells a mail that takes the place of a waiting one from that one.</param>
    public async Task<OutgoingMail?> InviteAsync(
        Invitation invitation,
        CancellationToken stop,
        DateTime? sendAt = null,
        string version = ""
    )
    {
        var letter = await letters.InviteAsync(invitation, stop);
        return await outbox.AddAsync(letter with { Key = letter.Key + version, SendAt = sendAt }, stop);
    }

    /// <summary>
    /// Which facts of the table an invitation would name and are not known: placeholders by name, the date first. Until
    /// there are none, no invitation leaves. Follows from the texts as they are now, so an organiser's own text asks
    /// for what it names.
    /// </summary>
    /// <param name="table">With its facts.</param>
    /// <param name="languages">Of the people who are to get it.</param>
    public async Task<IReadOnlyList<string>> GapsAsync(
        Gathering table,
        IEnumerable<string> languages,
        CancellationToken stop
    )
    {
        var settings = await installation.ReadAsync(stop);
        var text = InvitationLetters.Common(table, about.Of(table, settings, "-", installation.Link(settings, "")));
        return
        [
            .. (table.StartsAt is null ? new[] { "datum" } : [])
                .Concat(languages.Distinct().SelectMany(language => templates.Holes(text, language)))
                .Distinct(),
        ];
    }

    /// <summary>
    /// The confirmation that belongs to the present answer; always one, so that people can see what we understood.
    /// </summary>
    /// <param name="wait">Before it leaves: longer than zero while a page asks on.</param>
    public Task<OutgoingMail?> ConfirmAsync(Invitation invitation, TimeSpan wait, CancellationToken stop) =>
        ConfirmAsync(invitation, wait, "", stop);

    /// <summary>
    /// The person told more: the confirmation that still waits is dropped, and one that knows it all goes instead.
    /// </summary>
    public async Task ReplaceConfirmationAsync(Invitation invitation, CancellationToken stop)
    {
        var earlier = await ConfirmationsOf(invitation).ToListAsync(stop);
        foreach (
            var mail in earlier.Where(mail => mail.MayBeMadeAnew || mail is { State: MailState.Queued, Attempts: 0 })
        )
        {
            mail.Drop("Vervangen: de deelnemer vertelde meer.");
        }

        await ConfirmAsync(invitation, TimeSpan.Zero, $":{earlier.Count}", stop);
    }

    /// <summary>The confirmation of their present answer surely did not reach them yet.</summary>
    public Task<bool> ConfirmationWaitsAsync(Invitation invitation, CancellationToken stop) =>
        ConfirmationsOf(invitation)
            .AnyAsync(
                mail =>
                    mail.State == MailState.Queued
                    && (mail.Attempts == 0 || (mail.IsRenewable && mail.DoubtedAt == null)),
                stop
            );

    /// <summary>A chair was given after waiting.</summary>
    public async Task ChairGivenAsync(Invitation invitation, CancellationToken stop)
    {
        if (invitation.Person!.Email is not null)
        {
            await outbox.AddAsync(await letters.ChairGivenAsync(invitation, stop), stop);
        }
    }

    /// <summary>
    /// To the contact person: somebody named another person, or asks to be removed. Says nothing about anybody; the
    /// page does. So one that waits is right after a correction too; when it has left, the correction is told by
    /// another.
    /// </summary>
    public async Task TellOrganiserAsync(Invitation invitation, string kind, CancellationToken stop)
    {
        var settings = await installation.ReadAsync(stop);
        var contact = invitation.Gathering!.ContactPerson;
        if (contact is null)
        {
            return;
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{kind}-team:{invitation.Id}:{invitation.AnswerNumber}");
        var before = await db
            .Mails.Where(mail => mail.Key == key || mail.Key.StartsWith(key + ":"))
            .Select(mail => mail.State)
            .ToListAsync(stop);
        if (before.Contains(MailState.Queued))
        {
            return;
        }

        var link = installation.Link(settings, $"uitnodigingen/{invitation.Id}");
        MailText text =
            kind == "iemand-anders"
                ? new SomeoneElseTeamMail { FirstName = contact.FirstName, Link = link }
                : new RemovalRequestMail { FirstName = contact.FirstName, Link = link };
        await outbox.AddAsync(
            new Letter
            {
                Text = text,
                To = contact,
                Key = before.Count == 0 ? key : $"{key}:{before.Count}",
                GatheringId = invitation.GatheringId,
            },
            stop
        );
    }

    private IQueryable<OutgoingMail> ConfirmationsOf(Invitation invitation) =>
        db.Mails.Where(mail =>
            mail.InvitationId == invitation.Id
            && mail.AnswerNumber == invitation.AnswerNumber
            && mail.AnswerNumber > 0
            && MailCatalogue.Confirmations.Contains(mail.Kind)
        );

    private async Task<OutgoingMail?> ConfirmAsync(
        Invitation invitation,
        TimeSpan wait,
        string version,
        CancellationToken stop
    ) =>
        invitation.Person!.Email is not null && await letters.ConfirmAsync(invitation, stop) is { } letter
            ? await outbox.AddAsync(letter with { Key = letter.Key + version, Wait = wait }, stop)
            : null;
}
