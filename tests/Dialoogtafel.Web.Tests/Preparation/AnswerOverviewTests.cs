using System.Net;
using AngleSharp.Dom;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// What people wrote beforehand is read by the two facilitators alone, and never what somebody keeps to themselves
/// (R-044, D-08).
/// </summary>
public sealed class AnswerOverviewTests
{
    private const string Secret = "kanarie die niemand leest";

    [Fact]
    public async Task Only_the_two_facilitators_read_it_and_everybody_else_gets_404()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var world = table.World;
        await table.TypeAsync("Anna", "Wat verwacht u", "Dat wij luisteren");
        await world.Member("Beheer", "beheer@team.example", TeamRole.Administrator, null);
        await world.Member("Ine", "ine@team.example", TeamRole.Facilitator, world.Project);
        (string Who, bool Reads)[] people =
        [
            (PreparedTable.Fenna, true),
            (PreparedTable.Gijs, true),
            (PreparedTable.Hanna, false),
            (PreparedTable.Cato, false),
            (World.Organiser, false),
            ("ine@team.example", false),
            ("beheer@team.example", false),
        ];

        foreach (var (who, reads) in people)
        {
            var visitor = await (await world.SignIn(who)).Go(table.Overview);
            Assert.True(
                visitor.Status == (reads ? HttpStatusCode.OK : HttpStatusCode.NotFound),
                $"{who}: {visitor.Status}"
            );
            Assert.Equal(reads, visitor.Text.Contains("Dat wij luisteren", StringComparison.Ordinal));
        }

