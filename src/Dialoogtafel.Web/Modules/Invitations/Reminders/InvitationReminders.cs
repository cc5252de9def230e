using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Invitations.Reminders;

/// <summary>Who did not answer yet, and the practical mail of the days before.</summary>
public sealed class InvitationReminders(TableFacts about, TimeProvider clock) : IReminderSource
{
    public bool Makes(ReminderKind kind) =>
        kind
            is ReminderKind.NoAnswer
                or ReminderKind.NoAnswerAgain
                or ReminderKind.KnowsNow
                or ReminderKind.WeekBefore
                or ReminderKind.DayBefore;

    public async Task<ReminderText> TextAsync(Invitation invitation, ReminderKind kind, CancellationToken stop)
    {
        var facts = await about.OfAsync(invitation, stop);
        var start = invitation.Gathering!.StartsAt!.Value;
        if (kind is not (ReminderKind.WeekBefore or ReminderKind.DayBefore))
        {
            return new(new ReminderMail { Facts = facts, KnowsNow = kind == ReminderKind.KnowsNow }, start);
        }

        // The mail of the day before may have had to wait for the morning itself.
        var daysLeft = about.Wall.DaysUntil(start, clock.GetUtcNow().UtcDateTime);
        return new(
            new PracticalMail
            {
                Facts = facts,
                Tomorrow = daysLeft == 1,
                Today = daysLeft == 0,
            },
            daysLeft == 1 ? about.Wall.DayStart(start) : start
        );
    }
}
