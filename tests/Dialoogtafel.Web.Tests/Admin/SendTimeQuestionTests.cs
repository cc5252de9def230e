using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>
/// "Nu of morgen om 8.00": an organiser who presses send between 20.00 and 8.00 (Amsterdam, one hour ahead of UTC in
/// November).
/// </summary>
public sealed class SendTimeQuestionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 2, 20, 30, 0, TimeSpan.Zero);
    private readonly Site site = new();
    private World world = null!;
    private int fons;

    private string Preview => $"/uitnodigingen/{fons}/voorbeeld";

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        fons = await world.Invite("Fons", "Ervaringsdeskundige", "fons@voorbeeld.example", approached: false);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task By_day_nothing_is_asked()
    {
        var organiser = await world.SignIn();
        await organiser.Go(Preview);
        Assert.Empty(organiser.Page.QuerySelectorAll("[name='Send.When']"));
        await organiser.Press("Verstuur naar Fons");
        await world.SendAsync();
        Assert.Equal(MailState.Sent, Assert.Single(await world.RowsOf("uitnodiging")).State);
    }

    [Fact]
    public async Task At_night_nothing_goes_without_a_choice()
    {
        var organiser = await AtAsync(Evening, Preview);
        Assert.Empty(organiser.Page.QuerySelectorAll("[name='Send.When'][checked]"));
        await organiser.Press("Verstuur naar Fons");

        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Contains("Kies of de mail nu weggaat", organiser.Text, StringComparison.Ordinal);
        Assert.Empty(await world.RowsOf("uitnodiging"));
        Assert.Equal(InvitationState.Concept, (await world.Read(fons)).State);
    }

    [Fact]
    public async Task Now_means_after_the_recall_window()
    {
        var organiser = await AtAsync(Evening, Preview);
        await organiser.Press("Verstuur naar Fons", ("Send.When", "Now"));
        Assert.Contains("gaat over 60 seconden weg", organiser.Text, StringComparison.Ordinal);
        await world.SendAsync();
        Assert.Equal(MailState.Sent, Assert.Single(await world.RowsOf("uitnodiging")).State);
    }

    [Theory]
    [InlineData("2026-11-02T20:30:00Z", "morgen om 8.00 uur", "2026-11-03T07:00:00Z")]
    [InlineData("2026-11-03T05:00:00Z", "vandaag om 8.00 uur", "2026-11-03T07:00:00Z")]
    [InlineData("2027-03-27T20:30:00Z", "morgen om 8.00 uur", "2027-03-28T06:00:00Z")]
    public async Task In_the_morning_means_at_eight_on_the_wall(string pressed, string words, string leaves)
    {
        await site.Db(db =>
            db.Gatherings.ExecuteUpdateAsync(set =>
                set.SetProperty(item => item.StartsAt, new DateTime(2027, 4, 20, 12, 0, 0, DateTimeKind.Utc))
            )
        );
        var organiser = await AtAsync(
            DateTimeOffset.Parse(pressed, System.Globalization.CultureInfo.InvariantCulture),
            Preview
        );
        await organiser.Press("Verstuur naar Fons", ("Send.When", "InTheMorning"));
        Assert.Contains($"gaat {words} weg", organiser.Text, StringComparison.Ordinal);
        var at = DateTimeOffset.Parse(leaves, System.Globalization.CultureInfo.InvariantCulture);
        await RunAtAsync(at.AddSeconds(-1));
        Assert.Equal(MailState.Queued, Assert.Single(await world.RowsOf("uitnodiging")).State);
        await RunAtAsync(at);
        Assert.Equal(MailState.Sent, Assert.Single(await world.RowsOf("uitnodiging")).State);
    }

    [Fact]
    public async Task Until_the_morning_it_can_be_taken_back_and_the_board_says_when_it_goes()
    {
        var organiser = await AtAsync(Evening, Preview);
        await organiser.Press("Verstuur naar Fons", ("Send.When", "InTheMorning"));
        site.Clock.Move(TimeSpan.FromHours(2));
        organiser = await AtAsync(site.Clock.GetUtcNow(), $"/bijeenkomsten/{world.Table}/werving");
        Assert.Contains("Eén uitnodiging gaat morgen om 8.00 uur weg.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Haal terug");
        await RunAtAsync(Evening.AddHours(12));

        Assert.Equal(MailState.Recalled, Assert.Single(await world.RowsOf("uitnodiging")).State);
        Assert.Equal(InvitationState.Concept, (await world.Read(fons)).State);
    }

    [Fact]
    public async Task All_concepts_at_once_are_asked_the_same_question()
    {
        var path = $"/bijeenkomsten/{world.Table}/verzending";
        var organiser = await AtAsync(Evening, path);
        await organiser.Press("Ja, naar 1 mens");
        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Empty(await world.RowsOf("uitnodiging"));
        await organiser.Press("Ja, naar 1 mens", ("Send.When", "InTheMorning"));
        Assert.Equal(new DateTime(2026, 11, 3, 7, 0, 0), Assert.Single(await world.RowsOf("uitnodiging")).NextAt);
    }

    [Fact]
    public async Task A_table_that_moves_in_the_night_is_invited_for_in_the_morning_with_its_new_day()
    {
        var organiser = await AtAsync(Evening, Preview);
        await organiser.Press("Verstuur naar Fons", ("Send.When", "InTheMorning"));
        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await world.SendAsync();
        Assert.DoesNotContain(await world.MailsOf(fons), mail => mail.Row.State == MailState.Sent);
        await RunAtAsync(new DateTimeOffset(2026, 11, 3, 7, 0, 0, TimeSpan.Zero));
        Assert.Contains("10 december", Assert.Single(await world.MailsOf(fons)).Mail.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> AtAsync(DateTimeOffset moment, string path)
    {
        site.Clock.Set(moment);
        return await (await world.SignIn()).Go(path);
    }

    private Task RunAtAsync(DateTimeOffset moment)
    {
        site.Clock.Set(moment);
        return site.Run<MailPump>();
    }
}
