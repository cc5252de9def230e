using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// What the mails about one invitation say, from the facts as they are now; adds nothing. Invitation, gathering (with
/// series, place and people) and person must be loaded.
/// </summary>
public sealed class InvitationLetters(
    TableFacts about,
    TableCalendar calendar,
    ReminderDesk reminders,
    EarlierReport earlier,
    FieldCipher cipher,
    TimeProvider clock
)
{
    /// <summary>
    /// M-01, with the recall window. Wanted as long as there is no answer and the table has not begun.
    /// </summary>
    public async Task<Letter> InviteAsync(Invitation invitation, CancellationToken stop) =>
        new()
        {
            Text = await InvitationTextAsync(invitation, stop),
            To = invitation.Person!,
            From = invitation.Gathering!.ContactPerson,
            MayBeRecalled = true,
            Key = $"uitnodiging:{invitation.Id}:{invitation.Approaches}",
            Tells = Appointment.Of(invitation.Gathering),
            GatheringId = invitation.GatheringId,
            InvitationId = invitation.Id,
            AnswerNumber = 0,
            StaleAt = invitation.Gathering.StartsAt,
        };

    /// <summary>What M-01 says, also for the preview.</summary>
    public async Task<InvitationMail> InvitationTextAsync(Invitation invitation, CancellationToken stop) =>
        Common(invitation.Gathering!, await about.OfAsync(invitation, stop)) with
        {
            EarlierReport = await earlier.LinkAsync(invitation, stop),
            OwnSentence = invitation.OwnSentence is { } own ? cipher.Open(own) : null,
            Via = invitation.ViaWhom,
        };

    /// <summary>What M-01 says to everybody.</summary>
    public static InvitationMail Common(Gathering gathering, GatheringFacts facts) =>
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
    /// The confirmation that belongs to the present answer (M-04, M-05 and their kin); null when nothing was answered.
    /// Who comes gets the entry; from everybody else it is taken away where it was put.
    /// </summary>
    /// <param name="tellsQuestions">False when a mail of its own tells that the questions stand ready.</param>
    public async Task<Letter?> ConfirmAsync(Invitation invitation, CancellationToken stop, bool tellsQuestions = true)
    {
        var comes = invitation.State == InvitationState.Yes;
        var removed = !comes && (await calendar.StandingAsync([invitation.Id], stop)).Count > 0;
        var facts = await about.OfAsync(invitation, stop, removed);
        MailText? text = invitation.State switch
        {
            InvitationState.Yes => new ConfirmationMail
            {
                Facts = facts,
                Questions = tellsQuestions && await TellsOfQuestionsAsync(invitation, stop),
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
                Questions = tellsQuestions && await TellsOfQuestionsAsync(invitation, stop),
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
            : await AnswerAsync(
                invitation,
                text,
                comes ? CalendarChange.Put
                    : removed ? CalendarChange.Removed
                    : null,
                stop
            );
    }

    /// <summary>A chair was given after waiting.</summary>
    /// <param name="tellsQuestions">False when a mail of its own tells that the questions stand ready.</param>
    public async Task<Letter> ChairGivenAsync(
        Invitation invitation,
        CancellationToken stop,
        bool tellsQuestions = true
    ) =>
        await AnswerAsync(
            invitation,
            new ChairForYouMail
            {
                Facts = await about.OfAsync(invitation, stop),
                Questions = tellsQuestions && await TellsOfQuestionsAsync(invitation, stop),
            },
            CalendarChange.Put,
            stop
        );

    private async Task<Letter> AnswerAsync(
        Invitation invitation,
        MailText text,
        CalendarChange? entry,
        CancellationToken stop
    ) =>
        new()
        {
            Text = text,
            To = invitation.Person!,
            From = invitation.Gathering!.ContactPerson,
            Key = $"{text.Template}:{invitation.Id}:{invitation.AnswerNumber}",
            GatheringId = invitation.GatheringId,
            InvitationId = invitation.Id,
            AnswerNumber = invitation.AnswerNumber,
            StaleAt = invitation.Gathering.EndsAt,
            Tells = Appointment.Of(invitation.Gathering),
            Calendar = entry switch
            {
                CalendarChange.Put => await calendar.PutAsync(invitation, stop),
                CalendarChange.Removed => await calendar.RemoveAsync(invitation, stop),
                _ => null,
            },
        };

    private Task<bool> TellsOfQuestionsAsync(Invitation invitation, CancellationToken stop) =>
        reminders.ConfirmationTellsAsync(invitation, clock.GetUtcNow().UtcDateTime, stop);

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
