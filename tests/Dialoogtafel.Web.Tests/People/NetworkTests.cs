using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.People;

public sealed class NetworkTests : NetworkFixture
{
    [Fact]
    public async Task Somebody_is_found_by_a_part_of_her_name_and_the_name_stays_out_of_the_address()
    {
        var browser = await site.SignedInAsync("anna", TeamRole.Organiser, await site.ProjectAsync("Werk"));
        await PersonAsync("Carla", "Vermeer");
        await PersonAsync("Dirk", "100%");

        using var found = await browser.SendAsync("/netwerk", "/netwerk", ("Form.Search", "carla verm"));
        using var sign = await browser.SendAsync("/netwerk", "/netwerk", ("Form.Search", "%"));

        Assert.Equal("/netwerk", found.RequestMessage!.RequestUri!.PathAndQuery);
        var page = await found.PageAsync();
        Assert.Equal(
            ["Carla Vermeer"],
            page.QuerySelectorAll(".people .person-name a").Select(item => item.TextContent)
        );
        Assert.Equal("carla verm", page.QuerySelector("#Form_Search")!.GetAttribute("value"));
        Assert.Equal(
            ["Dirk 100%"],
            (await sign.PageAsync()).QuerySelectorAll(".people .person-name a").Select(item => item.TextContent)
        );
    }

    [Fact]
    public async Task The_list_is_sorted_by_last_name_and_filtered_by_perspective_and_role()
    {
        var project = await site.ProjectAsync("Werk");
        var browser = await site.SignedInAsync("zus", TeamRole.Organiser, project);
        var (carla, dirk) = (await PersonAsync("Carla", "Zand"), await PersonAsync("Dirk", "Akker"));
        var employer = await KnownAsync(project, "Werkgever", PerspectiveKind.Party, carla);
        await RoleAsync(project, dirk, ParticipationRole.Informant);

        Assert.Equal(["Dirk Akker", "Carla Zand", "zus"], Names(await browser.PageAsync("/netwerk")));
        Assert.Equal(["Carla Zand"], Names(await browser.PageAsync($"/netwerk?perspectief={employer}")));
        using var informants = await browser.SendAsync(
            "/netwerk",
            "/netwerk",
            ("Form.Role", nameof(ParticipationRole.Informant))
        );
        Assert.Equal(["Dirk Akker"], Names(await informants.PageAsync()));
    }

    [Fact]
    public async Task Per_party_it_says_how_many_we_know_against_the_chairs_still_wanted()
    {
        var project = await site.ProjectAsync("Werk");
        var browser = await site.SignedInAsync("anna", TeamRole.Organiser, project);
        var (carla, dirk) = (await PersonAsync("Carla", "Zand"), await PersonAsync("Dirk", "Akker"));
        var employer = await KnownAsync(project, "Werkgever", PerspectiveKind.Party, carla, dirk);
        await WantedAsync(
            project,
            employer,
            (3, TimeSpan.FromDays(20), false),
            (4, TimeSpan.FromDays(-20), false),
            (2, TimeSpan.FromDays(30), true)
        );
        await site.Db(async db =>
        {
            db.Persons.Single(item => item.Id == dirk).AskRemoval(site.Clock.Utc);
            await db.SaveChangesAsync();
        });

        var row = (await browser.PageAsync("/netwerk")).QuerySelectorAll("tbody tr").Single();

        Assert.Equal(["Werkgever", "1", "3", "nog 2 te weinig"], row.Children.Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task The_ladder_counts_people_with_experience_and_relatives_and_says_so()
    {
        var project = await site.ProjectAsync("Werk");
        var browser = await site.SignedInAsync("anna", TeamRole.Organiser, project);
        var (carla, dirk) = (await PersonAsync("Carla", "Zand"), await PersonAsync("Dirk", "Akker"));
        await KnownAsync(project, "Ervaringsdeskundige", PerspectiveKind.LivedExperience, carla);
        await KnownAsync(project, "Zorgprofessional", PerspectiveKind.Professional, dirk);
        await RoleAsync(project, carla, ParticipationRole.Partner);
        await RoleAsync(project, dirk, ParticipationRole.Partner);

        var page = await browser.PageAsync("/netwerk");

        Assert.Contains(
            "partner1 mens",
            page.QuerySelector(".facts")!
                .TextContent.Replace(" ", "", StringComparison.Ordinal)
                .Replace("1mens", "1 mens", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Deze cijfers tellen alleen mensen met ervaring en hun naasten",
            page.Words(),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Names(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll(".people .person-name a").Select(item => item.TextContent);

    private Task WantedAsync(
        int project,
        int perspective,
        params (int Wanted, TimeSpan From, bool Cancelled)[] tables
    ) =>
        site.Db(async db =>
        {
            var kind = db.GatheringKinds.Single(item => item.Key == GatheringKind.Dialogue);
            var series = new GatheringSeries
            {
                ProjectId = project,
                LifeDomainId = db.LifeDomains.First().Id,
                Subject = "Werk houden",
                CreatedAt = site.Clock.Utc,
            };
            foreach (var (wanted, from, cancelled) in tables)
            {
                var gathering = Gathering.Of(kind, series.Gatherings.Count + 1);
                gathering.StartsAt = site.Clock.Utc + from;
                gathering.CancelledAt = cancelled ? site.Clock.Utc : null;
                gathering.Wanted.Add(new WantedSeats { PerspectiveId = perspective, Wanted = wanted });
                series.Gatherings.Add(gathering);
            }

            db.Series.Add(series);
            await db.SaveChangesAsync();
        });
}
