using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Series;

public sealed class PartiesTests : IAsyncLifetime
{
    private readonly Site site = new();
    private HttpClient client = null!;
    private int project;
    private SomeTable.Ids ids = null!;

    private string Path => $"/reeksen/{ids.Series}/partijen";

    public async Task InitializeAsync()
    {
        project = await site.ProjectAsync("Meedoen");
        (client, _) = await site.SignInAsync(TeamRole.CoResearcher, project);
        ids = await site.SeriesAsync(project);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_proposal_of_the_domain_is_saved_as_served_for_both_tables()
    {
        using var answer = await client.FillAsync(Path);

        Assert.Equal($"/bijeenkomsten/{ids.First}/werving", answer.Headers.Location?.OriginalString);
        var wanted = await site.Db(db => db.WantedSeats.Include(item => item.Perspective).ToListAsync());
        Assert.Equal(
            [9, 9],
            new[] { ids.First, ids.Second }.Select(table =>
                wanted.Where(item => item.GatheringId == table).Sum(item => item.Wanted)
            )
        );
        Assert.Equal(7, await site.Db(db => db.Perspectives.CountAsync()));
        Assert.Contains(wanted, item =>
            item.Perspective is { Kind: PerspectiveKind.LivedExperience, Name: "Ervaringsdeskundige" }
            && item.Wanted == 3
        );
    }

    [Fact]
    public async Task A_party_of_our_own_and_a_number_less_are_kept_and_shown_again()
    {
        var page = await client.PageAsync(Path);
        using var answer = await client.SendAsync(
            page,
            Path,
            ("Form.Parties[3].Wanted", "0"),
            ("Form.Parties[7].Name", "Vakbond"),
            ("Form.Parties[7].Wanted", "2"),
            ("Form.Themes", "reizen\nrust")
        );

        Assert.NotNull(answer.Headers.Location);
        var again = (await client.PageAsync(Path))
            .QuerySelectorAll("label")
            .Select(label => label.TextContent)
            .ToList();
        Assert.Contains("Vakbond", again);
        var names = await site.Db(db =>
            db.WantedSeats.Where(item => item.GatheringId == ids.Second)
                .Select(item => item.Perspective!.Name)
                .ToListAsync()
        );
        Assert.DoesNotContain("UWV", names);
        Assert.Contains("Vakbond", names);
        Assert.Equal(
            "reizen\nrust",
            await site.Db(async db => (await db.Series.SingleAsync()).Themes.ReplaceLineEndings("\n"))
        );
    }

    [Fact]
    public async Task More_people_than_chairs_is_refused_with_everything_typed_still_there()
    {
        using var answer = await client.FillAsync(Path, ("Form.Parties[0].Wanted", "5"));

        var page = await answer.PageAsync();
        Assert.Contains("11 mensen", page.QuerySelector("#parties-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("5", page.QuerySelector("[name='Form.Parties[0].Wanted']")!.ValueOf());
        Assert.NotNull(page.GetElementById(page.QuerySelector(".error-summary a")!.GetAttribute("href")![1..]));
        Assert.Equal(0, await site.Db(db => db.WantedSeats.CountAsync()));
    }

    [Fact]
    public async Task A_table_that_has_been_keeps_its_numbers()
    {
        using var before = await client.FillAsync(Path);
        site.Clock.Move(TimeSpan.FromDays(30));
        var (later, _) = await site.SignInAsync(TeamRole.CoResearcher, project, "Bea");
        using var after = await later.FillAsync(Path, ("Form.Parties[0].Wanted", "1"));

        Assert.Equal($"/bijeenkomsten/{ids.Second}/werving", after.Headers.Location?.OriginalString);
        var lived = await site.Db(db =>
            db.WantedSeats.Where(item => item.Perspective!.Kind == PerspectiveKind.LivedExperience)
                .ToDictionaryAsync(item => item.GatheringId, item => item.Wanted)
        );
        Assert.Equal((3, 1), (lived[ids.First], lived[ids.Second]));
    }
}
