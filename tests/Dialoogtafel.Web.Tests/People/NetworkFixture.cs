using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>People with their parties and roles.</summary>
public abstract class NetworkFixture : IDisposable
{
    protected readonly Site site = new();

    public void Dispose() => site.Dispose();

    protected Task<int> PersonAsync(string firstName, string lastName) =>
        site.Db(async db =>
        {
            var person = new Person
            {
                FirstName = firstName,
                LastName = lastName,
                CreatedAt = site.Clock.Utc,
            };
            db.Persons.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });

    protected Task<int> KnownAsync(int project, string name, PerspectiveKind kind, params int[] people) =>
        site.Db(async db =>
        {
            var perspective = new Perspective
            {
                ProjectId = project,
                Name = name,
                Kind = kind,
            };
            db.Perspectives.Add(perspective);
            await db.SaveChangesAsync();
            db.PersonPerspectives.AddRange(
                people.Select(person => new PersonPerspective
                {
                    PersonId = person,
                    PerspectiveId = perspective.Id,
                    AccordingTo = "Anna",
                })
            );
            await db.SaveChangesAsync();
            return perspective.Id;
        });

    protected Task RoleAsync(int project, int person, ParticipationRole role, string reason = "belde") =>
        site.Db(async db =>
        {
            db.RoleAssignments.Add(
                new RoleAssignment
                {
                    PersonId = person,
                    ProjectId = project,
                    Role = role,
                    From = site.Clock.Utc,
                    Reason = reason,
                }
            );
            await db.SaveChangesAsync();
        });
}
