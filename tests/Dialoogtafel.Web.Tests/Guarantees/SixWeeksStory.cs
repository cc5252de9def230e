namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// What somebody does. The first six are done by the organiser; from <see cref="Yes"/> on they are answers.
/// </summary>
public enum Deed
{
    AskAll,
    Ask,
    AskForMorning,
    TakeOff,
    Move,
    PutReady,
    Prepare,
    Yes,
    No,
    Maybe,
    MaybeNextWeek,
    Contribute,
    LeaveList,
}

/// <param name="At">UTC.</param>
/// <param name="Table">0, or 1 for the second table, to which a few of the same people are asked.</param>
/// <param name="ByPhone">The organiser writes down what was said.</param>
public sealed record Act(DateTime At, int Table, int Person, Deed Deed, bool ByPhone = false);

/// <param name="At">UTC.</param>
/// <param name="Act">What happens before the jobs run; null when nothing does.</param>
public sealed record Moment(DateTime At, Act? Act, bool OnTheHour);

/// <summary>
/// Six weeks of a table with eighteen people, from one seed: each answers, ignores, changes her mind, cancels, at any
/// hour; the table moves once. A second table six days later has five of the same people, so that two mails can want to
/// leave on one day.
/// </summary>
public sealed class SixWeeksStory
{
    public const int People = 18;
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private readonly DateOnly[] days;
    private readonly Random random;

    /// <param name="monday">The day on which the invitations go out.</param>
    /// <param name="table">The day of the first table, before it moves.</param>
    public SixWeeksStory(int seed, DateOnly monday, DateOnly table)
    {
        random = new Random(seed);
        (From, days) = (Local(monday, 10, 0), [table, table.AddDays(6)]);
        var moveOn = table.AddDays(-random.Next(1, 13));
        MovedTo = new[] { -3, -2, -1, 1, 2, 5, 6, 9 }
            .Select(by => table.AddDays(by))
            .Where(day => day > moveOn.AddDays(1))
            .OrderBy(_ => random.Next())
            .First();
        MovedAt = Local(moveOn, random.Next(7, 24), 31);
        var acts = new List<Act> { new(From.AddMinutes(5), 0, -1, Deed.AskAll), new(MovedAt, 0, -1, Deed.Move) };
        Enumerable.Range(0, People - 2).ToList().ForEach(person => acts.AddRange(Walk(0, person, From.AddMinutes(5))));
        acts.AddRange(Asked(new(Local(table.AddDays(-9), 22, 4), 0, People - 2, Deed.Ask)));
        acts.AddRange(Asked(new(Local(table.AddDays(-6), 21, 34), 0, People - 1, Deed.AskForMorning)));
        // On the day on which the first question is repeated: some before it leaves, some after.
        Enumerable
            .Range(0, 5)
            .ToList()
            .ForEach(person =>
                acts.AddRange(
                    Asked(new(Local(monday.AddDays(7), person < 3 ? 9 : 18, 11 + (5 * person)), 1, person, Deed.Ask))
                )
            );
        var kept = Apart(acts.OrderBy(act => act.At));
        Acts = [.. kept.Concat(Preparing(seed, kept)).OrderBy(act => act.At)];
    }

    /// <summary>UTC, on the hour.</summary>
    public DateTime From { get; }
    public DateTime Until => Starts(1, DateTime.MaxValue).AddDays(1);
    public DateTime MovedAt { get; }
    public DateOnly MovedTo { get; }
    public IReadOnlyList<Act> Acts { get; }

