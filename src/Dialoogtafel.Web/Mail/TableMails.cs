using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Network;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Engines;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Mail.Templates;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>
/// The mails about one invitation: which one follows from which answer. Invitation, gathering (with series, place and people) and person must
/// be loaded. Everything is added to the running save; the caller saves and wakes the pump.
/// </summary>
public sealed class TableMails(DialoogtafelDb db, Outbox outbox, LinkDesk links, Installation installation, InstallationOptions options, FieldCipher cipher, CalendarWriter calendar, TimeProvider clock)
{
    /// <summary>M-01, with the recall window. Wanted as long as there is no answer and the table has not begun.</summary>
    public async Task<OutgoingMail?> InviteAsync(Invitation invitation, CancellationToken stop) => await outbox.AddAsync(new Letter
    {
        Text = await InvitationTextAsync(invitation, stop), To = invitation.Person!, From = invitation.Gathering!.ContactPerson, MayBeRecalled = true,
        Key = $"uitnodiging:{invitation.Id}:{invitation.Approaches}", GatheringId = invitation.GatheringId, InvitationId = invitation.Id, AnswerNumber = 0,
        StaleAt = invitation.Gathering.StartsAt,
    }, stop);

    /// <summary>What M-01 says, also for the preview.</summary>
    public async Task<InvitationMail> InvitationTextAsync(Invitation invitation, CancellationToken stop)
    {
        var gathering = invitation.Gathering!;
        return new InvitationMail
        {
            Facts = await FactsAsync(invitation, stop), OwnSentence = invitation.OwnSentence is { } own ? cipher.Open(own) : null,
            Domain = gathering.Series!.LifeDomain!.Name, Goal = gathering.Purpose.Length > 0 ? gathering.Purpose : gathering.Series.Project!.Purpose,
            Facilitators = Facilitators(gathering),
            People = gathering.MaxSeats, Via = invitation.ViaWhom, Breaks = null, QuietRoom = false, AboutThePlace = AboutThePlace(gathering.Location),
        };
    }

    /// <summary>The confirmation that belongs to the present answer (M-04, M-05 and their kin); always one (mail-and-rsvp.md 5.2).</summary>
    /// <param name="wait">Before it leaves: longer than zero while a page asks on.</param>
    public async Task<OutgoingMail?> ConfirmAsync(Invitation invitation, TimeSpan wait, CancellationToken stop) => await ConfirmAsync(invitation, wait, "", stop);

    /// <summary>The person told more: the confirmation that still waits is dropped, and one that knows it all goes instead.</summary>
    public async Task ReplaceConfirmationAsync(Invitation invitation, CancellationToken stop)
    {
        var earlier = await db.Mails.Where(mail => mail.InvitationId == invitation.Id && mail.AnswerNumber == invitation.AnswerNumber && mail.AnswerNumber > 0).ToListAsync(stop);
        foreach (var mail in earlier.Where(mail => mail.State == MailState.Queued && mail.Attempts == 0))
        {
            mail.Drop("Vervangen: de deelnemer vertelde meer.");
        }

        await ConfirmAsync(invitation, TimeSpan.Zero, $":{earlier.Count}", stop);
    }

    private async Task<OutgoingMail?> ConfirmAsync(Invitation invitation, TimeSpan wait, string version, CancellationToken stop)
    {
        var facts = await FactsAsync(invitation, stop);
        Task<OutgoingMail?> AddAsync(Invitation about, MailText text, CancellationToken stopping, bool withCalendar = false) =>
            this.AddAsync(about, text, stopping, withCalendar, wait, version);
        return invitation.State switch
        {
            InvitationState.Yes => await AddAsync(invitation, new ConfirmationMail { Facts = facts }, stop, withCalendar: true),
            InvitationState.Waiting => await AddAsync(invitation, new YesWeWillCallMail { Facts = facts, CallBy = Day(invitation.CallBefore!.Value) }, stop),
            InvitationState.Maybe => await AddAsync(invitation, NotYet(invitation, facts), stop),
            InvitationState.No => await AddAsync(invitation, new ThanksForNoMail { Facts = facts }, stop),
            InvitationState.Informant => await AddAsync(invitation, new ThinkAlongMail { Facts = facts, CallBy = CallDay(invitation) }, stop),
            InvitationState.Substitute => await AddAsync(invitation, new SomeoneElseMail { Facts = facts }, stop),
            _ => null,
        };
    }

    /// <summary>A chair was given after waiting.</summary>
    public async Task<OutgoingMail?> ChairGivenAsync(Invitation invitation, CancellationToken stop) =>
        await AddAsync(invitation, new ChairForYouMail { Facts = await FactsAsync(invitation, stop) }, stop, withCalendar: true);

    /// <summary>The mail of a reminder (M-02, M-09); its key makes it go once.</summary>
    public async Task<OutgoingMail?> RemindAsync(Invitation invitation, Reminder reminder, CancellationToken stop)
    {
        var facts = await FactsAsync(invitation, stop);
        var gathering = invitation.Gathering!;
        MailText text = reminder.Kind is ReminderKind.WeekBefore or ReminderKind.DayBefore
            ? new PracticalMail { Facts = facts, Tomorrow = reminder.Kind == ReminderKind.DayBefore, Facilitators = Facilitators(gathering), AboutThePlace = AboutThePlace(gathering.Location) }
            : new ReminderMail { Facts = facts, KnowsNow = reminder.Kind == ReminderKind.KnowsNow };
        return await outbox.AddAsync(new Letter
        {
            Text = text, To = invitation.Person!, From = gathering.ContactPerson, Key = $"herinnering:{reminder.Id}", GatheringId = invitation.GatheringId,
            InvitationId = invitation.Id, AnswerNumber = invitation.AnswerNumber, StaleAt = gathering.StartsAt,
        }, stop);
    }

