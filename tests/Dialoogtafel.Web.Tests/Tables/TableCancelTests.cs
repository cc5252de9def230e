using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>M-13: a table that does not take place.</summary>
public sealed class TableCancelTests : IAsyncLifetime
{
    private const string Lived = "Ervaringsdeskundige";
    private readonly Site site = new();
    private World world = null!;

    private string Path => $"/bijeenkomsten/{world.Table}/afzegging";

    public async Task InitializeAsync() => world = await World.On(site, 10, (Lived, 0));

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Everybody_who_was_asked_hears_it_once_and_at_once_and_all_that_waits_is_dropped()
    {
        var (anna, bert, cora) = (await InviteAsync("Anna"), await InviteAsync("Bert"), await InviteAsync("Cora"));
        var fons = await world.Invite("Fons", Lived, "fons@voorbeeld.example", approached: false);
        await world.Invite("Greet", Lived, phone: "06 555 00 002");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.AnswerAsync(cora, RsvpAnswer.No);
        await world.SendAsync();
        var organiser = await world.SignIn();
        await organiser.Go($"/uitnodigingen/{fons}/voorbeeld");
        await organiser.Press("Verstuur naar Fons");

        await organiser.Go(Path);
        Assert.Contains(
            "3 mensen krijgen meteen een mail: Anna, Bert en Cora.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Geen mailadres: Greet.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Dit kunt u niet terugdraaien.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, zeg de tafel af en mail 3 mensen", ("Form.Reason", "De zaal is dicht."));
        Assert.Contains("Deze tafel gaat niet door.", organiser.Text, StringComparison.Ordinal);
        await world.SendAsync(1);

        var sent = await world.RowsOf("vervallen");
        Assert.Equal([anna, bert, cora], sent.Select(mail => mail.InvitationId!.Value).Order());
        Assert.All(sent, mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Equal(MailState.Dropped, Assert.Single(await world.RowsOf("uitnodiging")).State);
        var toAnna = (await world.MailsOf(anna)).Single(mail => mail.Row.Kind == "vervallen").Mail.Text;
        Assert.Contains("De zaal is dicht.", toAnna, StringComparison.Ordinal);
        Assert.Contains("U hoeft niet te komen.", toAnna, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "U hoeft niet te komen.",
            (await world.MailsOf(bert)).Single(mail => mail.Row.Kind == "vervallen").Mail.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Called_off_within_a_minute_after_a_move_it_is_named_by_the_day_that_people_know()
    {
        var anna = await InviteAsync("Anna");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.SendAsync();
        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await world.CancelAsync();
        await world.SendAsync();

        var mail = Assert.Single(await world.MailsOf(anna), mail =>
            mail.Row is { Kind: "vervallen", State: MailState.Sent }
        );
        Assert.Contains("3 december", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Equal(MailState.Dropped, Assert.Single(await world.RowsOf("verplaatst")).State);
    }

    [Fact]
    public async Task No_reminder_comes_any_more()
    {
        var anna = await InviteAsync("Anna");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.SendAsync();
        await world.CancelAsync();
        site.Clock.Set(new DateTimeOffset(2026, 12, 2, 10, 0, 0, TimeSpan.Zero));
        await site.Run<ReminderJob>();
        await world.SendAsync();

        Assert.Empty(await world.RowsOf("praktisch"));
        Assert.All(await site.Db(db => db.Reminders.ToListAsync()), reminder => Assert.False(reminder.IsOpen));
    }

    [Fact]
    public async Task A_second_press_and_an_old_page_change_nothing_more()
    {
        await InviteAsync("Anna");
        var organiser = await world.SignIn();
        var page = await organiser.Http.PageAsync(Path);
        await InviteAsync("Bert");
        using (var old = await organiser.Http.SendAsync(page, Path))
        {
            Assert.Contains("Bert", (await old.PageAsync()).Words(), StringComparison.Ordinal);
            Assert.Empty(await world.RowsOf("vervallen"));
        }

        page = await organiser.Http.PageAsync(Path);
        using var first = await organiser.Http.SendAsync(page, Path);
        using var second = await organiser.Http.SendAsync(page, Path);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(2, (await world.RowsOf("vervallen")).Count);
    }

    [Fact]
    public async Task Board_series_table_and_own_page_say_it_and_nobody_is_invited_any_more()
    {
        var anna = await InviteAsync("Anna");
        var fons = await world.Invite("Fons", Lived, "fons@voorbeeld.example", approached: false);
        var organiser = await world.CancelAsync("De zaal is dicht.");
        foreach (
            var path in new[]
            {
                $"/bijeenkomsten/{world.Table}/werving",
                $"/bijeenkomsten/{world.Table}",
                "/reeksen",
                $"/reeksen/{world.Series}",
                $"/uitnodigingen/{fons}/voorbeeld",
            }
        )
        {
            await organiser.Go(path);
            Assert.Contains("gaat niet door", organiser.Text, StringComparison.Ordinal);
        }

        Assert.Null(organiser.Page.QuerySelector("form[action$=verzending]"));
        var visitor = Visitor.To(site);
        await visitor.Go(await world.LinkOf(anna));
        Assert.Contains("Deze tafel gaat niet door", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("De zaal is dicht.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_has_begun_cannot_be_called_off()
    {
        var organiser = await world.SignIn();
        var page = await organiser.Http.PageAsync(Path);
        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 30, 0, TimeSpan.Zero));
        organiser = await world.SignIn();
        using var late = await organiser.Http.PostAsync(
            Path,
            page.Forms.First(form => form.GetAttribute("action") == Path)
                .Filled(("__RequestVerificationToken", await TokenAsync(organiser)))
        );
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("al geweest of begonnen", (await late.PageAsync()).Words(), StringComparison.Ordinal);
        Assert.Null(await site.Db(db => db.Gatherings.Select(item => item.CancelledAt).SingleAsync()));
    }

    private Task<int> InviteAsync(string name) => world.Invite(name, Lived, $"{name}@voorbeeld.example");

    private static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.Http.PageAsync("/start")).QuerySelector("input[name=__RequestVerificationToken]")!.ValueOf();
}
