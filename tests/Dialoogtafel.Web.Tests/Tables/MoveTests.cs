using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>
/// M-13: a table that moves from Thursday 3 December 2026, 14.00, and what everybody who was asked hears of it.
/// </summary>
public sealed class MoveTests : MoveFixture
{
    [Fact]
    public async Task Everybody_who_was_asked_gets_one_mail_with_what_was_what_is_and_what_it_means()
    {
        var (anna, bert, cora, dirk) = (
            await InviteAsync("Anna"),
            await InviteAsync("Bert"),
            await InviteAsync("Cora"),
            await InviteAsync("Dirk")
        );
        var (gone, concept) = (
            await InviteAsync("Els"),
            await world.Invite("Fons", Lived, "fons@voorbeeld.example", approached: false)
        );
        var called = await world.Invite("Greet", Lived, phone: "06 555 00 002");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.AnswerAsync(cora, RsvpAnswer.No);
        await world.AnswerAsync(dirk, RsvpAnswer.Yes);
        await WithdrawAsync(gone);
        await world.SendAsync();

        var organiser = await world.MoveAsync(
            AnotherDay,
            ("Form.Time", "10:00"),
            ("Form.PlaceName", "Het Anker"),
            ("Form.Address", "Kade 2, Utrecht")
        );
        Assert.Contains("4 mensen krijgen over 60 seconden een mail.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Bel zelf Greet", organiser.Text, StringComparison.Ordinal);
        await world.SendAsync();

        var sent = await world.RowsOf("verplaatst");
        Assert.Equal([anna, bert, cora, dirk], sent.Select(mail => mail.InvitationId!.Value).Order());
        Assert.All(sent, mail => Assert.Equal(MailState.Sent, mail.State));
        var text = await TextOf(anna);
        Assert.All(
            [
                "donderdag 10 december 2026",
                "10.00 uur",
                "Het Anker, Kade 2, Utrecht",
                "donderdag 3 december 2026 om 14.00 uur",
                "Buurthuis De Linde",
                "Uw ja blijft staan",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
        Assert.Contains("Kies uw antwoord", await TextOf(bert), StringComparison.Ordinal);
        Assert.Contains("Kunt u nu wel?", await TextOf(cora), StringComparison.Ordinal);
        Assert.Contains("wij bellen u nog", await TextOf(dirk), StringComparison.Ordinal);
        Assert.Equal(InvitationState.Yes, (await world.Read(anna)).State);
        Assert.DoesNotContain(sent, mail => mail.InvitationId == concept || mail.InvitationId == called);
    }

    [Fact]
    public async Task Who_has_no_address_stands_on_te_bellen_until_somebody_called()
    {
        var (greet, hanna) = (
            await world.Invite("Greet", Lived, phone: "06 555 00 002"),
            await world.Invite("Hanna", Lived, phone: "06 555 00 003")
        );
        await world.AnswerAsync(greet, RsvpAnswer.Yes);
        await site.Db(async db =>
        {
            (await db.Invitations.SingleAsync(item => item.Id == hanna)).AskCall(
                CallReason.WantsToContribute,
                null,
                null,
                site.Clock.Utc
            );
            await db.SaveChangesAsync();
        });

        var organiser = await world.MoveAsync(AnotherDay);
        await organiser.Go("/te-bellen");

        Assert.Contains(
            "Greet krijgt geen mail en weet nog niet dat de tafel is verzet.",
            organiser.Text,
            StringComparison.Ordinal
        );
        // She is called anyway; what she asked for is not lost.
        Assert.Equal(CallReason.WantsToContribute, (await world.Read(hanna)).CallReason);
        await organiser.Press("Gesproken, klaar met Greet");
        Assert.Null((await world.Read(greet)).CallReason);
        Assert.Equal(InvitationState.Yes, (await world.Read(greet)).State);
    }

    [Fact]
    public async Task A_table_that_is_back_asks_for_no_call_from_who_had_not_heard_of_the_move_yet()
    {
        var (greet, hanna) = (
            await world.Invite("Greet", Lived, phone: "06 555 00 002"),
            await world.Invite("Hanna", Lived, phone: "06 555 00 003")
        );
        await world.AnswerAsync(greet, RsvpAnswer.Yes);
        await world.AnswerAsync(hanna, RsvpAnswer.Yes);
        await world.MoveAsync(AnotherDay);
        var organiser = await world.SignIn();
        await organiser.Go("/te-bellen");
        await organiser.Press("Gesproken, klaar met Hanna");
        await world.MoveAsync(("Form.Date", "2026-12-17"));

        var back = await world.MoveAsync(("Form.Date", "2026-12-03"));

        // Hanna knows of 10 December only; Greet still counts on the first day.
        Assert.Contains("Bel zelf Hanna:", back.Text, StringComparison.Ordinal);
        Assert.Equal((null, null), ((await world.Read(greet)).CallReason, (await world.Read(greet)).CallSince));
        Assert.Equal(CallReason.TableMoved, (await world.Read(hanna)).CallReason);
        await back.Go("/te-bellen");
        Assert.DoesNotContain("Greet", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_goal_or_facts_about_the_place_mail_nobody_and_neither_does_a_table_that_has_been()
    {
        await InviteAsync("Anna");
        await world.MoveAsync(("Form.Purpose", "elkaar horen"), ("Form.Parking", "Achter het gebouw."));
        site.Clock.Set(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero));
        await world.MoveAsync(("Form.PlaceName", "Het Anker"));
        Assert.Empty(await world.RowsOf("verplaatst"));
    }

    [Fact]
    public async Task The_own_page_says_that_the_table_moved_until_the_next_answer()
    {
        var anna = await InviteAsync("Anna");
        await world.MoveAsync(AnotherDay);
        await world.SendAsync();
        var visitor = Visitor.To(site);
        await visitor.Go(await world.LinkOf(anna));
        Assert.Contains(
            "De tafel is verzet. Eerst was het donderdag 3 december, 14.00 uur.",
            visitor.Text,
            StringComparison.Ordinal
        );
        await visitor.Follow("Antwoord geven");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));
        Assert.DoesNotContain("Eerst was het", visitor.Text, StringComparison.Ordinal);
    }

    private async Task WithdrawAsync(int invitation)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<AnswerDesk>()
            .WithdrawAsync(world.Table, invitation, Hand.Self, site.Clock.Utc, default);
    }

    private async Task<string> TextOf(int invitation) => (await SentAsync(invitation)).Single().Mail.Text;
}
