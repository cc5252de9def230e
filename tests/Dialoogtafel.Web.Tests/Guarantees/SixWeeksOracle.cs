namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>A mail that the story asks for, and why.</summary>
public sealed record Owed(Sent Mail, string Why);

/// <summary>
/// Which mails a story asks for, written from the rules (docs/rules.md), without the product's own plan:
/// M-01 once, when the organiser sends. M-02 at 10.00 on the 5th and the 10th working day without answer, not within
/// two days of the table. M-04, M-05 once for each answer, at any hour; a quarter of an hour later while the page asks
/// on. M-09 at 10.00 seven days and one day before the table, to who says ja and said so before that moment; again when
/// the table moved and the new moment lies ahead. "Weet ik nog niet": once, at 10.00 on the named day, or a week after
/// the answer when no day was named. M-11 to the organiser when a chair comes free within seven days, unless they typed
/// it themselves. M-13 once to everybody asked and still on the list. Who leaves the list reads that, when they had the
/// table in their calendar or asked for it, and nothing more. M-06 to who has a chair and is not ready, once: at 10.00
/// three weeks before the table, or at the first 10.00 after the questions were put ready; who says ja after that reads
/// it in the confirmation, and a table that moves so near that the moment is past tells it at the next 10.00. M-07 at
/// 10.00 five days before, to who is not ready and did not hear of the questions on that day or the day before; again
/// when the table moved. M-08 to the facilitator at 10.00 three days before each date. Nobody is asked to prepare
/// within a day of the table. One mail a day that nobody asked for, an invitation first (unless the other has left),
/// then the day before, the questions last; a second one at 8.00 the next morning unless that is too late.
/// </summary>
public sealed partial class SixWeeksOracle(SixWeeksStory story)
{
    private static readonly DateOnly[] Holidays = [new(2026, 12, 25), new(2027, 1, 1), new(2027, 3, 29)];

    private readonly List<Owed> owed = [];
    private readonly Dictionary<(int Table, int Person), Seat> seats = [];
    private readonly HashSet<(int Person, DateOnly Day)> unasked = [];
    private readonly Dictionary<int, DateTime> ready = [];
    private readonly HashSet<(int Table, DateTime Starts)> counted = [];
    private readonly List<DateTime> runs = [.. story.Moments().Select(moment => moment.At)];

    public static IReadOnlyList<Owed> Of(SixWeeksStory story)
    {
        var oracle = new SixWeeksOracle(story);
        foreach (var moment in story.Moments())
        {
            if (moment.Act is { } act)
            {
                oracle.Take(act);
            }
            else if (moment.OnTheHour && SixWeeksStory.Wall(moment.At).Hour is >= 8 and < 20)
            {
                oracle.Remind(moment.At);
            }
        }

        return oracle.owed;
    }

    private void Take(Act act)
    {
        var seat = act.Person < 0 ? null : seats.GetValueOrDefault((act.Table, act.Person));
        var starts = story.Starts(act.Table, act.At);
        switch (act.Deed)
        {
            case Deed.AskAll:
                Enumerable
                    .Range(0, SixWeeksStory.People - 2)
                    .ToList()
                    .ForEach(person => Ask(act with { Person = person }, act.At.AddSeconds(60)));
                return;
            case Deed.Ask:
                Ask(act, act.At.AddSeconds(60));
                return;
            case Deed.PutReady:
                ready[act.Table] = act.At;
                return;
            case Deed.Prepare:
                seat!.Prepared = true;
                return;
            case Deed.AskForMorning:
                Ask(act, SixWeeksStory.Local(Day(act.At).AddDays(1), 8, 0));
                return;
            case Deed.Move:
                seats
                    .Where(item => item.Key.Table == 0 && !item.Value.Gone)
                    .ToList()
                    .ForEach(item => Owe(act.At.AddSeconds(60), item.Key.Person, 0, "verplaatst", "M-13"));
                return;
        }

        if (
            seat!.Answer == Deed.Yes
            && starts - act.At <= TimeSpan.FromDays(7)
            && act is { ByPhone: false, Deed: not Deed.TakeOff }
        )
        {
            Owe(act.At.AddSeconds(60), -1, act.Table, "afzegging-alarm", "M-11");
        }

        switch (act.Deed)
        {
            case Deed.LeaveList:
                Owe(act.At, act.Person, act.Table, "wij-wissen", "asked to leave the list");
                Owe(act.At, -1, act.Table, "weghalen-verzoek", "somebody asked to leave the list");
                seat.Gone = true;
                break;
            case Deed.TakeOff:
                if (seat.Answer == Deed.Yes)
                {
                    Owe(act.At, act.Person, act.Table, "van-de-lijst", "had the table in the calendar");
                }

                seat.Gone = true;
                break;
            default:
                var kind = act.Deed switch
                {
                    Deed.Yes => "bevestiging",
                    Deed.No => "bedankt-nee",
                    Deed.Contribute => "meedenken",
                    _ => "nog-niet",
                };
                var waits = act is { ByPhone: false, Deed: Deed.Maybe or Deed.Contribute };
                Owe(act.At.AddMinutes(waits ? 15 : 0), act.Person, act.Table, kind, $"answered {act.Deed}");
                (seat.Answer, seat.AnsweredAt) = (act.Deed, act.At);
                if (act.Deed == Deed.Yes && !seat.Prepared && QuestionsDue(act.Table, act.At) <= act.At)
                {
                    seat.Done.Add($"vragen M-06 {act.At:O}");
                }

                break;
        }
    }

