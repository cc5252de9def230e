using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <param name="Token">Of a link with purpose terugzien.</param>
public sealed record SeeAgainPage(string Token);

/// <summary>
/// Mails a link with purpose terugzien: 30 minutes, withdrawn by the next one. A person without address gets nothing
/// and is helped by phone.
/// </summary>
public sealed class SeeAgainSender(DialoogtafelDb db, LinkDesk desk, MailOutbox outbox, Installation installation)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public async Task SendAsync(Invitation invitation, DateTime now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var former = await db
            .Links.Where(item =>
                item.PersonId == invitation.PersonId
                && item.GatheringId == invitation.GatheringId
                && item.Purpose == LinkPurpose.SeeAgain
                && item.WithdrawnAt == null
            )
            .ToListAsync(stop);
        if (former.Any(item => item.CreatedAt > now.AddMinutes(-1)))
        {
            return;
        }

        former.ForEach(item => item.Withdraw(now));
        var link = new PersonalLink
        {
            Purpose = LinkPurpose.SeeAgain,
            PersonId = invitation.PersonId,
            GatheringId = invitation.GatheringId,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        db.Links.Add(link);
        await db.SaveChangesAsync(stop);
        var settings = await installation.ReadAsync(stop);
        // The address of this moment: the team may have changed it since the page was opened.
        var person = await db.Persons.AsNoTracking().SingleAsync(item => item.Id == invitation.PersonId, stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new SeeAnswersMail
                {
                    FirstName = person.FirstName,
                    Link = desk.Address(link, settings),
                    Contact = settings.ContactOf(invitation.Gathering!.ContactPerson),
                    Phone = settings.PhoneOf(invitation.Gathering!.ContactPerson),
                },
                To = person,
                Key = $"antwoorden-zien:{link.Id}",
                StaleAt = now + Lifetime,
                Unlisted = true,
            },
            stop
        );
        await transaction.SaveAsync(stop);
    }
}
