using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

/// <summary>A mail and a calendar entry in which nothing is special, to change one thing at a time.</summary>
internal static class Drafts
{
    public static readonly DateTimeOffset Start = new(2026, 12, 3, 13, 0, 0, TimeSpan.Zero);

    public static MailDraft Mail =>
        new()
        {
            MessageId = "42.7f3a@tafel.example",
            Date = new DateTimeOffset(2026, 11, 22, 10, 5, 7, TimeSpan.FromHours(1)),
            From = new Mailbox("site@tafel.example", "Dialoogtafel Arbeid"),
            To = new Mailbox("anna@deelnemer.example", "Anna"),
            Subject = "Uitnodiging",
            Text = "Beste Anna,\n\nKomt u?\n",
            Html = "<!doctype html><html lang=\"nl\"><body><p>Beste Anna,</p></body></html>\n",
            Language = "nl",
        };

    public static CalendarEntry Entry =>
        new()
        {
            Method = CalendarMethod.Request,
            Uid = "7f3a-12@tafel.example",
            Sequence = 2,
            Stamp = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero),
            Start = Start,
            End = Start.AddHours(2),
            ZoneId = "Europe/Amsterdam",
            Summary = "Dialoogtafel Arbeid",
            Location = "Het Huis, zaal 3",
            Description = "U bent welkom.",
            Organizer = new Mailbox("dana@hogeschool.example", "Dana de Wit"),
            Attendee = new Mailbox("anna@deelnemer.example", "Anna"),
        };

    /// <summary>What people paste into a form, and what they should not be able to do with it (S21).</summary>
    public static TheoryData<string> Hostile =>
        new(
            "Hoi\r\nBcc: evil@x.example",
            "Hoi\nBcc: evil@x.example",
            "Hoi\rBcc: evil@x.example",
            "Hoi\r\n\r\n<b>lichaam</b>",
            "Hoi\0dag",
            "Hoi\u0085Bcc: evil@x.example",
            "Hoi\u2028Bcc: evil@x.example",
            "Hoi\u2029Bcc: evil@x.example",
            "Hoi\u000b\u000c\u001b[31m\u007f",
            "=?utf-8?Q?Hoi=0D=0ABcc:_evil=40x.example?=",
            "=?utf-8?B?SG9pDQpCY2M6IGV2aWxAeC5leGFtcGxl?=",
            "\u202Egnp.exe\u202C \u2066x\u2069 \u200F",
            "Anna\" <evil@x.example>, \"Bert",
            "Anna <evil@x.example>",
            "evil@x.example, Bert: Carla;",
            "Anna\\",
            "(Anna (de\\) Wit",
            "\ud800 half een teken \udc00",
            "\uFEFFRenée Çelik-Öztürk 👩‍👩‍👧 ﷽",
            new string('x', 5000),
            string.Concat(Enumerable.Repeat("é ", 2500)),
            string.Concat(Enumerable.Repeat("woord ", 900))
        );
}
