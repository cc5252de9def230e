using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>What is typed is kept by itself, beside other versions and without cookies.</summary>
public sealed class AnswerKeepingTests : AnsweringFixture
{
    private const string Canary = "kanarie zoekt werk";

    [Fact]
    public async Task Two_tabs_are_kept_beside_each_other_and_the_page_says_so()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var first = await table.BeginAsync();
        var second = await new Visitor(first.Http).Go(first.Address.AbsolutePath);
        await first.Press("Volgende", ("Form.Text", "uit het ene tabblad"));

        await second.Press("Volgende", ("Form.Text", "uit het andere"));

        Assert.Contains("Wij bewaren ze allebei", second.Text, StringComparison.Ordinal);
        Assert.Equal(["uit het ene tabblad", "uit het andere"], await table.TextsAsync());
    }

    [Fact]
    public async Task A_page_saves_by_itself_with_the_same_fields_and_is_told_so_in_json()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();

        var first = await SaveAsync(anna, "een", 1);
        await SaveAsync(anna, "een twee", 2, ("Form.Served", first.GetProperty("served").GetString()!));
        var late = await SaveAsync(anna, "een tw", 1);
        await anna.Press("Volgende", ("Form.Text", "een twee drie"), ("Form.Turn", "3"));

        Assert.Equal("Bewaard", first.GetProperty("say").GetString());
        Assert.Equal("Bewaard", late.GetProperty("say").GetString());
        Assert.Equal(["een twee drie"], await table.TextsAsync());
    }

    [Fact]
    public async Task Without_cookies_it_is_kept_and_not_shown_again()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        using var http = site.CreateClient(
            new()
            {
                BaseAddress = new Uri("https://localhost"),
                HandleCookies = false,
                AllowAutoRedirect = false,
            }
        );
        var link = await table.World.LinkOf(table.Anna);
        var anna = await new Visitor(http).Go($"{link}/vragen");
        await anna.Press("Begin");
        await anna.Press("Volgende", ("Form.Text", Canary));

        Assert.StartsWith(link, anna.Address.AbsolutePath, StringComparison.Ordinal);
        await anna.Press("Vorige");
        Assert.DoesNotContain("kanarie", anna.Page.DocumentElement.InnerHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Op een ander apparaat schreef u hier al iets", anna.Text, StringComparison.Ordinal);
        Assert.Equal([Canary], await table.TextsAsync());
    }

    [Theory]
    [InlineData("Choice", "met de trein\nmet de auto", 2, "met de auto")]
    [InlineData("Scale", "nooit\naltijd", 5, "2 van 5 (1 is: nooit, 5 is: altijd)")]
    public async Task A_choice_and_a_scale_keep_the_number_and_show_the_words(
        string kind,
        string options,
        int radios,
        string words
    )
    {
        using var site = new Site();
        var table = await AskedTable.On(site, sets: AskedTable.Only(kind, options));
        var anna = await table.BeginAsync();
        Assert.Equal(radios, anna.Page.QuerySelectorAll("main input[type=radio]").Length);
        Assert.Empty(anna.Page.QuerySelectorAll("main input[checked]"));

        await anna.Press("Naar het nakijken", ("Form.Text", "99"));
        Assert.Empty(await table.TextsAsync());
        await anna.Go((await Numbers(site))[0] is var number ? OwnPath(anna) + number : "");
        await anna.Press("Naar het nakijken", ("Form.Text", "2"));

        Assert.Equal(["2"], await table.TextsAsync());
        Assert.Contains(words, anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_changed_are_chosen_anew_and_a_question_taken_off_keeps_what_was_being_typed()
    {
        using var site = new Site();
        var table = await AskedTable.On(site, sets: AskedTable.Only("Choice", "ja\nnee"));
        var anna = await table.BeginAsync();
        await anna.Press("Naar het nakijken", ("Form.Text", "1"));
        await site.Db(async db =>
        {
            var question = await db.Questions.SingleAsync();
            question.Reword(
                new QuestionWording
                {
                    Text = question.Wording.Text,
                    Options = new("nee\nja", ""),
                    At = site.Clock.Utc,
                }
            );
            await db.SaveChangesAsync();
        });

        var page = await new Visitor(anna.Http).Go(OwnPath(anna) + (await Numbers(site))[0]);
        Assert.Empty(page.Page.QuerySelectorAll("main input[checked]"));
        await site.Db(async db =>
        {
            (await db.Questions.SingleAsync()).Retire(site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        await page.Press("Naar het nakijken", ("Form.Text", "1"));

        var answer = Assert.Single(await table.AnswersAsync());
        Assert.Equal(await site.Db(db => db.Set<QuestionWording>().MaxAsync(item => item.Id)), answer.WordingId);
        Assert.Contains("Wij stellen deze vragen niet meer", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_another_table_is_no_place_for_an_answer()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        var other = await World.Beside(table.World, "quirine@ander.example");
        var foreign = await site.Db(async db =>
        {
            var set = QuestionPresets.General(other.Table, 1, site.Clock.Utc);
            db.QuestionSets.Add(set);
            await db.SaveChangesAsync();
            return set.Questions[0].Id;
        });

        using var sent = await anna.Http.PostAsync(
            $"{OwnPath(anna)}/vragen/{foreign}",
            anna.Page.Forms.Single(form => form.ClassList.Contains("question")).Filled(("Form.Text", "verdwaald"))
        );

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Empty(await table.TextsAsync());
    }

    private static async Task<JsonElement> SaveAsync(
        Visitor at,
        string text,
        int turn,
        params (string Name, string Value)[] more
    )
    {
        var form = at.Page.Forms.Single(item => item.ClassList.Contains("question"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(at.Address, form.GetAttribute("action")!))
        {
            Content = form.Filled([("Form.Text", text), ("Form.Turn", $"{turn}"), .. more]),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await at.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
