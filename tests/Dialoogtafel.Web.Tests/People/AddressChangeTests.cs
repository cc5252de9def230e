using System.Net;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>
/// What a change of an address by the team does, and what is no change. Anna is asked for the table of 3 December;
/// nobody typed anything unless said.
/// </summary>
public sealed class AddressChangeTests : AddressChangeFixture
{
    [Theory]
    [InlineData("Anna@Voorbeeld.example")]
    [InlineData(" anna@voorbeeld.example ")]
    [InlineData(Old)]
    public async Task Other_capitals_or_a_space_are_no_change_and_ask_nothing(string typed)
    {
        var link = await world.LinkOf(anna);
        var byLink = await site.SignedInByLinkAsync(world.OrganiserPerson);

        using var answer = await ChangeAsync(anna, typed, byLink);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(link, await world.LinkOf(anna));
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
        Assert.Equal(0, await site.Db(db => db.ReadLog.CountAsync()));
    }

    [Fact]
    public async Task Two_edits_quickly_tell_each_former_address_and_the_second_does_not_stop_the_first()
    {
        await ChangeAsync(anna, "anna@tussen.example");
        await ChangeAsync(anna, New);
        await world.SendAsync();

        Assert.Contains("a…@tussen.example", NoticeTo(Old), StringComparison.Ordinal);
        Assert.Contains("a…@nieuw.example", NoticeTo("anna@tussen.example"), StringComparison.Ordinal);
        Assert.Equal(2, await site.Db(db => db.ReadLog.CountAsync()));
    }

    [Fact]
    public async Task Back_to_the_former_address_is_still_what_the_team_set_and_no_device_may_confirm_it()
    {
        await TypeAsync(anna, "toestel");
        await ChangeAsync(anna, New);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await TypeAsync(anna, "vreemd toestel");
        await ChangeAsync(anna, Old);

        var person = (await world.Read(anna)).Person!;
        Assert.Equal(site.Clock.Utc, person.AddressSetByTeamAt);
        Assert.Equal([false, false], new[] { "toestel", "vreemd toestel" }.Select(person.MayConfirmAddressOn));
    }

    [Fact]
    public async Task Two_people_who_change_mailboxes_each_keep_their_words_to_themselves()
    {
        var bo = await world.Invite("Bo", "Gemeente", "bo@voorbeeld.example");
        await TypeAsync(anna, "van anna");
        await TypeAsync(bo, "van bo");

        await ChangeAsync(anna, "bo@voorbeeld.example");
        await ChangeAsync(bo, Old);
        await world.SendAsync();

        Assert.NotNull((await world.Read(anna)).Person!.AddressSetByTeamAt);
        Assert.NotNull((await world.Read(bo)).Person!.AddressSetByTeamAt);
        Assert.Contains("b…@voorbeeld.example", NoticeTo(Old), StringComparison.Ordinal);
        Assert.Contains("a…@voorbeeld.example", NoticeTo("bo@voorbeeld.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_with_one_mailbox_only_the_links_of_the_one_who_moves_die()
    {
        var bo = await world.Invite("Bo", "Gemeente", Old);
        var (annas, bos) = (await world.LinkOf(anna), await world.LinkOf(bo));

        await ChangeAsync(anna, New);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.OK),
            ((await Visitor.To(site).Go(annas)).Status, (await Visitor.To(site).Go(bos)).Status)
        );
        Assert.Null((await world.Read(bo)).Person!.AddressSetByTeamAt);
    }

    [Fact]
    public async Task A_first_address_of_somebody_who_typed_nothing_asks_nothing_and_tells_nobody()
    {
        var bo = await world.Invite("Bo", "Gemeente", phone: "06 555 00 003");
        using var refused = await ChangeAsync(
            bo,
            "bo@voorbeeld.example",
            await site.SignedInByLinkAsync(world.OrganiserPerson)
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        await ChangeAsync(bo, "bo@voorbeeld.example");

        var person = (await world.Read(bo)).Person!;
        Assert.Equal(
            ("bo@voorbeeld.example", site.Clock.Utc, ""),
            (person.Email, person.AddressSetByTeamAt, person.DevicesBefore)
        );
        Assert.DoesNotContain(
            "heeft het nog niet bevestigd",
            (await (await world.SignIn()).Go($"/personen/{person.Id}")).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
        Assert.Equal(person.Id, (await site.Db(db => db.ReadLog.SingleAsync())).PersonId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_first_address_opens_no_words_of_before_also_not_those_that_were_told_by_phone(bool spoken)
    {
        var bo = await world.Invite("Bo", "Gemeente", phone: "06 555 00 003");
        await TypeAsync(bo, "toestel", spoken ? world.OrganiserPerson : null);

        await ChangeAsync(bo, "bo@voorbeeld.example");

        var person = (await world.Read(bo)).Person!;
        Assert.Equal((site.Clock.Utc, spoken ? "" : "toestel"), (person.AddressSetByTeamAt, person.DevicesBefore));
        Assert.False(person.MayConfirmAddressOn(""));
        Assert.Equal(!spoken, person.MayConfirmAddressOn("toestel"));
    }

    [Fact]
    public async Task The_form_says_beforehand_what_a_change_of_the_address_means()
    {
        var words = (await petra.PageAsync($"/personen/{(await world.Read(anna)).PersonId}")).Words();

        Assert.Contains("Het oude adres krijgt er bericht van.", words, StringComparison.Ordinal);
        Assert.Contains("meewerkt in een project van Anna", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna@voorbeeld.nl", "a…@voorbeeld.nl")]
    [InlineData("é@café.example", "é…@café.example")]
    [InlineData("x@y.nl", "x…@y.nl")]
    public void Of_a_new_address_the_owner_sees_enough_and_a_stranger_too_little(string address, string masked) =>
        Assert.Equal(masked, AddressDesk.Masked(address));

    /// <summary>
    /// The only mail to this address, without the invisible mark that keeps a value from becoming a link.
    /// </summary>
    private string NoticeTo(string address) =>
        Assert.Single(MailBox.To(site, address)).Text.Replace("\u200C", "", StringComparison.Ordinal);
}
