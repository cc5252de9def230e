using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>
/// A refusal is not a dead address (K-B1): who was refused because of us, or for now, gets the mail later,
/// once, and nobody calls in vain.
/// </summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private static readonly string[] Nine =
    [
        .. Enumerable.Range(1, 9).Select(number => $"p{number}@domein{number}.example"),
    ];
    private RefusingWorld world = null!;

    public async Task InitializeAsync() => world = await RefusingWorld.NewAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(
        SmtpStep.Dot,
        "550 Domain tafel.example has exceeded the max emails per hour (5/5 (100%)) allowed. Message discarded.",
        "maximum bereikt"
    )]
    [InlineData(SmtpStep.Rcpt, "452 4.5.3 Daily limit of 5 messages reached", "maximum bereikt")]
    [InlineData(SmtpStep.Mail, "421 4.7.0 Hourly sending limit exceeded, closing", "maximum bereikt")]
    [InlineData(
        SmtpStep.Mail,
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "met het adres tafel@hogeschool.example"
    )]
    [InlineData(
        SmtpStep.Dot,
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "met het adres tafel@hogeschool.example"
    )]
    [InlineData(SmtpStep.Rcpt, "554 5.7.1 Relay access denied", "laat ons niet toe")]
    [InlineData(SmtpStep.Rcpt, "535 5.7.8 authentication failed", "laat ons niet toe")]
    public async Task After_five_mails_the_server_refuses_us_and_later_everything_arrives_once(
        SmtpStep at,
        string reply,
        string words
    )
    {
        var refuses = true;
        world.Sink.Rule = (step, _) => refuses && step == at && world.Taken.Count >= 5 ? reply : null;
        await world.InviteAsync(Nine);

        await world.PumpAsync();
        // Two others may be under way when the first refusal comes.
        var (taken, tries) = (world.Taken.ToHashSet(), world.Tries);
        Assert.InRange(taken.Count, 5, 7);
        Assert.InRange(tries - taken.Count, 1, 3);
        Assert.Empty(await world.InState(MailState.Failed));
        Assert.Equal(
            Nine.Select(address => address.Split('@')[0]).Where(name => !taken.Contains(name)),
            await world.InState(MailState.Queued)
        );
        Assert.Contains(words, await world.PageAsync("/start"), StringComparison.Ordinal);
        Assert.DoesNotContain("p9", await world.PageAsync("/te-bellen"), StringComparison.Ordinal);

        // One try after fifteen minutes, and one after thirty more.
        await world.PumpAsync(14);
        Assert.Equal(tries, world.Tries);
        await world.PumpAsync(2);
        Assert.Equal(tries + 1, world.Tries);
        await world.PumpAsync(29);
        Assert.Equal(tries + 1, world.Tries);

        refuses = false;
        await world.PumpAsync(2);

        Assert.Equal(Nine.Select(address => address.Split('@')[0]), world.Taken.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("geen mail weg", await world.PageAsync("/start"), StringComparison.Ordinal);
        Assert.DoesNotContain("geen mail weg", await world.PageAsync("/beheer/status"), StringComparison.Ordinal);
        Assert.Empty(await world.InState(MailState.Failed));
    }

    [Theory]
    [InlineData(SmtpStep.Auth, "535 5.7.8 authentication failed")]
    [InlineData(SmtpStep.Auth, "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled")]
    [InlineData(SmtpStep.Greeting, "554 5.7.1 blocked using a list")]
    public async Task A_server_that_does_not_let_us_in_is_asked_once_and_not_for_each_mail(SmtpStep at, string reply)
    {
        world.Sink.Rule = (step, _) => step == at ? reply : null;
        await world.InviteAsync(Nine);

        await world.PumpAsync();
        Assert.Equal(1, world.Sink.Connections);
        await world.PumpAsync(16);
        Assert.Equal(2, world.Sink.Connections);
        world.Sink.Rule = (_, _) => null;
        await world.PumpAsync(31);

        Assert.Equal(9, world.Taken.Distinct().Count());
        Assert.Equal(9, world.Taken.Count);
    }

    [Theory]
    [InlineData(SmtpStep.Rcpt, "550 5.7.1 no")]
    [InlineData(
        SmtpStep.Dot,
        "550 5.7.26 Unauthenticated email from hogeschool.example is not accepted due to domain's DMARC policy"
    )]
    [InlineData(SmtpStep.Dot, "554 5.7.1 rejected by policy")]
    public async Task What_one_server_may_have_against_us_pauses_at_the_second_domain(SmtpStep at, string reply)
    {
        world.Sink.Rule = (step, _) => step == at ? reply : null;
        await world.InviteAsync(
            "een@domein1.example",
            "twee@domein1.example",
            "drie@domein2.example",
            "vier@domein3.example"
        );

        await world.PumpAsync();
        Assert.Equal(3, world.Tries);
        Assert.Contains("geen mail weg", await world.PageAsync("/start"), StringComparison.Ordinal);

        world.Sink.Rule = (_, _) => null;
        await world.PumpAsync(16);
        Assert.Equal(["drie", "een", "twee", "vier"], world.Taken.Order(StringComparer.Ordinal));
        Assert.Empty(await world.InState(MailState.Failed));
    }

    [Fact]
    public async Task One_recipient_whose_server_never_takes_our_mail_stops_nobody_and_is_a_call_after_five_days()
    {
        world.Sink.Rule = (step, about) =>
            step == SmtpStep.Rcpt && about.StartsWith("streng", StringComparison.Ordinal) ? "550 5.7.1 no" : null;
        await world.InviteAsync(
            "streng@domein1.example",
            "anna@domein2.example",
            "streng2@domein1.example",
            "bert@domein3.example"
        );

        await world.PumpAsync();
        Assert.Equal(["anna", "bert"], world.Taken);
        Assert.Equal(["streng", "streng2"], await world.InState(MailState.Queued));
        Assert.DoesNotContain("geen mail weg", await world.PageAsync("/start"), StringComparison.Ordinal);

        // Days on end, with now and then somebody else who gets mail.
        for (
            var tries = 0;
            tries < OutgoingMail.MaxAttempts && (await world.InState(MailState.Queued)).Count > 0;
            tries++
        )
        {
            await world.InviteAsync($"nieuw{tries}@domein{tries}.example");
            await world.PumpAsync(151);
            Assert.Contains($"nieuw{tries}", world.Taken);
        }

        Assert.Equal(["streng", "streng2"], await world.InState(MailState.Failed));
        Assert.Contains("streng", await world.PageAsync("/te-bellen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpStep.Rcpt, "552 5.2.2 mailbox full")]
    [InlineData(SmtpStep.Dot, "552 5.2.2 mailbox full")]
    [InlineData(SmtpStep.Rcpt, "554 5.4.6 mail loop")]
    [InlineData(SmtpStep.Rcpt, "550 5.7.1 Greylisted, try again in 300 seconds")]
    [InlineData(SmtpStep.Rcpt, "550 5.5.0 come back later, temporarily busy")]
    [InlineData(SmtpStep.Dot, "554 Transaction failed")]
    [InlineData(SmtpStep.Rcpt, "550 no")]
    public async Task What_may_pass_waits_while_the_others_get_theirs(SmtpStep at, string reply)
    {
        var refuses = true;
        world.Sink.Rule = (step, about) =>
            refuses && step == at && about.StartsWith("vol", StringComparison.Ordinal) ? reply : null;
        await world.InviteAsync("anna@domein1.example", "vol@domein2.example", "bert@domein3.example");

        await world.PumpAsync();
        Assert.Equal(["anna", "bert"], world.Taken);
        Assert.Equal(["vol"], await world.InState(MailState.Queued));
        Assert.DoesNotContain("vol", await world.PageAsync("/te-bellen"), StringComparison.Ordinal);

        refuses = false;
        await world.PumpAsync(2);
        Assert.Equal(["anna", "bert", "vol"], world.Taken);
    }

    [Fact]
    public async Task A_mailbox_that_stays_full_is_a_call_in_the_end()
    {
        world.Sink.Rule = (step, _) => step == SmtpStep.Rcpt ? "552 5.2.2 mailbox full" : null;
        await world.InviteAsync("vol@domein1.example");

        for (var tries = 0; tries < OutgoingMail.MaxAttempts; tries++)
        {
            Assert.Equal(["vol"], await world.InState(MailState.Queued));
            await world.PumpAsync(151);
        }

        Assert.Equal(["vol"], await world.InState(MailState.Failed));
        Assert.Contains("vol", await world.PageAsync("/te-bellen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpStep.Rcpt, "550 5.1.1 no such user")]
    [InlineData(SmtpStep.Rcpt, "550 Requested action not taken: mailbox unavailable")]
    [InlineData(SmtpStep.Dot, "550 5.1.10 RESOLVER.ADR.RecipientNotFound")]
    public async Task An_address_that_is_not_there_is_a_call_at_once_and_stops_nobody(SmtpStep at, string reply)
    {
        world.Sink.Rule = (step, about) =>
            step == at && about.StartsWith("weg", StringComparison.Ordinal) ? reply : null;
        await world.InviteAsync("weg@domein1.example", "weg2@domein2.example", "anna@domein3.example");

        await world.PumpAsync();

        Assert.Equal(["weg", "weg2"], await world.InState(MailState.Failed));
        Assert.Equal(["anna"], world.Taken);
        Assert.Contains("weg", await world.PageAsync("/te-bellen"), StringComparison.Ordinal);
        Assert.DoesNotContain("geen mail weg", await world.PageAsync("/start"), StringComparison.Ordinal);
    }
}
