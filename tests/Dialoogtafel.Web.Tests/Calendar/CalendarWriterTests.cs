using System.Globalization;
using System.Text;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Calendar;

public sealed class CalendarWriterTests
{
    private static readonly CalendarWriter Writer = new();

    [ReaderFact]
    public void Another_reader_sees_what_was_written()
    {
        var part = Writer.Write(
            Drafts.Entry with
            {
                Description = "Regel 1\r\nRegel 2; met, tekens \\ en \"aanhaling\"",
                Summary = "Tafel: ‘Arbeid’, één",
            }
        );
        var read = RigFiles.ReadCalendar(part.Text);

        Assert.Empty(read.Errors);
        Assert.Equal(("REQUEST", "REQUEST", 1), (part.Method, read.Method, read.Events));
        Assert.Equal(("7f3a-12@tafel.example", 2, "CONFIRMED"), (read.Uid, read.Sequence, read.Status));
        Assert.Equal("Tafel: ‘Arbeid’, één", read.Summary);
        Assert.Equal("Het Huis, zaal 3", read.Location);
        Assert.Equal("Regel 1\nRegel 2; met, tekens \\ en \"aanhaling\"", read.Description);
        Assert.Equal(
            new ReadMoment
            {
                Local = "2026-12-03T14:00:00",
                Utc = "2026-12-03T13:00:00Z",
                Zone = "Europe/Amsterdam",
            },
            read.Start
        );
        Assert.Equal("2026-12-03T15:00:00Z", read.End.Utc);
        Assert.Equal("2026-11-22T09:00:00Z", read.Stamp.Utc);
        Assert.Equal(("mailto:dana@hogeschool.example", "Dana de Wit"), (read.Organizer.Address, read.Organizer.Name));
        Assert.Equal(
            new ReadPerson("mailto:anna@deelnemer.example", "Anna", "ACCEPTED", "FALSE"),
            Assert.Single(read.Attendees)
        );
    }

    [ReaderFact]
    public void A_cancellation_says_so_twice()
    {
        var part = Writer.Write(
            Drafts.Entry with
            {
                Method = CalendarMethod.Cancel,
                Sequence = 3,
                Location = null,
                Description = null,
            }
        );
        var read = RigFiles.ReadCalendar(part.Text);

        Assert.Equal(("CANCEL", "CANCEL", "CANCELLED", 3), (part.Method, read.Method, read.Status, read.Sequence));
        Assert.DoesNotContain("LOCATION", read.EventProperties);
    }

