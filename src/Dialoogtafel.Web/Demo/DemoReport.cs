using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// What came of the table of two months ago: who was there, notes, the report as it was sent, and what three people
/// give for the contact list.
/// </summary>
internal sealed class DemoReport(
    DialoogtafelDb db,
    DemoWorld world,
    DemoClock clock,
    LinkDesk links,
    FieldCipher cipher
)
{
    private static readonly (string First, string Last, PerspectiveKind Kind, FetchOutcome? Got)[] Others =
    [
        ("Lotte", "Aalbers", PerspectiveKind.LivedExperience, FetchOutcome.Yes),
        ("Omar", "Idrissi", PerspectiveKind.LivedExperience, FetchOutcome.Partly),
        ("Ria", "Snel", PerspectiveKind.Relative, null),
    ];

    private static readonly (NoteKind Kind, string Words)[] Notes =
    [
        (NoteKind.Success, "Bij de wandelgroep mag iedereen in het eigen tempo"),
        (NoteKind.Success, "De bibliotheek heeft al een stil uur"),
        (NoteKind.Chance, "Een maatje maakt de eerste keer makkelijker"),
        (NoteKind.Problem, "Trainers weten niet wat iemand met hersenletsel nodig heeft"),
        (NoteKind.Problem, "Na een half uur is het te druk in de kantine"),
        (NoteKind.Solution, "Een proefles op een rustig moment"),
        (NoteKind.Insight, "Vooraf weten wanneer u even weg mag, scheelt het meest"),
    ];

    private const string Text = """
        ## Waar het over ging

        De tafel ging over sporten en meedoen bij een vereniging.

        ## Dit komt eerst

        1. Een maatje maakt de eerste keer makkelijker
        2. Trainers weten niet wat iemand met hersenletsel nodig heeft

        ## Successen

        - Bij de wandelgroep mag iedereen in het eigen tempo
        - De bibliotheek heeft al een stil uur

        ## Wat wij afspraken

        - **Een proefles regelen bij de zwemclub** (Bea)
        - **Een maatje zoeken voor de eerste keer sporten** (Gemeente)
        - **Een bankje aanvragen bij het sportveld** (nog niemand)

        ## Hoe het verder gaat

        Wij vragen na drie weken hoe het gaat. Bel gerust eerder.
        """;

    public async Task TellAsync(CancellationToken stop)
    {
        var today = clock.Now;
        var table = await db
            .Gatherings.Include(item => item.Series)
            .Where(item => item.StartsAt < today.UtcDateTime)
            .OrderByDescending(item => item.StartsAt)
            .FirstAsync(stop);
        var at = table.StartsAt!.Value;
        var people = await InviteAsync(table, stop);
        clock.Now = new DateTimeOffset(at.AddHours(3), TimeSpan.Zero);
        foreach (var (person, _) in people)
        {
            Tick(table, person.Id);
        }

        Tick(table, table.ProcessFacilitatorId!.Value);
        Tick(table, table.ContentFacilitatorId!.Value);
        LookBack(table, people);
        Write(table);
        await links.ForAsync(LinkPurpose.Report, people[0].Person.Id, table.Id, null, clock.Utc, stop);
        clock.Now = today;
        await db.SaveChangesAsync(stop);
    }

    private async Task<List<(Person Person, Invitation Invitation)>> InviteAsync(
        Gathering table,
        CancellationToken stop
    )
    {
        var before = new Hand(ContactChannel.Phone, world.Organiser.Id);
        clock.Now = new DateTimeOffset(table.StartsAt!.Value.AddDays(-20), TimeSpan.Zero);
        var known = await db
            .Persons.Where(item => item.FirstName == "Bea" || item.FirstName == "Cas" || item.FirstName == "Greet")
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        var people = known.ConvertAll(person => (Person: person, Perspective: world.Parties["Gemeente"]));
        people.AddRange(
            Others.Select(item =>
                (
                    new Person
                    {
                        FirstName = item.First,
                        LastName = item.Last,
                        Email = $"{item.First.ToLowerInvariant()}@voorbeeld.example",
                        CreatedAt = clock.Utc,
                    },
                    world.Parties.Values.First(party => party.Kind == item.Kind)
                )
            )
        );
        var invitations = people.ConvertAll(item =>
            (
                item.Person,
                Invitation: new Invitation
                {
                    GatheringId = table.Id,
                    Gathering = table,
                    PersonId = item.Person.Id,
                    Person = item.Person,
                    PerspectiveId = item.Perspective.Id,
                    ApproacherId = world.Organiser.Id,
                    ViaWhom = "Marieke van het team",
                    CreatedAt = clock.Utc,
                }
            )
        );
        db.AddRange(invitations.Select(item => item.Invitation));
        await db.SaveChangesAsync(stop);
        foreach (var (person, invitation) in invitations)
        {
            links.Open(person.Id, table.Id, clock.Utc);
            invitation.Approach(before, clock.Utc);
            var claims = invitations
                .Select(item => item.Invitation)
                .Where(item => item is { Answer: RsvpAnswer.Yes })
                .Select(item => new SeatClaim(
                    item.Id,
                    item.PerspectiveId,
                    item.AnsweredAt!.Value,
                    item.SeatedAt is not null
                ));
            invitation.Respond(RsvpAnswer.Yes, table, SeatPlan.Of(table, clock.Utc, claims), before, clock.Utc);
            if (
                RoleAssignment.Take(
                    [],
                    person.Id,
                    world.Project.Id,
                    ParticipationRole.Partner,
                    "ja op de uitnodiging",
                    clock.Utc
                ) is
                { } role
            )
            {
                db.RoleAssignments.Add(role);
            }
        }

        return invitations;
    }

    private void Tick(Gathering table, int person)
    {
        var attendance = new Attendance { GatheringId = table.Id, PersonId = person };
        attendance.Tick(Presence.Present, world.Organiser.Id, clock.Utc);
        db.Attendances.Add(attendance);
    }

    /// <summary>Two said on their own pages what they got; three give something for the contact list.</summary>
    private void LookBack(Gathering table, List<(Person Person, Invitation Invitation)> people)
    {
        clock.Now = clock.Now.AddDays(1);
        foreach (var (first, _, _, got) in Others.Where(item => item.Got is not null))
        {
            db.FetchChecks.Add(
                new FetchCheck
                {
                    InvitationId = people.Single(item => item.Person.FirstName == first).Invitation.Id,
                    Outcome = got!.Value,
                    At = clock.Utc,
                    Channel = ContactChannel.Page,
                }
            );
        }

        foreach (
            var (person, fields) in people
                .Select(item => item.Person)
                .Zip(
                    new HashSet<ContactField>[]
                    {
                        [ContactField.Name, ContactField.Email, ContactField.Phone],
                        [ContactField.Name],
                        [ContactField.Name, ContactField.Phone],
                    }
                )
        )
        {
            db.Consents.AddRange(
                ContactList.Change(
                    [],
                    fields,
                    new(
                        person.Id,
                        world.Project.Id,
                        table.Id,
                        "contactlijst-1",
                        ConsentChannel.InPerson,
                        world.Organiser.Id
                    ),
                    clock.Utc
                )
            );
        }
    }

    private void Write(Gathering table)
    {
        foreach (var (kind, words) in Notes)
        {
            db.TableNotes.Add(
                new TableNote
                {
                    GatheringId = table.Id,
                    Kind = kind,
                    Words = cipher.Seal(words),
                    At = clock.Utc,
                    ById = table.ProcessFacilitatorId!.Value,
                }
            );
        }

        var notes = db.TableNotes.Local.Where(item => item.GatheringId == table.Id).ToList();
        TableNote.Prioritise(notes, notes[2], true);
        TableNote.Prioritise(notes, notes[3], true);
        var report = new TableReport { GatheringId = table.Id, MadeAt = clock.Utc };
        report.Write(cipher.Seal(Text), world.Organiser.Id, clock.Utc);
        foreach (var facilitator in report.Missing(table))
        {
            report.Agree(table, facilitator, facilitator, null, clock.Utc);
        }

        report.Send(table, clock.Utc);
        db.TableReports.Add(report);
    }
}
