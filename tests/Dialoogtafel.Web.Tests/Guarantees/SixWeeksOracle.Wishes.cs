namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>What is due to whom, by the days of the table.</summary>
public sealed partial class SixWeeksOracle
{
    /// <summary>The reminders whose moment has come.</summary>
    private IEnumerable<(string Key, string Kind, DateTime Due, DateTime TooLate)> Wishes(
        int table,
        Seat seat,
        DateTime now
    )
    {
        var starts = story.Starts(table, now);
        var moved = table == 0 && now >= story.MovedAt ? story.MovedAt : DateTime.MinValue;
        var wishes = seat.Answer switch
        {
            null => new[]
            {
                ("M-02 first", "herinnering", Ten(WorkingDays(Day(seat.AskedAt), 5))),
                ("M-02 last", "herinnering", Ten(WorkingDays(Day(seat.AskedAt), 10))),
            },
            Deed.Maybe => [($"asks again {seat.AnsweredAt:O}", "herinnering", Ten(Day(seat.AnsweredAt).AddDays(7)))],
            Deed.MaybeNextWeek =>
            [
                ($"knows now {seat.AnsweredAt:O}", "herinnering", Ten(Day(seat.AnsweredAt).AddDays(14))),
            ],
            Deed.Yes =>
            [
                ($"week M-09 {seat.AnsweredAt:O} {starts:O}", "praktisch", Ten(Day(starts).AddDays(-7))),
                ($"dag M-09 {seat.AnsweredAt:O} {starts:O}", "praktisch", Ten(Day(starts).AddDays(-1))),
            ],
            _ => [],
        };
        foreach (
            var wish in Questions(table, seat, starts, moved)
                .Where(wish =>
                    wish.Due <= now && wish.Due < wish.TooLate && now >= seat.NotBefore.GetValueOrDefault(wish.Key)
                )
        )
        {
            yield return wish;
        }

        foreach (var (key, kind, due) in wishes)
        {
            var tooLate = key.StartsWith("dag", StringComparison.Ordinal) ? starts : starts.AddDays(-2);
            // A question's moment does not move; a move can make it fit or not.
            var known =
                kind == "praktisch" ? new[] { seat.AnsweredAt, moved }.Max()
                : due < story.Starts(table, seat.Since).AddDays(-2) ? seat.Since
                : new[] { seat.Since, moved }.Max();
            if (
                due > known
                && due <= now
                && now >= seat.NotBefore.GetValueOrDefault(key)
                && (kind == "praktisch" || due < tooLate)
            )
            {
                yield return (key, kind, due, tooLate);
            }
        }
    }

    private IEnumerable<(string Key, string Kind, DateTime Due, DateTime TooLate)> Questions(
        int table,
        Seat seat,
        DateTime starts,
        DateTime moved
    )
    {
        if (seat.Answer != Deed.Yes || seat.Prepared || !ready.TryGetValue(table, out var since))
        {
            yield break;
        }

        var (first, told) = (Later(Ten(Day(starts).AddDays(-21)), NextTen(since)), $"vragen M-06 {seat.AnsweredAt:O}");
        // The moment went past because the table came nearer.
        yield return (
            told,
            "vragen-vooraf",
            first <= moved && seat.AnsweredAt < moved ? NextTen(moved) : first,
            starts.AddDays(-1)
        );
        var again = Ten(Day(starts).AddDays(-5));
        if (
            Day(again) >= Day(Later(first, seat.AnsweredAt)).AddDays(2)
            && again > Later(Later(seat.AnsweredAt, moved), since)
        )
        {
            yield return (
                $"vragen M-07 {seat.AnsweredAt:O} {starts:O}",
                "vragen-herinnering",
                again,
                starts.AddDays(-1)
            );
        }
    }

    /// <summary>
    /// When the people of a table hear that their questions are ready, as it stands at a moment; never while they are
    /// not.
    /// </summary>
    private DateTime QuestionsDue(int table, DateTime now) =>
        ready.TryGetValue(table, out var since)
            ? Later(Ten(Day(story.Starts(table, now)).AddDays(-21)), NextTen(since))
            : DateTime.MaxValue;
}
