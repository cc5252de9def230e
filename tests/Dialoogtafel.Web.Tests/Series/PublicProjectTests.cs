using System.Net;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Series;

/// <summary>The third door and the page of a project for everybody (R-008, S69).</summary>
public sealed class PublicProjectTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_visitor_reads_the_purpose_and_the_results_as_the_organiser_wrote_them()
    {
        var world = await World.On(site);
        var organiser = await (await world.SignIn()).Go($"/projecten/{world.Project}");
        await organiser.Press(
            "Bewaren",
            (
                "Form.Results",
                "# Wat wij zagen\r\n- Een **proefplek** helpt.\r\n- [Lees meer](https://voorbeeld.example/meer)"
            )
        );

        var visitor = await Visitor.To(site).Go("/");
        Assert.Equal(3, visitor.Page.QuerySelectorAll(".doors > li > a").Length);
        await visitor.Follow("Ik wil op de hoogte blijven");
        await visitor.Follow("Lees over Meedoen");

        Assert.Contains("Samen weten wat werkt.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("Wat wij zagen", visitor.Page.QuerySelectorAll("main h3").Single().Words());
        Assert.Equal("proefplek", visitor.Page.QuerySelector("main li strong")!.Words());
        Assert.DoesNotContain("De Linde", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_switched_its_page_off_does_not_seem_to_exist()
    {
        var world = await World.On(site);
        var organiser = await (await world.SignIn()).Go($"/projecten/{world.Project}");
        organiser.Page.QuerySelector("#Form_IsPublic")!.RemoveAttribute("checked");
        await organiser.Press("Bewaren");

        using var closed = await site.Open().GetAsync($"/onderzoek/{world.Project}");
        using var unknown = await site.Open().GetAsync("/onderzoek/987654");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (closed.StatusCode, unknown.StatusCode));
        Assert.Contains(
            "Er is nu geen nieuws",
            (await Visitor.To(site).Go("/op-de-hoogte")).Text,
            StringComparison.Ordinal
        );
        Assert.NotNull((await site.Db(db => db.Projects.SingleAsync())).PageClosedAt);
    }

    [Theory]
    [InlineData("tekst\n![kat](https://voorbeeld.example/kat.png)", "Regel 2: Plaatjes kunnen niet")]
    [InlineData("[x](javascript:alert(1))", "Regel 1: een link begint met https://")]
    public async Task What_a_page_cannot_show_is_refused_with_its_line(string typed, string problem)
    {
        var world = await World.On(site);
        var organiser = await (await world.SignIn()).Go($"/projecten/{world.Project}");
        await organiser.Press("Bewaren", ("Form.Results", typed));
        Assert.Contains(problem, organiser.Text, StringComparison.Ordinal);
        Assert.Contains(
            typed.Split('\n')[^1],
            organiser.Page.QuerySelector("#Form_Results")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Markup_in_the_results_is_shown_as_text()
    {
        var world = await World.On(site);
        await site.Db(async db =>
        {
            (await db.Projects.SingleAsync()).Results =
                "<script>alert(1)</script> en ![x](https://evil.example/x.png) en [y](javascript:x)";
            await db.SaveChangesAsync();
        });
        var visitor = await Visitor.To(site).Go($"/onderzoek/{world.Project}");
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img, main a[href^=javascript]"));
        Assert.Contains("<script>alert(1)</script>", visitor.Text, StringComparison.Ordinal);
    }
}
