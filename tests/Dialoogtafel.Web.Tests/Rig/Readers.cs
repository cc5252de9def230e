using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>People who get the news of a project, made straight in the database.</summary>
public static class Readers
{
    public static Task<List<int>> ReadersAsync(this World world, params string[] names) =>
        world.ReadersAsync(ParticipationRole.Public, names);

    public static async Task<List<int>> ReadersAsync(this World world, ParticipationRole role, params string[] names) =>
        await world.Site.Db(async db =>
        {
            var now = world.Site.Clock.Utc;
            var people = names
                .Select(name => new Person
                {
                    FirstName = name,
                    Email = $"{name.ToLowerInvariant()}@lezer.example",
                    CreatedAt = now,
                })
                .ToList();
            db.Persons.AddRange(people);
            await db.SaveChangesAsync();
            db.Consents.AddRange(
                people.Select(person => new ConsentRecord
                {
                    PersonId = person.Id,
                    ProjectId = world.Project,
                    Purpose = ConsentPurpose.Newsletter,
                    TextVersion = "proef",
                    Channel = ConsentChannel.Page,
                    GivenAt = now,
                })
            );
            db.RoleAssignments.AddRange(
                people.Select(person => new RoleAssignment
                {
                    PersonId = person.Id,
                    ProjectId = world.Project,
                    Role = role,
                    From = now,
                    Reason = "vroeg om nieuws",
                })
            );
            await db.SaveChangesAsync();
            return people.ConvertAll(person => person.Id);
        });

    /// <summary>An issue that leaves at this moment, UTC.</summary>
    public static async Task<int> IssueAsync(
        this World world,
        DateTime? at,
        string body = "Er is een rustige kamer."
    ) =>
        await world.Site.Db(async db =>
        {
            var issue = new NewsletterIssue
            {
                ProjectId = world.Project,
                Title = "Wat er gebeurde",
                Body = body,
                CreatedAt = world.Site.Clock.Utc,
            };
            if (at is { } moment)
            {
                issue.Schedule(moment, world.OrganiserPerson, moment);
            }

            db.NewsletterIssues.Add(issue);
            await db.SaveChangesAsync();
            return issue.Id;
        });
}
