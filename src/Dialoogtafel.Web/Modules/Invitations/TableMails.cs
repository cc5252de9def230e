using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Templates;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// The mails about one invitation: which one follows from which answer. Invitation, gathering (with series, place and
/// people) and person must be loaded. Everything is added to the running save; the caller saves.
/// </summary>
public sealed class TableMails(
    DialoogtafelDb db,
    MailOutbox outbox,
    TableFacts about,
    TableCalendar calendar,
    ReminderDesk reminders,
    EarlierReport earlier,
    Installation installation,
    MailTemplates templates,
    FieldCipher cipher,
    TimeProvider clock
)
{
    /// <summary>
    /// M-01, with the recall window. Wanted as long as there is no answer and the table has not begun.
    /// </summary>
    /// <param name="sendAt">When it leaves, UTC; null = at the end of the recall window.</param>
    /// <param name="version">Tells a mail that takes the place of a waiting one from that one.</param>
    public async Task<OutgoingMail?> InviteAsync(
        Invitation invitation,
        CancellationToken stop,
        DateTime? sendAt = null,
        string version = ""
    ) =>
        await outbox.AddAsync(
            new Letter
            {
                Text = await InvitationTextAsync(invitation, stop),
                To = invitation.Person!,
                From = invitation.Gathering!.ContactPerson,
                MayBeRecalled = true,
                SendAt = sendAt,
                Key = $"uitnodiging:{invitation.Id}:{invitation.Approaches}{version}",
                Tells = Appointment.Of(invitation.Gathering),
                GatheringId = invitation.GatheringId,
                InvitationId = invitation.Id,
                AnswerNumber = 0,
                StaleAt = invitation.Gathering.StartsAt,
            },
            stop
        );

    /// <summary>What M-01 says, also for the preview.</summary>
    public async Task<InvitationMail> InvitationTextAsync(Invitation invitation, CancellationToken stop) =>
        InvitationText(invitation.Gathering!, await about.OfAsync(invitation, stop)) with
        {
            EarlierReport = await earlier.LinkAsync(invitation, stop),
            OwnSentence = invitation.OwnSentence is { } own ? cipher.Open(own) : null,
            Via = invitation.ViaWhom,
        };

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
        var text = InvitationText(table, about.Of(table, settings, "-", installation.Link(settings, "")));
        return
        [
            .. (table.StartsAt is null ? new[] { "datum" } : [])
                .Concat(languages.Distinct().SelectMany(language => templates.Holes(text, language)))
                .Distinct(),
        ];
    }

    /// <summary>What is the same for everybody.</summary>
    private static InvitationMail InvitationText(Gathering gathering, GatheringFacts facts) =>
        new()
        {
            Facts = facts,
            Domain = gathering.Series!.LifeDomain!.Name,
            Goal = gathering.Purpose.Length > 0 ? gathering.Purpose : gathering.Series.Project!.Purpose,
            People = gathering.MaxSeats,
            Via = "-",
            Breaks = null,
            QuietRoom = false,
        };

    /// <summary>
    /// The confirmation that belongs to the present answer (M-04, M-05 and their kin); always one, so that people can
    /// see what we understood.
    /// </summary>
    /// <param name="wait">Before it leaves: longer than zero while a page asks on.</param>
    public async Task<OutgoingMail?> ConfirmAsync(Invitation invitation, TimeSpan wait, CancellationToken stop) =>
        await ConfirmAsync(invitation, wait, "", stop);

    /// <summary>
    /// The person told more: the confirmation that still waits is dropped, and one that knows it all goes instead.
    /// </summary>
    public async Task ReplaceConfirmationAsync(Invitation invitation, CancellationToken stop)
    {
        var earlier = await ConfirmationsOf(invitation).ToListAsync(stop);
        foreach (var mail in earlier.Where(mail => mail.State == MailState.Queued && mail.Attempts == 0))
        {
            mail.Drop("Vervangen: de deelnemer vertelde meer.");
        }

        await ConfirmAsync(invitation, TimeSpan.Zero, $":{earlier.Count}", stop);
    }

    /// <summary>The confirmation of their present answer has not been tried yet.</summary>
    public Task<bool> ConfirmationWaitsAsync(Invitation invitation, CancellationToken stop) =>
        ConfirmationsOf(invitation).AnyAsync(mail => mail.State == MailState.Queued && mail.Attempts == 0, stop);

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
    )
    {
        // Who comes gets the entry; from everybody else it is taken away where it was put.
        var comes = invitation.State == InvitationState.Yes;
        var removed = !comes && (await calendar.StandingAsync([invitation.Id], stop)).Count > 0;
        var facts = await about.OfAsync(invitation, stop, removed);
        MailText? text = invitation.State switch
        {
            InvitationState.Yes => new ConfirmationMail
            {
                Facts = facts,
                Questions = await TellsOfQuestionsAsync(invitation, stop),
            },
            InvitationState.Waiting => new YesWeWillCallMail
            {
                Facts = facts,
                CallBy = about.Wall.Day(invitation.CallBefore!.Value),
            },
            InvitationState.Maybe => NotYet(invitation, facts),
            InvitationState.No => new ThanksForNoMail { Facts = facts },
            InvitationState.Informant => new ThinkAlongMail
            {
                Facts = facts,
                CallBy = CallDay(invitation),
                Questions = await TellsOfQuestionsAsync(invitation, stop),
            },
            InvitationState.Substitute => new SomeoneElseMail
            {
                Facts = facts,
                AskBy = invitation.AsksWhom ? CallDay(invitation) : null,
            },
            _ => null,
        };
        return text is null
            ? null
            : await AddAsync(
                invitation,
                text,
                comes ? EntryChange.Put
                    : removed ? EntryChange.Removed
                    : null,
                stop,
                wait,
                version
            );
    }

    /// <summary>A chair was given after waiting.</summary>
    public async Task<OutgoingMail?> ChairGivenAsync(Invitation invitation, CancellationToken stop) =>
        await AddAsync(
            invitation,
            new ChairForYouMail
            {
                Facts = await about.OfAsync(invitation, stop),
                Questions = await TellsOfQuestionsAsync(invitation, stop),
            },
            EntryChange.Put,
            stop
        );

    /// <summary>
    /// The mail of a reminder (M-02, M-06, M-07, M-09, M-14); its key makes it go once for each day on which it is due.
    /// </summary>
    public async Task<OutgoingMail?> RemindAsync(Invitation invitation, Reminder reminder, CancellationToken stop)
    {
        var facts = await about.OfAsync(invitation, stop);
        var gathering = invitation.Gathering!;
        var start = gathering.StartsAt!.Value;
        // The mail of the day before may have had to wait for the morning itself.
        var daysLeft = about.Wall.DaysUntil(start, clock.GetUtcNow().UtcDateTime);
        var distance = invitation.State == InvitationState.Informant;
        var (count, sendsIn) = reminder.Kind.IsAboutQuestions() ? await QuestionsAsync(invitation, stop) : (0, false);
        var report = reminder.Kind.IsAboutQuestions() ? await earlier.LinkAsync(invitation, stop) : null;
        MailText text = reminder.Kind switch
        {
            ReminderKind.WeekBefore or ReminderKind.DayBefore => new PracticalMail
            {
                Facts = facts,
                Tomorrow = daysLeft == 1,
                Today = daysLeft == 0,
            },
            ReminderKind.QuestionsReady => new QuestionsReadyMail
            {
                Facts = facts,
                EarlierReport = report,
                AtDistance = distance,
                SendsIn = sendsIn,
                Count = count,
            },
            ReminderKind.Thanks => new ThanksMail
            {
                FirstName = facts.FirstName,
                Subject = facts.Subject,
                Date = DateOnly.FromDateTime(facts.Start),
                Link = facts.Link,
                Contact = facts.Contact,
                Phone = facts.Phone,
            },
            ReminderKind.QuestionsAgain => new QuestionsAgainMail
            {
                Facts = facts,
                EarlierReport = report,
                AtDistance = distance,
                SendsIn = sendsIn,
                Count = count,
            },
            _ => new ReminderMail { Facts = facts, KnowsNow = reminder.Kind == ReminderKind.KnowsNow },
        };
        return await outbox.AddAsync(
            new Letter
            {
                Text = text,
                To = invitation.Person!,
                From = gathering.ContactPerson,
                Key = KeyOf(reminder),
                GatheringId = invitation.GatheringId,
                InvitationId = invitation.Id,
                AnswerNumber = invitation.AnswerNumber,
                StaleAt = text switch
                {
                    ThanksMail => start + ReminderRule.ThanksStale,
                    PracticalMail { Tomorrow: true } or QuestionsMail => about.Wall.DayStart(start),
                    _ => start,
                },
                Tells = text is ThanksMail ? null : Appointment.Of(gathering),
            },
            stop
        );
    }

    /// <summary>The mail of this reminder for the day on which it is due.</summary>
    internal static string KeyOf(Reminder reminder) =>
        string.Create(CultureInfo.InvariantCulture, $"herinnering:{reminder.Id}:{reminder.DueAt:yyyyMMdd}");

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

    private async Task<OutgoingMail?> AddAsync(
        Invitation invitation,
        MailText text,
        EntryChange? entry,
        CancellationToken stop,
        TimeSpan wait = default,
        string version = ""
    ) =>
        invitation.Person!.Email is null
            ? null
            : await outbox.AddAsync(
                new Letter
                {
                    Text = text,
                    To = invitation.Person,
                    From = invitation.Gathering!.ContactPerson,
                    Key = $"{text.Template}:{invitation.Id}:{invitation.AnswerNumber}{version}",
                    Wait = wait,
                    GatheringId = invitation.GatheringId,
                    InvitationId = invitation.Id,
                    AnswerNumber = invitation.AnswerNumber,
                    StaleAt = invitation.Gathering.EndsAt,
                    Tells = Appointment.Of(invitation.Gathering),
                    Calendar = entry switch
                    {
                        EntryChange.Put => await calendar.PutAsync(invitation, stop),
                        EntryChange.Removed => await calendar.RemoveAsync(invitation, stop),
                        _ => null,
                    },
                },
                stop
            );

    private Task<bool> TellsOfQuestionsAsync(Invitation invitation, CancellationToken stop) =>
        reminders.ConfirmationTellsAsync(invitation, clock.GetUtcNow().UtcDateTime, stop);

    /// <summary>
    /// How many questions there are for them, and whether one of them is to send in; else all are to think about and
    /// take along (R-044b).
    /// </summary>
    private async Task<(int Count, bool SendsIn)> QuestionsAsync(Invitation invitation, CancellationToken stop)
    {
        var sets = (
            await db
                .QuestionSets.AsNoTracking()
                .IgnoreAutoIncludes()
                .Include(item => item.Questions)
                .Where(set => set.GatheringId == invitation.GatheringId)
                .ToListAsync(stop)
        )
            .Where(set => set.IsFor(invitation))
            .Select(set =>
                (set.Mode, Count: set.Questions.Count(question => question is { IsAsked: true, TakesAnswer: true }))
            )
            .ToList();
        return (sets.Sum(set => set.Count), sets.Exists(set => set.Mode == PreparationMode.SendIn && set.Count > 0));
    }

    private NotYetMail NotYet(Invitation invitation, GatheringFacts facts) =>
        new()
        {
            Facts = facts,
            WeCall = invitation.CallReason == CallReason.WantsToKnowLater,
            QuietUntil = about.Wall.Day(
                invitation.SilentUntil
                    ?? invitation.CallAskedBefore
                    ?? clock.GetUtcNow().UtcDateTime + ReminderRule.AskAgainAfter
            ),
        };

    private DateOnly? CallDay(Invitation invitation) =>
        invitation.CallAskedBefore is { } day ? about.Wall.Day(day) : null;
}
