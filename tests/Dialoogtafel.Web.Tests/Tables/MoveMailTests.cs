using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>M-13: of several mails about a table that moves, the one leaves that is true and not yet told.</summary>
public sealed class MoveMailTests : MoveFixture
{
    [Fact]
    public async Task Several_edits_within_a_minute_become_one_mail_about_the_last()
    {
        var anna = await InviteAsync("Anna");
        await world.MoveAsync(AnotherDay);
        site.Clock.Move(TimeSpan.FromSeconds(40));
        await world.MoveAsync(("Form.Date", "2026-12-17"));
        await world.SendAsync(50);
        Assert.Empty(await SentAsync(anna));
        await world.SendAsync(11);

        var mail = Assert.Single(await SentAsync(anna));
        Assert.Contains("17 december", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("Eerst was het op donderdag 3 december 2026", mail.Mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10 december", mail.Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_back_within_the_minute_mails_nobody()
    {
        await InviteAsync("Anna");
        await world.MoveAsync(AnotherDay);
        site.Clock.Move(TimeSpan.FromSeconds(40));
        await world.MoveAsync(("Form.Date", "2026-12-03"));
        await world.SendAsync();

        Assert.Equal([MailState.Dropped], (await world.RowsOf("verplaatst")).Select(mail => mail.State));
    }

    [Fact]
    public async Task A_mail_that_left_is_never_replaced_and_the_next_one_begins_where_it_ended()
    {
        var anna = await InviteAsync("Anna");
        await world.MoveAsync(AnotherDay);
        await world.SendAsync();
        await world.MoveAsync(("Form.Date", "2026-12-03"));
        await world.SendAsync();

        var mails = await SentAsync(anna);
        Assert.Equal(2, mails.Count);
        Assert.Contains("Eerst was het op donderdag 10 december 2026", mails[1].Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_about_a_move_can_be_taken_back_and_leave_everybody_invited()
    {
        var anna = await InviteAsync("Anna");
        await world.MoveAsync(AnotherDay);
        var organiser = await world.SignIn();
        await organiser.Go($"/bijeenkomsten/{world.Table}/werving");
        Assert.Contains("Eén mail gaat zo weg.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Haal terug");
        Assert.Contains("bel zelf", organiser.Text, StringComparison.Ordinal);
        await world.SendAsync();
        Assert.Empty(await SentAsync(anna));
        Assert.Equal(InvitationState.Approached, (await world.Read(anna)).State);

        // What counts is what she was told: still the first day.
        await world.MoveAsync(("Form.Date", "2026-12-17"));
        await world.SendAsync();
        Assert.Contains(
            "Eerst was het op donderdag 3 december 2026",
            Assert.Single(await SentAsync(anna)).Mail.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_invitation_that_still_waits_goes_with_the_new_day_and_needs_no_second_mail()
    {
        var fons = await world.Invite("Fons", Lived, "fons@voorbeeld.example", approached: false);
        var organiser = await world.SignIn();
        await organiser.Go($"/uitnodigingen/{fons}/voorbeeld");
        await organiser.Press("Verstuur naar Fons");
        await world.MoveAsync(AnotherDay);
        await world.SendAsync();
        await world.SendAsync();

        var mail = Assert.Single(await world.MailsOf(fons));
        Assert.Equal(("uitnodiging", MailState.Sent), (mail.Row.Kind, mail.Row.State));
        Assert.Contains("10 december", mail.Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_mails_once()
    {
        var anna = await InviteAsync("Anna");
        var organiser = await world.SignIn();
        var path = $"/bijeenkomsten/{world.Table}/gegevens";
        var page = await organiser.Http.PageAsync(path);
        for (var press = 0; press < 3; press++)
        {
            // The last press comes when the mail has left.
            await world.SendAsync(press == 2 ? 61 : 0);
            using var saved = await organiser.Http.SendAsync(page, path, AnotherDay, ("mensen", "1"));
            Assert.NotNull(saved.Headers.Location);
        }

        await world.SendAsync();
        Assert.Single(await SentAsync(anna));
    }

    [Fact]
    public async Task Night_and_another_mail_that_day_hold_nothing_up()
    {
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example", approached: false);
        var organiser = await world.SignIn();
        await organiser.Go($"/uitnodigingen/{anna}/voorbeeld");
        await organiser.Press("Verstuur naar Anna");
        await world.SendAsync();
        site.Clock.Set(new DateTimeOffset(2026, 11, 9, 9, 0, 0, TimeSpan.Zero));
        await site.Run<ReminderJob>();
        await world.SendAsync();
        site.Clock.Set(new DateTimeOffset(2026, 11, 9, 21, 30, 0, TimeSpan.Zero));
        await world.MoveAsync(AnotherDay);
        await world.SendAsync();

        Assert.Equal(
            ["uitnodiging", "herinnering", "verplaatst"],
            (await world.MailsOf(anna)).Where(mail => mail.Row.State == MailState.Sent).Select(mail => mail.Row.Kind)
        );
    }

    [Fact]
    public async Task A_mail_that_names_the_old_day_does_not_leave_any_more_when_somebody_sends_it_again()
    {
        var anna = await InviteAsync("Anna");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await site.Db(async db =>
        {
            (await db.Mails.SingleAsync()).BecameUncertain("verbinding verbroken");
            await db.SaveChangesAsync();
        });
        await world.MoveAsync(AnotherDay);
        await site.Db(async db =>
        {
            (await db.Mails.SingleAsync(mail => mail.Kind == "bevestiging")).SendAgain(site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        await world.SendAsync();

        Assert.Equal(MailState.Dropped, Assert.Single(await world.RowsOf("bevestiging")).State);
        Assert.Equal(MailState.Sent, Assert.Single(await world.RowsOf("verplaatst")).State);
    }

    [Fact]
    public async Task An_answer_within_the_minute_makes_the_mail_about_the_move_superfluous()
    {
        var anna = await InviteAsync("Anna");
        await world.MoveAsync(AnotherDay);
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.SendAsync();

        var mail = Assert.Single(await world.MailsOf(anna), mail => mail.Row.State == MailState.Sent);
        Assert.Equal("bevestiging", mail.Row.Kind);
        Assert.Contains("10 december", mail.Mail.Text, StringComparison.Ordinal);
    }
}
