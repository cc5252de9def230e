using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>What becomes of the mail of before when the team changes an address.</summary>
public sealed class AddressChangeMailTests : AddressChangeFixture
{
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

    private async Task InviteByMailAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await scope
            .ServiceProvider.GetRequiredService<TableMails>()
            .InviteAsync(await db.Invitations.WithFacts().SingleAsync(item => item.Id == anna), default);
        await db.SaveChangesAsync();
    }
}
