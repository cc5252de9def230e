using System.Text;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>What the composer wrote, the reader reads back as it was.</summary>
public sealed class MailReaderTests
{
    [Theory]
    [InlineData("Praat u mee?", "Anna Bos", "Dag.")]
    [InlineData(
        "Überraschung – één tafel, 2 = 3?",
        "Fatma Yıldız",
        "Regel één\nregel twee met een = teken\n\neen lege regel"
    )]
    [InlineData(
        "陈 秀英: 🙂 komt u ook op de zesentwintigste van november bij ons aan de grote ronde tafel?",
        "Özlem van der Ñandú-Šimić tot Łódź",
        "--\n-- streepjes vooraan\n.\nslot "
    )]
    public void Subject_names_and_text_come_back(string subject, string name, string text)
    {
        var read = MailReader.Read(Compose(subject, name, text, null));

        Assert.Equal(subject, read.Subject);
        Assert.Equal($"{name} <anna@voorbeeld.example>", read.To);
        Assert.Equal(text, read.Text);
        Assert.Equal($"<p>{text}</p>", read.Html);
        Assert.False(read.HasCalendar);
    }

    [Fact]
    public void A_mail_with_a_calendar_still_gives_its_text()
    {
        var read = MailReader.Read(
            Compose(
                "Tot dan",
                "Anna",
                "Tot dan é",
                new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n")
            )
        );

        Assert.True(read.HasCalendar);
        Assert.Equal("Tot dan é", read.Text);
    }

    [Fact]
    public void A_long_line_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Repeat("café met een lange regel ", 40)) + "einde";

        Assert.Equal(text, MailReader.Read(Compose("x", "Anna", text, null)).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen kop")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x")]
    [InlineData(
        "Subject: =?utf-8?B?niet base64?=\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!"
    )]
    public void Broken_bytes_never_throw(string raw) => Assert.NotNull(MailReader.Read(Encoding.UTF8.GetBytes(raw)));

    [Theory]
    [InlineData("https://tafel.example/u/aaaaaab23456789abcdefghijkmnpqrstuvwxyz", "https://tafel.example/u/…")]
    [InlineData("Kijk op <https://tafel.example/u/kort>.", "Kijk op <https://tafel.example/u/…>.")]
    [InlineData(
        "<a href=\"http://localhost:5080/team/in/abcdefghijkmnpqrstuvwxyz23456789abcdefgh\">in</a>",
        "<a href=\"http://localhost:5080/team/in/…\">in</a>"
    )]
    [InlineData(
        "https://tafel.example/nieuws/abcdefghijkmnpqrstuvwxyz23456789/uit",
        "https://tafel.example/nieuws/…/uit"
    )]
    [InlineData("https://tafel.example/uitnodigingen/12 en /start", "https://tafel.example/uitnodigingen/12 en /start")]
    public void The_secret_of_a_link_is_hidden_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, LinkMask.Hide(text));

    private static byte[] Compose(string subject, string name, string text, CalendarPart? calendar) =>
        new MailComposer().Compose(
            new MailDraft
            {
                MessageId = "a@tafel.example",
                Date = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.FromHours(1)),
                From = new Mailbox("tafel@voorbeeld.example", "Het team"),
                To = new Mailbox("anna@voorbeeld.example", name),
                Subject = subject,
                Text = text,
                Html = $"<p>{text}</p>",
                Language = "nl",
                Calendar = calendar,
            }
        );
}
