using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// Six weeks of a table in virtual time, with a real mail server and all jobs: every mail is owed by the story, and
/// every mail owed came.
/// </summary>
public sealed class SixWeeksTests
{
    private static readonly string[] Automatic = ["herinnering", "praktisch", "vragen-vooraf", "vragen-herinnering"];
    private static readonly string[] Unasked = ["uitnodiging", .. Automatic];

    [Trait("Kind", "story")]
    [Theory]
    [InlineData(1, "2026-11-02", "2026-12-10")]
    [InlineData(2, "2026-11-02", "2026-12-10")]
    // The clock goes back on 25 October 2026, and forward on 28 March 2027.
    [InlineData(63, "2026-09-14", "2026-10-26")]
    [InlineData(5, "2026-09-21", "2026-10-29")]
    [InlineData(6, "2027-02-15", "2027-03-29")]
    [InlineData(7, "2027-02-22", "2027-04-01")]
    public async Task Every_mail_of_six_weeks_is_asked_for_by_the_story_and_comes_once(
        int seed,
        string monday,
        string table
    )
    {
        var story = Story(seed, monday, table);
        await using var life = new SixWeeks(story);
        await life.LiveAsync();

        Same(SixWeeksOracle.Of(story), life.Journal);
        Assert.Empty(Complaints(story, life.Journal));
        Assert.All(life.Mails, mail => Assert.Equal(1, life.Arrived[mail]));
        Assert.Equal((life.Journal.Count, 0), (life.Arrived.Count, life.Uncertain.Count));
    }

