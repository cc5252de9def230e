using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Newsletter.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter;

/// <summary>
/// Who gets the news of a project: a running consent for it, and nothing beside that. To be called in a write
/// transaction of the caller, who saves; only the number of a new link is saved here, because it stands in the mail.
/// </summary>
public sealed class Subscriptions(DialoogtafelDb db, LinkDesk links, MailOutbox outbox, Installation installation)
{
    /// <summary>Of the words beside the tick: news of this project by mail, can be stopped at any time.</summary>
    public const string TextVersion = "nieuws-2026-11";

    /// <summary>
    /// They said on a page of their own that they want the news. Somebody without a role in the project becomes
    /// publiek; who has one keeps it. A mail tells how to stop.
    /// </summary>
    /// <param name="person">Tracked, with their number.</param>
    /// <param name="reason">Of the role, in a few plain words.</param>
    /// <returns>False when they get it already.</returns>
    public async Task<bool> StartAsync(
        Person person,
        Project project,
        string reason,
        DateTime now,
        CancellationToken stop
    )
    {
        var before = await db
            .Consents.Where(item =>
                item.PersonId == person.Id && item.ProjectId == project.Id && item.Purpose == ConsentPurpose.Newsletter
            )
            .ToListAsync(stop);
        if (before.Exists(item => item.WithdrawnAt is null))
        {
            return false;
        }

        db.Consents.Add(
            new ConsentRecord
            {
                PersonId = person.Id,
                ProjectId = project.Id,
                Purpose = ConsentPurpose.Newsletter,
                TextVersion = TextVersion,
                Channel = ConsentChannel.Page,
                GivenAt = now,
            }
        );
        var roles = await db
            .RoleAssignments.Where(item =>
                item.PersonId == person.Id && item.ProjectId == project.Id && item.Until == null
            )
            .ToListAsync(stop);
        if (
            roles.Count == 0
            && RoleAssignment.Take(roles, person.Id, project.Id, ParticipationRole.Public, reason, now) is { } given
        )
        {
            db.RoleAssignments.Add(given);
        }

        var settings = await installation.ReadAsync(stop);
        var link = await links.ForAsync(LinkPurpose.Newsletter, person.Id, null, project.Id, now, stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new NewsOnMail
                {
                    FirstName = person.FirstName,
                    Project = project.Name,
                    Link = links.Address(link, settings),
                    Contact = settings.OrganisationName,
                    Phone = settings.Phone,
                },
                To = person,
                Key = FormattableString.Invariant($"nieuws-aan:{person.Id}:{project.Id}:{before.Count}"),
                StaleAt = now.AddDays(7),
            },
            stop
        );
        return true;
    }

    /// <summary>
    /// The news of one project stops. Invitations and reports are another matter and go on.
    /// </summary>
    /// <returns>False when they did not get it.</returns>
    public async Task<bool> StopAsync(int person, int project, DateTime now, CancellationToken stop)
    {
        var given = await db
            .Consents.Where(item =>
                item.PersonId == person
                && item.ProjectId == project
                && item.Purpose == ConsentPurpose.Newsletter
                && item.WithdrawnAt == null
            )
            .ToListAsync(stop);
        given.ForEach(item => item.Withdraw(now));
        var roles = await db
            .RoleAssignments.Where(item =>
                item.PersonId == person
                && item.ProjectId == project
                && item.Role == ParticipationRole.Public
                && item.Until == null
            )
            .ToListAsync(stop);
        roles.ForEach(item => item.End(now));
        return given.Count > 0;
    }
}