    [ReaderTheory]
    [InlineData("Europe/Amsterdam", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")]
    [InlineData("America/New_York", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11")]
    [InlineData("America/Paramaribo")]
    [InlineData("Asia/Kolkata")]
    public void The_zone_in_the_file_agrees_with_the_zone_of_the_machine(string zoneId, params string[] rules)
    {
        var zone = Assert.Single(RigFiles.ReadCalendar(Writer.Write(Drafts.Entry with { ZoneId = zoneId }).Text).Zones);

        Assert.Equal(zoneId, zone.Id);
        Assert.Equal(rules, zone.Rules);
        var expected = Enumerable
            .Range(1, 12)
            .ToDictionary(
                month => month,
                month =>
                    (int)
                        TimeZoneInfo
                            .FindSystemTimeZoneById(zoneId)
                            .GetUtcOffset(new DateTime(2026, month, 15, 14, 0, 0))
                            .TotalMinutes
            );
        Assert.Equal(expected, zone.Offsets);
    }

    [ReaderFact]
    public void A_zone_without_a_yearly_rule_is_written_change_by_change()
    {
        var read = RigFiles.ReadCalendar(Writer.Write(Drafts.Entry with { ZoneId = "Africa/Casablanca" }).Text);
        Assert.Empty(Assert.Single(read.Zones).Rules);
        Assert.Equal("2026-12-03T13:00:00Z", read.Start.Utc);
    }

    [Fact]
    public void The_dutch_zone_is_written_as_every_program_knows_it()
    {
        var text = Writer.Write(Drafts.Entry).Text;
        Assert.Equal(
            ["BEGIN:DAYLIGHT", "DTSTART:19700329T020000", "END:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"],
            PartOf(text, "DAYLIGHT")
        );
        Assert.Equal(
            ["BEGIN:STANDARD", "DTSTART:19701025T030000", "END:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100"],
            PartOf(text, "STANDARD")
        );
    }

    /// <summary>The lines of one half of the zone, without the rule, which other tests read.</summary>
    private static IEnumerable<string> PartOf(string text, string name)
    {
        var lines = text.Split("\r\n").ToList();
        return lines[lines.IndexOf("BEGIN:" + name)..(lines.IndexOf("END:" + name) + 1)]
            .Where(line => !line.StartsWith("RRULE:", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    [ReaderTheory]
    [InlineData("2026-10-24T22:30:00Z")] // the night in which 02:30 comes twice
    [InlineData("2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T01:30:00Z")]
    [InlineData("2027-03-28T00:30:00Z")] // the night in which 02:30 does not exist
    [InlineData("2027-03-28T01:00:00Z")]
    [InlineData("2027-07-01T12:00:00Z")]
    public void A_moment_near_a_clock_change_reads_back_as_the_same_moment(string start)
    {
        var at = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        Assert.Equal(
            start,
            RigFiles.ReadCalendar(Writer.Write(Drafts.Entry with { Start = at, End = at.AddHours(2) }).Text).Start.Utc
        );
    }

    [ReaderTheory]
    [MemberData(nameof(Drafts.Hostile), MemberType = typeof(Drafts))]
    public void Hostile_text_adds_no_property_and_no_attendee(string hostile)
    {
        var baseline = RigFiles.ReadCalendar(Writer.Write(Drafts.Entry).Text);
        var text = Writer
            .Write(
                Drafts.Entry with
                {
                    Summary = hostile,
                    Location = hostile,
                    Description = hostile + "\nEND:VEVENT\r\nBEGIN:VALARM",
                    Organizer = Drafts.Entry.Organizer with { Name = hostile + "^n\":mailto:evil@x.example" },
                    Attendee = Drafts.Entry.Attendee with { Name = hostile },
                }
            )
            .Text;

        AssertLinesAreSafe(text);
        var read = RigFiles.ReadCalendar(text);
        Assert.Empty(read.Errors);
        Assert.Equal((1, baseline.Method), (read.Events, read.Method));
        Assert.Equal(baseline.EventProperties, read.EventProperties);
        Assert.Equal(baseline.CalendarProperties, read.CalendarProperties);
        Assert.Equal("mailto:dana@hogeschool.example", read.Organizer.Address);
        Assert.Equal("mailto:anna@deelnemer.example", Assert.Single(read.Attendees).Address);
        Assert.DoesNotContain(read.Attendees[0].Name, char.IsControl);
    }

    [Fact]
    public void Long_lines_are_folded_between_characters()
    {
        var text = Writer
            .Write(
                Drafts.Entry with
                {
                    Summary = string.Concat(Enumerable.Repeat("é€👩", 100)),
                    Description = new string('x', 1000),
                }
            )
            .Text;
        AssertLinesAreSafe(text);
        Assert.Contains(
            "SUMMARY:" + string.Concat(Enumerable.Repeat("é€👩", 100)),
            text.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(text.Split("\r\n"), line => line.Any(char.IsSurrogate) && !IsWhole(line));
    }

    private static bool IsWhole(string line) =>
        line.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);

    [Fact]
    public void A_person_without_a_valid_address_is_refused() =>
        Assert.Throws<FormatException>(() =>
            Writer.Write(Drafts.Entry with { Attendee = new Mailbox("a@b.example\r\nX: y") })
        );

    private static void AssertLinesAreSafe(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain(lines, line => line.Any(c => char.IsControl(c) && c != '\t'));
    }
}
