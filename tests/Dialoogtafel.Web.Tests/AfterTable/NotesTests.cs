using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>Notes of a table: one a line, by kind, the first ones first .</summary>
public sealed class NotesTests
{
    [Fact]
    public async Task Notes_are_typed_one_a_line_by_the_word_that_a_line_begins_with_or_the_kind_chosen()
    {
        using var site = new Site();
        var table = await BeenTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Path("notities"));
        await organiser.Press("Bewaar de notities", ("Form.Lines", "kans: jobcoach vanaf dag één\nzonder woord"));
        Assert.Contains("Kies wat voor notities dit zijn.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "zonder woord",
            organiser.Page.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );

        await organiser.Press("Bewaar de notities", ("Form.Kind", "Problem"));

        Assert.Equal(["Kansen", "Knelpunten"], organiser.Page.QuerySelectorAll("main h2").Select(item => item.Words()));
        Assert.Contains("jobcoach vanaf dag één", organiser.Text, StringComparison.Ordinal);
        var stored = await site.Db(db => db.TableNotes.Select(item => item.Words).ToListAsync());
        Assert.All(stored, words =>
            Assert.DoesNotContain(
                "jobcoach",
                System.Text.Encoding.UTF8.GetString(words.Bytes),
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task A_note_is_corrected_retyped_put_first_moved_and_removed()
    {
        using var site = new Site();
        var table = await BeenTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Path("notities"));
        await organiser.Press("Bewaar de notities", ("Form.Lines", "een\ntwee\ndrie"), ("Form.Kind", "Problem"));
        await organiser.Press("Prioriteit: drie");
        await organiser.Press("Prioriteit: een");
        Assert.Equal(["drie", "een"], First(organiser));
        await organiser.Press("Omhoog: een");
        Assert.Equal(["een", "drie"], First(organiser));

        await organiser.Follow("Veranderen: drie");
        await organiser.Press("Bewaren", ("Form.Words", "drie keer"), ("Form.Kind", "Success"));
        Assert.Equal(["een", "drie keer"], First(organiser));
        Assert.Contains("Successen", organiser.Text, StringComparison.Ordinal);

        await organiser.Follow("Weghalen: een");
        await organiser.Press("Ja, haal weg");
        Assert.Equal(["drie keer"], First(organiser));
        Assert.Equal(1, await site.Db(db => db.TableNotes.MaxAsync(item => item.Priority)));
    }

    [Fact]
    public async Task Two_people_who_change_one_note_both_see_what_the_other_wrote()
    {
        using var site = new Site();
        var table = await BeenTable.On(site);
        var (first, second) = (
            await (await table.World.SignIn()).Go(table.Path("notities")),
            await table.World.SignIn(PreparedTable.Cato)
        );
        await first.Press("Bewaar de notities", ("Form.Lines", "kans: een"));
        await first.Follow("Veranderen: een");
        await second.Go(first.Address.AbsolutePath);
        await first.Press("Bewaren", ("Form.Words", "van de een"));

        await second.Press("Bewaren", ("Form.Words", "van de ander"));

        Assert.Contains(
            "Iemand anders heeft dit intussen veranderd in: “van de een”.",
            second.Text,
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> First(Visitor at) =>
        at
            .Page.QuerySelectorAll("ol.questions li p")
            .Select(item => string.Join(' ', item.Words().Split(' ').SkipLast(1)));
}
