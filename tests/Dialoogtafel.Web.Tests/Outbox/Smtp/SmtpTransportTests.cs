using System.Text;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

public sealed class SmtpTransportTests : SmtpTransportFixture
{
    [Fact]
    public async Task One_connection_carries_several_mails_to_one_recipient_each()
    {
        await using var sink = new SmtpSink();
        await using (var session = Open(sink))
            foreach (var name in new[] { "anna", "bert", "carla" })
                Assert.Equal(
                    new(SendOutcome.Accepted, "250 taken"),
                    await SendAsync(session, Mail, name + "@deelnemer.example")
                );

        Assert.Equal(1, sink.Connections);
        Assert.Equal(["anna", "bert", "carla"], sink.Mails.Select(mail => Assert.Single(mail.To).Split('@')[0]));
        Assert.Equal("QUIT", sink.Commands.Last());
    }

    [Fact]
    public async Task A_refused_recipient_does_not_spoil_the_next_mail_on_the_same_connection()
    {
        await using var sink = new SmtpSink().At(SmtpStep.Rcpt, new SinkAct.Say("550 5.1.1 unknown"));
        await using var session = Open(sink);

        Assert.Equal(SendOutcome.Refused, (await SendAsync(session, Mail)).Outcome);
        Assert.Equal(SendOutcome.Accepted, (await SendAsync(session, Mail)).Outcome);
        Assert.Equal(1, sink.Connections);
        Assert.Contains("RSET", sink.Commands);
    }

    [Theory]
    [InlineData("(drop)")]
    [InlineData("421 too long idle")]
    public async Task A_connection_that_the_server_closed_meanwhile_is_opened_again(string end)
    {
        await using var sink = new SmtpSink().At(
            SmtpStep.Mail,
            null,
            end == "(drop)" ? new SinkAct.Drop() : new SinkAct.Say(end)
        );
        await using var session = Open(sink);

        Assert.Equal(SendOutcome.Accepted, (await SendAsync(session, Mail)).Outcome);
        Assert.Equal(SendOutcome.Accepted, (await SendAsync(session, Mail)).Outcome);
        Assert.Equal(2, sink.Connections);
        Assert.Equal(2, sink.Mails.Count);
    }

    [Fact]
    public async Task Lines_that_begin_with_a_dot_arrive_as_they_were()
    {
        var body = "Subject: x\r\n\r\n.\r\n..\r\n.hidden\r\nplain\r\n.";
        await using var sink = new SmtpSink();
        await using var session = Open(sink);

        await SendAsync(session, Bytes(body));

        var wire = Encoding.ASCII.GetString(Assert.Single(sink.Mails).Wire);
        Assert.Equal("Subject: x\r\n\r\n..\r\n...\r\n..hidden\r\nplain\r\n..\r\n", wire);
        Assert.Equal(body + "\r\n", sink.Mails.Single().Text);
    }

    [Theory]
    [InlineData("Subject: x\r\n\r\na\n.\nMAIL FROM:<evil@x.example>\r\n")]
    [InlineData("Subject: x\r\n\r\na\r.\r\n")]
    [InlineData("Subject: x\r\n\r\na\n.\r\n")]
    [InlineData("Subject: x\r\n\r\na\r\r\n")]
    public async Task A_line_end_that_servers_read_in_different_ways_is_refused_before_anything_is_said(string body)
    {
        await using var sink = new SmtpSink();
        await using var session = Open(sink);

        Assert.Equal(SendOutcome.Refused, (await SendAsync(session, Bytes(body))).Outcome);
        Assert.Equal(0, sink.Connections);
    }

    [Theory]
    [InlineData("anna@x.example>\r\nRCPT TO:<evil@x.example")]
    [InlineData("anna@x.example> SIZE=1")]
    [InlineData("anna x@x.example")]
    [InlineData("anna\0@x.example")]
    [InlineData("anna")]
    [InlineData("@x.example")]
    public async Task An_address_that_is_none_is_refused_before_anything_is_said(string address)
    {
        await using var sink = new SmtpSink();
        await using var session = Open(sink);

        Assert.Equal(SendOutcome.Refused, (await SendAsync(session, Mail, address)).Outcome);
        // Of the sender: no recipient is to blame.
        Assert.Equal(
            SendOutcome.AboutUs,
            (await session.SendAsync(address, "a@b.example", Mail, CancellationToken.None)).Outcome
        );
        Assert.Equal(0, sink.Connections);
    }

    [Fact]
    public async Task Special_letters_ask_for_what_they_need_and_nothing_more()
    {
        await using var sink = new SmtpSink();
        await using var session = Open(sink);

        await SendAsync(session, Mail, "anna@café.example");
        Assert.Equal(SendOutcome.Refused, (await SendAsync(session, Bytes("Subject: x\r\n\r\nHé\r\n"))).Outcome);
        await SendAsync(session, Bytes("To: renée@tafel.example\r\n\r\nHallo\r\n"), "renée@tafel.example");

        // A domain with special letters travels in ASCII: a server further on may not know SMTPUTF8.
        var asks = sink
            .Commands.Where(command => command.StartsWith("MAIL", StringComparison.Ordinal))
            .Select(command => command.Split(' ')[2..].Order().ToArray())
            .ToList();
        Assert.Empty(asks[0]);
        Assert.Contains("RCPT TO:<anna@xn--caf-dma.example>", sink.Commands);
        Assert.Equal(["SMTPUTF8"], asks[1]);
    }

    [Theory]
    [MemberData(nameof(Drafts.Hostile), MemberType = typeof(Drafts))]
    public async Task What_was_composed_goes_over_the_wire_to_the_byte(string typed)
    {
        // No form takes a word that is longer than a line of a mail may be.
        typed = typed[..Math.Min(800, typed.Length)];
        var calendar = new CalendarWriter().Write(
            Drafts.Entry with
            {
                Summary = typed,
                Location = typed,
                Organizer = new Mailbox("dana@hogeschool.example", typed),
            }
        );
        var draft = Drafts.Mail with
        {
            Subject = typed,
            Text = typed + "\n.\n..x",
            Html = $"<p>{typed}</p>",
            To = new Mailbox("anna@deelnemer.example", typed),
            Headers = [new("List-Unsubscribe", $"<https://tafel.example/{new string('x', 90)}>")],
        };
        await using var sink = new SmtpSink();
        await using var session = Open(sink);

        foreach (
            var mail in new[]
            {
                draft,
                draft with
                {
                    Calendar = calendar,
                },
                Drafts.Mail with
                {
                    To = new Mailbox("renée@deelnemer.example", typed),
                    Headers = draft.Headers,
                },
            }
        )
        {
            var bytes = new MailComposer().Compose(mail);
            Assert.Equal(SendOutcome.Accepted, (await SendAsync(session, bytes, mail.To.Address)).Outcome);
            Assert.Equal(Encoding.UTF8.GetString(bytes), sink.Mails.Last().Text);
        }
    }

    [Fact]
    public async Task A_server_that_cannot_take_special_letters_refuses_that_mail_only()
    {
        await using var sink = new SmtpSink { Offers = [] };
        await using var session = new SmtpTransport(new SmtpServer("localhost", sink.Port, SmtpSecurity.None)).Open();

        Assert.Equal(SendOutcome.Refused, (await SendAsync(session, Mail, "renée@tafel.example")).Outcome);
        Assert.Equal(SendOutcome.Accepted, (await SendAsync(session, Mail)).Outcome);
    }
}
