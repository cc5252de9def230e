using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;

/// <summary>
/// "Haal mij overal weg", from a page that is not about one table: the same as "haal mij van de lijst" on Mijn tafel.
/// </summary>
public sealed class RemovalDesk(
    DialoogtafelDb db,
    AnswerDesk answers,
    ContactListDesk lists,
    MailOutbox outbox,
    Installation installation
)
{
    /// <param name="project">Whose organisers are told.</param>
    public async Task AskAsync(int personId, int project, DateTime now, CancellationToken stop)
    {
        var open = await db
            .Invitations.AsNoTracking()
            .Where(item =>
                item.PersonId == personId
                && item.WithdrawnAt == null
                && item.ApproachedAt != null
                && item.Gathering!.CancelledAt == null
                && item.Gathering.StartsAt > now
            )
            .OrderBy(item => item.Gathering!.StartsAt)
            .FirstOrDefaultAsync(stop);
        if (open is not null)
        {
            await answers.AskRemovalAsync(open.GatheringId, open.Id, now, stop);
            return;
        }

        await using var write = await db.BeginWriteAsync(stop);
        var person = await db.Persons.SingleAsync(item => item.Id == personId, stop);
        if (person.RemovalRequestedAt is not null)
        {
            return;
        }

        person.AskRemoval(now);
        var settings = await installation.ReadAsync(stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new ErasingMail
                {
                    FirstName = person.FirstName,
                    Contact = settings.OrganisationName,
                    Phone = settings.Phone,
                },
                To = person,
                Key = FormattableString.Invariant($"{ErasingMail.Name}:persoon:{person.Id}"),
            },
            stop
        );
        var organisers = await db
            .Persons.Where(item =>
                db.Memberships.Any(member =>
                    member.PersonId == item.Id
                    && member.ProjectId == project
                    && member.Role == TeamRole.Organiser
                    && member.Until == null
                )
            )
            .ToListAsync(stop);
        foreach (var organiser in organisers)
        {
            await outbox.AddAsync(
                new Letter
                {
                    Text = new RemovalRequestMail
                    {
                        FirstName = organiser.FirstName,
                        Link = installation.Link(settings, FormattableString.Invariant($"personen/{person.Id}")),
                    },
                    To = organiser,
                    Key = FormattableString.Invariant($"weghalen-team:persoon:{person.Id}:{organiser.Id}"),
                },
                stop
            );
        }

        await db.SaveChangesAsync(stop);
        await lists.SyncAsync(now, stop);
        await write.SaveAsync(stop);
    }
}