    public static DateTime Wall(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    public static DateTime Local(DateOnly day, int hour, int minute) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, minute)), Zone);

    /// <summary>
    /// Each moment at which the jobs run: on the hour, and at and after each act, as the site does by itself.
    /// </summary>
    public IEnumerable<Moment> Moments() =>
        Enumerable
            .Range(0, (int)(Until - From).TotalHours + 1)
            .Select(hour => new Moment(From.AddHours(hour), null, true))
            .Concat(
                Acts.SelectMany(act =>
                    new Moment[] { new(act.At, act, false), new(act.At.AddSeconds(61), null, false) }
                )
            )
            .OrderBy(moment => moment.At);

    /// <summary>When a table is, as it stood at a moment; UTC.</summary>
    public DateTime Starts(int table, DateTime seen) =>
        Local(table == 0 && seen >= MovedAt ? MovedTo : days[table], 14, 0);

    public static bool Leaves(Act act) => act.Deed is Deed.LeaveList or Deed.TakeOff;

    private IEnumerable<Act> Asked(Act ask) => Walk(ask.Table, ask.Person, ask.At).Prepend(ask);

    /// <summary>
    /// From one state to another at a random moment, up to four times; who left the list does nothing more.
    /// </summary>
    private List<Act> Walk(int table, int person, DateTime asked)
    {
        var acts = new List<Act>();
        var at = asked.AddHours(14);
        Deed? last = null;
        for (var step = random.Next(5); step > 0 && last is not (Deed.LeaveList or Deed.TakeOff); step--)
        {
            at = at.AddMinutes(random.Next(200, (int)Math.Max(300, (Starts(table, at) - at).TotalMinutes * 3 / 4)));
            var next = new[]
            {
                Deed.Yes,
                Deed.Yes,
                Deed.Yes,
                Deed.No,
                Deed.Maybe,
                Deed.MaybeNextWeek,
                Deed.MaybeNextWeek,
                Deed.Contribute,
                Deed.TakeOff,
                person < 5 ? Deed.Yes : Deed.LeaveList,
            }[random.Next(10)];
            if (next != last && !(next is Deed.Maybe or Deed.MaybeNextWeek && last is Deed.Maybe or Deed.MaybeNextWeek))
            {
                acts.Add(
                    new(at, table, person, next, next is Deed.Yes or Deed.No or Deed.Maybe && random.Next(4) == 0)
                );
                last = next;
            }
        }

        return acts;
    }

    /// <summary>
    /// The questions of both tables are put ready early, late or never; half the people finish at some moment, on the
    /// site or in thought. From a row of chances of its own, so that the answers of a seed stay what they were.
    /// </summary>
    private List<Act> Preparing(int seed, List<Act> others)
    {
        var chances = new Random(seed * 7919);
        var made = new List<Act>();
        foreach (var table in new[] { 0, 1 })
        {
            var before = new[] { 30, 26, 23, 19, 12, 6, 3 }[chances.Next(7)];
            var ready = Local(days[table].AddDays(-before), chances.Next(7, 22), 33);
            if (chances.Next(5) > 0 && ready > From.AddHours(1))
            {
                made.Add(new(ready, table, -1, Deed.PutReady));
            }

            foreach (
                var person in others
                    .Where(act => act.Table == table && act.Person >= 0 && act.Deed >= Deed.Yes)
                    .Select(act => act.Person)
                    .Distinct()
            )
            {
                var at = ready.AddMinutes(
                    chances.Next(20, (int)Math.Max(60, (Starts(table, ready) - ready).TotalMinutes))
                );
                if (chances.Next(2) == 0)
                {
                    made.Add(new(at, table, person, Deed.Prepare, chances.Next(2) == 0));
                }
            }
        }

        return made.Where(act =>
                act.At < Starts(act.Table, act.At)
                && act.At.Minute is >= 2 and <= 57
                && Math.Abs((act.At - MovedAt).TotalMinutes) > 70
                && (
                    act.Deed == Deed.PutReady
                    || others.Any(other =>
                        other.Table == act.Table
                        && other.Person == act.Person
                        && other.Deed >= Deed.Yes
                        && other.At < act.At
                    )
                )
                && others.Concat(made).All(other => other == act || Math.Abs((act.At - other.At).TotalMinutes) >= 3)
            )
            .ToList();
    }

    /// <summary>
    /// Nothing on the hour itself, nothing within minutes of another act or near the move, nothing after the table
    /// began, no answer twice.
    /// </summary>
    private List<Act> Apart(IEnumerable<Act> drawn)
    {
        var acts = drawn.Where(act => act.At < Starts(act.Table, act.At)).ToList();
        var kept = new List<Act>();
        foreach (var act in acts)
        {
            var last = kept.LastOrDefault(other => other.Person == act.Person && other.Table == act.Table);
            var crowded =
                act.At.Minute is < 2 or > 57
                || Math.Abs((act.At - MovedAt).TotalMinutes) < 70
                || acts.Any(other =>
                    (ByPlan(other) || kept.Contains(other)) && Math.Abs((act.At - other.At).TotalMinutes) < 3
                );
            if (ByPlan(act) || (!crowded && (last is null || (!Leaves(last) && Answer(last) != Answer(act)))))
            {
                kept.Add(act);
            }
        }

        return kept;
    }

    private static bool ByPlan(Act act) => act.Deed is Deed.AskAll or Deed.Ask or Deed.AskForMorning or Deed.Move;

    private static Deed Answer(Act act) => act.Deed == Deed.MaybeNextWeek ? Deed.Maybe : act.Deed;
}
