using System.Text;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

public sealed class MailComposerTests
{
    private static readonly MailComposer Composer = new();
    private static readonly CalendarPart Calendar = new CalendarWriter().Write(Drafts.Entry);

    [ReaderFact]
    public void Another_reader_sees_what_was_written()
    {
        var draft = Drafts.Mail with
        {
            Subject =
                "Uitnodiging: dialoogtafel ‘Arbeid’ in café Zuiderzé op donderdag 3 december 2026, van "
                + "twee tot vier uur",
            From = new Mailbox(
                "site@tafel.example",
                "Renée van der Wüst-Jørgensen namens de dialoogtafels van de hogeschool"
            ),
            To = new Mailbox("anna@café.example", "Anna de Wit"),
            ReplyTo = new Mailbox("dana@hogeschool.example", "D. de Wit (begeleider)"),
            Text =
                "Beste Renée,\r\n\r\n.\r\nFrom hier =3D tab\teinde  \n"
                + new string('é', 300)
                + "\r\nslot zonder regeleinde",
            Html = "<p title=\"a=b\">Beste Renée, € 5 👍</p>\n",
            Headers =
            [
                new("Auto-Submitted", "auto-generated"),
                new(
                    "List-Unsubscribe",
                    "<https://tafel.example/u/" + new string('a', 120) + ">, <mailto:af@tafel.example>"
                ),
            ],
            Calendar = Calendar,
        };

        var read = RigFiles.Read(Composer.Compose(draft));

        Assert.Empty(read.Defects);
        Assert.Equal(draft.Subject, read.Subject);
        Assert.Equal([new ReadAddress(draft.From.Name!, "site@tafel.example")], read.From);
        Assert.Equal([new ReadAddress("Anna de Wit", "anna@xn--caf-dma.example")], read.To);
        Assert.Equal([new ReadAddress("D. de Wit (begeleider)", "dana@hogeschool.example")], read.ReplyTo);
        Assert.Equal(draft.Date, read.Date);
        Assert.Equal(TimeSpan.FromHours(1), read.Date!.Value.Offset);
        Assert.Equal(draft.Text.ReplaceLineEndings("\n"), read.TextOf("text/plain"));
        Assert.Equal(draft.Html, read.TextOf("text/html"));
        Assert.Equal(draft.Headers[1].Value, read.Headers.Single(header => header.Name == "List-Unsubscribe").Value);
        Assert.Equal("<42.7f3a@tafel.example>", read.Headers.Single(header => header.Name == "Message-ID").Value);
        Assert.Equal("nl", read.Headers.Single(header => header.Name == "Content-Language").Value);
    }

    [ReaderFact]
    public void The_calendar_is_the_last_form_of_the_text_and_an_attachment_too()
    {
        var read = RigFiles.Read(Composer.Compose(Drafts.Mail with { Calendar = Calendar }));

        Assert.Equal(
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"],
            read.Parts.Select(part => part.Type)
        );
        Assert.Equal("REQUEST", read.Parts[4].Parameters["method"]);
        Assert.Equal("utf-8", read.Parts[4].Parameters["charset"]);
        Assert.Equal("REQUEST", read.Parts[4].Calendar!.Method);
        Assert.Equal(("attachment", "invite.ics"), (read.Parts[5].Disposition, read.Parts[5].FileName));
        Assert.Equal(Calendar.Text, read.Parts[4].Text);
        Assert.Equal(Calendar.Text, read.Parts[5].Text);
    }

    [ReaderTheory]
    [MemberData(nameof(Drafts.Hostile), MemberType = typeof(Drafts))]
    public void Hostile_text_adds_no_header_no_address_and_no_part(string hostile)
    {
        var baseline = RigFiles.Read(Composer.Compose(Drafts.Mail with { ReplyTo = Drafts.Mail.From }));
        var bytes = Composer.Compose(
            Drafts.Mail with
            {
                Subject = hostile,
                From = Drafts.Mail.From with { Name = hostile },
                To = Drafts.Mail.To with { Name = hostile },
                ReplyTo = Drafts.Mail.From with { Name = hostile },
                Text = hostile,
                Html = "<p>" + hostile + "</p>",
            }
        );

        AssertWireIsSafe(bytes);
        var read = RigFiles.Read(bytes);
        Assert.Empty(read.Defects);
        Assert.Equal(baseline.HeaderNames, read.HeaderNames);
        Assert.Equal(baseline.Parts.Select(part => part.Type), read.Parts.Select(part => part.Type));
        Assert.Equal("site@tafel.example", Assert.Single(read.From).Address);
        Assert.Equal("anna@deelnemer.example", Assert.Single(read.To).Address);
        Assert.Equal("site@tafel.example", Assert.Single(read.ReplyTo).Address);
        Assert.Equal(OneLine.Of(hostile), read.Subject);
        Assert.Equal(OneLine.Name(hostile), read.To[0].Name);
        Assert.DoesNotContain(read.To[0].Name, c =>
            "\"\\<>@:,;".Contains(c, StringComparison.Ordinal) || char.IsControl(c) || OneLine.IsDirectionMark(c)
        );
    }