    private void Ask(Act act, DateTime leaves)
    {
        seats[(act.Table, act.Person)] = new Seat(act.At);
        while (!unasked.Add((act.Person, Day(leaves))))
        {
            leaves = SixWeeksStory.Local(Day(leaves).AddDays(1), 8, 0);
        }

        Owe(leaves, act.Person, act.Table, "uitnodiging", "M-01");
    }

    private void Remind(DateTime now)
    {
        foreach (
            var table in ready.Keys.Where(table =>
                now < story.Starts(table, now)
                && now >= Ten(Day(story.Starts(table, now)).AddDays(-3))
                && counted.Add((table, story.Starts(table, now)))
            )
        )
        {
            Owe(now, -1, table, "voorbereidingsoverzicht", "M-08");
        }

        var due = seats
            .Where(item => !item.Value.Gone && story.Starts(item.Key.Table, now) > now)
            .SelectMany(item =>
                Wishes(item.Key.Table, item.Value, now)
                    .Select(wish => (item.Key.Person, item.Key.Table, Seat: item.Value, Wish: wish))
            );
        foreach (
            var (person, table, seat, wish) in due.Where(item => !item.Seat.Done.Contains(item.Wish.Key))
                .OrderBy(item =>
                    item.Wish.Key.StartsWith("dag", StringComparison.Ordinal) ? 0
                    : item.Wish.Key.StartsWith("vragen", StringComparison.Ordinal) ? 2
                    : 1
                )
                .ThenBy(item => item.Wish.Due)
                .ToList()
        )
        {
            var morning = SixWeeksStory.Local(Day(now).AddDays(1), 8, 0);
            if (unasked.Add((person, Day(now))))
            {
                Owe(now, person, table, wish.Kind, wish.Key);
                seat.Done.Add(wish.Key);
            }
            else if (morning >= wish.TooLate)
            {
                seat.Done.Add(wish.Key);
            }
            else
            {
                seat.NotBefore[wish.Key] = morning;
            }
        }
    }

    private static DateTime NextTen(DateTime after) =>
        Ten(Day(after)) > after ? Ten(Day(after)) : Ten(Day(after).AddDays(1));

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private void Owe(DateTime due, int person, int table, string kind, string why) =>
        owed.Add(new(new Sent(runs.First(run => run >= due), person, table, kind), why));

    private static DateTime Ten(DateOnly day) => SixWeeksStory.Local(day, 10, 0);

    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(SixWeeksStory.Wall(utc));

    private static DateOnly WorkingDays(DateOnly day, int count) =>
        Enumerable
            .Range(1, 40)
            .Select(day.AddDays)
            .Where(next => next.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(next))
            .ElementAt(count - 1);

    private sealed class Seat(DateTime asked)
    {
        public DateTime AskedAt { get; } = asked;
        public Deed? Answer { get; set; }
        public DateTime AnsweredAt { get; set; }
        public DateTime Since => Answer is null ? AskedAt : AnsweredAt;
        public bool Gone { get; set; }
        public bool Prepared { get; set; }
        public HashSet<string> Done { get; } = [];
        public Dictionary<string, DateTime> NotBefore { get; } = [];
    }
}
