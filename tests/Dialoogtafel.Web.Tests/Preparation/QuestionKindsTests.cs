using AngleSharp.Dom;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>What every kind of question has in common, whichever kinds there are.</summary>
public sealed class QuestionKindsTests
{
    [Fact]
    public async Task The_team_chooses_from_all_kinds_and_the_database_keeps_the_name()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        await organiser.Follow("Vraag toevoegen");
        var form = organiser.Address.AbsolutePath;
        Assert.Equal(
            QuestionKinds.All.Select(kind => kind.Name),
            organiser.Page.QuerySelectorAll("[name='Form.Kind']").Select(item => item.GetAttribute("value")!)
        );

        await organiser.Press("Bewaren", ("Form.Kind", "Onbekend"), ("Form.Text", "Waarheen?"));
        Assert.Contains("Kies wat voor vraag het is.", organiser.Text, StringComparison.Ordinal);
        await organiser.Go(form);
        await organiser.Press(
            "Bewaren",
            ("Form.Kind", "Scale"),
            ("Form.Text", "Hoe gaat het?"),
            ("Form.Options", "slecht\ngoed")
        );

        Assert.Contains("vijf stappen", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Scale", "Text"],
            await site.Db(db =>
                db.Database.SqlQueryRaw<string>("""SELECT DISTINCT "Kind" AS "Value" FROM "Questions" ORDER BY 1""")
                    .ToListAsync()
            )
        );
    }

    [Theory]
    [InlineData("Text", true)]
    [InlineData("Instruction", false)]
    public async Task Something_to_read_alone_asks_nothing_of_who_thinks_along_at_a_distance(string kind, bool asks)
    {
        using var site = new Site();
        var table = await AskedTable.On(site, sets: AskedTable.Only(kind, ""));
        await using var scope = site.Services.CreateAsyncScope();
        var invitation = await site.Db(db =>
            db.Invitations.AsNoTracking().Include(item => item.Gathering).SingleAsync(item => item.Id == table.Anna)
        );

        Assert.Equal(
            asks,
            await scope.ServiceProvider.GetRequiredService<PreparationReader>().AsksAtDistanceAsync(invitation, default)
        );
    }

    /// <summary>Drawn by its partials on every page that asks it.</summary>
    [Theory]
    [MemberData(nameof(Answerable))]
    public async Task A_question_of_each_kind_is_asked_on_screen_on_paper_and_by_the_team(string kind)
    {
        using var site = new Site();
        var table = await AskedTable.On(
            site,
            sets: AskedTable.Only(kind, QuestionKinds.Of(kind).HasOptions ? "ja\nnee" : "")
        );
        var (anna, organiser) = (await table.BeginAsync(), await table.World.SignIn());

        Assert.NotNull(anna.Page.QuerySelector("main form.question [name='Form.Text']"));
        await anna.Go(anna.Address.AbsolutePath[..anna.Address.AbsolutePath.LastIndexOf('/')] + "/papier");
        Assert.Contains("Hoe reist u?", anna.Text, StringComparison.Ordinal);
        Assert.NotNull(anna.Page.QuerySelector("section .boxes, section .write-line"));
        await organiser.Go($"/uitnodigingen/{table.Anna}/antwoorden");
        Assert.NotNull(organiser.Page.QuerySelector("[name='Form.Answers[0].Text']"));
        await organiser.Go($"/bijeenkomsten/{table.World.Table}/vragen/papier");
        Assert.NotNull(organiser.Page.QuerySelector("article section .boxes, article section .write-line"));
    }

    public static TheoryData<string> Answerable =>
        [.. QuestionKinds.All.Where(kind => kind.TakesAnswer).Select(kind => kind.Name)];
}
