using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Post;

namespace Dialoogtafel.Web.Mail;

/// <summary>What the pump knows of the subject of a mail at the moment that it would leave.</summary>
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

    /// <summary>When the person finished her preparation.</summary>
    public DateTime? PreparedAt { get; init; }

    /// <summary>Of the action that the mail is about.</summary>
    public DateTime? ActionEndedAt { get; init; }

    /// <summary>Who does that action now.</summary>
    public int? ActionOwner { get; init; }

    public int? FollowUpNumber { get; init; }
}

/// <summary>The last look before sending: is this mail still true and wanted (S43, S44)?</summary>
public static class MailWanted
{
    /// <summary>Null when it may go; else the reason why it is dropped, in Dutch, for the mail log.</summary>
    public static string? WhyNot(OutgoingMail mail, MailSubject subject, DateTime now) =>
        mail switch
        {
            _ when mail.StaleAt < now => "Te laat: het moment waarover deze mail gaat is voorbij.",
            { ActionId: not null } => WhyNotAsk(mail, subject),
            { Kind: OverviewJob.Kind } when subject.CancelledAt is not null => "De tafel gaat niet door.",
            { IssueId: not null } when subject.NewsEnded => "Deze persoon wil de nieuwsbrief niet meer.",
            { InvitationId: null } => null,
            // These tell it themselves.
            { Kind: TableNews.Cancelled or TableNews.OffTheList or TableNews.Erasing } => null,
            // Whoever wrote something hears who reads it, whatever became of the table since.
            { Kind: ReaderDesk.Kind } => null,
            _ when subject.CancelledAt is not null => "De tafel gaat niet door.",
            _ when subject.WithdrawnAt is not null => "Deze persoon staat niet meer op de lijst.",
            { Tells: { } told } when told != subject.Stands =>
                "De tafel is verzet: deze mail noemt nog de oude dag of plek.",
            { AnswerNumber: { } spokenOf } when spokenOf != subject.AnswerNumber =>
                "Er is intussen een ander antwoord.",
            { Kind: TableMails.Questions or TableMails.QuestionsAgain } when subject.QuestionsReadyAt is null =>
                "De vragen zijn weggehaald.",
            { Kind: TableMails.Questions or TableMails.QuestionsAgain } when subject.PreparedAt is not null =>
                "De voorbereiding is klaar.",
            { AnswerNumber: 0 } when subject.NotToBeApproachedSince is not null =>
                "Deze persoon wil niet meer benaderd worden.",
            _ => null,
        };

    private static string? WhyNotAsk(OutgoingMail mail, MailSubject subject) =>
        subject switch
        {
            { ActionEndedAt: not null } => "De actie is klaar of gestopt.",
            _ when subject.ActionOwner != mail.PersonId => "De actie is overgedragen.",
            { NotToBeApproachedSince: not null } => "Deze persoon wil niet meer benaderd worden.",
            _ when mail.Kind == ActionMails.Question && mail.FollowUpNumber != subject.FollowUpNumber =>
                "Er is intussen een ander antwoord.",
            _ => null,
        };
}
