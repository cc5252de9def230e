using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

/// <summary>Encryption, the name of the server and signing in.</summary>
public sealed class SmtpSecurityTests : SmtpTransportFixture
{
    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task Mail_and_password_travel_encrypted(SmtpSecurity security)
    {
        await using var sink = new SmtpSink(Authority.Issue("localhost"), security == SmtpSecurity.Tls);
        await using var session = Open(sink, security);

        Assert.Equal(SendOutcome.Accepted, (await SendAsync(session, Mail)).Outcome);
        Assert.True(Assert.Single(sink.Mails).Encrypted);
        var commands = sink.Commands.ToList();
        Assert.True(
            commands.IndexOf("(tls)")
                < commands.FindIndex(command => command.StartsWith("AUTH", StringComparison.Ordinal))
        );
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String(Bytes("\0site\0geheim")), commands);
    }

    [Fact]
    public async Task Where_encryption_is_not_offered_nothing_is_sent()
    {
        await using var sink = new SmtpSink(Authority.Issue("localhost")) { OffersStartTls = false };
        await using var session = Open(sink, SmtpSecurity.StartTls);

        var result = await SendAsync(session, Mail);

        Assert.Equal(SendOutcome.TryAgain, result.Outcome);
        Assert.Contains("STARTTLS", result.Reply, StringComparison.Ordinal);
        Assert.All(sink.Commands, command => Assert.StartsWith("EHLO", command, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("454 4.7.0 not now", SendOutcome.TryAgain)]
    [InlineData("554 5.7.0 never", SendOutcome.AboutUs)]
    [InlineData("220 go\r\n250 injected", SendOutcome.TryAgain)]
    [InlineData("(drop)", SendOutcome.TryAgain)]
    [InlineData("(silence)", SendOutcome.TryAgain)]
    public async Task Encryption_that_fails_sends_nothing_and_waits(string reply, SendOutcome outcome)
    {
        await using var sink = new SmtpSink(Authority.Issue("localhost")).At(
            SmtpStep.StartTls,
            reply switch
            {
                "(drop)" => new SinkAct.Drop(),
                "(silence)" => new SinkAct.Silence(),
                _ => new SinkAct.Say(reply),
            }
        );
        await using var session = Open(sink, SmtpSecurity.StartTls, timeout: 500);

        Assert.Equal(outcome, (await SendAsync(session, Mail)).Outcome);
        Assert.Empty(sink.Mails);
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("other name")]
    [InlineData("expired")]
    [InlineData("unknown authority")]
    public async Task A_server_that_cannot_prove_its_name_gets_neither_password_nor_mail(string fault)
    {
        var certificate = fault switch
        {
            "other name" => Authority.Issue("mail.other.example"),
            "expired" => Authority.Issue("localhost", expired: true),
            _ => new TestAuthority().Issue("localhost"),
        };
        await using var sink = new SmtpSink(certificate);
        await using var session = Open(sink, SmtpSecurity.StartTls);

        var result = await SendAsync(session, Mail);

        Assert.Equal(SendOutcome.TryAgain, result.Outcome);
        Assert.Contains("certificaat", result.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_old_way_to_sign_in_works_too()
    {
        await using var sink = new SmtpSink { Offers = ["AUTH=LOGIN"] };
        await using var session = Open(sink);

        Assert.Equal(SendOutcome.Accepted, (await SendAsync(session, Mail)).Outcome);
        Assert.Contains(Convert.ToBase64String(Bytes("geheim")), sink.Commands);
    }

    [Fact]
    public async Task A_server_without_sign_in_waits_with_a_clear_reply()
    {
        await using var sink = new SmtpSink { Offers = ["AUTH CRAM-MD5"] };
        await using var session = Open(sink);

        var result = await SendAsync(session, Mail);

        Assert.Equal(SendOutcome.TryAgain, result.Outcome);
        Assert.Contains("PLAIN", result.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_never_show_the_password() =>
        Assert.Equal(
            "mail.example:587 (StartTls)",
            new SmtpServer("mail.example", 587, SmtpSecurity.StartTls, "site", "geheim").ToString()
        );
}
