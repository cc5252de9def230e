using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>
/// What a change of an address by the team does, and what is no change. Anna is asked for the table of 3 December;
/// nobody typed anything unless said.
/// </summary>
public sealed class AddressChangeTests : IAsyncLifetime
{
    private const string Old = "anna@voorbeeld.example";
    private const string New = "anna@nieuw.example";
    private readonly Site site = new();
    private World world = null!;
    private int anna;
    private HttpClient petra = null!;

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        anna = await world.Invite("Anna", "Gemeente", Old, "06 555 00 002");
        petra = await site.SignedInAsync(world.OrganiserPerson);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

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
    public async Task An_address_that_is_taken_away_is_a_change_and_what_waited_is_a_call()
    {
        var link = await world.LinkOf(anna);
        await InviteByMailAsync();

        await ChangeAsync(anna, "");
        await world.SendAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(link)).Status);
        Assert.Contains(
            "Wij hebben nu geen mailadres meer van u.",
            Assert.Single(MailBox.To(site, Old)).Text,
            StringComparison.Ordinal
        );
        var invitation = Assert.Single(await world.RowsOf("uitnodiging"));
        Assert.Equal((MailState.Failed, (MailContent?)null), (invitation.State, invitation.Stored));
        Assert.Contains("Anna", (await (await world.SignIn()).Go("/te-bellen")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_waits_goes_to_the_new_address_with_a_link_that_works()
    {
        await InviteByMailAsync();

        await ChangeAsync(anna, New);
        await world.SendAsync();

        var row = Assert.Single(await world.RowsOf("uitnodiging"));
        Assert.Equal((MailState.Sent, New), (row.State, row.Recipient));
        var link = Assert
            .Single(MailBox.To(site, New))
            .Links()
            .First(item => item.Contains("/u/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await Visitor.To(site).Go(new Uri(link).AbsolutePath)).Status);
        Assert.DoesNotContain("/u/", Assert.Single(MailBox.To(site, Old)).Text, StringComparison.Ordinal);
    }

    /// <summary>A mail that nobody can say anew: what was known when it was made is not stored.</summary>
    [Fact]
    public async Task What_cannot_be_said_anew_does_not_leave_and_stands_where_an_organiser_looks()
    {
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        var waiting = Assert.Single(await world.RowsOf("bevestiging"));
        await site.Db(db =>
            db.Mails.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Kind, "van-een-eerdere-versie"))
        );

        await ChangeAsync(anna, New);
        await world.SendAsync();

        Assert.Equal(MailState.Failed, Assert.Single(await world.RowsOf("van-een-eerdere-versie")).State);
        Assert.Empty(MailBox.To(site, New));
        var organiser = await world.SignIn();
        Assert.Contains(
            "Het mailadres is veranderd voordat deze mail wegging.",
            (await organiser.Go($"/beheer/post/{waiting.Id}")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(organiser.Page.Forms, form =>
            form.GetAttribute("action")!.EndsWith("/verzending", StringComparison.Ordinal)
        );
        Assert.Contains("Anna", (await organiser.Go("/te-bellen")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailState.Failed)]
    [InlineData(MailState.Uncertain)]
    public async Task What_failed_or_may_have_arrived_is_not_sent_again_to_the_old_address(MailState state)
    {
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await site.Db(db => db.Mails.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, state)));
        await ChangeAsync(anna, New);
        await ChangeAsync(anna, Old);

        var mail = Assert.Single(await world.RowsOf("bevestiging"));
        var organiser = await (await world.SignIn()).Go($"/beheer/post/{mail.Id}");

        Assert.Equal((state, (MailContent?)null), (mail.State, mail.Stored));
        Assert.DoesNotContain(organiser.Page.Forms, form =>
            form.GetAttribute("action")!.EndsWith("/verzending", StringComparison.Ordinal)
            && form.TextContent.Contains("pnieuw", StringComparison.Ordinal)
        );
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
    public async Task A_member_changes_her_own_address_with_both_factors_and_it_counts_as_set_by_the_team()
    {
        using var byLink = await ChangePersonAsync(
            world.OrganiserPerson,
            "petra@nieuw.example",
            await site.SignedInByLinkAsync(world.OrganiserPerson)
        );
        Assert.Equal(HttpStatusCode.Forbidden, byLink.StatusCode);

        using var own = await ChangePersonAsync(world.OrganiserPerson, "petra@nieuw.example", petra);
        await site.Run<MailPump>();

        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        Assert.Equal(
            "petra@nieuw.example",
            await site.Db(db =>
                db.Users.Where(item => item.PersonId == world.OrganiserPerson).Select(item => item.Email).SingleAsync()
            )
        );
        Assert.NotNull(
            await site.Db(db =>
                db.Persons.Where(item => item.Id == world.OrganiserPerson)
                    .Select(item => item.AddressSetByTeamAt)
                    .SingleAsync()
            )
        );
        Assert.Single(MailBox.To(site, World.Organiser));
        Assert.Equal(0, await site.Db(db => db.ReadLog.CountAsync()));
    }

    [Fact]
    public async Task Somebody_who_signs_in_with_an_address_is_the_only_one_who_changes_it()
    {
        var jan = await world.Member("Jan", "jan@team.example", TeamRole.CoResearcher, world.Project);
        var stranger = await site.SignedInAsync("mallory", TeamRole.Organiser, await site.ProjectAsync("Elders"));

        using var refused = await ChangePersonAsync(jan, "mallory@elders.example", stranger);
        using var colleague = await ChangePersonAsync(jan, "jan@nieuw.example", petra);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (refused.StatusCode, colleague.StatusCode));
        Assert.Contains("Alleen Jan verandert het", (await colleague.PageAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal(
            "jan@team.example",
            await site.Db(db => db.Persons.Where(item => item.Id == jan).Select(item => item.Email).SingleAsync())
        );
        Assert.Equal(
            "jan@team.example",
            await site.Db(db => db.Users.Where(item => item.PersonId == jan).Select(item => item.Email).SingleAsync())
        );
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
    }

    [Fact]
    public async Task Somebody_who_belongs_to_no_project_yet_may_be_corrected_by_any_recruiter()
    {
        var cor = await site.Db(async db =>
        {
            var person = db.Persons.Add(new Person { FirstName = "Cor", CreatedAt = site.Clock.Utc }).Entity;
            await db.SaveChangesAsync();
            // As it was stored before there was a rule.
            await db
                .Persons.Where(item => item.Id == person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, "cor@voorbeeld,example"));
            return person.Id;
        });
        var stranger = await site.SignedInAsync("mallory", TeamRole.CoResearcher, await site.ProjectAsync("Elders"));

        using var answer = await ChangePersonAsync(cor, "cor@voorbeeld.example", stranger);

        // The former address takes no mail: nothing goes there, and that is no error.
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
    }

    [Fact]
    public async Task Somebody_who_was_erased_has_no_address_to_change()
    {
        var person = (await world.Read(anna)).PersonId;
        await TypeAsync(anna, "toestel");
        await ChangeAsync(anna, New);
        var page = await petra.PageAsync($"/personen/{person}");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.True(
                await scope
                    .ServiceProvider.GetRequiredService<Eraser>()
                    .EraseAsync(person, Hand.Self, site.Clock.Utc, default)
            );
        }

        using var answer = await petra.SendAsync(
            page,
            $"/personen/{person}",
            ("Contact.Email", "weer@voorbeeld.example")
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var row = await site.Db(db => db.Persons.AsNoTracking().SingleAsync(item => item.Id == person));
        Assert.Equal((null, null, null), (row.Email, row.AddressSetByTeamAt, row.DevicesBefore));
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_changes_no_address_whatever_version_it_claims()
    {
        var person = (await world.Read(anna)).PersonId;
        var stranger = await site.SignedInAsync("mallory", TeamRole.CoResearcher, await site.ProjectAsync("Elders"));

        using var claimed = await stranger.SendAsync(
            $"/personen/{person}",
            $"/personen/{person}",
            ("Contact.Email", New),
            ("Contact.Version", "9")
        );

        Assert.Equal(New, (await claimed.PageAsync()).QuerySelector("#Contact_Email")!.ValueOf());
        Assert.Equal(Old, (await world.Read(anna)).Person!.Email);
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

    private async Task InviteByMailAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await scope
            .ServiceProvider.GetRequiredService<TableMails>()
            .InviteAsync(await db.Invitations.WithFacts().SingleAsync(item => item.Id == anna), default);
        await db.SaveChangesAsync();
    }

    /// <summary>A need that was typed on a device, or told to a team member.</summary>
    private Task TypeAsync(int invitation, string device, int? toldTo = null) =>
        site.Db(async db =>
        {
            db.Needs.Add(
                new Needs
                {
                    InvitationId = invitation,
                    Device = toldTo is null ? device : null,
                    ById = toldTo,
                    At = site.Clock.Utc,
                    Channel = toldTo is null ? ContactChannel.Page : ContactChannel.Phone,
                    Words = site.Services.GetRequiredService<FieldCipher>().Seal("{}"),
                }
            );
            await db.SaveChangesAsync();
        });

    private async Task<HttpResponseMessage> ChangeAsync(int invitation, string address, HttpClient? browser = null) =>
        await ChangePersonAsync((await world.Read(invitation)).PersonId, address, browser ?? petra);

    private static Task<HttpResponseMessage> ChangePersonAsync(int person, string address, HttpClient browser) =>
        browser.SendAsync($"/personen/{person}", $"/personen/{person}", ("Contact.Email", address));
}
