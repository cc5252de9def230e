using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Erasing;

/// <summary>
/// Removes what is known of one person (S61): from every table, the outbox, the local mailbox and the write-ahead log.
/// What stays is a row without a name, so that the numbers of tables that have been stay true. Every subject lets go
/// itself (<see cref="IForgets"/>): chairs at tables to come are given back first; a run that is killed half-way leaves
/// a person off those lists, and a second run finishes it.
/// </summary>
public sealed class Eraser(DialoogtafelDb db, IEnumerable<IForgets> subjects, MailFiles files)
{
    /// <returns>False when there is no such person, or nothing left of them.</returns>
    /// <exception cref="DomainRuleException">The person works in the team; the membership must end first.</exception>
    public async Task<bool> EraseAsync(int personId, Hand by, DateTime now, CancellationToken stop)
    {
        if (await db.Memberships.AnyAsync(item => item.PersonId == personId && item.Until == null, stop))
        {
            throw new DomainRuleException(
                "Deze persoon werkt mee in het team. Beëindig eerst het lidmaatschap op de pagina Team."
            );
        }

        if (!await db.Persons.AnyAsync(item => item.Id == personId && item.ErasedAt == null, stop))
        {
            return false;
        }

        foreach (var subject in subjects)
        {
            await subject.LeaveAsync(personId, by, now, stop);
        }

        files.Delete(await ForgetAsync(personId, now, stop));
        // Deleted rows are overwritten in the database by secure_delete; the log of writes still holds them until it is
        // emptied.
        await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", stop);
        return true;
    }

    /// <summary>One transaction. Gives the Message-IDs of the mails that went.</summary>
    private async Task<IReadOnlyList<string>> ForgetAsync(int personId, DateTime now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginWriteAsync(stop);
        var person = await db.Persons.Include(item => item.Organisation).SingleAsync(item => item.Id == personId, stop);
        var erasure = new Erasure(person, now);
        foreach (var subject in subjects)
        {
            await subject.ForgetAsync(erasure, stop);
        }

        await ForgetPersonAsync(erasure, stop);
        await db.SaveChangesAsync(stop);
        foreach (var subject in subjects)
        {
            await subject.AfterwardsAsync(erasure, stop);
        }

        await transaction.SaveAsync(stop);
        return erasure.Letters;
    }

    /// <summary>The last: what the others went by is gone with it.</summary>
    private async Task ForgetPersonAsync(Erasure erasure, CancellationToken stop)
    {
        var (person, organisation) = (erasure.Person, erasure.Person.Organisation);
        var mails = db.Mails.Where(mail => mail.PersonId == person.Id);
        erasure.Letters.AddRange(await mails.Select(mail => mail.MessageId).ToListAsync(stop));
        await mails.ExecuteDeleteAsync(stop);
        await db.Links.Where(item => item.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.Consents.Where(item => item.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.RoleAssignments.Where(item => item.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.PersonPerspectives.Where(item => item.PersonId == person.Id).ExecuteDeleteAsync(stop);
        person.Erase(erasure.Now);
        if (
            organisation is not null
            && !await db.Persons.AnyAsync(item => item.OrganisationId == organisation.Id && item.Id != person.Id, stop)
        )
        {
            db.Organisations.Remove(organisation);
        }
    }
}
