using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.Welcome;

/// <summary>
/// What the first organiser of an empty installation brings along: herself, her organisation, an account, a project and
/// her roles in it.
/// </summary>
public static class FirstTeam
{
    /// <summary>Purpose of a fresh project, in our own plain words. Fits after "Ons doel:".</summary>
    public const string Purpose =
        "mensen met hersenletsel en hun naasten kunnen beter meedoen: op het werk, op school, thuis en in de buurt";

    /// <summary>The guiding questions of a fresh project, one a line, in our own plain words .</summary>
    public const string GuidingQuestions = """
        Wat houdt mensen tegen om mee te doen, gezien door iedereen die aan tafel zit?
        Wat gaat er al goed, en waarom lukt het daar?
        Wat kunnen wij samen doen, zodat meer mensen kunnen meedoen?
        """;

    /// <summary>Adds it all to the running transaction and saves. Commit is the caller's.</summary>
    public static async Task<TeamAccount> AddAsync(
        DialoogtafelDb db,
        WelcomeForm form,
        string stamp,
        DateTime now,
        CancellationToken stop
    )
    {
        var organisation = new Organisation { Name = form.Organisation!.Trim() };
        var person = new Person
        {
            FirstName = form.FirstName!.Trim(),
            LastName = form.LastName!.Trim(),
            Email = form.Email,
            Phone = form.Phone!.Trim(),
            Organisation = organisation,
            CreatedAt = now,
        };
        var project = new Project
        {
            Name = $"Dialoogtafels {organisation.Name}",
            Purpose = Purpose,
            GuidingQuestions = GuidingQuestions,
            Organisations = organisation.Name,
            CreatedAt = now,
        };
        db.AddRange(person, project);
        await db.SaveChangesAsync(stop);

        var account = Account(person, stamp);
        db.Add(account);
        db.Memberships.AddRange(
            new TeamMembership
            {
                PersonId = person.Id,
                ProjectId = project.Id,
                Role = TeamRole.Organiser,
                From = now,
            },
            new TeamMembership
            {
                PersonId = person.Id,
                Role = TeamRole.Administrator,
                From = now,
            }
        );
        db.RoleAssignments.Add(
            new RoleAssignment
            {
                PersonId = person.Id,
                ProjectId = project.Id,
                Role = ParticipationRole.CoResearcher,
                From = now,
                Reason = "begon het project",
            }
        );
        var settings = await db.Installation.SingleAsync(stop);
        (settings.OrganisationName, settings.Phone) = (organisation.Name, person.Phone);
        settings.MailFrom = settings.MailFrom.Length == 0 ? person.Email! : settings.MailFrom;
        await db.SaveChangesAsync(stop);
        return account;
    }

    private static TeamAccount Account(Person person, string stamp)
    {
        var address = person.Email!;
        return new TeamAccount
        {
            PersonId = person.Id,
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            EmailConfirmed = false,
            SecurityStamp = stamp,
        };
    }
}
