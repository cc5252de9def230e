using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

/// <summary>From draft to inbox through a mail server and a reader that are not ours.</summary>
public sealed class RealMailServerTests(MailServer server) : IClassFixture<MailServer>
{
    private static readonly MailComposer Composer = new();

    [MailServerFact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        var draft = Drafts.Mail with
        {
            Subject = "Renée, komt u op 3 december?",
            Text = "Beste Renée,\n\n.\n..\nTot dan.\n",
            Calendar = new CalendarWriter().Write(Drafts.Entry),
        };
        await using var session = new SmtpTransport(server.Settings).Open();

        var result = await session.SendAsync(
            "site@tafel.example",
            "renee@deelnemer.example",
            Composer.Compose(draft),
            CancellationToken.None
        );

        Assert.Equal(SendOutcome.Accepted, result.Outcome);
        var read = Assert.Single(await server.WaitForAsync("renee@deelnemer.example", 1));
        Assert.Empty(read.Defects);
        Assert.Equal(draft.Subject, read.Subject);
        Assert.Equal(draft.Text, read.TextOf("text/plain"));
        Assert.Equal(draft.Html, read.TextOf("text/html"));
        Assert.Equal(
            "<42.7f3a@tafel.example>",
            Assert.Single(read.Headers, header => header.Name == "Message-ID").Value
        );
        Assert.Equal(
            "2026-12-03T13:00:00Z",
            read.Parts.Single(part => part.Type == "text/calendar").Calendar!.Start.Utc
        );
        Assert.Contains(read.Headers, header =>
            header.Name == "Received" && header.Value.Contains("ESMTPSA", StringComparison.Ordinal)
        );
    }

    [MailServerFact]
    public async Task Many_mails_over_one_connection_all_arrive_once()
    {
        await using var session = new SmtpTransport(server.Settings).Open();
        for (var i = 0; i < 50; i++)
            Assert.Equal(
                SendOutcome.Accepted,
                (
                    await session.SendAsync(
                        "site@tafel.example",
                        "vijftig@deelnemer.example",
                        Composer.Compose(Drafts.Mail with { MessageId = $"{i}.a@tafel.example" }),
                        CancellationToken.None
                    )
                ).Outcome
            );

        var read = await server.WaitForAsync("vijftig@deelnemer.example", 50);
        Assert.Equal(
            50,
            read.SelectMany(mail => mail.Headers)
                .Where(header => header.Name == "Message-ID")
                .Select(header => header.Value)
                .Distinct()
                .Count()
        );
        Assert.Equal(50, read.Length);
    }

    [MailServerFact]
    public async Task An_unknown_mailbox_is_refused_and_the_next_one_served()
    {
        await using var session = new SmtpTransport(server.Settings).Open();
        var bytes = Composer.Compose(Drafts.Mail);

        var refused = await session.SendAsync(
            "site@tafel.example",
            "bestaatniet@deelnemer.example",
            bytes,
            CancellationToken.None
        );
        var accepted = await session.SendAsync(
            "site@tafel.example",
            "carla@deelnemer.example",
            bytes,
            CancellationToken.None
        );

        Assert.Equal(SendOutcome.Refused, refused.Outcome);
        Assert.StartsWith("550 5.1.1", refused.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("bestaatniet@", refused.Reply, StringComparison.Ordinal);
        Assert.Equal(SendOutcome.Accepted, accepted.Outcome);
    }

    [MailServerFact]
    public async Task A_wrong_password_waits_and_says_why()
    {
        await using var session = new SmtpTransport(server.Settings with { Password = "fout" }).Open();
        var result = await session.SendAsync(
            "site@tafel.example",
            "carla@deelnemer.example",
            Composer.Compose(Drafts.Mail),
            CancellationToken.None
        );
        Assert.Equal(SendOutcome.AboutUs, result.Outcome);
        Assert.Contains("535", result.Reply, StringComparison.Ordinal);
    }

    [MailServerFact]
    public async Task Special_letters_in_an_address_arrive()
    {
        await using var session = new SmtpTransport(server.Settings).Open();
        var draft = Drafts.Mail with { To = new Mailbox("renée@deelnemer.example", "Renée") };

        var result = await session.SendAsync(
            "site@tafel.example",
            "renée@deelnemer.example",
            Composer.Compose(draft),
            CancellationToken.None
        );

        // Postfix takes it; its way to the mailbox needs a delivery agent that knows SMTPUTF8, which is not ours to
        // prove.
        Assert.Equal(SendOutcome.Accepted, result.Outcome);
    }
}
