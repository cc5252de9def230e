using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Outbox;

/// <summary>What is known of the subject of a mail at the moment that it would leave.</summary>
/// <param name="Stands">When and where the table is now.</param>
public sealed record MailSubject(
    int? AnswerNumber,
    DateTime? WithdrawnAt,
    DateTime? CancelledAt,
    DateTime? NotToBeApproachedSince,
    Appointment? Stands
)
{
    /// <summary>Since when the questions beforehand stand ready; null = they do not.</summary>
    public DateTime? QuestionsReadyAt { get; init; }

    /// <summary>Of a newsletter: the person does not want it any more, or asked to be removed.</summary>
    public bool NewsEnded { get; init; }

    /// <summary>When the person finished their preparation.</summary>
    public DateTime? PreparedAt { get; init; }

    /// <summary>Of the action that the mail is about.</summary>
    public DateTime? ActionEndedAt { get; init; }

    /// <summary>Who does that action now.</summary>
    public int? ActionOwner { get; init; }

    public int? FollowUpNumber { get; init; }
}

/// <summary>
/// The last look before sending: is this mail still true and wanted (S43, S44)? Each mail names the rule that is its
/// own. Null when it may go; else the reason why it is dropped, in Dutch, for the mail log.
/// </summary>
public static class StillWanted
{
    public static string? WhyTooLate(OutgoingMail mail, DateTime now) =>
        mail.StaleAt < now ? "Te laat: het moment waarover deze mail gaat is voorbij." : null;

    /// <summary>By what the row says that it is about: an action, a newsletter, an invitation, or nothing.</summary>
    public static string? WhyNotByItsSubject(OutgoingMail mail, MailSubject subject) =>
        mail switch
        {
            { ActionId: not null } => WhyNotAction(mail, subject),
            { IssueId: not null } when subject.NewsEnded => "Deze persoon wil de nieuwsbrief niet meer.",
            { InvitationId: not null } => WhyNotInvitation(mail, subject),
            _ => null,
        };

    /// <summary>The table goes on, the person is on its list, and day, place and answer are the same.</summary>
    public static string? WhyNotInvitation(OutgoingMail mail, MailSubject subject) =>
        mail switch
        {
            _ when WhyNotTable(subject) is { } cancelled => cancelled,
            _ when subject.WithdrawnAt is not null => "Deze persoon staat niet meer op de lijst.",
            { Tells: { } told } when told != subject.Stands =>
                "De tafel is verzet: deze mail noemt nog de oude dag of plek.",
            { AnswerNumber: { } spokenOf } when spokenOf != subject.AnswerNumber => OtherAnswer,
            { AnswerNumber: 0 } when subject.NotToBeApproachedSince is not null => NotToBeApproached,
            _ => null,
        };

    /// <summary>And the questions stand ready for somebody who has not finished them.</summary>
    public static string? WhyNotQuestions(OutgoingMail mail, MailSubject subject) =>
        WhyNotInvitation(mail, subject) switch
        {
            { } reason => reason,
            null when subject.QuestionsReadyAt is null => "De vragen zijn weggehaald.",
            null when subject.PreparedAt is not null => "De voorbereiding is klaar.",
            null => null,
        };

    public static string? WhyNotTable(MailSubject subject) =>
        subject.CancelledAt is not null ? "De tafel gaat niet door." : null;

    /// <summary>The action goes on and is still theirs.</summary>
    public static string? WhyNotAction(OutgoingMail mail, MailSubject subject) =>
        subject switch
        {
            { ActionEndedAt: not null } => "De actie is klaar of gestopt.",
            _ when subject.ActionOwner != mail.PersonId => "De actie is overgedragen.",
            { NotToBeApproachedSince: not null } => NotToBeApproached,
            _ => null,
        };

    /// <summary>And nothing was answered since.</summary>
    public static string? WhyNotActionQuestion(OutgoingMail mail, MailSubject subject) =>
        WhyNotAction(mail, subject) ?? (mail.FollowUpNumber != subject.FollowUpNumber ? OtherAnswer : null);

    private const string OtherAnswer = "Er is intussen een ander antwoord.";
    private const string NotToBeApproached = "Deze persoon wil niet meer benaderd worden.";
}
