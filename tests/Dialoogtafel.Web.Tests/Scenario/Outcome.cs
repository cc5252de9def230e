using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using static Dialoogtafel.Web.Tests.Scenario.WrittenTables;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>Reads what came of the story, from pages and database, and says where it differs from the table.</summary>
public sealed class Outcome(Story story)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Each difference as one line with the moment and the column.</summary>
    public async Task<IReadOnlyList<string>> CountsAsync(string moment)
    {
        var wanted = Expected.Moments.Single(item => item.Name == moment);
        var board = await PageAsync($"/bijeenkomsten/{story.Table}/werving");
        var meters = board.QuerySelectorAll(".meter b").Select(meter => Number(meter.Words())).ToList();
        var calls = string.Join(", ", (await CallsAsync()).Keys.Select(name => name.Split(' ')[0]));
        int Column(string label) =>
            board.QuerySelectorAll($"td[data-label='{label}']").Sum(cell => Number(cell.Words()));
        return Different(
            moment,
            ("approached", wanted.Approached, meters[0]),
            ("approached by party", wanted.Approached, Column("Benaderd")),
            ("seated", wanted.Seated, meters[1]),
            ("ja by party", wanted.Seated, Column("Ja")),
            (
                "seats in the database",
                wanted.Seated,
                await story.Db(db => db.Invitations.CountAsync(item => item.SeatedAt != null))
            ),
            ("maybe", wanted.Maybe, Column("Misschien")),
            ("no", wanted.No, Column("Nee")),
            ("thinks along", wanted.ThinksAlong, Column("Denkt mee")),
            ("no answer", wanted.Silent, Column("Geen antwoord")),
            ("to call", wanted.ToCall, calls)
        );
    }

    /// <summary>
    /// Each difference as one line with the person and the column; also who stands on a page and not in the table.
    /// </summary>
    public async Task<IReadOnlyList<string>> PeopleAsync()
    {
        var board = Board(await PageAsync($"/bijeenkomsten/{story.Table}/werving"));
        var calls = await CallsAsync();
        var differences = new List<string>();
        foreach (var person in Expected.People)
        {
            var myTable = await MyTableAsync(person);
            var (party, state) = board.GetValueOrDefault(person.Name, ("", ""));
            differences.AddRange(
                Different(
                    person.Name,
                    ("party", person.Party, party),
                    ("board", person.Board, state),
                    ("chair", person.Chair, await HasChairAsync(person)),
                    ("mails", person.Mails, await MailsAsync(person)),
                    ("calendar", person.Calendar, await CalendarAsync(person)),
                    ("heading", person.Heading, myTable.QuerySelector("h1")!.Words()),
                    ("greeting", true, myTable.Words().Contains($"Dag {person.FirstName}.", StringComparison.Ordinal)),
                    (
                        "old date",
                        person.OldDate,
                        myTable
                            .Words()
                            .Contains("Eerst was het donderdag 3 december, 14.00 uur", StringComparison.Ordinal)
                    ),
                    ("to call", person.ToCall, calls.GetValueOrDefault(person.Name, ""))
                )
            );
        }

        var known = Expected.People.Select(person => person.Name).ToHashSet();
        return
        [
            .. differences,
            .. board
                .Keys.Concat(calls.Keys)
                .Where(name => !known.Contains(name))
                .Select(name => $"{name} stands on a page and not in the table"),
        ];
    }

    /// <summary>Name → party and the first word beside the name.</summary>
    private static Dictionary<string, (string Party, string State)> Board(IHtmlDocument page) =>
        page.QuerySelectorAll("section .person")
            .ToDictionary(
                row => row.QuerySelector(".person-name a")!.Words(),
                row => (row.Closest("section")!.QuerySelector("h2")!.Words(), row.QuerySelector(".state")!.Words())
            );

    /// <summary>Name → why, in the order of the list.</summary>
    private async Task<Dictionary<string, string>> CallsAsync() =>
        (await PageAsync("/te-bellen"))
            .QuerySelectorAll(".calls > li:has(h2)")
            .ToDictionary(row => row.QuerySelector("h2")!.Words(), row => row.QuerySelector("h2 + p")!.Words());

    private async Task<IHtmlDocument> MyTableAsync(ExpectedPerson person) =>
        await (await story.OpenLinkAsync(person.FirstName)).PageAsync();

    private Task<bool> HasChairAsync(ExpectedPerson person) =>
        story.Db(db =>
            db.Invitations.AnyAsync(item => item.Person!.FirstName == person.FirstName && item.SeatedAt != null)
        );

    private async Task<string> MailsAsync(ExpectedPerson person)
    {
        var mails = await story.Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail =>
                    mail.State != MailState.Dropped
                    && db.Persons.Any(item => item.Id == mail.PersonId && item.FirstName == person.FirstName)
                )
                .OrderBy(mail => mail.SentAt)
                .ThenBy(mail => mail.QueuedAt)
                .Select(mail => new
                {
                    mail.Kind,
                    mail.State,
                    mail.SentAt,
                    mail.QueuedAt,
                })
                .ToListAsync()
        );
        return string.Join(
            ", ",
            mails.Select(mail =>
                LocalTime
                    .ToLocal(mail.SentAt ?? mail.QueuedAt, Amsterdam)
                    .ToString("d-M ", CultureInfo.InvariantCulture)
                + mail.Kind
                + (mail.State == MailState.Sent ? "" : $" ({mail.State})")
            )
        );
    }

    private async Task<string> CalendarAsync(ExpectedPerson person)
    {
        var entries = await story.Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail =>
                    mail.State == MailState.Sent
                    && mail.Entry != null
                    && db.Persons.Any(item => item.Id == mail.PersonId && item.FirstName == person.FirstName)
                )
                .OrderBy(mail => mail.SentAt)
                .ToListAsync()
        );
        return string.Join(
            ", ",
            entries.Select(mail =>
                mail.Entry == CalendarChange.Put
                    ? LocalTime.ToLocal(mail.Tells!.StartsAt, Amsterdam).ToString("d-M", CultureInfo.InvariantCulture)
                    : "out"
            )
        );
    }

    private async Task<IHtmlDocument> PageAsync(string path)
    {
        await story.Organiser.GoAsync(path);
        return await story.Organiser.PageAsync();
    }

    private static int Number(string words) => int.Parse(words.Split(' ', ',')[0], CultureInfo.InvariantCulture);
}
