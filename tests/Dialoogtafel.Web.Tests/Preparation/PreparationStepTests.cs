using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>What the table page and home say about the preparation, by what each team member may do.</summary>
public sealed class PreparationStepTests
{
    [Fact]
    public async Task The_table_shows_the_counts_to_the_team_and_the_way_to_the_answers_to_its_readers_alone()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        (string Who, bool Reads, bool Edits)[] people =
        [
            (World.Organiser, false, true),
            (PreparedTable.Cato, false, true),
            (PreparedTable.Fenna, true, false),
            (PreparedTable.Gijs, true, false),
            (PreparedTable.Hanna, false, false),
        ];

        foreach (var (who, reads, edits) in people)
        {
            var page = await (await table.World.SignIn(who)).Go($"/bijeenkomsten/{table.World.Table}");
            Assert.Contains("Voorbereiding: 0 van 3 klaar.", page.Text, StringComparison.Ordinal);
            Assert.Equal((reads, edits), (Has(page, table.Overview), Has(page, table.Sets)));
        }
    }

    [Fact]
    public async Task Home_asks_to_put_the_questions_ready_when_the_table_is_within_six_weeks()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var organiser = await table.World.SignIn();
        Assert.Contains(await site.NextStepsOf(World.Organiser), step => step.Href == table.Sets);

        site.Clock.Move(TimeSpan.FromDays(-20));
        Assert.DoesNotContain(await site.NextStepsOf(World.Organiser), step => step.Href == table.Sets);
        site.Clock.Move(TimeSpan.FromDays(20));
        await organiser.Go(table.Sets);
        await organiser.Press("Zet deze vragen klaar");
        Assert.DoesNotContain(await site.NextStepsOf(World.Organiser), step => step.Href == table.Sets);
    }

    [Fact]
    public async Task A_facilitator_is_asked_to_read_in_the_last_week_while_something_is_unread()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "rust");
        Assert.DoesNotContain(await site.NextStepsOf(PreparedTable.Fenna), step => step.Href == table.Overview);

        site.Clock.Move(TimeSpan.FromDays(25));
        Assert.Contains(await site.NextStepsOf(PreparedTable.Fenna), step =>
            step.Sentence.Contains("1 antwoord nog niet gelezen", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(await site.NextStepsOf(PreparedTable.Hanna), step => step.Href == table.Overview);

        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        await fenna.Press("Ik heb dit gelezen: Anna");
        Assert.DoesNotContain(await site.NextStepsOf(PreparedTable.Fenna), step => step.Href == table.Overview);
    }

    private static bool Has(Visitor page, string href) =>
        page.Page.QuerySelectorAll("main a").Any(item => item.GetAttribute("href") == href);
}
