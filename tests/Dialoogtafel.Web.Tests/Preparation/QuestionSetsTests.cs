using System.Net;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// The organising team puts the questions of a table ready and changes them while people answer (R-043, R-044b, R-048,
/// R-110).
/// </summary>
public sealed class QuestionSetsTests : QuestionSetsFixture
{
    [Fact]
    public async Task The_proposal_is_shown_before_anything_is_stored_and_one_press_puts_it_ready()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);

        Assert.Contains("Er is nog niets bewaard", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Wanneer ging het goed? Noem één voorbeeld.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "voor wie hun antwoorden zijn: alleen Fenna en Gijs.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await site.Db(db => db.QuestionSets.ToListAsync()));

        await organiser.Press("Zet deze vragen klaar");

        Assert.Contains(
            "De vragen staan klaar sinds maandag 2 november. 3 mensen zien ze",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, await site.Db(db => db.QuestionSets.CountAsync(item => item.GatheringId == table.World.Table)));
    }

    [Fact]
    public async Task The_page_says_when_the_mail_goes_and_promises_none_that_would_come_too_late()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        Assert.Contains(
            "krijgen op donderdag 12 november om 10.00 uur een mail. Nu gaat er niets weg.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Zet deze vragen klaar");
        Assert.Equal(
            ["Anna", "Bram", "Cor"],
            organiser.Page.QuerySelectorAll("#nog-niet-klaar li").Select(item => item.Words())
        );

        site.Clock.Set(new DateTimeOffset(2026, 12, 2, 14, 0, 0, TimeSpan.Zero));
        organiser = await (await table.World.SignIn()).Go(table.Sets);
        await organiser.Press("Haal de vragen weg");

        Assert.Contains("Er gaat geen mail weg.", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_facilitator_nothing_stands_ready_because_people_could_not_be_told_who_reads()
    {
        using var site = new Site();
        var world = await World.On(site);
        await site.Db(db =>
            db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.ProcessFacilitatorId, (int?)null))
        );
        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/vragen");

        Assert.Contains("Kies eerst een begeleider", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zet deze vragen klaar", organiser.Text, StringComparison.Ordinal);
        using var answer = await organiser.Http.PostAsync(
            $"/bijeenkomsten/{world.Table}/vragen/klaar",
            organiser
                .Page.Forms.First(form => form.GetAttribute("action") == $"/bijeenkomsten/{world.Table}/vragen")
                .Filled()
        );
        Assert.Contains("Kies eerst een begeleider", (await answer.PageAsync()).Words(), StringComparison.Ordinal);
        Assert.Empty(await site.Db(db => db.QuestionSets.ToListAsync()));
    }

    [Fact]
    public async Task Two_organisers_at_once_the_second_sees_both_texts_and_loses_no_typing()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var question = await table.QuestionAsync("Wat verwacht u");
        var (petra, cato) = (await table.World.SignIn(), await table.World.SignIn(PreparedTable.Cato));
        await petra.Go($"{table.Sets}/{question.Id}");
        await cato.Go($"{table.Sets}/{question.Id}");
        await petra.Press("Bewaren", ("Form.Text", "Waar hoopt u op?"));

        await cato.Press("Bewaren", ("Form.Text", "Wat zou u fijn vinden?"), ("Form.Help", "Klein mag ook."));

        Assert.Contains("veranderd in: “Waar hoopt u op?”", cato.Text, StringComparison.Ordinal);
        Assert.Equal("Wat zou u fijn vinden?", cato.Page.QuerySelector("#Form_Text")!.ValueOf());
        Assert.Equal("Klein mag ook.", cato.Page.QuerySelector("#Form_Help")!.ValueOf());
        Assert.Equal("Waar hoopt u op?", (await table.QuestionAsync("Waar hoopt u op?")).Wording.Text.Nl);

        await cato.Press("Bewaren");
        Assert.Equal(3, (await table.QuestionAsync("Wat zou u fijn vinden?")).Wordings.Count);
    }

    [Fact]
    public async Task A_list_for_one_party_is_asked_of_that_party_alone_and_takes_every_kind_of_question()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        await organiser.Press(
            "Lijst toevoegen",
            ("Form.Name", "Voor werkgevers"),
            ("Form.ForWhom", $"{table.World.Perspectives["Werkgever"]}"),
            ("Form.Mode", "BringAlong")
        );
        Assert.Contains("Voor Werkgever. Meenemen:", organiser.Text, StringComparison.Ordinal);

        await organiser.Follow("Vraag toevoegen aan Voor werkgevers");
        await organiser.Press(
            "Bewaren",
            ("Form.Kind", "Choice"),
            ("Form.Text", "Hoeveel mensen werken bij u?"),
            ("Form.Options", "een paar")
        );
        Assert.Contains("Schrijf minstens twee keuzes op", organiser.Text, StringComparison.Ordinal);
        Assert.Equal("een paar", organiser.Page.QuerySelector("#Form_Options")!.ValueOf());
        await organiser.Press(
            "Bewaren",
            ("Form.Kind", "Choice"),
            ("Form.Text", "Hoeveel mensen werken bij u?"),
            ("Form.Options", "een paar\nveel")
        );

        Assert.Contains("een paar · veel", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Hoeveel mensen werken bij u?", await AskedAsync(table, "Cor"));
        Assert.DoesNotContain("Hoeveel mensen werken bij u?", await AskedAsync(table, "Anna"));
    }

    [Fact]
    public async Task Questions_that_are_taken_away_come_back_with_everything_that_people_wrote()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "Dat wij luisteren");
        var organiser = await (await table.World.SignIn()).Go(table.Sets);

        await organiser.Press("Haal de vragen weg");
        Assert.Empty(await AskedAsync(table, "Anna"));
        Assert.Contains(
            "De vragen vooraf zijn weggehaald",
            (await organiser.Go($"/bijeenkomsten/{table.World.Table}")).Text,
            StringComparison.Ordinal
        );

        await organiser.Go(table.Sets);
        await organiser.Press("Zet deze vragen klaar");
        Assert.Equal(8, (await AskedAsync(table, "Anna")).Count);
        Assert.Equal("Dat wij luisteren", table.Open(Assert.Single(await table.AnswersAsync())));
    }

    [Fact]
    public async Task A_question_of_another_table_cannot_be_changed_through_this_one()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var beside = await World.Beside(table.World, "quirine@ander.example");
        var quirine = await beside.SignIn("quirine@ander.example");
        var question = await table.QuestionAsync("Wat verwacht u");
        await quirine.Go($"/bijeenkomsten/{beside.Table}/vragen");
        var form = quirine.Page.Forms.First(item =>
            item.GetAttribute("action") == $"/bijeenkomsten/{beside.Table}/vragen"
        );

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await quirine.Http.GetAsync($"/bijeenkomsten/{beside.Table}/vragen/{question.Id}")).StatusCode
        );
        foreach (var what in new[] { "", "/weglating", "/plaats", "/terugkeer" })
        {
            using var answer = await quirine.Http.PostAsync(
                $"/bijeenkomsten/{beside.Table}/vragen/{question.Id}{what}",
                form.Filled(("Form.Text", "Overgenomen?"))
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Empty(await RetiredAsync(site));
    }
}
