using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

/// <summary>A second opinion on mail and calendar from readers that people really use.</summary>
public sealed class RefereeTests
{
    private static readonly MailComposer Composer = new();
    private static readonly CalendarWriter Writer = new();

    [RefereeFact]
    public void A_second_reader_sees_what_was_written()
    {
        var draft = Drafts.Mail with
        {
            Subject =
                "Uitnodiging: dialoogtafel ‘Arbeid’ in café Zuiderzé op donderdag 3 december 2026, van "
                + "twee tot vier uur",
            To = new Mailbox(
                "anna@deelnemer.example",
                "Renée van der Wüst-Jørgensen namens de dialoogtafels van de hogeschool"
            ),
            Text = "Beste Renée,\n\n.\nTot dan = einde\n",
            Html = "<p title=\"a=b\">Beste Renée, € 5 👍</p>\n",
            Calendar = Writer.Write(
                Drafts.Entry with
                {
                    Summary = "Tafel: ‘Arbeid’, één; twee",
                    Description = "Regel 1\nRegel 2 \\ slot " + new string('é', 200),
                }
            ),
        };

        var read = Referees.Read([Composer.Compose(draft)]).Single();

        Assert.Equal(draft.Subject, read.Subject);
        Assert.Equal([new ReadAddress(draft.To.Name!, draft.To.Address)], read.To);
        Assert.Equal(draft.Text.TrimEnd(), read.Text.TrimEnd());
        Assert.Equal(draft.Html.TrimEnd(), read.Html.TrimEnd());
        Assert.Equal(["text/calendar", "application/ics"], read.Attachments.Select(file => file.Type));
        Assert.Equal("invite.ics", read.Attachments[1].FileName);
        Assert.All(read.Attachments, file =>
        {
            Assert.Equal(
                ("REQUEST", 1, "Tafel: ‘Arbeid’, één; twee", "Het Huis, zaal 3"),
                (file.Calendar.Method, file.Calendar.Events, file.Calendar.Summary, file.Calendar.Location)
            );
            Assert.Equal("Regel 1\nRegel 2 \\ slot " + new string('é', 200), file.Calendar.Description);
            Assert.Equal(Drafts.Start, file.Calendar.Start);
            Assert.Equal(["mailto:anna@deelnemer.example"], file.Calendar.Attendees);
        });
    }

    [RefereeFact]
    public void Moments_around_both_clock_changes_read_back_the_same()
    {
        DateTimeOffset[] starts =
        [
            new(2026, 10, 24, 22, 30, 0, default),
            new(2026, 10, 25, 0, 30, 0, default),
            new(2026, 10, 25, 1, 30, 0, default),
            new(2027, 3, 28, 0, 30, 0, default),
            new(2027, 3, 28, 1, 0, 0, default),
            new(2027, 7, 1, 12, 0, 0, default),
        ];

        var read = Referees.Read(
            starts.Select(start =>
                Composer.Compose(
                    Drafts.Mail with
                    {
                        Calendar = Writer.Write(Drafts.Entry with { Start = start, End = start.AddHours(2) }),
                    }
                )
            )
        );

        Assert.Equal(starts, read.Select(mail => mail.Attachments[0].Calendar.Start));
        Assert.Equal(starts.Select(start => start.AddHours(2)), read.Select(mail => mail.Attachments[0].Calendar.End));
    }

    [RefereeFact]
    public void Zones_with_and_without_a_yearly_rule_read_back_the_same_for_an_update_and_a_cancellation()
    {
        string[] zones =
        [
            "Europe/Amsterdam",
            "America/New_York",
            "America/Paramaribo",
            "Asia/Kolkata",
            "Africa/Casablanca",
        ];
        CalendarMethod[] methods = [CalendarMethod.Request, CalendarMethod.Cancel];

        var read = Referees.Read(
            from zone in zones
            from method in methods
            select Composer.Compose(
                Drafts.Mail with
                {
                    Calendar = Writer.Write(Drafts.Entry with { ZoneId = zone, Method = method, Sequence = 3 }),
                }
            )
        );

        Assert.All(read, mail =>
            Assert.Equal(
                (Drafts.Start, Drafts.Start.AddHours(2), 1),
                (
                    mail.Attachments[0].Calendar.Start,
                    mail.Attachments[0].Calendar.End,
                    mail.Attachments[0].Calendar.Events
                )
            )
        );
        Assert.Equal(
            zones.SelectMany(_ => new[] { "REQUEST", "CANCEL" }),
            read.Select(mail => mail.Attachments[0].Calendar.Method)
        );
    }

    [RefereeFact]
    public void Hostile_text_adds_nothing_for_a_second_reader_either()
    {
        var hostile = ((IEnumerable<object[]>)Drafts.Hostile).Select(row => (string)row[0]).ToList();
        var read = Referees.Read(
            hostile
                .Prepend("gewoon")
                .Select(text =>
                    Composer.Compose(
                        Drafts.Mail with
                        {
                            Subject = text,
                            From = Drafts.Mail.From with { Name = text },
                            To = Drafts.Mail.To with { Name = text },
                            Text = text,
                            Html = "<p>" + text + "</p>",
                            Calendar = Writer.Write(
                                Drafts.Entry with
                                {
                                    Summary = text,
                                    Location = text,
                                    Description = text,
                                    Attendee = Drafts.Entry.Attendee with { Name = text },
                                }
                            ),
                        }
                    )
                )
        );

        Assert.All(read.Skip(1), mail =>
        {
            Assert.Equal(read[0].HeaderNames, mail.HeaderNames);
            Assert.Equal("site@tafel.example", Assert.Single(mail.From).Address);
            Assert.Equal("anna@deelnemer.example", Assert.Single(mail.To).Address);
            Assert.Equal(read[0].Attachments.Select(file => file.Type), mail.Attachments.Select(file => file.Type));
            Assert.Equal(read[0].Attachments[0].Calendar.Properties, mail.Attachments[0].Calendar.Properties);
            Assert.Equal(read[0].Attachments[0].Calendar.Attendees, mail.Attachments[0].Calendar.Attendees);
        });
    }
}
