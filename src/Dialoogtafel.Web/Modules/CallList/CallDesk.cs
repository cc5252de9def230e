using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>
/// Writes down how a call ended. Ja, nee and a chair go through the answer desk like any other answer, in one
/// save with the attempt; what is no answer changes only when the person is called again.
/// </summary>
public sealed class CallDesk(
    DialoogtafelDb db,
    AnswerDesk answers,
    ReminderDesk reminders,
    FieldCipher cipher,
    WallClock wall,
    Texts texts
)
{
    /// <summary>A second press of the same button within this time is the same call.</summary>
    private static readonly TimeSpan DoublePress = TimeSpan.FromSeconds(20);

    /// <returns>What was written down, in words.</returns>
    /// <exception cref="DomainRuleException">The answer cannot be taken, or the day does not fit.</exception>
    public async Task<string> TakeAsync(int id, CallForm form, Actor me, DateTime now, CancellationToken stop)
    {
        var invitation = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Include(item => item.Gathering)
            .SingleAsync(item => item.Id == id, stop);
        var again = form.Press is CallPress.Later or CallPress.NotReached
            ? DayOf(form, invitation, now)
            : (DateOnly?)null;
        var outcome = OutcomeOf(form.Press!.Value);
        if (
            await db.CallAttempts.AnyAsync(
                item =>
                    item.InvitationId == id
                    && item.ById == me.Person.Id
                    && item.Outcome == outcome
                    && item.UndoneAt == null
                    && item.At > now - DoublePress,
                stop
            )
        )
        {
            return $"{invitation.Person!.FirstName}: dit stond er al.";
        }

        var attempt = new CallAttempt
        {
            InvitationId = id,
            ById = me.Person.Id,
            At = now,
            Outcome = outcome,
            CallAgainOn = again,
            Settled = form.Press == CallPress.Done && !invitation.NamesSomebody ? invitation.CallReason : null,
        }.With(string.IsNullOrWhiteSpace(form.Note) ? null : cipher.Seal(form.Note.Trim()));
        await RecordAsync(
            attempt,
            form.Press.Value,
            invitation,
            new Hand(ContactChannel.Phone, me.Person.Id),
            now,
            stop
        );
        return $"{invitation.Person!.FirstName}: {await WordsAsync(attempt, form.Press.Value, stop)}";
    }

    /// <summary>Takes the last call back when it was no answer: the person stands on the list again.</summary>
    /// <returns>False when there is nothing to take back.</returns>
    public async Task<bool> UndoAsync(int id, DateTime now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var last = await db
            .CallAttempts.Where(item => item.InvitationId == id && item.UndoneAt == null)
            .OrderByDescending(item => item.At)
            .ThenByDescending(item => item.Id)
            .FirstOrDefaultAsync(stop);
        if (last?.CanBeUndone != true)
        {
            return false;
        }

        last.Undo(now);
        if (last.Settled is { } reason)
        {
            var invitation = await db.Invitations.SingleAsync(item => item.Id == id, stop);
            invitation.AskCall(reason, null, null, now);
        }

        await transaction.SaveAsync(stop);
        return true;
    }

    /// <summary>The next working day, or the day of the table when that is sooner.</summary>
    public DateOnly NextDay(DateTime? start, DateTime now)
    {
        var next = WorkingDays.After(wall.Day(now), 1);
        return start > now && wall.Day(start.Value) is var table && table < next ? table : next;
    }

    private DateOnly DayOf(CallForm form, Invitation invitation, DateTime now)
    {
        var start = invitation.Gathering!.StartsAt;
        var day = form.Day ?? NextDay(start, now);
        if (day < wall.Day(now))
        {
            throw new DomainRuleException("Kies een dag vanaf vandaag.");
        }

        return start > now && start is { } moment && day > wall.Day(moment)
            ? throw new DomainRuleException("Kies een dag vóór de tafel.")
            : day;
    }

    private async Task RecordAsync(
        CallAttempt attempt,
        CallPress press,
        Invitation invitation,
        Hand by,
        DateTime now,
        CancellationToken stop
    )
    {
        var (table, id) = (invitation.GatheringId, invitation.Id);
        switch (press)
        {
            // What the context tracks is saved with the answer, or not at all.
            case CallPress.Yes:
                db.CallAttempts.Add(attempt);
                await answers.TakeAsync(table, id, RsvpAnswer.Yes, by, now, stop);
                break;
            case CallPress.No:
                db.CallAttempts.Add(attempt);
                await answers.TakeAsync(table, id, RsvpAnswer.No, by, now, stop);
                break;
            case CallPress.Chair:
                db.CallAttempts.Add(attempt);
                await answers.GiveChairAsync(table, id, null, by, now, stop);
                break;
            case CallPress.Done or CallPress.Later or CallPress.NotReached:
                await NoAnswerAsync(attempt, by, now, stop);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(press), press, null);
        }
    }

    private async Task NoAnswerAsync(CallAttempt attempt, Hand by, DateTime now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var invitation = await db
            .Invitations.Include(item => item.Gathering)
            .SingleAsync(item => item.Id == attempt.InvitationId, stop);
        db.CallAttempts.Add(attempt);
        // Who was named stays until invited or not wanted, whatever else was spoken about.
        if (attempt.Outcome == CallOutcome.Done && !invitation.NamesSomebody)
        {
            invitation.Called();
        }

        // Who was spoken for the first time has been asked.
        if (attempt.Outcome != CallOutcome.NotReached && invitation.State == InvitationState.Concept)
        {
            invitation.Approach(by, now);
            await reminders.SyncAsync(invitation.Gathering!, [invitation], now, stop);
        }

        await transaction.SaveAsync(stop);
    }

    private async Task<string> WordsAsync(CallAttempt attempt, CallPress press, CancellationToken stop)
    {
        var seated = await db
            .Invitations.Where(item => item.Id == attempt.InvitationId)
            .Select(item => item.SeatedAt != null)
            .SingleAsync(stop);
        return press switch
        {
            CallPress.Yes when !seated => "ja, opgeschreven. Er is nu geen stoel vrij; bel terug zodra er een is.",
            CallPress.Yes => "ja, opgeschreven.",
            CallPress.Chair => "heeft een stoel en krijgt een bevestiging.",
            CallPress.No => "nee, opgeschreven.",
            CallPress.Done => "gesproken, klaar.",
            _ => $"staat {texts.Day(attempt.CallAgainOn!.Value)} weer op de lijst.",
        };
    }

    private static CallOutcome OutcomeOf(CallPress press) =>
        press switch
        {
            CallPress.Yes or CallPress.Chair => CallOutcome.Yes,
            CallPress.No => CallOutcome.No,
            CallPress.Done => CallOutcome.Done,
            CallPress.Later => CallOutcome.Later,
            CallPress.NotReached => CallOutcome.NotReached,
            _ => throw new ArgumentOutOfRangeException(nameof(press), press, null),
        };
}
