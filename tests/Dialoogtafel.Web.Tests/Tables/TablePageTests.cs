using System.Net;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

public sealed class TablePageTests : IAsyncLifetime
{
    private readonly Site site = new();
    private HttpClient client = null!;
    private int project;
    private int me;
    private SomeTable.Ids ids = null!;

    public async Task InitializeAsync()
    {
        project = await site.ProjectAsync("Meedoen");
        (client, me) = await site.SignInAsync(TeamRole.Organiser, project);
        ids = await site.SeriesAsync(project);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_mix_of_perspectives_stands_beside_the_head_count()
    {
        await site.SeatAsync(project, ids.First, "Ervaringsdeskundige", PerspectiveKind.LivedExperience);
        await site.SeatAsync(project, ids.First, "Gemeente", PerspectiveKind.Party);

        var page = await client.PageAsync($"/bijeenkomsten/{ids.First}");
        Assert.Contains("2 mensen", page.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Ervaringsdeskundige", "Gemeente"],
            page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public async Task A_facilitator_reads_the_table_that_she_leads_without_perspectives_and_no_other()
    {
        var (other, she) = await site.SignInAsync(TeamRole.Facilitator, project, "Bea");
        await site.Db(db =>
            db.Gatherings.Where(item => item.Id == ids.First)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.ContentFacilitatorId, she))
        );
        await site.SeatAsync(project, ids.First, "Ervaringsdeskundige", PerspectiveKind.LivedExperience);

        var page = await other.PageAsync($"/bijeenkomsten/{ids.First}");
        Assert.DoesNotContain("Ervaringsdeskundige", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form, main a[href$=gegevens], main a[href$=werving]"));
        Assert.Equal(
            [$"/bijeenkomsten/{ids.First}"],
            (await other.PageAsync("/reeksen")).QuerySelectorAll(".people a").Select(link => link.GetAttribute("href"))
        );
        foreach (
            var path in new[]
            {
                $"/bijeenkomsten/{ids.Second}",
                $"/bijeenkomsten/{ids.First}/gegevens",
                $"/reeksen/{ids.Series}",
                $"/reeksen/{ids.Series}/partijen",
                "/reeksen/nieuw",
            }
        )
        {
            using var answer = await other.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData(TeamRole.Organiser)]
    [InlineData(TeamRole.CoResearcher)]
    [InlineData(TeamRole.Administrator)]
    public async Task Somebody_of_another_project_finds_nothing(TeamRole role)
    {
        var (stranger, _) = await site.SignInAsync(
            role,
            role == TeamRole.Administrator ? null : await site.ProjectAsync("Elders"),
            "Cor"
        );
        foreach (
            var path in new[]
            {
                $"/bijeenkomsten/{ids.First}",
                $"/bijeenkomsten/{ids.First}/gegevens",
                $"/reeksen/{ids.Series}",
                $"/reeksen/{ids.Series}/partijen",
                $"/projecten/{project}",
            }
        )
        {
            using var answer = await stranger.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, path);
        }

        Assert.DoesNotContain(
            "werk zoeken",
            (await stranger.PageAsync("/start")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Definitief_asks_for_what_is_missing_and_changes_nothing()
    {
        using var answer = await client.SendAsync(
            await client.PageAsync($"/bijeenkomsten/{ids.First}"),
            $"/bijeenkomsten/{ids.First}/definitief",
            ("Form.FinalReason", "het kan niet anders")
        );

        Assert.Contains(
            "opleveren",
            (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(
            await site.Db(db =>
                db.Gatherings.Where(item => item.Id == ids.First).Select(item => item.FinalAt).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Definitief_without_lived_experience_needs_a_reason_and_with_it_none()
    {
        await CompleteAsync();
        var path = $"/bijeenkomsten/{ids.First}";
        using var refused = await client.SendAsync(await client.PageAsync(path), $"{path}/definitief");
        Assert.NotNull((await refused.PageAsync()).QuerySelector("#Form_FinalReason-error"));

        await site.SeatAsync(project, ids.First, "Ervaringsdeskundige", PerspectiveKind.LivedExperience);
        var page = await client.PageAsync(path);
        Assert.Null(page.QuerySelector("#Form_FinalReason"));
        using var accepted = await client.SendAsync(page, $"{path}/definitief");
        Assert.Equal(path, accepted.Headers.Location?.OriginalString);
        Assert.Equal(
            site.Clock.Utc,
            await site.Db(db =>
                db.Gatherings.Where(item => item.Id == ids.First).Select(item => item.FinalAt).SingleAsync()
            )
        );
    }

    private async Task CompleteAsync()
    {
        var (_, second) = await site.SignInAsync(TeamRole.Facilitator, project, "Bea");
        await site.Db(db =>
            db.Gatherings.Where(item => item.Id == ids.First)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(item => item.IntendedOutcome, "een lijst")
                        .SetProperty(item => item.Topics, "reizen")
                        .SetProperty(item => item.ProcessFacilitatorId, me)
                        .SetProperty(item => item.ContentFacilitatorId, second)
                )
        );
    }
}