    /// <summary>The seeds are worth their time: everything that can go wrong happens in one of them.</summary>
    [Fact]
    public void The_stories_together_hold_every_kind_of_mail_a_move_of_one_day_and_reminders_that_had_to_wait()
    {
        var stories = typeof(SixWeeksTests)
            .GetMethod(nameof(Every_mail_of_six_weeks_is_asked_for_by_the_story_and_comes_once))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(line => line.GetData(null!).Single())
            .Select(data => (Day: (string)data[2], Story: Story((int)data[0], (string)data[1], (string)data[2])))
            .ToList();
        var owed = stories.SelectMany(item => SixWeeksOracle.Of(item.Story)).ToList();

        Assert.Equal(
            [
                "afzegging-alarm",
                "bedankt-nee",
                "bevestiging",
                "herinnering",
                "meedenken",
                "nog-niet",
                "praktisch",
                "uitnodiging",
                "van-de-lijst",
                "verplaatst",
                "voorbereidingsoverzicht",
                "vragen-herinnering",
                "vragen-vooraf",
                "weghalen-verzoek",
                "wij-wissen",
            ],
            owed.Select(item => item.Mail.Kind).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Contains(owed, item => item.Why.StartsWith("knows now", StringComparison.Ordinal));
        Assert.Contains(owed, item => item.Why.StartsWith("asks again", StringComparison.Ordinal));
        Assert.Contains(owed, item => Automatic.Contains(item.Mail.Kind) && SixWeeksStory.Wall(item.Mail.At).Hour == 8);
        // An invitation that waited because a reminder had left that day.
        Assert.Contains(owed, item =>
            item.Mail is { Kind: "uitnodiging", Table: 1 } && SixWeeksStory.Wall(item.Mail.At).Hour == 8
        );
        Assert.Contains(stories, item =>
            Math.Abs(
                item.Story.MovedTo.DayNumber
                    - DateOnly.Parse(item.Day, System.Globalization.CultureInfo.InvariantCulture).DayNumber
            ) == 1
        );
    }

    [Trait("Kind", "story")]
    [Theory]
    [InlineData(8, "2026-09-21", "2026-10-29")]
    public async Task After_twenty_deaths_of_the_process_the_same_mails_have_left_and_each_uncertain_one_is_listed(
        int seed,
        string monday,
        string table
    )
    {
        var story = Story(seed, monday, table);
        await using var life = new SixWeeks(story, kills: 20, seed);
        await life.LiveAsync();

        Assert.Equal(20, life.Deaths);
        Same(SixWeeksOracle.Of(story), life.Journal);
        Assert.Empty(Complaints(story, life.Journal));
        Assert.All(life.Arrived.Values, copies => Assert.Equal(1, copies));
        Assert.Superset(life.Mails.Except(life.Arrived.Keys).ToHashSet(), life.Uncertain);
        Assert.InRange(life.Uncertain.Count, 1, life.Deaths);
    }

    [Trait("Kind", "story")]
    [Fact]
    public async Task Without_the_rule_of_one_mail_a_day_somebody_gets_two()
    {
        var story = Story(1, "2026-11-02", "2026-12-10");
        await using var life = new SixWeeks(story, saboteurs: new EverythingIsAsked());
        await life.LiveAsync();

        Assert.Contains(Complaints(story, life.Journal), complaint =>
            complaint.StartsWith("two on one day", StringComparison.Ordinal)
        );
        Assert.NotEqual(
            SixWeeksOracle.Of(story).Count,
            SixWeeksOracle.Of(story).Select(owed => owed.Mail).Intersect(life.Journal).Count()
        );
    }

    private static SixWeeksStory Story(int seed, string monday, string table) =>
        new(
            seed,
            DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(table, System.Globalization.CultureInfo.InvariantCulture)
        );

    private static void Same(IReadOnlyList<Owed> owed, IReadOnlyCollection<Sent> sent)
    {
        var unexplained = sent.Except(owed.Select(item => item.Mail)).Select(mail => $"unexplained: {mail}");
        var missing = owed.Where(item => !sent.Contains(item.Mail))
            .Select(item => $"missing: {item.Mail} ({item.Why})");
        var wrong = missing.Concat(unexplained).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(owed.Count, sent.Count);
    }

    /// <summary>The promises one by one, without the oracle.</summary>
    private static IEnumerable<string> Complaints(SixWeeksStory story, IReadOnlyCollection<Sent> sent)
    {
        var guests = sent.Where(mail => mail.Person >= 0).ToList();
        var crowded = guests
            .Where(mail => Unasked.Contains(mail.Kind))
            .GroupBy(mail => (mail.Person, SixWeeksStory.Wall(mail.At).Date))
            .Where(day => day.Count() > 1);
        foreach (var day in crowded)
        {
            yield return $"two on one day: {string.Join(", ", day)}";
        }

        foreach (var mail in guests)
        {
            var acts = story
                .Acts.Where(act => act.Person == mail.Person && act.Table == mail.Table && act.At < mail.At)
                .ToList();
            var answer = acts.LastOrDefault(act => act.Deed >= Deed.Yes)?.Deed;
            var automatic = Automatic.Contains(mail.Kind);
            if (automatic && SixWeeksStory.Wall(mail.At).Hour is < 8 or >= 20)
            {
                yield return $"at night: {mail}";
            }

            if (
                mail.Kind is "vragen-vooraf" or "vragen-herinnering"
                && story.Acts.Any(act =>
                    act.Deed == Deed.Prepare && act.Person == mail.Person && act.Table == mail.Table && act.At < mail.At
                )
            )
            {
                yield return $"after she was ready: {mail}";
            }

            if (mail.At >= story.Starts(mail.Table, mail.At))
            {
                yield return $"after the table began: {mail}";
            }

            if (automatic && acts.Any(SixWeeksStory.Leaves))
            {
                yield return $"after leaving the list: {mail}";
            }

            if (
                (mail.Kind == "herinnering" && answer is not (null or Deed.Maybe or Deed.MaybeNextWeek))
                || (mail.Kind is "praktisch" or "vragen-vooraf" or "vragen-herinnering" && answer != Deed.Yes)
            )
            {
                yield return $"pointless after the answer: {mail}";
            }
        }
    }
}
