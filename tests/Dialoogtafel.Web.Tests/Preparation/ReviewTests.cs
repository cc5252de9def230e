using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// Looking over: versions side by side, readers and erasing per answer, the end by an explicit choice; and what another
/// browser sees (S06).
/// </summary>
public sealed class ReviewTests
{
    private const string Canary = "kanarie zoekt werk";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_forwarded_link_shows_no_typed_answer_and_her_own_new_device_does_after_one_press(bool guarded)
    {
        using var site = guarded ? new Site() : new Site().With(EveryDeviceIsTheirs.Sabotage);
        var table = await AskedTable.On(site);
        await (await table.BeginAsync()).Press("Volgende", ("Form.Text", Canary));
        var question = (await table.AnswersAsync())[0].QuestionId;

        var other = await table.OpenAsync();
        var own = other.Address.AbsolutePath;
        var shown = new List<bool>();
        foreach (var page in new[] { "", "/vragen", $"/vragen/{question}", "/vragen/nakijken", "/vragen/papier" })
        {
            await other.Go(own + page);
            shown.Add(other.Page.DocumentElement.InnerHtml.Contains("kanarie", StringComparison.OrdinalIgnoreCase));
        }

        // The saboteur: without the protection the pages that show answers show them to everybody.
        Assert.Equal(guarded ? [false, false, false, false, false] : [false, false, true, true, true], shown);
        if (!guarded)
        {
            return;
        }

        await other.Go($"{own}/vragen");
        await other.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        await site.Run<MailPump>();
        await other.Go(
            MailBox.All(site).Single(mail => mail.Text.Contains("30 minuten", StringComparison.Ordinal)).LinkTo("/u/")
        );
        await other.Press("Ja, toon mijn antwoorden");
        await other.Go($"{own}/vragen/{question}");
        Assert.Equal(Canary, other.Page.QuerySelector("textarea")!.ValueOf());
    }

    [Fact]
    public async Task Versions_from_two_devices_and_from_the_phone_stand_side_by_side_with_where_they_came_from()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var laptop = await table.BeginAsync();
        await laptop.Press("Volgende", ("Form.Text", "van de laptop"));
        var phone = await table.OpenAsync();
        await phone.Go($"{phone.Address.AbsolutePath}/vragen/{(await table.AnswersAsync())[0].QuestionId}");
        await phone.Press("Volgende", ("Form.Text", "van de telefoon"));
        await TellAsync(table, "verteld");
        Assert.Equal(3, (await table.AnswersAsync()).Count);