        using var byLink = await site.SignedInByLinkAsync(
            await site.Db(db =>
                db.Persons.Where(item => item.Email == PreparedTable.Fenna).Select(item => item.Id).SingleAsync()
            )
        );
        using var answer = await byLink.GetAsync(table.Overview);
        Assert.StartsWith("/team/tweede-stap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organiser_who_leads_the_table_reads_it()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await site.Db(db =>
            db.Gatherings.Where(item => item.Id == table.World.Table)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(item => item.ContentFacilitatorId, table.World.OrganiserPerson)
                )
        );

        Assert.Equal(HttpStatusCode.OK, (await (await table.World.SignIn()).Go(table.Overview)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await table.World.SignIn(PreparedTable.Gijs)).Go(table.Overview)).Status
        );
    }

    [Fact]
    public async Task What_somebody_keeps_to_herself_stands_on_no_page_of_the_team_and_is_only_counted()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", Secret, AnswerReaders.OnlyMe);
        await table.TypeAsync("Bram", "Wat verwacht u", Secret);
        await table.PrepareAsync("Bram", own => own.Readers = AnswerReaders.OnlyMe);
        string[] pages =
        [
            "/start",
            $"/bijeenkomsten/{table.World.Table}",
            table.Sets,
            $"{table.Sets}/papier",
            $"{table.Sets}/papier?uitnodiging={table["Anna"]}",
            $"/uitnodigingen/{table["Anna"]}",
            $"/uitnodigingen/{table["Anna"]}/antwoorden",
            table.Overview,
            $"{table.Overview}?volgorde=perspectief",
            $"{table.Overview}?volgorde=persoon",
            "/te-bellen",
            $"/bijeenkomsten/{table.World.Table}/werving",
        ];

        var opened = 0;
        foreach (var who in new[] { World.Organiser, PreparedTable.Cato, PreparedTable.Fenna, PreparedTable.Gijs })
        {
            var visitor = await table.World.SignIn(who);
            foreach (var page in pages)
            {
                await visitor.Go(page);
                opened += visitor.Status == HttpStatusCode.OK ? 1 : 0;
                Assert.DoesNotContain("kanarie", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            }
        }

        Assert.True(opened >= 25, $"{opened} pages");
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Contains("2 antwoorden houden mensen voor zich.", fenna.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));
    }

    [Fact]
    public async Task Each_opening_is_written_down_for_each_person_whose_answer_stands_on_the_page()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "een");
        await table.TypeAsync("Anna", "Wat komt u halen", "twee");
        await table.TypeAsync("Cor", "Wat verwacht u", "drie");
        await table.TypeAsync("Bram", "Wat verwacht u", Secret, AnswerReaders.OnlyMe);

        await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);

        var lines = await site.Db(db =>
            db.ReadLog.Join(
                    db.Persons,
                    item => item.PersonId,
                    person => person.Id,
                    (item, person) => new { person.FirstName, item.Page }
                )
                .OrderBy(item => item.FirstName)
                .ToListAsync()
        );
        Assert.Equal(
            [("Anna", table.Overview), ("Cor", table.Overview)],
            lines.Select(item => (item.FirstName, item.Page))
        );
    }

    [Fact]
    public async Task The_same_answers_stand_per_question_per_perspective_and_per_person()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat komt u halen", "haal ik");
        await table.TypeAsync("Anna", "Wat komt u brengen", "breng ik");
        await table.TypeAsync("Cor", "Wat komt u halen", "hoor ik graag");
        var fenna = await table.World.SignIn(PreparedTable.Fenna);

        Assert.Equal(["Wat komt u halen?", "Wat komt u brengen?"], Headings(await fenna.Go(table.Overview)));
        Assert.Contains("Cor · Werkgever, op afstand · online", fenna.Text, StringComparison.Ordinal);
        await fenna.Follow("Per perspectief");
        Assert.Equal(["Gemeente", "Werkgever"], Headings(fenna));
        await fenna.Follow("Per persoon");
        Assert.Equal(["Anna", "Cor"], Headings(fenna));
        Assert.Equal(
            ["haal ik", "breng ik"],
            fenna
                .Page.QuerySelectorAll("#antwoorden section:first-of-type .pair > div blockquote")
                .Select(item => item.Words())
        );
        Assert.Contains("Wat wilt u graag terughoren van deze tafel?", fenna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_of_one_person_stand_both()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "op de laptop");
        await table.TypeAsync("Anna", "Wat verwacht u", "op de telefoon");

        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);

        Assert.Contains("versie 1", fenna.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["op de laptop", "op de telefoon"],
            fenna.Page.QuerySelectorAll("blockquote").Select(item => item.Words())
        );
    }

    [Fact]
    public async Task Gelezen_counts_for_one_reader_and_a_change_makes_it_unread_again()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "eerst", tab: "a");
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);

        await fenna.Press("Ik heb dit gelezen: Anna");
        Assert.Contains("U heeft alles gelezen.", fenna.Text, StringComparison.Ordinal);
        Assert.Contains(
            "1 antwoord is nog niet gelezen.",
            (await (await table.World.SignIn(PreparedTable.Gijs)).Go(table.Overview)).Text,
            StringComparison.Ordinal
        );

        await table.TypeAsync("Anna", "Wat verwacht u", "eerst en meer", tab: "a");
        await fenna.Go(table.Overview);
        Assert.Contains("veranderd sinds u het las", fenna.Text, StringComparison.Ordinal);
        Assert.Contains("1 antwoord is nog niet gelezen.", fenna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_changes_while_she_reads_stays_unread()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "eerst", tab: "a");
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        await table.TypeAsync("Anna", "Wat verwacht u", "eerst en meer", tab: "a");

        await fenna.Press("Ik heb dit gelezen: Anna");

        Assert.Contains("veranderd sinds u het las", fenna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_goes_on_where_she_was()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var ids = new List<int>();
        foreach (var name in new[] { "Anna", "Bram", "Cor" })
        {
            ids.Add(await table.TypeAsync(name, "Wat verwacht u", $"van {name}"));
        }

        ids.Add(await table.TypeAsync("Anna", "Wat komt u halen", "ideeën"));
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Equal($"#antwoord-{ids[0]}", Link(fenna, "Begin met lezen"));

        await fenna.Press("Ik heb dit gelezen: Bram");
        Assert.Equal($"#antwoord-{ids[2]}", Link(fenna, "Verder waar u gebleven was"));

        await fenna.Press("Alles hierboven gelezen: Wat verwacht u");
        Assert.Equal($"#antwoord-{ids[3]}", Link(fenna, "Verder waar u gebleven was"));
    }

    [Fact]
    public async Task An_answer_is_marked_for_the_programme_and_put_back_and_one_for_the_board_says_so()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var answer = await table.TypeAsync("Anna", "Wat verwacht u", "rust", AnswerReaders.BoardWithoutName);
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Contains("mag zonder naam op het bord", fenna.Text, StringComparison.Ordinal);

        await fenna.Press("Voor het programma: Anna");
        Assert.Contains("1 antwoord staat klaar voor het programma.", fenna.Text, StringComparison.Ordinal);
        Assert.NotNull((await table.AnswersAsync()).Single(item => item.Id == answer).PickedAt);

        await fenna.Press("Toch niet voor het programma: Anna");
        Assert.Null((await table.AnswersAsync()).Single(item => item.Id == answer).PickedAt);
    }

    [Fact]
    public async Task An_answer_that_she_may_not_read_cannot_be_marked_either()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "open");
        var kept = await table.TypeAsync("Bram", "Wat verwacht u", Secret, AnswerReaders.OnlyMe);
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);

        using var picked = await fenna.Http.PostAsync(
            $"{table.Overview}/programma",
            fenna
                .Page.Forms.First(item => item.GetAttribute("action") == $"{table.Overview}/programma")
                .Filled(("antwoord", $"{kept}"))
        );
        using var read = await fenna.Http.PostAsync(
            $"{table.Overview}/gelezen",
            fenna
                .Page.Forms.First(item => item.GetAttribute("action") == $"{table.Overview}/gelezen")
                .Filled(("gezien", $"{kept}.1"))
        );

        Assert.Equal(HttpStatusCode.NotFound, picked.StatusCode);
        Assert.Empty(await site.Db(db => db.AnswerReads.ToListAsync()));
    }

    [Fact]
    public async Task Who_is_not_ready_stands_there_with_a_number_and_who_thought_about_it_does_not()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.PrepareAsync("Bram", own => own.Finish(PreparedBy.Thinking, site.Clock.Utc));
        await table.TypeAsync("Anna", "Wat verwacht u", "rust");

        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);

        Assert.Contains("1 van 3 klaar.", fenna.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Anna", "Cor"],
            fenna.Page.QuerySelectorAll(".people .person-name b").Select(item => item.Words())
        );
        Assert.Contains("Gemeente · 1 van 8 vragen beantwoord", fenna.Text, StringComparison.Ordinal);
        Assert.Equal(2, fenna.Page.QuerySelectorAll(".people a[href='tel:0655512345']").Length);
    }

    [Fact]
    public async Task She_says_on_which_day_she_wants_to_hear_or_rather_not()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var fenna = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Equal("3", fenna.Page.QuerySelector("#Form_Days")!.ValueOf());

        await fenna.Press("Bewaren", ("Form.Days", "99"));
        Assert.Contains("Kies een aantal dagen van 1 tot 30.", fenna.Text, StringComparison.Ordinal);
        await fenna.Press("Bewaren", ("Form.Days", "5"));
        Assert.Equal(5, (await site.Db(db => db.OverviewWishes.SingleAsync())).DaysBefore);

        await fenna.Press("Liever niet");
        Assert.Null((await site.Db(db => db.OverviewWishes.SingleAsync())).DaysBefore);
        Assert.Contains("U krijgt nu geen bericht over deze tafel.", fenna.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Headings(Visitor visitor) =>
        visitor.Page.QuerySelectorAll("#antwoorden h2").Select(item => item.Words());

    private static string? Link(Visitor visitor, string text) =>
        visitor.Page.QuerySelectorAll("a").Single(item => item.Words() == text).GetAttribute("href");
}