    private static List<string> Facilitators(Gathering gathering) =>
        [.. new[] { gathering.ProcessFacilitator, gathering.ContentFacilitator }.OfType<Person>().Select(person => person.FullName)];

    /// <summary>To the contact person: somebody named another person, or asks to be removed. Says nothing about anybody; the page does.</summary>
    public async Task TellOrganiserAsync(Invitation invitation, string kind, CancellationToken stop)
    {
        var settings = await installation.ReadAsync(stop);
        var contact = invitation.Gathering!.ContactPerson;
        if (contact is null)
        {
            return;
        }

        var link = installation.Link(settings, $"uitnodigingen/{invitation.Id}");
        MailText text = kind == "iemand-anders"
            ? new SomeoneElseTeamMail { FirstName = contact.FirstName, Link = link }
            : new RemovalRequestMail { FirstName = contact.FirstName, Link = link };
        await outbox.AddAsync(new Letter { Text = text, To = contact, Key = $"{kind}-team:{invitation.Id}:{invitation.AnswerNumber}", GatheringId = invitation.GatheringId }, stop);
    }

    /// <summary>The last mail to somebody who asked to be removed; not tied to the invitation, which is withdrawn.</summary>
    public async Task ErasingAsync(Invitation invitation, CancellationToken stop)
    {
        var settings = await installation.ReadAsync(stop);
        var contact = invitation.Gathering!.ContactPerson;
        await outbox.AddAsync(new Letter
        {
            Text = new ErasingMail { FirstName = invitation.Person!.FirstName, Contact = contact?.FullName ?? settings.OrganisationName, Phone = contact?.Phone ?? settings.Phone },
            To = invitation.Person, From = contact, Key = $"wij-wissen:{invitation.Id}", GatheringId = invitation.GatheringId,
        }, stop);
    }

    private async Task<OutgoingMail?> AddAsync(
        Invitation invitation, MailText text, CancellationToken stop, bool withCalendar = false, TimeSpan wait = default, string version = "") => await outbox.AddAsync(new Letter
    {
        Text = text, To = invitation.Person!, From = invitation.Gathering!.ContactPerson, Key = $"{text.Template}:{invitation.Id}:{invitation.AnswerNumber}{version}", Wait = wait,
        GatheringId = invitation.GatheringId, InvitationId = invitation.Id, AnswerNumber = invitation.AnswerNumber, StaleAt = invitation.Gathering.EndsAt,
        Calendar = withCalendar && invitation.Person!.Email is not null ? await EntryAsync(invitation, stop) : null,
    }, stop);

    private async Task<CalendarPart> EntryAsync(Invitation invitation, CancellationToken stop)
    {
        var settings = await installation.ReadAsync(stop);
        var gathering = invitation.Gathering!;
        var contact = gathering.ContactPerson;
        var from = installation.From(settings);
        return calendar.Write(new CalendarEntry
        {
            Method = CalendarMethod.Request, Uid = $"uitnodiging-{invitation.Id}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}", Sequence = gathering.CalendarSequence,
            Stamp = clock.GetUtcNow(), Start = gathering.StartsAt!.Value, End = gathering.EndsAt!.Value, ZoneId = options.TimeZone,
            Summary = $"Dialoogtafel: {gathering.Series!.Subject}", Location = gathering.Location?.OneLine,
            Organizer = new Mailbox(contact?.Email ?? from, contact?.FullName ?? settings.OrganisationName), Attendee = new Mailbox(invitation.Person!.Email!, invitation.Person.FullName),
        });
    }

    private async Task<GatheringFacts> FactsAsync(Invitation invitation, CancellationToken stop)
    {
        var settings = await installation.ReadAsync(stop);
        var gathering = invitation.Gathering!;
        return new GatheringFacts
        {
            FirstName = invitation.Person!.FirstName, Subject = gathering.Series!.Subject, Start = LocalTime.ToLocal(gathering.StartsAt!.Value, options.Zone),
            Duration = TimeSpan.FromMinutes(gathering.Minutes), Place = gathering.Location?.OneLine ?? "", Link = await links.AddressAsync(invitation, stop),
            Contact = gathering.ContactPerson?.FullName ?? settings.OrganisationName, Phone = gathering.ContactPerson?.Phone ?? settings.Phone,
        };
    }

    private NotYetMail NotYet(Invitation invitation, GatheringFacts facts) => new()
    {
        Facts = facts, WeCall = invitation.CallReason == CallReason.WantsToKnowLater,
        QuietUntil = Day(invitation.SilentUntil ?? clock.GetUtcNow().UtcDateTime.AddDays(7)),
    };

    private DateOnly? CallDay(Invitation invitation) => invitation.CallAskedBefore is { } day ? Day(day) : null;

    private DateOnly Day(DateTime utc) => DateOnly.FromDateTime(LocalTime.ToLocal(utc, options.Zone));

    private static string? AboutThePlace(Location? place)
    {
        if (place is null)
        {
            return null;
        }

        var lines = new[] { place.QuietRoom, place.SoundAndLight, place.Wheelchair, place.Parking, place.PublicTransport }.Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? null : string.Join(" ", lines.Select(line => line.TrimEnd('.') + "."));
    }
}
