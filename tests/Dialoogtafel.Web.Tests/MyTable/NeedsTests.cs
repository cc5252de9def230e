using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>What somebody needs at the table, on her own page (R-036, A-20, A-21; S06, S60).</summary>
public sealed class NeedsTests : NeedsFixture
{
    [Fact]
    public async Task Who_said_ja_finds_the_page_and_nothing_is_chosen_on_it()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);

        await visitor.Follow("Wat heeft u nodig?");

        Assert.EndsWith("/nodig", visitor.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main input[checked]"));
        Assert.Contains("14 dagen na de tafel", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("de twee begeleiders van deze tafel", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_waits_for_a_chair_may_tell_it_too_and_an_informant_is_not_asked()
    {
        using var site = new Site();
        var world = await World.On(site, chairs: 1);
        var waits = await AnswersAsync(world, await world.Invite("Bram", "Gemeente", "bram@voorbeeld.example"), "Yes");
        Assert.Equal(1, waits.Page.QuerySelectorAll("a[href$='/nodig']").Length);

        var informant = await AnswersAsync(
            world,
            await world.Invite("Cor", "Gemeente", "cor@voorbeeld.example", "06 555 00 003"),
            "Contribute"
        );
        var own = informant.Address.AbsolutePath.Replace("/meegeven", "", StringComparison.Ordinal);
        Assert.Empty((await informant.Go(own)).Page.QuerySelectorAll("a[href$='/nodig']"));
        Assert.Equal(own, (await informant.Go($"{own}/nodig")).Address.AbsolutePath);
        Assert.Empty(await site.Db(db => db.Needs.ToListAsync()));
    }

    [Fact]
    public async Task What_was_told_stands_in_the_form_again_and_takes_no_chair()
    {
        using var site = new Site();
        var (world, anna, visitor) = await ComesAsync(site);
        await TellAsync(visitor);

        Assert.Contains("Wij hebben het bewaard, Anna", visitor.Text, StringComparison.Ordinal);
        await visitor.Go(visitor.Address.AbsolutePath);
        Assert.Equal(
            ["Form.SeatByTheDoor", "Form.MoreBreaks", "Form.Companion"],
            visitor.Page.QuerySelectorAll("main input[checked]").Select(item => item.GetAttribute("name"))
        );
        Assert.Equal(Canary, visitor.Page.QuerySelector("textarea")!.ValueOf());
        Assert.Equal("Dirk Kanariestra", visitor.Page.QuerySelector("[name='Form.CompanionName']")!.ValueOf());
        Assert.Equal(1, (await site.Db(db => db.Needs.SingleAsync())).Companions);
        Assert.Equal(1, await site.Db(db => db.Invitations.CountAsync(item => item.SeatedAt != null)));
        Assert.Equal(2, (await world.Read(anna)).History.Count);
    }

    [Fact]
    public async Task An_empty_form_and_an_emptied_box_erase_nothing()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar");
        Assert.Contains("U vulde niets in", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(site));

        await visitor.Press("Bewaar", Everything);
        foreach (var ticked in new[] { false, true })
        {
            KeyValuePair<string, string>[] quiet = ticked ? [new("Form.QuietPlace", "true")] : [];
            using var sent = await visitor.Http.PostAsync(
                visitor.Address.AbsolutePath,
                new FormUrlEncodedContent(
                    visitor
                        .Page.QuerySelectorAll("form[action$='/nodig'] input[type=hidden]")
                        .Select(item => KeyValuePair.Create(item.GetAttribute("name")!, item.ValueOf()))
                        .Append(KeyValuePair.Create("Form.Text", ""))
                        .Concat(quiet)
                )
            );
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
            var told = Assert.Single(await ToldAsync(site));
            Assert.Equal((Canary, 1, "Dirk Kanariestra"), (told.Text, told.Companions, told.CompanionName));
            Assert.Equal(ticked ? [Need.QuietPlace] : [Need.SeatByTheDoor, Need.MoreBreaks], told.Ticked);
        }
    }

    [Fact]
    public async Task Erasing_is_a_choice_of_its_own_and_is_open_after_a_nee_too()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await TellAsync(visitor);
        await visitor.Press("Bewaar", ("Form.Erase", "true"));
        Assert.Contains("Wij hebben het gewist, Anna", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(site));

        await visitor.Press("Bewaar", Everything);
        var table = visitor.Address.AbsolutePath.Replace("/nodig", "", StringComparison.Ordinal);
        await visitor.Go($"{table}/antwoord");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "No"));
        await visitor.Follow("Wat heeft u nodig?");
        Assert.Contains(Canary, visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("textarea"));
        await visitor.Press("Verstuur mijn keuze", ("Form.Erase", "true"));
        Assert.Equal(table, visitor.Address.AbsolutePath);
        Assert.Empty(await ToldAsync(site));
    }

    [Fact]
    public async Task Bad_input_keeps_what_was_typed_and_what_comes_too_late_is_not_kept()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press(
            "Bewaar",
            [
                .. Everything.Where(item => item.Name != "Form.CompanionName"),
                ("Form.CompanionName", new string('x', 81)),
            ]
        );

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains(
            "Deze naam is te lang",
            visitor.Page.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(Canary, visitor.Page.QuerySelector("textarea")!.ValueOf());
        Assert.Equal(3, visitor.Page.QuerySelectorAll("main input[checked]").Length);

        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 30, 0, TimeSpan.Zero));
        await visitor.Press("Bewaar", Everything);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("Wij kunnen dit niet bewaren", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(Canary, visitor.Page.DocumentElement.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(site));
    }
}
