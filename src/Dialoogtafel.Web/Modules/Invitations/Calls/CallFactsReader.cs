using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Calls;

/// <summary>
/// Reads what the list of people to call follows from, in ten statements at most, however many tables and people. No
/// note and no answer is read.
/// </summary>
public sealed class CallFactsReader(DialoogtafelDb db)
{
    /// <summary>Who said nee after the table, at any time, and was not spoken since.</summary>
    public IQueryable<Invitation> SaidNo =>
        db.Invitations.Where(item =>
            db.FetchChecks.Any(told =>
                told.InvitationId == item.Id
                && told.Outcome == FetchOutcome.No
                && !db.CallAttempts.Any(call =>
                    call.InvitationId == item.Id
                    && call.UndoneAt == null
                    && call.At >= told.At
                    && call.Outcome == CallOutcome.Done
                )
            )
        );

    /// <summary>By table: everybody who is or was on its list.</summary>
    public async Task<ILookup<int, CallFacts>> OfAsync(IReadOnlyCollection<int> gatherings, CancellationToken stop)
    {
        var invitations = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Include(item => item.Perspective)
            .Where(item => gatherings.Contains(item.GatheringId))
            .ToListAsync(stop);
        var reminders = (
            await db
                .Reminders.AsNoTracking()
                .Where(item =>
                    db.Invitations.Any(invitation =>
                        invitation.Id == item.InvitationId && gatherings.Contains(invitation.GatheringId)
                    )
                )
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var mails = (
            await db
                .Mails.AsNoTracking()
                .Where(mail =>
                    mail.GatheringId != null
                    && gatherings.Contains(mail.GatheringId.Value)
                    && mail.InvitationId != null
                    && !mail.Unlisted
                )
                .Select(mail => new
                {
                    mail.InvitationId,
                    mail.State,
                    mail.QueuedAt,
                    TellsMove = mail.Was != null,
                })
                .ToListAsync(stop)
        ).ToLookup(mail => mail.InvitationId!.Value);
        var attempts = (
            await db
                .CallAttempts.AsNoTracking()
                .Where(item =>
                    db.Invitations.Any(invitation =>
                        invitation.Id == item.InvitationId && gatherings.Contains(invitation.GatheringId)
                    )
                )
                .Select(item => new
                {
                    item.InvitationId,
                    item.ById,
                    item.At,
                    item.Outcome,
                    item.CallAgainOn,
                    item.UndoneAt,
                })
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var ready = await db
            .Gatherings.Where(item => gatherings.Contains(item.Id) && item.QuestionsReadyAt != null)
            .Select(item => item.Id)
            .ToListAsync(stop);
        var standings = await new StandingReader(db).OfAsync(ready, invitations, stop);

        // Of tables that have been: whether she got what she came to get, not her words.
        var fetched = (
            await db
                .FetchChecks.AsNoTracking()
                .Where(item =>
                    db.Invitations.Any(invitation =>
                        invitation.Id == item.InvitationId && gatherings.Contains(invitation.GatheringId)
                    )
                )
                .Select(item => new FetchCheck
                {
                    InvitationId = item.InvitationId,
                    Outcome = item.Outcome,
                    At = item.At,
                    Channel = item.Channel,
                })
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);

        FailedMail? Failed(int id) =>
            mails[id].MaxBy(mail => mail.QueuedAt) is { State: MailState.Failed } newest
                ? new(newest.QueuedAt, newest.TellsMove)
                : null;
        return invitations.ToLookup(
            item => item.GatheringId,
            item => new CallFacts(
                item,
                [.. reminders[item.Id]],
                Failed(item.Id),
                [
                    .. attempts[item.Id]
                        .Where(attempt => attempt.UndoneAt is null)
                        .Select(attempt => new CallAttempt
                        {
                            InvitationId = attempt.InvitationId,
                            ById = attempt.ById,
                            At = attempt.At,
                            Outcome = attempt.Outcome,
                            CallAgainOn = attempt.CallAgainOn,
                        }),
                ]
            )
            {
                Preparation = standings.GetValueOrDefault(item.Id),
                Fetched = FetchCheck.Newest(fetched[item.Id]) is { } told ? new FetchTold(told.Outcome, told.At) : null,
            }
        );
    }
}
