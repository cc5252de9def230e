using System.Net;
using AngleSharp.Dom;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.MyTable;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>
/// Who reads what the people of a table need, and that it is written down (R-013, R-036, D-07).
/// </summary>
public sealed class TableNeedsTests
{
    private const string Canary = "kanarie eet geen noten";

    [Fact]
    public async Task The_table_shows_the_counts_and_one_page_shows_the_words_to_who_organises()
    {
        using var site = new Site();
        var world = await ToldAsync(site);
        var organiser = await world.SignIn();

        await organiser.Go($"/bijeenkomsten/{world.Table}");
        Assert.Contains(
            "1 persoon liet weten wat nodig is. 1 naaste of begeleider komt mee.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("kanarie", organiser.Page.DocumentElement.InnerHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));

        await organiser.Follow("Lees wat mensen nodig hebben");
        Assert.Equal($"/bijeenkomsten/{world.Table}/behoeften", organiser.Address.PathAndQuery);
        foreach (
            var said in new[]
            {
                "Anna",
                "Vaker pauze",
                Canary,
                "Neemt iemand mee: Dirk Kanariestra.",
                "14 dagen na de tafel",
            }
        )
        {
            Assert.Contains(said, organiser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_opening_is_written_down_for_each_person_on_the_page()
    {
        using var site = new Site();
        var world = await ToldAsync(site);
        var organiser = await world.SignIn();
        site.Clock.Move(TimeSpan.FromMinutes(3));

        await organiser.Go($"/bijeenkomsten/{world.Table}/behoeften");
        await organiser.Go($"/bijeenkomsten/{world.Table}/behoeften");

        var lines = await site.Db(db => db.ReadLog.AsNoTracking().ToListAsync());
        var anna = await site.Db(db => db.Persons.SingleAsync(item => item.FirstName == "Anna"));
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line =>
            Assert.Equal(
                (world.OrganiserPerson, anna.Id, site.Clock.Utc, $"/bijeenkomsten/{world.Table}/behoeften"),
                (line.ReaderId, line.PersonId, line.At, line.Page)
            )
        );
    }

    [Fact]
    public async Task Two_tellings_of_one_person_stand_both_with_their_day_and_the_last_word_counts_for_the_companion()
    {
        using var site = new Site();
        var world = await ToldAsync(site);
        site.Clock.Move(TimeSpan.FromDays(2));
        var elsewhere = await Visitor.To(site).Go(await world.LinkOf(1));
        await elsewhere.Go($"{elsewhere.Address.AbsolutePath}/nodig");
        await elsewhere.Press("Bewaar", ("Form.Text", "Liever thee"), ("Form.Companion", "Alone"));

        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/behoeften");

        Assert.Contains("maandag 2 november, zelf geschreven", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("woensdag 4 november, zelf geschreven", organiser.Text, StringComparison.Ordinal);
        Assert.Contains(Canary, organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Liever thee", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("komt mee", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_come_any_more_is_not_on_the_page_and_is_not_counted()
    {
        using var site = new Site();
        var world = await ToldAsync(site);
        var anna = await Visitor.To(site).Go(await world.LinkOf(1));
        await anna.Go($"{anna.Address.AbsolutePath}/antwoord");
        await anna.Press("Verstuur mijn antwoord", ("Form.Answer", "No"));
        var organiser = await world.SignIn();

        Assert.DoesNotContain(
            "wat nodig is",
            (await organiser.Go($"/bijeenkomsten/{world.Table}")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nog niemand liet iets weten",
            (await organiser.Go($"/bijeenkomsten/{world.Table}/behoeften")).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));
    }

    [Fact]
    public async Task Only_the_organising_team_of_the_project_and_the_two_facilitators_of_the_table_read_it()
    {
        using var site = new Site();
        var world = await ToldAsync(site);
        var beside = await World.Beside(world, "quirine@ander.example");
        var process = await world.Member("Fenna", "fenna@team.example", TeamRole.Facilitator, world.Project);
        var content = await world.Member("Gijs", "gijs@team.example", TeamRole.Facilitator, world.Project);
        var reserve = await world.Member("Hanna", "hanna@team.example", TeamRole.Facilitator, world.Project);
        await site.Db(db =>
            db.Gatherings.Where(item => item.Id == world.Table)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(item => item.ProcessFacilitatorId, process)
                        .SetProperty(item => item.ContentFacilitatorId, content)
                        .SetProperty(item => item.ReserveFacilitatorId, reserve)
                )
        );
        (int Person, bool Reads)[] people =
        [
            (world.OrganiserPerson, true),
            (await world.Member("Cato", "cato@team.example", TeamRole.CoResearcher, world.Project), true),
            (process, true),
            (content, true),
            (reserve, false),
            (await world.Member("Ine", "ine@team.example", TeamRole.Facilitator, world.Project), false),
            (beside.OrganiserPerson, false),
            (await world.Member("Carola", "carola@team.example", TeamRole.CoResearcher, beside.Project), false),
            (await world.Member("Beheer", "beheer@team.example", TeamRole.Administrator, null), false),
        ];

        foreach (var (person, reads) in people)
        {
            using var browser = await site.SignedInAsync(person);
            using var answer = await browser.GetAsync($"/bijeenkomsten/{world.Table}/behoeften");
            Assert.True(
                answer.StatusCode == (reads ? HttpStatusCode.OK : HttpStatusCode.NotFound),
                $"{person}: {answer.StatusCode}"
            );
            Assert.Equal(reads, (await answer.Content.ReadAsStringAsync()).Contains(Canary, StringComparison.Ordinal));
        }

        Assert.Equal(
            people.Where(item => item.Reads).Select(item => item.Person),
            await site.Db(db => db.ReadLog.OrderBy(item => item.Id).Select(item => item.ReaderId).ToListAsync())
        );
    }

    [Fact]
    public async Task The_mailed_link_alone_is_not_enough_to_read_it()
    {
        using var site = new Site();
        var world = await ToldAsync(site);
        using var browser = await site.SignedInByLinkAsync(world.OrganiserPerson);
        using var answer = await browser.GetAsync($"/bijeenkomsten/{world.Table}/behoeften");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/team/tweede-stap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    /// <summary>Anna (invitation 1) comes and told everything.</summary>
    private static async Task<World> ToldAsync(Site site)
    {
        var world = await World.On(site);
        var visitor = await NeedsTests.AnswersAsync(
            world,
            await world.Invite("Anna", "Gemeente", "anna@voorbeeld.example"),
            "Yes"
        );
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar", NeedsTests.Everything);
        return world;
    }
}
