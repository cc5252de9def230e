using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Links;

/// <summary>
/// Finds and makes personal links. The link of an invited person is made with the invitation, so that its id is known
/// when a mail is composed.
/// </summary>
public sealed class LinkDesk(DialoogtafelDb db, LinkTokens tokens, Installation installation)
{
    /// <summary>Adds the link of a new invitation to the running save.</summary>
    public void Open(int personId, int gatheringId, DateTime now) =>
        db.Links.Add(
            new PersonalLink
            {
                Purpose = LinkPurpose.MyTable,
                PersonId = personId,
                GatheringId = gatheringId,
                CreatedAt = now,
            }
        );

    /// <summary>
    /// The link of this person for this subject: the one that is open, or a new one, stored with the running save.
    /// </summary>
    public async Task<PersonalLink> ForAsync(
        LinkPurpose purpose,
        int personId,
        int? gatheringId,
        int? projectId,
        DateTime now,
        CancellationToken stop
    )
    {
        var open = await db.Links.FirstOrDefaultAsync(
            link =>
                link.PersonId == personId
                && link.Purpose == purpose
                && link.GatheringId == gatheringId
                && link.ProjectId == projectId
                && link.WithdrawnAt == null
                && link.ExpiresAt == null,
            stop
        );
        if (open is null)
        {
            open = new PersonalLink
            {
                Purpose = purpose,
                PersonId = personId,
                GatheringId = gatheringId,
                ProjectId = projectId,
                CreatedAt = now,
            };
            db.Links.Add(open);
            // Its number is part of its token, which stands in the mail of the same transaction.
            await db.SaveChangesAsync(stop);
        }

        return open;
    }

    /// <summary>
    /// The link of this person for an action: the one that is open, or a new one, stored with the running transaction.
    /// Nobody else's link to it stays open.
    /// </summary>
    public async Task<PersonalLink> ForActionAsync(int actionId, int personId, DateTime now, CancellationToken stop)
    {
        var open = await db
            .Links.Where(link =>
                link.ActionId == actionId && link.Purpose == LinkPurpose.Action && link.WithdrawnAt == null
            )
            .ToListAsync(stop);
        open.FindAll(link => link.PersonId != personId).ForEach(link => link.Withdraw(now));
        if (open.Find(link => link.PersonId == personId) is { } known)
        {
            return known;
        }

        var link = new PersonalLink
        {
            Purpose = LinkPurpose.Action,
            PersonId = personId,
            ActionId = actionId,
            CreatedAt = now,
        };
        db.Links.Add(link);
        // Its number is part of its token, which stands in the mail of the same transaction.
        await db.SaveChangesAsync(stop);
        return link;
    }

    /// <summary>
    /// Whatever was mailed to this person so far opens nothing any more, in the running save; the next mail carries the
    /// same link under a new token.
    /// </summary>
    public async Task RenewAsync(int personId, DateTime now, CancellationToken stop)
    {
        foreach (
            var link in await db
                .Links.Where(link => link.PersonId == personId && link.WithdrawnAt == null)
                .ToListAsync(stop)
        )
        {
            if (link.ExpiresAt is null)
            {
                link.Renew();
            }
            else
            {
                link.Withdraw(now);
            }
        }
    }

    /// <summary>The address of this person's page for this table, as it stands in a mail.</summary>
    public async Task<Uri> AddressAsync(Invitation invitation, CancellationToken stop) =>
        Address(
            await db
                .Links.AsNoTracking()
                .SingleAsync(
                    link =>
                        link.PersonId == invitation.PersonId
                        && link.GatheringId == invitation.GatheringId
                        && link.Purpose == LinkPurpose.MyTable
                        && link.WithdrawnAt == null,
                    stop
                ),
            await installation.ReadAsync(stop)
        );

    public Uri Address(PersonalLink link, InstallationSettings settings) =>
        installation.Link(settings, $"{LinkPaths.Token(link.Purpose)}/{tokens.For(link)}");

    /// <summary>
    /// The open link that a token opens; null for a wrong, old, withdrawn or unknown one, all alike (S07).
    /// </summary>
    public async Task<PersonalLink?> FindAsync(string token, DateTime now, CancellationToken stop)
    {
        if (LinkTokens.IdOf(token) is not { } id)
        {
            return null;
        }

        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, stop);
        return link is not null && link.IsOpen(now) && tokens.Matches(token, link) ? link : null;
    }
}
