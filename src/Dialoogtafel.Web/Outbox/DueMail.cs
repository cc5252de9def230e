using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Outbox;

/// <summary>A mail whose moment is there, with what has become of its subject meanwhile.</summary>
/// <param name="IsSecond">
/// Another unasked mail has left to the same person today, however long either of them waited for the server.
/// </param>
internal sealed record DueMail(OutgoingMail Mail, MailSubject Subject, bool IsSecond)
{
    /// <summary>
    /// The next ones of personal mail, or of news, the longest due first. A mail that the rule holds stays queued and
    /// is passed over, so it never blocks another. So does a reminder in the quiet hours: a try that failed by day may
    /// be due again at night; and a mail to somebody who gets another one at this moment. Compiled once: building it
    /// took a third of the pump's time. Parameters: the context, now, whether it is quiet, whether mail may go to
    /// everybody, else to whom, news or not, from when mails of today count, the addresses and people that get one at
    /// this moment, and how many are asked.
    /// </summary>
    public static readonly Func<
        DialoogtafelDb,
        DateTime,
        bool,
        bool,
        string[],
        bool,
        DateTime,
        string[],
        int[],
        int,
        IAsyncEnumerable<DueMail>
    > Next = EF.CompileAsyncQuery(
        (
            DialoogtafelDb db,
            DateTime now,
            bool quiet,
            bool everybody,
            string[] allowed,
            bool news,
            DateTime today,
            string[] addresses,
            int[] people,
            int count
        ) =>
            (
                from mail in db
                    .Mails.AsTracking()
                    .Where(mail =>
                        mail.State == MailState.Queued
                        && mail.NextAt <= now
                        && mail.GivesWay == news
                        && (!quiet || !mail.KeepsQuiet)
                        && (everybody || allowed.Contains(mail.Recipient))
                        && !addresses.Contains(mail.Recipient)
                        && (mail.PersonId == null || !people.Contains(mail.PersonId.Value))
                    )
                orderby mail.NextAt
                join invitation in db.Invitations on mail.InvitationId equals invitation.Id into invitations
                from invitation in invitations.DefaultIfEmpty()
                join gathering in db.Gatherings on mail.GatheringId equals gathering.Id into gatherings
                from gathering in gatherings.DefaultIfEmpty()
                join place in db.Locations on gathering.LocationId equals place.Id into places
                from place in places.DefaultIfEmpty()
                join preparation in db.Preparations
                    on mail.InvitationId equals preparation.InvitationId
                    into preparations
                from preparation in preparations.DefaultIfEmpty()
                join action in db.Actions on mail.ActionId equals action.Id into actions
                from action in actions.DefaultIfEmpty()
                join person in db.Persons on mail.PersonId equals person.Id into persons
                from person in persons.DefaultIfEmpty()
                select new DueMail(
                    mail,
                    new MailSubject(
                        invitation == null ? null : invitation.AnswerNumber,
                        invitation == null ? null : invitation.WithdrawnAt,
                        gathering == null ? null : gathering.CancelledAt,
                        person == null ? null : person.NotToBeApproachedSince,
                        gathering == null || gathering.StartsAt == null
                            ? null
                            : new Appointment(
                                gathering.StartsAt!.Value,
                                gathering.Minutes,
                                place == null ? "" : place.OneLine
                            )
                    )
                    {
                        QuestionsReadyAt = gathering == null ? null : gathering.QuestionsReadyAt,
                        PreparedAt = preparation == null ? null : preparation.DoneAt,
                        ActionEndedAt = action == null ? null : action.EndedAt,
                        ActionOwner = action == null ? null : action.OwnerId,
                        FollowUpNumber = action == null ? null : action.FollowUpNumber,
                        NewsEnded =
                            mail.IssueId != null
                            && (
                                person == null
                                || person.RemovalRequestedAt != null
                                || !db.Consents.Any(consent =>
                                    consent.PersonId == mail.PersonId
                                    && consent.Purpose == ConsentPurpose.Newsletter
                                    && consent.WithdrawnAt == null
                                    && db.NewsletterIssues.Any(issue =>
                                        issue.Id == mail.IssueId && issue.ProjectId == consent.ProjectId
                                    )
                                )
                            ),
                    },
                    mail.IsUnasked
                        && mail.PersonId != null
                        && db.Mails.Any(other =>
                            other.PersonId == mail.PersonId
                            && other.Id != mail.Id
                            && other.IsUnasked
                            && (
                                (other.State == MailState.Sent && other.SentAt >= today)
                                || other.State == MailState.Sending
                                || (other.State == MailState.Uncertain && other.QueuedAt >= today)
                            )
                        )
                )
            ).Take(count)
    );
}
