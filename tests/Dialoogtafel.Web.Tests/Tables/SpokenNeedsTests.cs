using System.Net;
using System.Text;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.MyTable;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>
/// Somebody tells us what she needs, by phone or on paper, and a team member writes it down on her behalf (R-036,
///
/// </summary>
public sealed class SpokenNeedsTests : SpokenNeedsFixture
{
    [Fact]
    public async Task After_a_ja_by_phone_the_list_leads_to_the_form_and_what_is_told_is_kept_with_who_how_and_when()
    {
        site.Clock.Set(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        await site.Db(async db =>
        {
            (await db.Invitations.SingleAsync()).AskCall(CallReason.WantsToKnowLater, null, null, site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        var organiser = await (await world.SignIn()).Go("/te-bellen");
        await organiser.Press("Ja, Anna komt");

        await organiser.Follow("Vertelde Anna wat nodig is?");
        Assert.Empty(organiser.Page.QuerySelectorAll("main input[checked]"));
        await organiser.Press("Bewaar dit voor Anna", Told);

        Assert.Equal((HttpStatusCode.OK, path), (organiser.Status, organiser.Address.AbsolutePath));
        Assert.Contains(
            "vrijdag 20 november, telefonisch, opgeschreven door Petra",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(Canary, organiser.Page.QuerySelector("blockquote")!.Words(), StringComparison.Ordinal);
        var row = await site.Db(db => db.Needs.AsNoTracking().SingleAsync());
        Assert.Equal(
            (ContactChannel.Phone, world.OrganiserPerson, site.Clock.Utc, 1),
            (row.Channel, row.ById, row.At, row.Companions)
        );
        Assert.Null(row.Device);
        Assert.DoesNotContain("kanarie", Encoding.UTF8.GetString(row.Words.Bytes), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_is_reached_from_the_person_and_from_the_needs_of_the_table_which_names_who_told_nothing()
    {
        await ComesAsync();
        var bram = await world.Invite("Bram", "Gemeente", "bram@voorbeeld.example");
        var organiser = await (await world.SignIn()).Go($"/uitnodigingen/{bram}");
        Assert.Empty(organiser.Page.QuerySelectorAll("a[href$='/behoeften']"));
        await organiser.Go($"/uitnodigingen/{anna}");
        await organiser.Follow("Schrijf op wat Anna nodig heeft");
        Assert.Equal(path, organiser.Address.AbsolutePath);

        await organiser.Go($"/bijeenkomsten/{world.Table}/behoeften");
        Assert.Equal(
            [path],
            organiser.Page.QuerySelectorAll("main .people a").Select(link => link.GetAttribute("href"))
        );
        await organiser.Follow("Anna");
        await organiser.Press("Bewaar dit voor Anna", Told);
        await organiser.Go($"/bijeenkomsten/{world.Table}/behoeften");
        Assert.Empty(organiser.Page.QuerySelectorAll("main .people a"));
        Assert.Contains("telefonisch, opgeschreven door Petra", organiser.Text, StringComparison.Ordinal);
        await organiser.Follow("Schrijf erbij wat Anna vertelt");
        Assert.Equal(path, organiser.Address.AbsolutePath);
    }

    [Fact]
    public async Task It_stands_beside_what_the_person_wrote_and_the_last_word_counts_for_the_companion()
    {
        var visitor = await NeedsTests.AnswersAsync(world, anna, "Yes");
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar", NeedsTests.Everything);
        site.Clock.Move(TimeSpan.FromMinutes(5));

        var organiser = await (await world.SignIn()).Go(path);
        await organiser.Press(
            "Bewaar dit voor Anna",
            ("Form.Text", "Komt met de bus"),
            ("Form.Companion", "Alone"),
            ("Form.Channel", "InPerson")
        );

        Assert.Contains("zelf geschreven", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Komt met de bus", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(
            [0, 1],
            (await site.Db(db => db.Needs.Select(item => item.Companions!.Value).ToListAsync())).Order()
        );
        Assert.DoesNotContain(
            "komt mee",
            (await organiser.Go($"/bijeenkomsten/{world.Table}")).Text,
            StringComparison.Ordinal
        );
        await visitor.Go(visitor.Address.AbsolutePath);
        Assert.Equal("kanarie eet geen noten", visitor.Page.QuerySelector("textarea")!.ValueOf());
    }

    [Theory]
    [InlineData("Form.Channel", "", "Kies hoe u het hoorde.")]
    [InlineData("Form.Channel", "Page", "Kies hoe u het hoorde.")]
    [InlineData(
        "Form.CompanionName",
        "Dirk Kanariestra van de overkant die altijd meekomt en een heel erg lange naam heeft",
        "Deze naam is te lang."
    )]
    public async Task An_error_keeps_everything_that_was_typed_and_writes_nothing(
        string field,
        string value,
        string why
    )
    {
        await ComesAsync();
        var organiser = await (await world.SignIn()).Go(path);

        await organiser.Press("Bewaar dit voor Anna", [.. Told.Where(item => item.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Contains(why, organiser.Text, StringComparison.Ordinal);
        Assert.Equal(Canary, organiser.Page.QuerySelector("textarea")!.ValueOf());
        Assert.True(organiser.Page.QuerySelector("[name='Form.NoStairs']")!.HasAttribute("checked"));
        Assert.StartsWith(
            "Dirk Kanariestra",
            organiser.Page.QuerySelector("[name='Form.CompanionName']")!.ValueOf(),
            StringComparison.Ordinal
        );
        Assert.Empty(await site.Db(db => db.Needs.ToListAsync()));
    }

    [Fact]
    public async Task Who_cancelled_meanwhile_keeps_the_words_on_the_page_and_stores_none()
    {
        await ComesAsync();
        var organiser = await (await world.SignIn()).Go(path);
        await world.AnswerAsync(anna, RsvpAnswer.No);

        await organiser.Press("Bewaar dit voor Anna", Told);

        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Contains("Dit is niet bewaard: Anna komt niet", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(Canary, organiser.Page.QuerySelector("textarea")!.ValueOf());
        Assert.Empty(await site.Db(db => db.Needs.ToListAsync()));
        Assert.Null((await organiser.Go(path)).Page.QuerySelector("main textarea"));
    }

    [Fact]
    public async Task An_empty_form_says_so_and_the_same_form_twice_is_one_telling()
    {
        await ComesAsync();
        var organiser = await (await world.SignIn()).Go(path);
        await organiser.Press("Bewaar dit voor Anna", ("Form.Channel", "Phone"));
        Assert.Contains("U schreef nog niets op.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Bewaar dit voor Anna", Told);
        await organiser.Press("Bewaar dit voor Anna", Told);

        Assert.Single(await site.Db(db => db.Needs.ToListAsync()));
    }
}
