using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Series;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// Takes an answer, from a person's own page or on behalf: chair, role, confirmation mail and alarm in one save under
/// the table's lock. Both roads come here, so that a spoken answer counts like any other.
/// </summary>
public sealed class AnswerDesk(
    DialoogtafelDb db,
    SeatLock seating,
    TableMails mails,
    TableNews news,
    LateCancellationAlarm alarm,
    ReminderDesk reminders,
    IEnumerable<ITellsOfPeople> tellers
)
{
    /// <summary>
    /// How long a confirmation waits for the page that asks on ("wanneer weet u het?"), which replaces it.
    /// </summary>
    private static readonly TimeSpan AskOn = TimeSpan.FromMinutes(15);

    /// <summary>From the person's own page.</summary>
    /// <inheritdoc cref="TakeAsync(int, int, RsvpAnswer, Hand, DateTime, CancellationToken)"/>
    public Task<bool> TakeAsync(Invitation invitation, RsvpAnswer answer, DateTime now, CancellationToken stop) =>
        TakeAsync(invitation.GatheringId, invitation.Id, answer, Hand.Self, now, stop);

    /// <returns>False when there is no such invitation.</returns>
    /// <exception cref="DomainRuleException">The answer cannot be taken any more.</exception>
    public Task<bool> TakeAsync(
        int gatheringId,
        int invitationId,
        RsvpAnswer answer,
        Hand by,
        DateTime now,
        CancellationToken stop
    ) => UnderLockAsync(gatheringId, invitationId, by, now, stop, async (invitation, table) =>
        {
            if (!invitation.Respond(answer, table.Gathering, table.Seats, by, now))
            {
                return;
            }

            await GiveRoleAsync(invitation, table.Gathering.Series!.ProjectId, now, stop);
            var asksOn =
                by.ById is null && answer is RsvpAnswer.Maybe or RsvpAnswer.Contribute or RsvpAnswer.Substitute;
            await mails.ConfirmAsync(invitation, asksOn ? AskOn : TimeSpan.Zero, stop);
        });

    /// <summary>
    /// What the person told on the page that asks on. Its confirmation takes the place of the one that waits. The same
    /// once more changes nothing and mails nobody; a correction is told to the organiser anew.
    /// </summary>
    /// <param name="isTold">Whether that is what is stored already; null = always news.</param>
    public Task<bool> TellMoreAsync(
        int gatheringId,
        int invitationId,
        DateTime now,
        CancellationToken stop,
        Action<Invitation> tell,
        string? tellOrganiser = null,
        Predicate<Invitation>? isTold = null
    ) => UnderLockAsync(gatheringId, invitationId, Hand.Self, now, stop, async (invitation, _) =>
        {
            var told = isTold?.Invoke(invitation) == true;
            if (told && !await mails.ConfirmationWaitsAsync(invitation, stop))
            {
                return;
            }

            tell(invitation);
            await mails.ReplaceConfirmationAsync(invitation, stop);
            if (tellOrganiser is not null && !told)
            {
                await mails.TellOrganiserAsync(invitation, tellOrganiser, stop);
            }
        });

    /// <summary>
    /// She asks for a call and answers nothing with it. Who stands on te bellen already stays there for the first
    /// reason.
    /// </summary>
    public Task<bool> AskCallAsync(
        int gatheringId,
        int invitationId,
        CallReason reason,
        string? phone,
        DateTime now,
        CancellationToken stop
    ) => UnderLockAsync(gatheringId, invitationId, Hand.Self, now, stop, (invitation, _) =>
        {
            if (invitation.CallReason is null)
            {
                invitation.AskCall(reason, null, null, now);
            }

            invitation.Person!.Phone ??= string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();
            return Task.CompletedTask;
        });

    public Task<bool> GiveChairAsync(
        int gatheringId,
        int invitationId,
        string? reason,
        Hand by,
        DateTime now,
        CancellationToken stop
    ) => UnderLockAsync(gatheringId, invitationId, by, now, stop, async (invitation, table) =>
        {
            invitation.GiveChair(table.Seats, reason, by, now);
            await mails.ChairGivenAsync(invitation, stop);
        });

    /// <summary>
    /// Takes a person off the list of one table; who has it in the calendar gets a mail that takes it out.
    /// </summary>
    public Task<bool> WithdrawAsync(int gatheringId, int invitationId, Hand by, DateTime now, CancellationToken stop) =>
        UnderLockAsync(gatheringId, invitationId, by, now, stop, async (invitation, table) =>
        {
            if (invitation.WithdrawnAt is not null)
            {
                return;
            }

            invitation.Withdraw(table.Gathering, by, now);
            await news.OffTheListAsync(invitation, stop);
        });

    /// <summary>
    /// "Haal mij van de lijst": off this list, no further invitations, and the organiser is told to remove the rest.
    /// </summary>
    public Task<bool> AskRemovalAsync(int gatheringId, int invitationId, DateTime now, CancellationToken stop) =>
        UnderLockAsync(gatheringId, invitationId, Hand.Self, now, stop, async (invitation, table) =>
        {
            if (invitation is { Person.RemovalRequestedAt: not null, WithdrawnAt: not null })
            {
                return;
            }

            invitation.Person!.AskRemoval(now);
            invitation.AskCall(CallReason.AsksRemoval, null, null, now);
            invitation.Withdraw(table.Gathering, Hand.Self, now);
            await news.ErasingAsync(invitation, stop);
            await mails.TellOrganiserAsync(invitation, "weghalen", stop);
        });

    private async Task<bool> UnderLockAsync(
        int gatheringId,
        int invitationId,
        Hand by,
        DateTime now,
        CancellationToken stop,
        Func<Invitation, LockedTable, Task> act
    )
    {
        await using var table = await seating.LockAsync(gatheringId, now, stop);
        var invitation = table is null
            ? null
            : await db
                .Invitations.Include(item => item.Person)
                .SingleOrDefaultAsync(item => item.Id == invitationId && item.GatheringId == gatheringId, stop);
        if (invitation is null)
        {
            return false;
        }

        var leftLate = invitation.LateCancelledAt;
        await act(invitation, table!);
        await reminders.SyncAsync(table!.Gathering, [invitation], now, stop);
        if (invitation.LateCancelledAt != leftLate)
        {
            // The alarm counts what is stored; the lock holds until both are.
            await db.SaveChangesAsync(stop);
            await alarm.SyncAsync(table.Gathering, invitation, by, now, stop);
        }

        if (invitation.WithdrawnAt is not null)
        {
            await db.SaveChangesAsync(stop);
            foreach (var teller in tellers)
            {
                await teller.SyncAsync(now, stop);
            }
        }

        await table.SaveAsync(stop);
        return true;
    }

    /// <summary>
    /// Ja makes a partner, thinking along makes an informant; that professionals are partners too is our
    /// choice.
    /// </summary>
    private async Task GiveRoleAsync(Invitation invitation, int project, DateTime now, CancellationToken stop)
    {
        var (role, reason) = invitation.Answer switch
        {
            RsvpAnswer.Yes => (ParticipationRole.Partner, "ja op de uitnodiging"),
            RsvpAnswer.Contribute => (ParticipationRole.Informant, "denkt mee op afstand"),
            _ => ((ParticipationRole?)null, ""),
        };
        if (role is { } given)
        {
            var history = await db
                .RoleAssignments.Where(item =>
                    item.PersonId == invitation.PersonId && item.ProjectId == project && item.Until == null
                )
                .ToListAsync(stop);
            if (RoleAssignment.Take(history, invitation.PersonId, project, given, reason, now) is { } assignment)
            {
                db.RoleAssignments.Add(assignment);
            }
        }
    }
}
