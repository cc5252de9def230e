using System.Net;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// S13: each team route about one thing × each person who has no business there. Generated from what stands at the
/// actions.
/// </summary>
public sealed class RightsCellsTests
{
    /// <summary>
    /// Who somebody is and how to reach them belongs to the installation: every recruiter may see it (D-10).
    /// </summary>
    private static bool IsOfTheInstallation(string route) =>
        route.Split(' ')[1].StartsWith("personen/", StringComparison.Ordinal);

    private static readonly string[] Routes =
    [
        .. SiteRoutes
            .Rules.Where(row => !row.Value.Open && row.Key.Contains("{id", StringComparison.Ordinal))
            .Select(row => row.Key),
    ];

    [Fact]
    public async Task Whoever_has_no_right_gets_404_or_the_sign_in_page_and_changes_nothing()
    {
        using var site = new Site();
        var cast = await Cast.On(site);
        var before = DatabaseContent.Of(site);

        var (asked, wrong) = (0, new List<string>());
        foreach (var (route, asker) in Cells(cast))
        {
            asked++;
            using var answer = await asker.AskAsync(route, cast);
            if (!IsRefused(answer))
            {
                wrong.Add($"{route} as {asker}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
        Assert.True(asked >= 200, $"only {asked} cells");
    }

    [Fact]
    public async Task Saboteur_without_the_rights_filter_every_cell_of_a_project_is_open()
    {
        using var site = new Site().Without<RightsFilter>();
        var cast = await Cast.On(site);

        // Reading only: what a post does to one cell would decide about the next. What names a part of a thing besides
        // it may not be there.
        var (asked, open) = (0, 0);
        foreach (
            var (route, asker) in Cells(cast)
                .Where(cell =>
                    cell.Route.StartsWith("GET ", StringComparison.Ordinal)
                    && cell.Route.Count(letter => letter == '{') == 1
                    && SiteRoutes.Rules[cell.Route].Scope != Scope.Anywhere
                )
        )
        {
            asked++;
            using var answer = await asker.AskAsync(route, cast);
            open += IsRefused(answer) ? 0 : 1;
        }

        // The pages of one table and the call notes also ask who sees them, by themselves.
        Assert.InRange(asked - open, 0, asked / 4);
    }

    [Fact]
    public async Task Saboteur_without_the_rights_filter_a_stranger_changes_the_project()
    {
        using var site = new Site().Without<RightsFilter>();
        var cast = await Cast.On(site);
        var before = DatabaseContent.Of(site);

        using var answer = await cast["co-researcher of B"].AskAsync("POST uitnodigingen/{id:int}/intrekking", cast);

        Assert.Contains("Invitations.WithdrawnAt", DatabaseContent.Of(site).ChangesSince(before));
    }

    private static IEnumerable<(string Route, Asker Asker)> Cells(Cast cast) =>
        from route in Routes
        let rule = SiteRoutes.Rules[route]
        from asker in cast.Askers
        let mayAsk = asker.Role is { } role
            && rule.Roles.Contains(role)
            && (asker.InProject || IsOfTheInstallation(route))
        where !mayAsk
        select (route, asker);

    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.NotFound
        || answer.Headers.Location?.OriginalString.StartsWith("/team/inloggen", StringComparison.Ordinal) == true;
}
