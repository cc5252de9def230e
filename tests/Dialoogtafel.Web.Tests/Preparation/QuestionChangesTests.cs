using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>Questions that change while people answer them (R-044b, R-048).</summary>
public sealed class QuestionChangesTests : QuestionSetsFixture
{
    private const string Problems = "Welke kansen ziet u? En waar loopt u tegenaan?";

    [Fact]
    public async Task Other_words_leave_an_answer_with_the_words_that_its_writer_read()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat verwacht u", "Dat wij luisteren");
        var question = await table.QuestionAsync("Wat verwacht u");
        var organiser = await (await table.World.SignIn()).Go(table.Sets);

        Assert.Contains(
            "1 mens heeft al iets beantwoord. U kunt de vragen nog veranderen.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Go($"{table.Sets}/{question.Id}");
        Assert.Contains(
            "Wat er al staat, blijft bij de woorden die mensen toen lazen.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Bewaren", ("Form.Text", "Waar hoopt u op?"));

        Assert.Contains("Waar hoopt u op?", organiser.Text, StringComparison.Ordinal);
        var answer = Assert.Single(await table.AnswersAsync());
        Assert.Equal(question.Wording.Id, answer.WordingId);
        var overview = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Contains(
            "Antwoord op eerdere woorden: “Wat verwacht u van deze tafel?”",
            overview.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Dat wij luisteren", overview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Halen_and_brengen_go_and_come_together_and_their_answers_stay()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Wat komt u halen", "Ideeën");
        var fetch = await table.QuestionAsync("Wat komt u halen");
        var organiser = await (await table.World.SignIn()).Go(table.Sets);

        await organiser.Press("Niet meer vragen: Wat komt u halen?");

        Assert.Contains("Halen en brengen horen bij elkaar", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(["Wat komt u brengen?", "Wat komt u halen?"], await RetiredAsync(site));
        Assert.Single(await table.AnswersAsync());
        Assert.Contains(
            "Deze vraag wordt niet meer gesteld.",
            (await (await table.World.SignIn(PreparedTable.Gijs)).Go(table.Overview)).Text,
            StringComparison.Ordinal
        );

        await organiser.Press("Weer vragen: Wat komt u halen?");
        Assert.Empty(await RetiredAsync(site));
        Assert.Equal(fetch.Wording.Id, (await table.QuestionAsync("Wat komt u halen")).Wording.Id);
    }

    [Fact]
    public async Task A_question_moves_by_its_buttons_and_people_are_asked_in_that_order()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        await organiser.Press("Omhoog: Wat komt u brengen?");
        await organiser.Press("Omlaag: Wat verwacht u");

        Assert.Equal(
            ["Wat komt u brengen?", "Wat verwacht u van deze tafel?", "Wat komt u halen?"],
            (await AskedAsync(table, "Anna")).Take(3)
        );
        Assert.DoesNotContain("Omhoog: Wat komt u brengen?", organiser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Meenemen_becomes_insturen_and_what_was_written_before_stays_with_its_writer(bool before)
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        await organiser.Press("Maak er ‘meenemen’ van: Kansen en knelpunten");
        if (before)
        {
            await table.TypeAsync("Anna", "Welke onderwerpen", "kanarie onderwerp");
        }

        await organiser.Press("Maak er ‘insturen’ van: Kansen en knelpunten");
        if (!before)
        {
            await table.TypeAsync("Anna", "Welke onderwerpen", "kanarie onderwerp");
        }

        var overview = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.Equal(!before, overview.Text.Contains("kanarie onderwerp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Insturen_becomes_meenemen_and_only_who_chose_readers_herself_is_read_on()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        await table.TypeAsync("Anna", "Welke onderwerpen", "kanarie onderwerp");
        await table.TypeAsync("Bram", "Welke onderwerpen", "mag gelezen worden", AnswerReaders.Facilitators);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        Assert.Contains("De begeleiders lezen de antwoorden dan niet meer", organiser.Text, StringComparison.Ordinal);

        await organiser.Press("Maak er ‘meenemen’ van: Kansen en knelpunten");

        var overview = await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview);
        Assert.DoesNotContain("kanarie", overview.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("mag gelezen worden", overview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_about_problems_before_an_example_that_went_well_is_advised_against_and_never_refused()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Sets);
        Assert.DoesNotContain("Er wordt naar problemen gevraagd", organiser.Text, StringComparison.Ordinal);

        await organiser.Press("Niet meer vragen: Wanneer ging het goed?");

        Assert.Contains(
            "Er wordt naar problemen gevraagd zonder dat iemand eerst vertelt wat goed ging.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(Problems, await AskedAsync(table, "Anna"));
    }
}
