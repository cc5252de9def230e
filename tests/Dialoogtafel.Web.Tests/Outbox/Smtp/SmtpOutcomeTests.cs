using System.Text;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

/// <summary>Every phase of the conversation × every way in which it can go wrong (F4).</summary>
public sealed class SmtpOutcomeTests
{
    private static readonly byte[] Mail = Encoding.UTF8.GetBytes(
        "Subject: x\r\n\r\nHallo\r\n" + string.Concat(Enumerable.Repeat(new string('y', 76) + "\r\n", 20))
    );

    public static TheoryData<SmtpStep, string, SendOutcome> Cases()
    {
        var cases = new TheoryData<SmtpStep, string, SendOutcome>();
        SmtpStep[] beforeMail = [SmtpStep.Greeting, SmtpStep.Ehlo, SmtpStep.Auth];
        SmtpStep[] aboutMail = [SmtpStep.Mail, SmtpStep.Rcpt, SmtpStep.Data];
        string[] breaks = ["(drop)", "(silence)", "(drip)", "hallo daar", "25", "999 what", "250x hello", "(endless)"];
        string[] later = ["421 closing", "450 4.2.0 greylisted", "451 4.7.1 later", "452 4.2.2 full", "454 4.7.0 no"];
        string[] ours =
        [
            "530 5.7.0 sign in first",
            "534 5.7.9 too weak",
            "535 5.7.8 wrong password",
            "538 5.7.11 encrypt first",
        ];
        string[] address = ["550 5.1.1 unknown", "553 5.1.3 bad"];
        string[] notNow = ["500 what", "552 5.2.2 full", "550 5.7.1 greylisted", "554 5.4.6 loop"];
        string[] aboutUs =
        [
            "554 5.7.1 spam",
            "550 5.7.26 no proof",
            "550 5.7.60 not allowed to send as",
            "450 4.7.1 hourly sending limit exceeded",
        ];

        foreach (var step in beforeMail.Concat(aboutMail).Append(SmtpStep.Dot))
        {
            Add([step], breaks, step == SmtpStep.Dot ? SendOutcome.Uncertain : SendOutcome.TryAgain);
            Add([step], later, SendOutcome.TryAgain);
            Add([step], ours, SendOutcome.AboutUs);
            Add([step], aboutUs, SendOutcome.AboutUs);
        }
        SmtpStep[] toSomebody = [SmtpStep.Rcpt, SmtpStep.Data, SmtpStep.Dot];
        Add([.. beforeMail, SmtpStep.Mail], address, SendOutcome.AboutUs);
        Add(toSomebody, address, SendOutcome.Refused);
        Add(toSomebody, notNow, SendOutcome.TryAgain);
        Add(aboutMail, ["334 more"], SendOutcome.TryAgain);
        Add([SmtpStep.Data], ["250 ok"], SendOutcome.TryAgain);
        Add([SmtpStep.Dot], ["354 more"], SendOutcome.Uncertain);
        Add([SmtpStep.Body], ["(drop)", "(silence)", "421 closing"], SendOutcome.TryAgain);
        Add([SmtpStep.Dot], ["250 ok", "250-two\r\n250 lines", "251 forwarded"], SendOutcome.Accepted);
        return cases;

        void Add(SmtpStep[] steps, string[] replies, SendOutcome outcome)
        {
            foreach (var step in steps)
            foreach (var reply in replies)
                cases.Add(step, reply, outcome);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_end_of_the_conversation_has_one_outcome(SmtpStep step, string reply, SendOutcome expected)
    {
        await using var sink = new SmtpSink().At(step, ActOf(reply));
        var isSlow = reply is "(silence)" or "(drip)";
        await using var session = TransportTo(sink, isQuick: isSlow).Open();

        // Large enough that a server which stops reading is noticed before the dot.
        var bytes = step == SmtpStep.Body ? Large() : Mail;
        var result = await session.SendAsync(
            "site@tafel.example",
            "anna@deelnemer.example",
            bytes,
            CancellationToken.None
        );

        Assert.Equal(expected, result.Outcome);
        Assert.InRange(result.Reply.Length, 3, 300);
        Assert.DoesNotContain('\n', result.Reply);
        if (expected != SendOutcome.Uncertain && step != SmtpStep.Dot)
            Assert.Empty(sink.Mails);

        // A slow machine must not turn the short time-out of the first mail into a failure of the second.
        await using var patient = TransportTo(sink).Open();
        var next = await (isSlow ? patient : session).SendAsync(
            "site@tafel.example",
            "bert@deelnemer.example",
            Mail,
            CancellationToken.None
        );
        Assert.Equal(SendOutcome.Accepted, next.Outcome);
        Assert.Equal("bert@deelnemer.example", Assert.Single(sink.Mails.Last().To));
    }

    [Fact]
    public async Task No_server_at_all_is_try_again()
    {
        int port;
        await using (var sink = new SmtpSink())
            port = sink.Port;
        await using var session = new SmtpTransport(new SmtpServer("localhost", port, SmtpSecurity.None)).Open();

        Assert.Equal(
            SendOutcome.TryAgain,
            (await session.SendAsync("a@b.example", "c@d.example", Mail, CancellationToken.None)).Outcome
        );
    }

    [Fact]
    public async Task The_reply_leaves_out_addresses_of_people()
    {
        await using var sink = new SmtpSink().At(
            SmtpStep.Rcpt,
            new SinkAct.Say("550-5.1.1 <anna@deelnemer.example>: unknown\r\n550 see\tanna@deelnemer.example")
        );
        await using var session = TransportTo(sink).Open();

        var result = await session.SendAsync(
            "site@tafel.example",
            "anna@deelnemer.example",
            Mail,
            CancellationToken.None
        );

        Assert.Equal("550 5.1.1 <…>: unknown see …", result.Reply);
    }

    [Fact]
    public async Task An_answer_that_came_too_early_is_not_taken_for_the_answer_to_the_dot()
    {
        await using var sink = new SmtpSink()
            .At(SmtpStep.Data, new SinkAct.Say("354 go\r\n250 taken"))
            .At(SmtpStep.Dot, new SinkAct.Say("550 no"));
        await using var session = TransportTo(sink).Open();

        Assert.Equal(
            SendOutcome.TryAgain,
            (await session.SendAsync("a@b.example", "c@d.example", Mail, CancellationToken.None)).Outcome
        );
    }

    [Fact]
    public async Task A_stop_before_the_data_leaves_the_mail_for_later()
    {
        using var stop = new CancellationTokenSource();
        await using var sink = new SmtpSink().At(SmtpStep.Rcpt, new SinkAct.Silence());
        await using var session = new SmtpTransport(new SmtpServer("localhost", sink.Port, SmtpSecurity.None)).Open();

        var sending = session.SendAsync("a@b.example", "c@d.example", Mail, stop.Token);
        while (!sink.Commands.Any(command => command.StartsWith("RCPT", StringComparison.Ordinal)))
            await Task.Delay(5);
        await stop.CancelAsync();

        Assert.Equal(SendOutcome.TryAgain, (await sending).Outcome);
        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task A_stop_after_the_data_began_waits_for_the_end()
    {
        using var stop = new CancellationTokenSource();
        await using var sink = new SmtpSink().At(
            SmtpStep.Dot,
            new SinkAct.Drip("250 taken", TimeSpan.FromMilliseconds(20))
        );
        await using var session = new SmtpTransport(new SmtpServer("localhost", sink.Port, SmtpSecurity.None)).Open();

        var sending = session.SendAsync("a@b.example", "c@d.example", Mail, stop.Token);
        while (sink.Mails.IsEmpty)
            await Task.Delay(5);
        await stop.CancelAsync();

        Assert.Equal(SendOutcome.Accepted, (await sending).Outcome);
    }

    private static SmtpTransport TransportTo(SmtpSink sink, bool isQuick = false) =>
        new(
            new SmtpServer("localhost", sink.Port, SmtpSecurity.None, "site", "geheim")
            {
                Timeout = TimeSpan.FromMilliseconds(isQuick ? 600 : 20_000),
            }
        );

    private static byte[] Large() =>
        [
            .. Encoding.ASCII.GetBytes("Subject: x\r\n\r\n"),
            .. Enumerable
                .Repeat(Encoding.ASCII.GetBytes(new string('z', 76) + "\r\n"), 400_000)
                .SelectMany(line => line),
        ];

    private static SinkAct ActOf(string reply) =>
        reply switch
        {
            "(drop)" => new SinkAct.Drop(),
            "(silence)" => new SinkAct.Silence(),
            "(drip)" => new SinkAct.Drip("250 a very slow answer", TimeSpan.FromMilliseconds(100)),
            "(endless)" => new SinkAct.Say(string.Join("\r\n", Enumerable.Repeat("250-" + new string('x', 200), 200))),
            _ => new SinkAct.Say(reply),
        };
}
