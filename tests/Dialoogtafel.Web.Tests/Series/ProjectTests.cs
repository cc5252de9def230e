using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Series;

public sealed class ProjectTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task An_organiser_says_that_partners_decide_along_and_takes_it_back()
    {
        var project = await site.ProjectAsync("Meedoen");
        var (client, _) = await site.SignInAsync(TeamRole.Organiser, project);
        var path = $"/projecten/{project}";

        using var on = await client.FillAsync(
            path,
            ("Form.PartnersDecide", "true"),
            ("Form.GuidingQuestions", "Wat werkt?\nWat niet?"),
            ("Form.StartsOn", "2026-11-01")
        );
        var stored = await site.Db(db => db.Projects.SingleAsync());
        Assert.Equal(
            (true, "Wat werkt?\nWat niet?", new DateOnly(2026, 11, 1)),
            (stored.PartnersDecide, stored.GuidingQuestions, stored.StartsOn!.Value)
        );

        var page = await client.PageAsync(path);
        page.QuerySelector("#Form_PartnersDecide")!.RemoveAttribute("checked");
        using var off = await client.SendAsync(page, path);
        Assert.False((await site.Db(db => db.Projects.SingleAsync())).PartnersDecide);
    }

    [Fact]
    public async Task A_co_researcher_does_not_edit_the_project()
    {
        var project = await site.ProjectAsync("Meedoen");
        var (client, _) = await site.SignInAsync(TeamRole.CoResearcher, project);
        using var answer = await client.GetAsync($"/projecten/{project}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
