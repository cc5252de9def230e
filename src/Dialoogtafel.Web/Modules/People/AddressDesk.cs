using System.Globalization;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People;

/// <summary>
/// Somebody gets another mail address. It is a key (K-F1): the former address hears it, every link that was mailed
/// dies, what waits does not leave with a dead link, and what was typed before waits for the person's own word.
/// </summary>
public sealed class AddressDesk(
    DialoogtafelDb db,
    MailOutbox outbox,
    LinkDesk links,
    TableMails mails,
    Installation installation
)
{
    private const string NotSent =
        "Het mailadres is veranderd voordat deze mail wegging. Bel deze persoon, of stuur iets nieuws.";

    /// <summary>
    /// To be called in the transaction of the change and before the new address is filled in; added to the running
    /// save.
    /// </summary>
    /// <param name="next">The new address; null = none any more.</param>
    /// <returns>Invitations that waited, for <see cref="InviteAgainAsync"/> after the save.</returns>
    public async Task<IReadOnlyList<OutgoingMail>> LeaveAsync(
        Person person,
        string? next,
        DateTime now,
        CancellationToken stop
    )
    {
        var again = await StopWaitingAsync(person, next, stop);
        await TellAsync(person, next, stop);
        await links.RenewAsync(person.Id, now, stop);
        // Also of a member who changes the own address: the team's pages know the account, not who typed behind a link.
        person.DoubtAddress(await DevicesAsync(person.Id, stop), now);
        return again;
    }

    /// <summary>
    /// The invitations that waited go to the new address, with its link and at the moment that was meant.
    /// </summary>
    public async Task InviteAgainAsync(Person person, IReadOnlyList<OutgoingMail> waiting, CancellationToken stop)
    {
        foreach (var mail in waiting)
        {
            var invitation = await db.Invitations.WithFacts().SingleAsync(item => item.Id == mail.InvitationId, stop);
            await mails.InviteAsync(
                invitation,
                stop,
                mail.NextAt,
                string.Create(CultureInfo.InvariantCulture, $":adres{person.Version}")
            );
        }
    }

    /// <summary>As much of an address as its owner recognises and nobody else can write to.</summary>
    public static string Masked(string address) =>
        address.LastIndexOf('@') is > 0 and var at ? $"{StringInfo.GetNextTextElement(address)}…{address[at..]}" : "…";

    private async Task<IReadOnlyList<OutgoingMail>> StopWaitingAsync(
        Person person,
        string? next,
        CancellationToken stop
    )
    {
        var again = new List<OutgoingMail>();
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
        foreach (var mail in open)
        {
            var waits = mail.State == MailState.Queued;
            if (waits && mail.Kind == ContactListMail.Name)
            {
                // Made anew for the new address before it leaves (ContactListDesk).
                continue;
            }

            if (waits && mail.Kind == InvitationMail.Name && next is not null && MailAddress.Passes(next))
            {
                mail.Drop("Vervangen: het mailadres is veranderd.");
                again.Add(mail);
            }
            else if (waits && mail.Unlisted)
            {
                // A link that the person asked for: the page offers it again.
                mail.Drop("Het mailadres is veranderd.");
            }
            else
            {
                mail.AddressChanged(NotSent);
            }
        }

        return again;
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
