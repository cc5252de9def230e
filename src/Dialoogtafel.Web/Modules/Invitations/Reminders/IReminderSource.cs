using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Modules.Invitations.Reminders;

/// <summary>
/// Says what some kinds of reminder say; each subject those about itself. On which day and at what hour they leave is
/// not for the source (<see cref="ReminderPlan"/>, <see cref="ReminderJob"/>).
/// </summary>
public interface IReminderSource
{
    bool Makes(ReminderKind kind);

    /// <param name="invitation">With its facts.</param>
    Task<ReminderText> TextAsync(Invitation invitation, ReminderKind kind, CancellationToken stop);
}

/// <param name="StaleAt">After this moment it is not sent any more (S44), UTC.</param>
public sealed record ReminderText(MailText Text, DateTime StaleAt)
{
    /// <summary>It names the day and place of the table, so a move makes it untrue.</summary>
    public bool NamesTheTable { get; init; } = true;
}
