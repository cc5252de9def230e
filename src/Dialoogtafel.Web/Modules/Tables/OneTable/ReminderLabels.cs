using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Modules.Tables.OneTable;

/// <summary>What an organiser wants to know of the reminders of one table: who had one, and when the next go.</summary>
public static class ReminderLabels
{
    /// <param name="when">A moment (UTC) in words.</param>
    public static IEnumerable<string> Of(IReadOnlyCollection<Reminder> reminders, Func<DateTime, string> when)
    {
        foreach (
            var (kind, what) in new[]
            {
                (ReminderKind.WeekBefore, "Herinnering een week vooraf"),
                (ReminderKind.DayBefore, "Herinnering een dag vooraf"),
                (ReminderKind.QuestionsReady, "Mail over de vragen vooraf"),
                (ReminderKind.QuestionsAgain, "Herinnering aan de vragen vooraf"),
            }
        )
        {
            var mine = reminders.Where(item => item.Kind == kind).ToList();
            if (mine.Count(item => item.QueuedAt is not null) is > 0 and var sent)
            {
                yield return $"{what}: verstuurd aan {People(sent)}.";
            }

            if (Next(mine) is { } next)
            {
                yield return $"{what}: gaat {when(next.At)} naar {People(next.Count)}.";
            }
        }

        if (
            Next(
                reminders.Where(item =>
                    item.Kind is not (ReminderKind.WeekBefore or ReminderKind.DayBefore)
                    && item.Kind != ReminderKind.Thanks
                    && !item.Kind.IsAboutQuestions()
                )
            ) is
            { } ask
        )
        {
            yield return $"Wie nog niets liet weten: wij vragen het {when(ask.At)} nog een keer aan "
                + $"{People(ask.Count)}.";
        }
    }

    private static (DateTime At, int Count)? Next(IEnumerable<Reminder> reminders) =>
        reminders.Where(item => item.IsOpen).GroupBy(item => item.DueAt).MinBy(group => group.Key) is { } first
            ? (first.Key, first.Count())
            : null;

    private static string People(int count) => count == 1 ? "1 mens" : $"{count} mensen";
}
