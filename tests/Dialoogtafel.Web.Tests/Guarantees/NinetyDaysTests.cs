using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// Ninety days after the second table no action is lost, and nobody is asked more than was promised.
/// </summary>
[Trait("Kind", "story")]
public sealed class NinetyDaysTests
{
    [Theory]
    // The clock goes forward on day 51, on which three people are asked.
    [InlineData("2027-02-05")]
    public async Task Every_action_ends_or_stands_on_te_bellen_and_every_mail_is_owed(string table)
    {
        var day = DateOnly.Parse(table, System.Globalization.CultureInfo.InvariantCulture);
        await using var life = new NinetyDays(day);
        await life.LiveAsync();

        await SameAsync(life);
        Assert.Equal(2, life.Refused);
        Assert.All(life.Arrived.Values, copies => Assert.Equal(1, copies));
        Assert.Equal(
            Enumerable
                .Range(1, NinetyDaysStory.Days)
                .Select(day.AddDays)
                .Where(date => date.DayOfWeek == DayOfWeek.Monday),
            life.Digests
        );
        var list = await life.CallListAsync();
        Assert.All(NinetyDaysStory.Ends.Index(), end =>
            Assert.Equal(
                end.Item is not ("Done" or "Stopped"),
                list.Contains($"Actie {end.Index} ", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>The clock goes back on day 30, on which one action is handed over.</summary>
    [Fact]
    public async Task After_twenty_deaths_of_the_process_it_is_the_same()
    {
        await using var life = new NinetyDays(new DateOnly(2026, 9, 25), kills: 20, seed: 4);
        await life.LiveAsync();

        Assert.Equal(20, life.Deaths);
        await SameAsync(life);
        Assert.All(life.Arrived.Values, copies => Assert.Equal(1, copies));
        Assert.InRange(life.Uncertain.Count, 1, life.Deaths);
    }

    [Fact]
    public async Task Without_the_rule_that_stops_the_asking_somebody_gets_more_than_four()
    {
        await using var life = new NinetyDays(new DateOnly(2026, 11, 5), saboteurs: new NeverTheLast());
        await life.LiveAsync();

        Assert.Contains(await ComplaintsAsync(life), complaint =>
            complaint.StartsWith("more than four", StringComparison.Ordinal)
        );
        Assert.NotEqual(NinetyDaysStory.Ends, await life.EndsAsync());
    }

    private static async Task SameAsync(NinetyDays life)
    {
        var wrong = NinetyDaysStory
            .Owed.Except(life.Journal)
            .Select(mail => $"missing: {mail}")
            .Concat(life.Journal.Except(NinetyDaysStory.Owed).Select(mail => $"unexplained: {mail}"))
            .Concat(await ComplaintsAsync(life))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(NinetyDaysStory.Owed.Count, life.Journal.Count);
        Assert.Equal(NinetyDaysStory.Ends, await life.EndsAsync());
    }

    /// <summary>The promises one by one, without the list of what is owed.</summary>
    private static async Task<IReadOnlyList<string>> ComplaintsAsync(NinetyDays life)
    {
        var ended = await life.EndDaysAsync();
        int PeriodOf(NinetyMail mail) =>
            NinetyDaysStory.Acts.Count(act =>
                act.Action == mail.Action && act.Deed == NinetyDeed.GoesOn && act.Day < mail.Day
            );
        return
        [
            .. life
                .Journal.GroupBy(mail => (mail.Person, mail.Day))
                .Where(day => day.Count() > 1)
                .Select(day => $"two on one day: {string.Join(", ", day)}"),
            .. life
                .Journal.GroupBy(mail => (mail.Action, Period: PeriodOf(mail)))
                .Where(period => period.Count() > 4)
                .Select(period => $"more than four: action {period.Key.Action}"),
            .. life.Journal.Where(mail => mail.Hour is < 8 or >= 20).Select(mail => $"at night: {mail}"),
            .. life.Journal.Where(mail => mail.Day > ended[mail.Action]).Select(mail => $"after the end: {mail}"),
        ];
    }

    /// <summary>The last question and the last mail are not counted, so that there is always one left.</summary>
    private sealed class NeverTheLast : BeforeEachSave<AgreedAction>
    {
        protected override void Change(EntityEntry<AgreedAction> entry)
        {
            var (rounds, mails) = (FollowUpPlan.MostRounds - 1, FollowUpPlan.MostMails - 1);
            entry.Property(action => action.Rounds).CurrentValue = Math.Min(entry.Entity.Rounds, rounds);
            entry.Property(action => action.Mails).CurrentValue = Math.Min(entry.Entity.Mails, mails);
        }
    }
}
