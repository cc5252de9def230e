using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>
/// M-13: a table that moves from Thursday 3 December 2026, 14.00, and what everybody who was asked hears of it.
/// </summary>
public sealed class MoveTests : IAsyncLifetime
{
    private const string Lived = "Ervaringsdeskundige";
    private static readonly (string, string) AnotherDay = ("Form.Date", "2026-12-10");
    private readonly Site site = new();
    private World world = null!;

    public async Task InitializeAsync() => world = await World.On(site, 1, (Lived, 0));

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

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

    private Task<int> InviteAsync(string name) => world.Invite(name, Lived, $"{name}@voorbeeld.example");

    private async Task WithdrawAsync(int invitation)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<AnswerDesk>()
            .WithdrawAsync(world.Table, invitation, Hand.Self, site.Clock.Utc, default);
    }

    private async Task<List<MailedLinks.Composed>> SentAsync(int invitation) =>
        [.. (await world.MailsOf(invitation)).Where(mail => mail.Row is { Kind: "verplaatst", State: MailState.Sent })];

    private async Task<string> TextOf(int invitation) => (await SentAsync(invitation)).Single().Mail.Text;

    private Task<Gathering> TableAsync() => site.Db(db => db.Gatherings.SingleAsync(item => item.Id == world.Table));
}