        var path = laptop.Address.AbsolutePath.Split("/vragen")[0];
        await laptop.Go($"{path}/vragen/nakijken");
        Assert.Contains("op dit apparaat", laptop.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("van de telefoon", laptop.Text, StringComparison.Ordinal);

        await laptop.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        await site.Run<MailPump>();
        await laptop.Go(
            MailBox.All(site).Single(mail => mail.Text.Contains("30 minuten", StringComparison.Ordinal)).LinkTo("/u/")
        );
        await laptop.Press("Ja, toon mijn antwoorden");
        await laptop.Go($"{path}/vragen/nakijken");
        Assert.Equal(
            ["van de laptop", "van de telefoon", "verteld"],
            laptop.Page.QuerySelectorAll("main blockquote").Select(item => item.Words())
        );
        Assert.Contains("op een ander apparaat", laptop.Text, StringComparison.Ordinal);
        Assert.Contains("verteld aan Petra aan de telefoon", laptop.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_are_chosen_for_all_and_for_one_and_erasing_is_a_tick_of_its_own()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.StartAsync();
        Assert.Contains("Alleen Noor en Bert lezen dit.", anna.Text, StringComparison.Ordinal);
        Assert.Empty(anna.Page.QuerySelectorAll("main input[checked]"));
        await anna.Press("Begin", ("Form.Readers", nameof(AnswerReaders.OnlyMe)));
        await anna.Press("Volgende", ("Form.Text", "een"));
        await anna.Press("Volgende", ("Form.Text", "twee"));
        await anna.Press("Naar het nakijken");

        await anna.Press(
            "Bewaar mijn keuzes",
            ("Form.Answers[0].Readers", nameof(AnswerReaders.BoardWithoutName)),
            ("Form.Answers[1].Erase", "true")
        );

        Assert.Equal(AnswerReaders.OnlyMe, (await table.PreparationAsync())!.Readers);
        var left = Assert.Single(await table.AnswersAsync());
        Assert.Equal(AnswerReaders.BoardWithoutName, left.Readers);
        Assert.Equal(["een"], await table.TextsAsync());
        Assert.Null((await table.PreparationAsync())!.DoneAt);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_not_erased()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        var question = anna.Address.AbsolutePath;
        await anna.Press("Volgende", ("Form.Text", "een"));
        var review = await new Visitor(anna.Http).Go(question.Split("/vragen")[0] + "/vragen/nakijken");
        await anna.Go(question);
        await anna.Press("Volgende", ("Form.Text", "een en meer"));

        await review.Press("Bewaar mijn keuzes", ("Form.Answers[0].Erase", "true"));

        Assert.Contains("intussen veranderd", review.Text, StringComparison.Ordinal);
        Assert.Equal(["een en meer"], await table.TextsAsync());
    }

    [Theory]
    [InlineData("Done", PreparedBy.Answering)]
    [InlineData("OnlyThinking", PreparedBy.Thinking)]
    public async Task Ending_is_an_explicit_choice_makes_Mijn_tafel_say_so_and_can_be_undone(
        string ending,
        PreparedBy by
    )
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        var own = anna.Address.AbsolutePath.Split("/vragen")[0];
        await anna.Go($"{own}/vragen/nakijken");
        await anna.Press("Bewaar mijn keuzes");
        Assert.Equal(HttpStatusCode.BadRequest, anna.Status);
        Assert.Contains("Kies of u klaar bent", anna.Text, StringComparison.Ordinal);

        await anna.Press("Bewaar mijn keuzes", ("Form.Ending", ending));

        Assert.Equal(own, anna.Address.AbsolutePath);
        Assert.Contains("U bent klaar", anna.Text, StringComparison.Ordinal);
        Assert.Equal(by, (await table.PreparationAsync())!.DoneBy);
        await anna.Follow("Vragen vooraf");
        await anna.Go($"{own}/vragen/nakijken");
        await anna.Press("Bewaar mijn keuzes", ("Form.Ending", "Later"));
        Assert.Null((await table.PreparationAsync())!.DoneAt);
        Assert.Contains("Tot later, Anna", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_words_show_what_was_answered_and_a_question_that_is_gone_keeps_its_answer()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        await anna.Press("Volgende", ("Form.Text", "een"));
        await anna.Press("Volgende", ("Form.Text", "twee"));
        await site.Db(async db =>
        {
            var questions = await db.Questions.OrderBy(item => item.Place).ToListAsync();
            questions[0].Reword(new QuestionWording { Text = new("Waar hoopt u op?", ""), At = site.Clock.Utc });
            questions[1].Retire(site.Clock.Utc);
            await db.SaveChangesAsync();
        });

        await anna.Go(anna.Address.AbsolutePath.Split("/vragen")[0] + "/vragen/nakijken");

        Assert.Contains("1. Waar hoopt u op?", anna.Text, StringComparison.Ordinal);
        Assert.Contains("De vraag was toen: Wat verwacht u van deze tafel?", anna.Text, StringComparison.Ordinal);
        Assert.Contains("Deze vraag stellen wij niet meer", anna.Text, StringComparison.Ordinal);
        Assert.Equal(["een", "twee"], anna.Page.QuerySelectorAll("main blockquote").Select(item => item.Words()));
    }

    [Fact]
    public async Task The_paper_form_has_every_question_in_order_with_what_was_typed_here()
    {
        using var site = new Site();
        var table = await AskedTable.On(site, sets: (id, now) =>
            [QuestionPresets.SolutionsAndActions(id, 1, now), QuestionPresets.General(id, 2, now)]
        );
        var start = await table.StartAsync();
        Assert.Contains(
            "Vraag 1 tot en met 5: Dit zijn aantekeningen voor uzelf. Niemand anders leest ze.",
            start.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Vraag 6 tot en met 8: Alleen Noor en Bert lezen dit.", start.Text, StringComparison.Ordinal);
        await start.Press("Begin");
        Assert.Null(start.Page.QuerySelector("main textarea"));
        await start.Press("Volgende");
        await start.Press("Volgende", ("Form.Text", Canary));

        await start.Go(start.Address.AbsolutePath.Split("/vragen")[0] + "/vragen/papier");

        Assert.Equal(
            ["Lees het", "1. Wat", "2. Welke", "3. Wat", "4. Wie", "5. Wat", "6. Wat", "7. Wat", "8. Wat"],
            start
                .Page.QuerySelectorAll("main h2")
                .SkipLast(1)
                .Select(item => string.Join(' ', item.Words().Split(' ').Take(2)))
        );
        Assert.Contains(Canary, start.Text, StringComparison.Ordinal);
        Assert.Contains("Geef dit papier aan Petra", start.Text, StringComparison.Ordinal);
        await start.Go(start.Address.AbsolutePath.Replace("/papier", "/nakijken", StringComparison.Ordinal));
        await start.Press(
            "Bewaar mijn keuzes",
            ("Form.Answers[0].Readers", nameof(AnswerReaders.OnlyMe)),
            ("Form.Ending", "Done")
        );
        await start.Go(start.Address.AbsolutePath + "/vragen");
        Assert.Contains("U bent klaar met de vragen.", start.Text, StringComparison.Ordinal);
        Assert.Contains("Bij één antwoord koos u zelf wie het leest.", start.Text, StringComparison.Ordinal);
        await start.Go(start.Address.AbsolutePath + "/papier");
        Assert.DoesNotContain(Canary, start.Text, StringComparison.Ordinal);
        Assert.Contains("Dat staat niet op dit papier.", start.Text, StringComparison.Ordinal);
    }

    private static async Task TellAsync(AskedTable table, string text)
    {
        using var scope = table.Site.Services.CreateScope();
        var first = (await table.AnswersAsync())[0];
        await scope
            .ServiceProvider.GetRequiredService<AnswerKeeper>()
            .KeepAsync(
                table.Anna,
                first.QuestionId,
                null,
                new Hand(ContactChannel.Phone, table.World.OrganiserPerson),
                new TypedAnswer(text, first.WordingId, "team", 0, ServedAnswer.Empty),
                table.Site.Clock.Utc,
                default
            );
    }
}
