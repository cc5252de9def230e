using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// One question a page: every button keeps what was typed, nothing is overwritten, nothing is erased by accident (A-02,
///
/// </summary>
public sealed class AnsweringTests : AnsweringFixture
{
    [Fact]
    public async Task Three_questions_are_answered_one_by_one_and_lead_to_the_review_page()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        Assert.Contains("Vraag 1 van 3", anna.Text, StringComparison.Ordinal);

        foreach (var text in new[] { "een", "twee", "drie" })
        {
            await anna.Press(text == "drie" ? "Naar het nakijken" : "Volgende", ("Form.Text", text));
        }

        Assert.EndsWith("/vragen/nakijken", anna.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["een", "twee", "drie"], await table.TextsAsync());
        Assert.All(await table.AnswersAsync(), item =>
            Assert.Equal((ContactChannel.Page, (int?)null), (item.Channel, item.ById))
        );
    }

    [Fact]
    public async Task What_was_typed_stands_in_the_box_again_and_back_keeps_it_too()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        await anna.Press("Volgende", ("Form.Text", "een"));
        await anna.Press("Vorige", ("Form.Text", "twee\r\nmeer"));

        Assert.Equal("een", anna.Page.QuerySelector("textarea")!.ValueOf());
        await anna.Press("Volgende");
        Assert.Equal("twee\nmeer", anna.Page.QuerySelector("textarea")!.ValueOf().ReplaceLineEndings("\n"));
        Assert.Equal(["een", "twee\nmeer"], await table.TextsAsync());
    }

    [Fact]
    public async Task Pages_on_which_nothing_is_typed_change_nothing_as_served()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        await anna.Press("Volgende", ("Form.Text", "een"));
        var before = DatabaseContent.Of(site);

        foreach (var page in new[] { "/vragen", "/vragen/nakijken", "/vragen/papier" }.Concat(await Numbers(site)))
        {
            await anna.Go(OwnPath(anna) + page);
            foreach (var form in anna.Page.Forms)
            {
                var first = form.QuerySelector("button[name]");
                using var sent = await anna.Http.PostAsync(
                    new Uri(anna.Address, form.GetAttribute("action")!),
                    form.Filled(first is null ? [] : [(first.GetAttribute("name")!, first.GetAttribute("value")!)])
                );
                Assert.True((int)sent.StatusCode < 500);
            }
        }

        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
        // The proof that this check can fail.
        await anna.Go(OwnPath(anna) + (await Numbers(site))[1]);
        await anna.Press("Volgende", ("Form.Text", "twee"));
        Assert.Contains("+ Answers", DatabaseContent.Of(site).ChangesSince(before));
    }

    [Fact]
    public async Task An_emptied_box_goes_on_and_says_that_the_answer_is_still_kept()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        await anna.Press("Volgende", ("Form.Text", "een"));
        await anna.Press("Vorige");

        await anna.Press("Volgende", ("Form.Text", " "));

        Assert.Contains("Vraag 2 van 3", anna.Text, StringComparison.Ordinal);
        Assert.Contains("Uw antwoord is nog bewaard", anna.Text, StringComparison.Ordinal);
        Assert.Equal(["een"], await table.TextsAsync());
    }

    [Fact]
    public async Task Later_on_keeps_the_text_says_how_to_come_back_and_the_start_page_goes_on_there()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        await anna.Press("Volgende");
        var second = anna.Address.AbsolutePath;

        await anna.Press("Later verder", ("Form.Text", "half"));

        Assert.Contains("druk op de knop in onze laatste mail", anna.Text, StringComparison.Ordinal);
        Assert.NotNull(anna.Page.QuerySelector("main a[href='/link-opnieuw']"));
        await anna.Follow("Terug naar mijn tafel");
        await anna.Follow("Verder met de vragen");
        Assert.Equal(second, anna.Address.AbsolutePath);
        await anna.Go(anna.Address.AbsolutePath.Split("/vragen")[0] + "/vragen");
        await anna.Press("Verder waar u was");
        Assert.Equal(second, anna.Address.AbsolutePath);
        Assert.Equal("half", anna.Page.QuerySelector("textarea")!.ValueOf());
    }

    [Fact]
    public async Task A_text_that_is_too_long_stays_in_the_box_and_says_so()
    {
        using var site = new Site();
        var table = await AskedTable.On(site);
        var anna = await table.BeginAsync();
        var text = new string('x', 6001);

        await anna.Press("Volgende", ("Form.Text", text));

        Assert.Equal(HttpStatusCode.BadRequest, anna.Status);
        Assert.Contains(
            "Dit is te lang om te bewaren",
            anna.Page.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(text, anna.Page.QuerySelector("textarea")!.ValueOf());
        Assert.Empty(await table.TextsAsync());
    }
}
