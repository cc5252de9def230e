using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Demo;

/// <summary>The made-up organisation: its team, project, place, and a series Arbeid with two tables.</summary>
internal sealed class DemoWorld
{
    public const string OrganiserMail = "marieke@team.example";
    public const string CoResearcherMail = "samir@team.example";

    /// <summary>Process facilitator of every table: she reads what people prepare.</summary>
    public const string FacilitatorMail = "els@team.example";

    public required Person Organiser { get; init; }
    public required Person CoResearcher { get; init; }
    public required Project Project { get; init; }
    public required Gathering FirstTable { get; init; }
    public required IReadOnlyDictionary<string, Perspective> Parties { get; init; }

    public static async Task<DemoWorld> MakeAsync(
        DialoogtafelDb db,
        DateTime now,
        TimeZoneInfo zone,
        CancellationToken stop
    )
    {
        var installation = await db.Installation.SingleAsync(stop);
        (installation.OrganisationName, installation.Phone, installation.MailFrom) = (
            "Stichting Samen aan Tafel",
            "085-5550100",
            "tafel@samenaantafel.example"
        );
        var began = now.AddDays(-30);
        var organisation = new Organisation { Name = "Stichting Samen aan Tafel" };
        Person Member(string first, string last, string mail, string phone) =>
            new()
            {
                FirstName = first,
                LastName = last,
                Email = mail,
                Phone = phone,
                Organisation = organisation,
                CreatedAt = began,
            };
        var marieke = Member("Marieke", "de Graaf", OrganiserMail, "06-55500001");
        var samir = Member("Samir", "Aziz", CoResearcherMail, "06-55500002");
        var els = Member("Els", "Vermeer", FacilitatorMail, "06-55500003");
        var joost = Member("Joost", "Claessen", "joost@team.example", "06-55500004");
        var hanneke = Member("Hanneke", "Oosterhof", "hanneke@team.example", "06-55500005");
        samir.LimitedLoad = true;
        var project = new Project
        {
            Name = "Meedoen met hersenletsel",
            Purpose = "Samen zoeken hoe werken met hersenletsel beter kan",
            CreatedAt = began,
            TargetGroup = "Mensen met hersenletsel en de mensen om hen heen",
            Organisations = "Stichting Samen aan Tafel",
            GuidingQuestions = "Wat helpt om werk te vinden?\nWat helpt om werk te houden?",
            StartsOn = DateOnly.FromDateTime(began),
            PartnersDecide = true,
        };
        db.AddRange(marieke, samir, els, joost, hanneke, project);
        await db.SaveChangesAsync(stop);

        AddTeam(
            db,
            began,
            project,
            (marieke, TeamRole.Organiser),
            (samir, TeamRole.CoResearcher),
            (els, TeamRole.Facilitator),
            (joost, TeamRole.Facilitator),
            (hanneke, TeamRole.Facilitator)
        );
        // As whoever sets up a real site.
        db.Memberships.Add(
            new TeamMembership
            {
                PersonId = marieke.Id,
                Role = TeamRole.Administrator,
                From = began,
            }
        );
        db.RoleAssignments.Add(
            new RoleAssignment
            {
                PersonId = samir.Id,
                ProjectId = project.Id,
                Role = ParticipationRole.CoResearcher,
                From = began,
                Reason = "lid van het onderzoeksteam",
            }
        );
        var domain = await db
            .LifeDomains.Include(item => item.Parties)
            .SingleAsync(item => item.Name == "Arbeid", stop);
        var parties = domain.Parties.ToDictionary(
            party => party.Name,
            party => new Perspective
            {
                ProjectId = project.Id,
                Name = party.Name,
                Kind = party.Kind,
            }
        );
        db.AddRange(parties.Values);
        await db.SaveChangesAsync(stop);

        var kind = await db.GatheringKinds.SingleAsync(item => item.Key == GatheringKind.Dialogue, stop);
        var series = new GatheringSeries
        {
            ProjectId = project.Id,
            LifeDomainId = domain.Id,
            Subject = "werk zoeken en houden",
            Themes = "Solliciteren\nEnergie verdelen\nPraten met collega's",
            CreatedAt = began,
        };
        var place = Place();
        // Less than three weeks away, so that the mail about the questions beforehand has left.
        var starts = new[] { Afternoon(now.AddDays(18), zone), Afternoon(now.AddDays(18 + 35), zone) };
        foreach (var start in starts)
        {
            var table = Gathering.Of(kind, series.Gatherings.Count + 1);
            (table.StartsAt, table.Location, table.ContactPersonId) = (start, place, marieke.Id);
            table.Lead(
                els.Id,
                joost.Id,
                hanneke.Id,
                new Appointer(marieke.Id, true, true, true),
                answered: false,
                began
            );
            table.Wanted.AddRange(
                domain.Parties.Select(party => new WantedSeats
                {
                    PerspectiveId = parties[party.Name].Id,
                    Wanted = party.Wanted,
                })
            );
            series.Gatherings.Add(table);
        }

        var first = series.Gatherings[0];
        (first.Purpose, first.IntendedOutcome) = (
            "Horen wat het vinden en houden van werk moeilijk en makkelijk maakt",
            "Een lijst met knelpunten en kansen die iedereen herkent"
        );
        first.Topics = "Solliciteren\nDe eerste weken op een werkplek\nEnergie over de dag";
        db.Add(series);
        await db.SaveChangesAsync(stop);
        return new DemoWorld
        {
            Organiser = marieke,
            CoResearcher = samir,
            Project = project,
            FirstTable = first,
            Parties = parties,
        };
    }

    private static void AddTeam(
        DialoogtafelDb db,
        DateTime from,
        Project project,
        params (Person Person, TeamRole Role)[] members
    )
    {
        foreach (var (person, role) in members)
        {
            var mail = person.Email!;
            db.Memberships.Add(
                new TeamMembership
                {
                    PersonId = person.Id,
                    ProjectId = project.Id,
                    Role = role,
                    From = from,
                }
            );
            db.Users.Add(
                new TeamAccount
                {
                    PersonId = person.Id,
                    UserName = mail,
                    NormalizedUserName = mail.ToUpperInvariant(),
                    Email = mail,
                    NormalizedEmail = mail.ToUpperInvariant(),
                    EmailConfirmed = true,
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                }
            );
        }
    }

    /// <summary>13.30 on the Tuesday, Wednesday or Thursday nearest to this day.</summary>
    private static DateTime Afternoon(DateTime around, TimeZoneInfo zone)
    {
        var day = LocalTime.ToLocal(around, zone).Date;
        var shift = day.DayOfWeek switch
        {
            DayOfWeek.Friday => -1,
            DayOfWeek.Saturday => -2,
            DayOfWeek.Sunday => 2,
            DayOfWeek.Monday => 1,
            _ => 0,
        };
        return LocalTime.ToUtc(day.AddDays(shift).AddHours(13.5), zone);
    }

    private static Location Place() =>
        new()
        {
            Name = "Buurthuis De Linde",
            Address = "Lindelaan 12, Voorbeeldstad",
            PublicTransport = "Bus 5 stopt voor de deur, halte Lindelaan",
            Parking = "Gratis parkeren achter het gebouw, twee plaatsen voor mensen met een kaart",
            Wheelchair = "De ingang heeft geen drempel en er is een aangepast toilet",
            QuietRoom = "Er is een rustige kamer naast de zaal, met een bank",
            SoundAndLight = "De zaal heeft vloerbedekking; het licht kan zachter",
        };
}
