using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Microsoft.EntityFrameworkCore;
using static Dialoogtafel.Web.Tests.Scenario.WrittenTables;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>
/// What came of the chain, read from what is stored and from the mails, and where it differs from <c>Chain.md</c>.
/// </summary>
public sealed class ChainOutcome(ChainStory story)
{
    private static readonly string[] Unasked =
    [
        "uitnodiging",
        "herinnering",
        "praktisch",
        "vragen-vooraf",
        "vragen-herinnering",
        "bedankt",
        "verslag",
        "contactlijst",
        "actie-toegewezen",
        "actie-vraag",
        "nieuwsbrief",
    ];

    /// <summary>Every link of the chain, in order.</summary>
    public static IReadOnlyList<string> Links { get; } =
    [
        "werving",
        "voorbereid",
        "afzegging",
        "programma",
        "programma op papier",
        "aanwezig",
        "notities",
        "terugblik",
        "verslag van Amina",
        "verslag van Mo",
        "verslag op papier",
        "contactlijst",
        "acties",
        "acties aan het eind",
        "nieuwsbrief",
        "openbaar",
        "gewist",
    ];

    public async Task<IReadOnlyList<string>> DifferencesAsync() =>
        [
            .. await PeopleAsync(),
            .. await ListAsync(),
            .. await ActionsAsync(),
            .. await MailsAsync(),
            .. await RemovedAsync(),
        ];

    private async Task<IReadOnlyList<string>> PeopleAsync()
    {
        var differences = new List<string>();
        foreach (var person in Chain.People.Where(person => person.FirstName != "Carla"))
        {
            var there = await story.Db(db =>
                db.Attendances.Where(item =>
                        db.Persons.Any(own => own.Id == item.PersonId && own.FirstName == person.FirstName)
                    )
                    .Select(item => (Presence?)item.Presence)
                    .SingleOrDefaultAsync()
            );
            var reports = await story.Db(db =>
                db.Mails.CountAsync(mail =>
                    mail.Kind == "verslag"
                    && mail.State == MailState.Sent
                    && db.Persons.Any(own => own.Id == mail.PersonId && own.FirstName == person.FirstName)
                )
            );
            differences.AddRange(
                Different(
                    person.Name,
                    ("there", person.There == true, there == Presence.Present),
                    ("report", person.Report == "mail" ? 1 : 0, reports)
                )
            );
        }

        return differences;
    }

    /// <summary>The mail with the list holds exactly what was given.</summary>
    private async Task<IReadOnlyList<string>> ListAsync()
    {
        var text = await story.MailOfAsync("contactlijst", "Amina");
        var differences = new List<string>();
        foreach (var (at, person) in Chain.People.Index())
        {
            differences.AddRange(
                Different(
                    $"{person.Name} on the list",
                    ("naam", person.Gives.Contains("naam"), text.Contains(person.Name, StringComparison.Ordinal)),
                    (
                        "e-mail",
                        person.Gives.Contains("e-mail"),
                        text.Contains($"{person.FirstName.ToLowerInvariant()}@", StringComparison.Ordinal)
                    ),
                    (
                        "telefoon",
                        person.Gives.Contains("telefoon"),
                        text.Contains($"555 02 {at + 1:000}", StringComparison.Ordinal)
                    )
                )
            );
        }

        return differences;
    }

    private async Task<IReadOnlyList<string>> ActionsAsync()
    {
        var actions = await story.Db(db => db.Actions.AsNoTracking().ToListAsync());
        return
        [
            .. Chain.Actions.SelectMany(wanted =>
                Different(
                    wanted.Text,
                    (
                        "ends",
                        wanted.Ends,
                        actions.Single(item => item.Text == wanted.Text).End switch
                        {
                            ActionEnd.Done => "klaar",
                            ActionEnd.Stopped => "gestopt",
                            _ => "open",
                        }
                    )
                )
            ),
        ];
    }

    /// <summary>
    /// At most one unasked mail a person a day, at most four about an action, and none is lost or left behind.
    /// </summary>
    private async Task<IReadOnlyList<string>> MailsAsync()
    {
        var mails = await story.Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail => mail.State != MailState.Dropped && mail.State != MailState.Recalled)
                .ToListAsync()
        );
        var unasked = mails.Where(mail =>
            Unasked.Contains(mail.Kind) && mail is { PersonId: not null, SentAt: not null }
        );
        return
        [
            .. mails.Where(mail => mail.State != MailState.Sent).Select(mail => $"{mail.Kind} is {mail.State}"),
            .. unasked
                .GroupBy(mail => (mail.PersonId, mail.SentAt!.Value.AddHours(1).Date))
                .Where(day => day.Count() > 1)
                .Select(day =>
                    $"person {day.Key.PersonId} got {string.Join(" and ", day.Select(mail => mail.Kind))} "
                    + $"on {day.Key.Date:d MMM}"
                ),
            .. mails
                .Where(mail => mail.ActionId is not null && Unasked.Contains(mail.Kind))
                .GroupBy(mail => mail.ActionId)
                .Where(action => action.Count() > 4)
                .Select(action => $"{action.Count()} mails about action {action.Key}"),
        ];
    }

    private async Task<IReadOnlyList<string>> RemovedAsync() =>
        await story.Db(db =>
            db.Persons.AnyAsync(item =>
                item.FirstName == "Carla" || item.LastName == "Jansen" || item.Email == "carla@deelnemer.test"
            )
        )
            ? ["Carla is still there"]
            : [];
}
