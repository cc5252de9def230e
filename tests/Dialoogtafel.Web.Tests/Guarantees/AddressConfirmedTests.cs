using System.Net;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// After an address was changed: on an own device one press says that it is right, and nowhere else (S06, S65).
/// </summary>
public sealed class AddressConfirmedTests : AddressKeyFixture
{
    [Fact]
    public async Task On_the_own_device_one_press_says_that_the_address_is_right_and_then_all_is_shown_again()
    {
        await ChangeAsync(await ColleagueAsync(), "anna@nieuw.example");
        await own.Go(await LinkAgainAsync("anna@nieuw.example"));
        Assert.Contains(
            "Het team heeft uw mailadres veranderd in anna@nieuw.example. Klopt dat?",
            own.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("kanarie", await WordsOnAsync(own), StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", await ReadAsAnnaAsync("anna@nieuw.example"), StringComparison.Ordinal);

        await own.Go(await MyTableAsync());
        await own.Press("Ja, dit adres klopt");

        Assert.DoesNotContain("Klopt dat?", own.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromMinutes(3));
        Assert.Contains("kanarie", await ReadAsAnnaAsync("anna@nieuw.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_device_on_which_something_was_typed_before_is_asked_and_may_say_so()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var fresh = await Visitor.To(site).Go(await LinkAgainAsync(Theirs));

        Assert.DoesNotContain("Klopt dat?", fresh.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Theirs, fresh.Text, StringComparison.Ordinal);
        await TellAsync(fresh, "van mallory");
        await fresh.Go(await MyTableAsync());
        Assert.DoesNotContain("Klopt dat?", fresh.Text, StringComparison.Ordinal);
        await PostAsync(fresh, $"{await MyTableAsync()}/mailadres", ("Right", Theirs));

        await fresh.Go(await MyTableAsync());
        Assert.DoesNotContain("kanarie", await ReadAsAnnaAsync(Theirs, seconds: 200), StringComparison.Ordinal);
        Assert.Contains("van mallory", await WordsOnAsync(fresh), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_typed_while_the_address_was_theirs_confirms_nothing_when_it_is_theirs_again()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var attacker = await Visitor.To(site).Go(await LinkAgainAsync(Theirs));
        await TellAsync(attacker, "van mallory");
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), Old);
        await own.Go(await LinkAgainAsync(Old));
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), Theirs);
        await attacker.Go(await LinkAgainAsync(Theirs));

        Assert.DoesNotContain("Klopt dat?", attacker.Text, StringComparison.Ordinal);
        await PostAsync(attacker, $"{await MyTableAsync()}/mailadres", ("Right", Theirs));
        Assert.DoesNotContain(
            "kanarie",
            await ReadAsAnnaAsync(Theirs, by: attacker, seconds: 200),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_device_proven_by_the_former_address_is_not_own_any_more_and_a_second_change_gives_nothing()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var attacker = Visitor.To(site);
        Assert.DoesNotContain("kanarie", await ReadAsAnnaAsync(Theirs, by: attacker), StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), Old);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await own.Go(await LinkAgainAsync(Old));
        await TellAsync(own, "kanarie wil nu noten");
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), "mallory2@elders.example");

        Assert.DoesNotContain(
            "kanarie",
            await ReadAsAnnaAsync("mallory2@elders.example", by: attacker, seconds: 200),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_typed_after_the_change_is_shown_on_an_own_device_as_usual()
    {
        await ChangeAsync(await ColleagueAsync(), "anna@nieuw.example");
        site.Clock.Move(TimeSpan.FromMinutes(5));
        var phone = await Visitor.To(site).Go(await LinkAgainAsync("anna@nieuw.example"));
        await TellAsync(phone, "liever thee");

        var elsewhere = await ReadAsAnnaAsync("anna@nieuw.example", seconds: 200);

        Assert.Contains("liever thee", elsewhere, StringComparison.Ordinal);
        Assert.Contains("Wat u daarvoor schreef, ziet u alleen op het apparaat", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_the_new_address_nobody_chooses_who_reads_what_was_typed_before()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var visitor = await Visitor.To(site).Go(await LinkAgainAsync(Theirs));
        await visitor.Go($"{await MyTableAsync()}/vragen");

        using var answer = await PostAsync(
            visitor,
            $"{await MyTableAsync()}/vragen",
            ("Form.Readers", "BoardWithoutName")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await table.PreparationAsync())?.Readers);
    }

    [Fact]
    public async Task Looking_at_the_page_confirms_nothing_and_neither_does_a_form_as_served()
    {
        await ChangeAsync(await ColleagueAsync(), "anna@nieuw.example");
        await own.Go(await World.LinkOf(table.Anna));
        var before = DatabaseContent.Of(site);
        await own.Go(await MyTableAsync());
        var form = own.Page.Forms.Single(item =>
            item.GetAttribute("action")!.EndsWith("/mailadres", StringComparison.Ordinal)
        );
        using var served = await own.Http.PostAsync(form.GetAttribute("action"), form.Filled());

        Assert.Equal(HttpStatusCode.SeeOther, served.StatusCode);
        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
    }

    private async Task<string> LinkAgainAsync(string address)
    {
        var visitor = await Visitor.To(site).Go("/link-opnieuw");
        await visitor.Press("Stuur mij mijn link", ("Form.Address", address));
        await site.Run<MailPump>();
        site.Clock.Move(TimeSpan.FromMinutes(3));
        return MailBox.To(site, address)[^1].LinkTo("/u/");
    }
}
