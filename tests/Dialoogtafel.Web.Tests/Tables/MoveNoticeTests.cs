using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>M-13: what the organiser reads before a table moves.</summary>
public sealed class MoveNoticeTests : MoveFixture
{
    [Fact]
    public async Task Before_anything_is_saved_the_page_names_how_many_get_mail_and_some_of_them()
    {
        foreach (var name in new[] { "Anna", "Bert", "Cora", "Dirk", "Els", "Fons", "Gijs" })
        {
            await InviteAsync(name);
        }

        var organiser = await world.SignIn();
        await organiser.Go($"/bijeenkomsten/{world.Table}/gegevens");
        await organiser.Press("Bewaren", AnotherDay, ("Form.Topics", "reizen"));

        Assert.Contains("7 mensen krijgen daarover een mail.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Naar: Anna, Bert, Cora, Dirk, Els en 2 anderen.", organiser.Text, StringComparison.Ordinal);
        Assert.Equal("reizen", organiser.Page.QuerySelector("#Form_Topics")!.ValueOf());
        Assert.Equal(new DateTime(2026, 12, 3, 13, 0, 0), (await TableAsync()).StartsAt);
        Assert.Empty(await world.RowsOf("verplaatst"));
    }

    [Fact]
    public async Task All_names_stand_behind_a_summary_when_the_line_leaves_some_out()
    {
        string[] people = ["Anna", "Bert", "Cora", "Dirk", "Els", "Fons", "Gijs"];
        foreach (var name in people.Take(5))
        {
            await InviteAsync(name);
        }

        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/gegevens");
        await organiser.Press("Bewaren", AnotherDay);
        Assert.Null(organiser.Page.QuerySelector(".notice details"));
        foreach (var name in people.Skip(5))
        {
            await InviteAsync(name);
        }

        await organiser.Go($"/bijeenkomsten/{world.Table}/gegevens");
        await organiser.Press("Bewaren", AnotherDay);
        Assert.Equal("Alle 7 namen", organiser.Page.QuerySelector(".notice summary")!.Words());
        Assert.Equal(people, organiser.Page.QuerySelectorAll(".notice details li").Select(item => item.Words()));
    }

    [Fact]
    public async Task Both_moments_stand_there_with_their_weekday_and_place()
    {
        await InviteAsync("Anna");
        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/gegevens");
        await organiser.Press(
            "Bewaren",
            ("Form.Date", "2027-01-08"),
            ("Form.Time", "10:00"),
            ("Form.PlaceName", "Het Anker"),
            ("Form.Address", "Kade 2, Utrecht")
        );

        Assert.Equal(["Was", "Wordt"], organiser.Page.QuerySelectorAll(".notice dt").Select(item => item.Words()));
        Assert.Equal(
            [
                "donderdag 3 december, 14.00 tot 16.30 uur, Buurthuis De Linde, Lindelaan 1, Utrecht",
                "vrijdag 8 januari 2027, 10.00 tot 12.30 uur, Het Anker, Kade 2, Utrecht",
            ],
            organiser.Page.QuerySelectorAll(".notice dd").Select(item => item.Words())
        );
    }

    [Fact]
    public async Task Who_could_not_be_mailed_before_is_named_apart_gets_no_mail_and_stands_on_te_bellen()
    {
        var (anna, bert, cora) = (await InviteAsync("Anna"), await InviteAsync("Bert"), await InviteAsync("Cora"));
        foreach (var answered in new[] { bert, cora })
        {
            await world.AnswerAsync(answered, RsvpAnswer.Yes);
        }

        await site.Db(async db =>
        {
            await db.Mails.ForEachAsync(mail => mail.Refused("550 onbekend"));
            // Cora gave another address since.
            (await db.Persons.SingleAsync(person => person.FirstName == "Cora")).Email = "cora@elders.example";
            await db.SaveChangesAsync();
        });

        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/gegevens");
        await organiser.Press("Bewaren", AnotherDay);
        Assert.Contains("Naar: Anna en Cora.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Krijgt geen mail: Bert. De vorige mail kwam niet aan. Bel zelf.",
            organiser.Text,
            StringComparison.Ordinal
        );
        organiser = await world.MoveAsync(AnotherDay);
        Assert.Contains("Bel zelf Bert: de vorige mail kwam niet aan.", organiser.Text, StringComparison.Ordinal);
        await world.SendAsync();

        Assert.Equal([anna, cora], (await world.RowsOf("verplaatst")).Select(mail => mail.InvitationId!.Value).Order());
        Assert.Contains(
            "Bert krijgt geen mail en weet nog niet dat de tafel is verzet.",
            (await organiser.Go("/te-bellen")).Text,
            StringComparison.Ordinal
        );
    }

    private Task<Gathering> TableAsync() => site.Db(db => db.Gatherings.SingleAsync(item => item.Id == world.Table));
}
