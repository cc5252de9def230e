using System.Globalization;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People;

/// <summary>
/// Somebody gets another mail address. It is a key (K-F1): the former address hears it, every link that was mailed
/// dies, what waits goes to the new address with the new link, and what was typed before waits for the person's own
/// word.
/// </summary>
public sealed class AddressDesk(
    DialoogtafelDb db,
    MailOutbox outbox,
    MailRenewal renewal,
    LinkDesk links,
    IEnumerable<ITellsOfPeople> tellers,
    Installation installation
)
{
    /// <summary>
    /// To be called in the transaction of the change and before the new address is filled in; added to the running
    /// save.
    /// </summary>
    /// <param name="next">The new address; null = none any more.</param>
    /// <returns>Mails that wait, for <see cref="SendElsewhereAsync"/> once the new address is stored.</returns>
    public async Task<IReadOnlyList<OutgoingMail>> LeaveAsync(
        Person person,
        string? next,
        DateTime now,
        CancellationToken stop
    )
    {
        var waiting = await LookAtOpenAsync(person, stop);
        await TellAsync(person, next, stop);
        await links.RenewAsync(person.Id, now, stop);
        // Also of a member who changes the own address: the team's pages know the account, not who typed behind a link.
        person.DoubtAddress(await DevicesAsync(person.Id, stop), now);
        return waiting;
    }

    /// <summary>
    /// What waited and surely was not delivered goes to the new address, at the moment that was meant. What nobody can
    /// say anew did not leave: the person is called.
    /// </summary>
    public async Task SendElsewhereAsync(IReadOnlyList<OutgoingMail> waiting, DateTime now, CancellationToken stop)
    {
        foreach (var teller in tellers)
        {
            await teller.SyncAsync(now, stop);
        }

        var invitations = waiting.Select(mail => mail.InvitationId).OfType<int>().ToList();
        var answers = await db
            .Invitations.Where(item => invitations.Contains(item.Id))
            .ToDictionaryAsync(item => item.Id, item => item.AnswerNumber, stop);
        foreach (var mail in waiting.Where(mail => mail.State == MailState.Queued))
        {
            if (mail is { InvitationId: { } id, AnswerNumber: { } spokenOf } && answers[id] != spokenOf)
            {
                mail.Drop("Er is intussen een ander antwoord.");
            }
            else
            {
                await renewal.SendElsewhereAsync(mail, stop);
            }
        }
    }

    /// <summary>As much of an address as its owner recognises and nobody else can write to.</summary>
    public static string Masked(string address) =>
        address.LastIndexOf('@') is > 0 and var at ? $"{StringInfo.GetNextTextElement(address)}…{address[at..]}" : "…";

    /// <summary>
    /// What failed or may have arrived is not sent again. A link that the person asked for, and whatever belongs to an
    /// account, never follows: the page offers it again.
    /// </summary>
    private async Task<IReadOnlyList<OutgoingMail>> LookAtOpenAsync(Person person, CancellationToken stop)
    {
        var open = await db
            .Mails.Where(mail =>
                mail.PersonId == person.Id
                && mail.Kind != AddressChangedMail.Name
                && (
                    mail.State == MailState.Queued
                    || mail.State == MailState.Failed
                    || mail.State == MailState.Uncertain
                )
            )
            .ToListAsync(stop);
        foreach (var mail in open.Where(mail => mail.State != MailState.Queued))
        {
            mail.AddressChanged(MailRenewal.NotSent);
        }

        var waiting = open.FindAll(mail => mail.State == MailState.Queued);
        foreach (var mail in waiting.Where(mail => mail.Unlisted))
        {
            mail.Drop("Het mailadres is veranderd.");
        }

        return waiting.FindAll(mail => !mail.Unlisted);
    }

    /// <summary>
    /// To the former address, at once: the person did not ask for it, but has to hear it. Where there is none that
    /// takes mail, nothing goes.
    /// </summary>
    private async Task TellAsync(Person person, string? next, CancellationToken stop)
    {
        if (person.Email is not { } former || !MailAddress.Passes(former))
        {
            return;
        }

        var settings = await installation.ReadAsync(stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new AddressChangedMail
                {
                    FirstName = person.FirstName,
                    NewAddress = next is null ? null : Masked(next),
                    Contact = settings.OrganisationName,
                    Phone = settings.Phone,
                },
                To = person,
                Key = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{AddressChangedMail.Name}:{person.Id}:{person.Version}"
                ),
            },
            stop
        );
    }

    private async Task<IReadOnlyList<string>> DevicesAsync(int person, CancellationToken stop)
    {
        var own = db.Invitations.Where(item => item.PersonId == person);
        List<string?> devices =
        [
            .. await db
                .Answers.Where(item => own.Any(invitation => invitation.Id == item.InvitationId))
                .Select(item => item.Device)
                .ToListAsync(stop),
            .. await db
                .Needs.Where(item => own.Any(invitation => invitation.Id == item.InvitationId))
                .Select(item => item.Device)
                .ToListAsync(stop),
            .. await db
                .FetchChecks.Where(item => own.Any(invitation => invitation.Id == item.InvitationId))
                .Select(item => item.Device)
                .ToListAsync(stop),
            .. await own.Select(item => item.NoteDevice).ToListAsync(stop),
        ];
        return [.. devices.OfType<string>()];
    }
}
