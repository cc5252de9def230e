using System.Net;
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
    internal const string Secret = "kanarie die niemand leest";

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

    private static IEnumerable<string> Headings(Visitor visitor) =>
        visitor.Page.QuerySelectorAll("#antwoorden h2").Select(item => item.Words());
}
