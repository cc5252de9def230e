using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>
/// A mail address opens what its owner typed, so it is guarded as a key (K-F1): it moves only in a session with two
/// factors, by who recruits in a project of that person, and the move is written in the reading log. Other contact
/// facts do not ask this.
/// </summary>
public sealed class AddressChange(DialoogtafelDb db, AddressDesk desk, PersonWriter writer)
{
    /// <summary>
    /// Other capitals or a space around it are no change; nor is an address of before the rule that is left as it
    /// stands.
    /// </summary>
    public static bool Moves(Person person, ContactForm form) =>
        form.Email != person.Email && Next(form) != person.Email;

    public static bool NeedsSecondStep(Actor me) => me.TwiceAt is null;

    /// <summary>Somebody who signs in with an address is the only one who changes it.</summary>
    public Task<bool> IsSignInOfAnotherAsync(int person, Actor me, CancellationToken stop) =>
        db.Users.AnyAsync(item => item.PersonId == person && item.PersonId != me.Person.Id, stop);

    /// <summary>
    /// Whether this team member works in a project in which the person takes part, or the person takes part in none
    /// yet. Once the person answered for a table only such projects count: the other rows the team writes itself.
    /// </summary>
    public async Task<bool> SharesProjectAsync(int person, Actor me, CancellationToken stop)
    {
        var answered = await db
            .Invitations.Where(item => item.PersonId == person && item.Answer != null)
            .Select(item => item.Gathering!.Series!.ProjectId)
            .Distinct()
            .ToListAsync(stop);
        if (answered.Count > 0)
        {
            return answered.Intersect(PersonReader.ProjectsOf(me)).Any();
        }

        var projects = await db
            .Projects.Where(project =>
                db.Invitations.Any(item => item.PersonId == person && item.Gathering!.Series!.ProjectId == project.Id)
                || db.PersonPerspectives.Any(item =>
                    item.PersonId == person
                    && db.Perspectives.Any(own => own.Id == item.PerspectiveId && own.ProjectId == project.Id)
                )
                || db.RoleAssignments.Any(item => item.PersonId == person && item.ProjectId == project.Id)
                || db.Consents.Any(item => item.PersonId == person && item.ProjectId == project.Id)
                || db.Memberships.Any(item => item.PersonId == person && item.ProjectId == project.Id)
            )
            .Select(project => project.Id)
            .ToListAsync(stop);
        return projects.Count == 0 || projects.Intersect(PersonReader.ProjectsOf(me)).Any();
    }

    /// <summary>
    /// Fills in the form and saves; a changed address with all that belongs to it. To be called in a transaction.
    /// </summary>
    /// <param name="page">Where it was changed, for the reading log.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the person meanwhile.</exception>
    public async Task SaveAsync(
        Person person,
        ContactForm form,
        bool teamMember,
        Actor me,
        string page,
        DateTime now,
        CancellationToken stop
    )
    {
        IReadOnlyList<OutgoingMail> waiting = [];
        if (Moves(person, form))
        {
            waiting = await desk.LeaveAsync(person, Next(form), now, stop);
            if (me.Person.Id != person.Id)
            {
                db.ReadLog.Note(me, [person.Id], page, now);
            }
        }

        await writer.FillAsync(person, form, teamMember, stop);
        await db.SaveChangesAsync(stop);
        await desk.SendElsewhereAsync(waiting, now, stop);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The typed address as it is stored; null when there is none.</summary>
    public static string? Next(ContactForm form) => MailAddress.Read(form.Email).Address;
}
