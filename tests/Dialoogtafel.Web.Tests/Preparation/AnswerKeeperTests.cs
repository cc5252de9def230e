using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// Nothing that somebody typed is overwritten by what was typed elsewhere (D-05, R-043).
/// </summary>
public sealed class AnswerKeeperTests
{
    private static readonly Hand Team = new(ContactChannel.Phone, 1);

    [Fact]
    public async Task One_page_goes_on_writing_its_own_answer()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);

        await paper.Type("een", tab: "a", turn: 1);
        await paper.Type("een twee", tab: "a", turn: 2);

        Assert.Equal(["een twee"], await paper.Texts());
    }

    [Fact]
    public async Task A_save_that_arrives_after_a_later_one_undoes_nothing()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("een", tab: "a", turn: 1);

        await paper.Type("een twee drie", tab: "a", turn: 3);
        await paper.Type("een twee", tab: "a", turn: 2);

        Assert.Equal(["een twee drie"], await paper.Texts());
    }

    [Fact]
    public async Task A_second_tab_that_was_opened_before_writes_beside_it()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("eerst", tab: "a");
        var served = await paper.Served();
        await paper.Type("eerst en meer", tab: "a");

        var kept = await paper.Type("iets anders", tab: "b", served: served);

        Assert.Equal(AnswerKept.Beside, kept.How);
        Assert.Equal(["eerst en meer", "iets anders"], await paper.Texts());
    }

    [Fact]
    public async Task A_page_that_was_opened_after_the_last_save_goes_on_with_it()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("eerst", tab: "a");

        var kept = await paper.Type("eerst en meer", tab: "b", served: await paper.Served());

        Assert.Equal(AnswerKept.Kept, kept.How);
        Assert.Equal(["eerst en meer"], await paper.Texts());
    }

    [Fact]
    public async Task An_old_page_on_which_nothing_was_typed_changes_nothing()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("eerst", tab: "a");
        var served = await paper.Served();
        await paper.Type("eerst en meer", tab: "a");

        var kept = await paper.Type("eerst", tab: "b", served: served);

        Assert.Equal(AnswerKept.Same, kept.How);
        Assert.Equal(["eerst en meer"], await paper.Texts());
    }

    [Fact]
    public async Task A_page_that_saves_a_mere_space_does_not_come_to_own_what_was_typed_elsewhere_meanwhile()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("eerst", tab: "a");
        var served = await paper.Served();
        await paper.Type("eerst en daar", tab: "a", turn: 2);

        var kept = await paper.Type("eerst ", tab: "b", served: served);
        await paper.Type("eerst en hier", tab: "b", served: kept.Answer is null ? served : await paper.Served());

        Assert.Equal(["eerst en daar", "eerst en hier"], await paper.Texts());
    }

    [Fact]
    public async Task An_empty_box_erases_nothing()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("eerst", tab: "a");

        var kept = await paper.Type("  ", tab: "b", served: await paper.Served());

        Assert.Equal(AnswerKept.Empty, kept.How);
        Assert.Equal(["eerst"], await paper.Texts());
    }

    [Fact]
    public async Task An_erased_answer_does_not_come_back_by_pressing_next_on_an_old_page()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("eerst", tab: "a");
        var served = await paper.Served();
        await site.Db(db => db.Answers.ExecuteDeleteAsync());

        await paper.Type("eerst", tab: "b", served: served);

        Assert.Empty(await paper.Texts());
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task Another_device_and_the_team_write_beside_it_and_without_that_protection_they_would_not(
        bool protect,
        int rows
    )
    {
        using var site = protect ? new Site() : new Site().With(OneAnswerEach.Sabotage);
        var paper = await Paper.Of(site);

        await paper.Type("van de laptop", tab: "a", device: "laptop");
        await paper.Type("van de telefoon", tab: "b", device: "telefoon");
        await paper.Type("verteld", tab: "c", by: Team, device: null);

        Assert.Equal(rows, (await paper.Texts()).Count);
    }

    [Fact]
    public async Task The_same_words_from_a_second_page_are_kept_once()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("eerst", tab: "a");

        await paper.Type("eerst", tab: "b");

        Assert.Single(await paper.Texts());
    }

    [Fact]
    public async Task What_is_stored_is_sealed()
    {
        using var site = new Site();
        var paper = await Paper.Of(site);
        await paper.Type("kanarie in de keuken", tab: "a");

        Assert.DoesNotContain("kanarie", string.Join(' ', DatabaseContent.Of(site).Cells), StringComparison.Ordinal);
    }

    /// <summary>One question of one invited person.</summary>
    private sealed record Paper(Site Site, int Invitation, int Question, int Wording)
    {
        public static async Task<Paper> Of(Site site)
        {
            var world = await World.On(site);
            var invitation = await world.Invite("Anna", "Gemeente", "anna@voorbeeld.example");
            return await site.Db(async db =>
            {
                var set = QuestionPresets.General(world.Table, 1, site.Clock.Utc);
                db.QuestionSets.Add(set);
                await db.SaveChangesAsync();
                return new Paper(site, invitation, set.Questions[0].Id, set.Questions[0].Wording.Id);
            });
        }

        public async Task<KeptAnswer> Type(
            string text,
            string tab,
            int turn = 0,
            ServedAnswer? served = null,
            string? device = "laptop",
            Hand? by = null
        )
        {
            using var scope = Site.Services.CreateScope();
            return await scope
                .ServiceProvider.GetRequiredService<AnswerKeeper>()
                .KeepAsync(
                    Invitation,
                    Question,
                    device,
                    by ?? Hand.Self,
                    new TypedAnswer(
                        text,
                        Wording,
                        tab,
                        turn,
                        ServedAnswer.Parse((served ?? ServedAnswer.Empty).ToString())
                    ),
                    Site.Clock.Utc,
                    default
                );
        }

        public async Task<List<string>> Texts() => [.. (await Rows()).Select(Open)];

        public async Task<ServedAnswer> Served() =>
            (await Rows()) is [var only]
                ? ServedAnswer.Of(only, Open(only))
                : throw new InvalidOperationException("Not one answer.");

        private Task<List<Answer>> Rows() =>
            Site.Db(db => db.Answers.AsNoTracking().OrderBy(item => item.Id).ToListAsync());

        private string Open(Answer row) => Site.Services.GetRequiredService<FieldCipher>().Open(row.Words);
    }
}
