using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// F5, S36, S43, S44 in virtual time: a mail server that is away loses nothing, and what is not wanted any more does
/// not go.
/// </summary>
public sealed class RetryLawTests : IAsyncLifetime
{
    private const int People = 8;
    private static readonly TimeSpan RecallWindow = TimeSpan.FromSeconds(61);
    private readonly SmtpSink sink = new();
    private readonly Site site = new();
    private World world = null!;
    private List<int> invited = [];

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity, settings.BaseAddress) = (
                MailRoute.Smtp,
                "127.0.0.1",
                sink.Port,
                SmtpSecurity.None,
                "https://tafel.example"
            );
            // Far enough that an outage of days does not make the invitations stale.
            (await db.Gatherings.SingleAsync()).StartsAt = site.Clock.Utc.AddDays(40);
            await db.SaveChangesAsync();
        });
        invited = await world.Invite(
            [
                .. Enumerable
                    .Range(1, People)
                    .Select(number =>
                        (
                            $"Gast{number}",
                            "Ervaringsdeskundige",
                            (string?)$"gast{number}@voorbeeld.example",
                            (string?)null
                        )
                    ),
            ],
            approached: false
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5 * 24)]
    public async Task A_mail_server_that_is_away_for_a_while_loses_nothing_and_is_asked_less_and_less(int hours)
    {
        await SendAllAsync();
        var back = await BreakServerAsync(site.Clock.Utc.AddHours(hours));
        var waits = new List<TimeSpan>();
        while (site.Clock.Utc < back)
        {
            await site.Run<MailPump>();
            var mails = await MailsAsync();
            Assert.All(mails, mail => Assert.Equal((MailState.Queued, mails[0].Attempts), (mail.State, mail.Attempts)));
            waits.Add(mails[0].NextAt - site.Clock.Utc);
            site.Clock.Set(mails.Min(mail => mail.NextAt));
        }

        await MendServerAsync();
        await site.Run<MailPump>();

        Assert.All(await MailsAsync(), mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Equal(People, sink.Mails.SelectMany(mail => mail.To).Distinct().Count());
        Assert.Equal(People, sink.Mails.Count);
        Assert.All(await MailsAsync(), mail => Assert.InRange(mail.Attempts, 2, OutgoingMail.MaxAttempts));
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromMinutes(1), waits[0]);
        Assert.True(
            site.Clock.Utc - back < TimeSpan.FromHours(3),
            "once the server is back, the mail goes the same afternoon"
        );
    }

    [Fact]
    public async Task The_same_message_id_goes_at_every_try_with_the_moment_of_that_try()
    {
        await SendAllAsync();
        sink.At(SmtpStep.Dot, [.. Enumerable.Repeat<SinkAct?>(new SinkAct.Say("451 4.7.1 later"), People)]);
        await site.Run<MailPump>();
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.Run<MailPump>();

        Assert.Equal(2 * People, sink.Mails.Count);
        Assert.All(sink.Mails.GroupBy(mail => mail.To[0]), tries =>
        {
            var (first, last) = (tries.First().Read(), tries.Last().Read());
            Assert.Equal((first.MessageId, first.Subject), (last.MessageId, last.Subject));
            Assert.Equal(tries.First().Plain(), tries.Last().Plain());
            Assert.Equal(site.Clock.Utc, last.Date.UtcDateTime);
            Assert.True(first.Date < last.Date);
        });
    }

    [Fact]
    public async Task After_the_last_try_a_person_is_asked_and_can_send_it_again()
    {
        await SendAllAsync();
        await BreakServerAsync(site.Clock.Utc);
        for (var tries = 0; tries < OutgoingMail.MaxAttempts; tries++)
        {
            await site.Run<MailPump>();
            site.Clock.Set((await MailsAsync()).Max(mail => mail.NextAt));
        }

        var mails = await MailsAsync();
        Assert.All(mails, mail =>
            Assert.Equal((MailState.Failed, OutgoingMail.MaxAttempts), (mail.State, mail.Attempts))
        );
        await MendServerAsync();
        var organiser = new Visitor(await site.SignedInAsync(world.OrganiserPerson));
        await organiser.Go($"/beheer/post/{mails[0].Id}");
        await organiser.Press(
            organiser
                .Page.QuerySelector($"form[action='/beheer/post/{mails[0].Id}/verzending'] button")!
                .TextContent.Trim()
        );
        await site.Run<MailPump>();

        Assert.Equal(mails[0].Recipient, Assert.Single(sink.Mails).To[0]);
    }

    [Fact]
    public async Task An_answer_that_came_before_the_invitation_left_drops_the_invitation()
    {
        await SendAllAsync();
        var answered = await new Visitor(site.Open()).Go(await world.LinkOf(invited[0]));
        await answered.Go(answered.Address.AbsolutePath + "/antwoord");
        await answered.Press("Verstuur mijn antwoord", ("Form.Answer", "No"));

        await site.Run<MailPump>();

        var mail = await site.Db(db =>
            db.Mails.SingleAsync(item => item.InvitationId == invited[0] && item.Kind == "uitnodiging")
        );
        Assert.Equal(MailState.Dropped, mail.State);
        Assert.Null(mail.Content);
        Assert.DoesNotContain(sink.Mails, item =>
            item.To[0] == mail.Recipient && item.Text.Contains(mail.MessageId, StringComparison.Ordinal)
        );
        Assert.Equal(People, sink.Mails.Count);
    }

    [Fact]
    public async Task Somebody_taken_off_the_list_and_a_table_that_began_get_no_invitation_any_more()
    {
        await SendAllAsync();
        var organiser = new Visitor(await site.SignedInAsync(world.OrganiserPerson));
        await organiser.Go($"/uitnodigingen/{invited[0]}/intrekking");
        await organiser.Press("Ja, haal van de lijst");
        site.Clock.Move(TimeSpan.FromDays(41));

        await site.Run<MailPump>();

        Assert.All(await MailsAsync(), mail => Assert.Equal(MailState.Dropped, mail.State));
        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task Recalled_within_the_window_nothing_leaves_and_later_the_page_says_that_it_is_too_late()
    {
        await SendAllAsync(wait: false);
        var organiser = new Visitor(await site.SignedInAsync(world.OrganiserPerson));
        await organiser.Go($"/uitnodigingen/{invited[0]}");
        await organiser.Press("Haal de mail terug");
        Assert.Contains("Er is niets verstuurd", organiser.Text, StringComparison.Ordinal);
        await organiser.Go($"/uitnodigingen/{invited[1]}");
        var late = organiser.Page;

        site.Clock.Move(RecallWindow);
        await site.Run<MailPump>();
        Assert.Equal(People - 1, sink.Mails.Count);
        using var answer = await organiser.Http.SendAsync(late, $"/uitnodigingen/{invited[1]}/terughaling");
        await organiser.Go($"/uitnodigingen/{invited[1]}");

        Assert.Contains("Dit kan niet meer: de mail is al weg", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, (await MailsAsync()).Single(mail => mail.InvitationId == invited[1]).State);
        Assert.DoesNotContain(sink.Mails, mail => mail.To[0] == "gast1@voorbeeld.example");
    }

    public async Task DisposeAsync()
    {
        site.Dispose();
        await sink.DisposeAsync();
    }

    private async Task SendAllAsync(bool wait = true)
    {
        var organiser = new Visitor(await site.SignedInAsync(world.OrganiserPerson));
        await organiser.Go($"/bijeenkomsten/{world.Table}/verzending");
        await organiser.Press($"Ja, naar {People} mensen");
        Assert.Equal(People, (await MailsAsync()).Count);
        if (wait)
        {
            site.Clock.Move(RecallWindow);
        }
    }

    /// <summary>A port on which nobody listens.</summary>
    private async Task<DateTime> BreakServerAsync(DateTime until)
    {
        int port;
        await using (var gone = new SmtpSink())
        {
            port = gone.Port;
        }

        await PortAsync(port);
        return until;
    }

    private Task MendServerAsync() => PortAsync(sink.Port);

    private Task PortAsync(int port) =>
        site.Db(async db =>
        {
            (await db.Installation.SingleAsync()).SmtpPort = port;
            await db.SaveChangesAsync();
        });

    private Task<List<OutgoingMail>> MailsAsync() =>
        site.Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail => mail.Kind == "uitnodiging")
                .OrderBy(mail => mail.QueuedAt)
                .ToListAsync()
        );
}