    [Theory]
    [InlineData("X-Test", "een\r\nBcc: evil@x.example")]
    [InlineData("X-Test", "een\u2028twee")]
    [InlineData("X-Test", "een\0twee")]
    [InlineData("X-Test\r\nBcc", "evil@x.example")]
    [InlineData("X Test", "een")]
    [InlineData("", "een")]
    [InlineData("Bcc", "evil@x.example")]
    [InlineData("cc", "evil@x.example")]
    [InlineData("To", "evil@x.example")]
    [InlineData("Content-Type", "text/html")]
    public void A_further_header_that_does_not_belong_is_refused(string name, string value) =>
        Assert.Throws<FormatException>(() => Composer.Compose(Drafts.Mail with { Headers = [new(name, value)] }));

    [Theory]
    [InlineData("anna@x.example\r\nBcc: evil@x.example")]
    [InlineData("anna@x.example, evil@x.example")]
    [InlineData("Anna <anna@x.example>")]
    [InlineData("anna@x.example\u2028")]
    [InlineData("an\u202Ena@x.example")]
    [InlineData("anna..x@x.example")]
    [InlineData("anna@x..example")]
    [InlineData("anna@[127.0.0.1]")]
    [InlineData("")]
    public void An_address_that_is_none_is_refused(string address) =>
        Assert.Throws<FormatException>(() => Composer.Compose(Drafts.Mail with { To = new Mailbox(address) }));

    [Theory]
    [InlineData("a@b>\r\nBcc: evil@x.example")]
    [InlineData("a b@c.example")]
    [InlineData("zonder-apenstaart")]
    public void A_message_id_that_is_none_is_refused(string id) =>
        Assert.Throws<FormatException>(() => Composer.Compose(Drafts.Mail with { MessageId = id }));

    [Fact]
    public void A_calendar_whose_method_differs_from_its_part_is_refused() =>
        Assert.Throws<FormatException>(() =>
            Composer.Compose(Drafts.Mail with { Calendar = Calendar with { Method = "CANCEL" } })
        );

    [Fact]
    public void The_same_draft_gives_the_same_bytes_and_another_message_id_other_boundaries()
    {
        var draft = Drafts.Mail with { Calendar = Calendar };
        var first = Composer.Compose(draft);
        Assert.Equal(first, Composer.Compose(draft with { Headers = [] }));
        Assert.NotEqual(
            BoundaryOf(first),
            BoundaryOf(Composer.Compose(draft with { MessageId = "43.7f3a@tafel.example" }))
        );
    }

    [Fact]
    public void Every_line_is_short_seven_bit_and_ends_in_crlf()
    {
        var draft = Drafts.Mail with
        {
            Subject = string.Concat(Enumerable.Repeat("Zuiderzé ", 60)),
            Text = new string('ü', 4000),
            Html = new string('=', 4000),
            Calendar = Calendar,
        };

        // MimeKit's encoded words make lines of up to 89; 998 is what servers hold us to.
        AssertWireIsSafe(Composer.Compose(draft), limit: 100);
    }

    [ReaderFact]
    public void A_local_part_with_special_letters_stays_readable()
    {
        var read = RigFiles.Read(
            Composer.Compose(Drafts.Mail with { To = new Mailbox("renée@tafel.example", "Renée") })
        );
        Assert.Equal(new ReadAddress("Renée", "renée@tafel.example"), Assert.Single(read.To));
    }

    private static void AssertWireIsSafe(byte[] bytes, int limit = 998)
    {
        var text = Encoding.ASCII.GetString(bytes);
        Assert.True(Ascii.IsValid(bytes));
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(line.Length, 0, limit));
        Assert.DoesNotContain(lines, line => line.Any(c => c < ' ' && c != '\t'));
    }

    private static string BoundaryOf(byte[] bytes) =>
        Encoding.ASCII.GetString(bytes).Split("boundary=\"")[1].Split('"')[0];
}
