using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.MyTable.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable.SendLinkAgain;

/// <summary>
/// Mails the links of everybody who has this address, each under the first name, for tables that are not long past. At
/// most one such mail an address in two minutes: the key sees to it.
/// </summary>
public sealed class LinkAgain(
    DialoogtafelDb db,
    LinkDesk desk,
    MailOutbox outbox,
    Installation installation,
    WallClock wall
)
{
    private static readonly TimeSpan After = TimeSpan.FromDays(60);

    /// <param name="address">Cleaned, as the form gives it.</param>
    public async Task SendAsync(string address, DateTime now, CancellationToken stop)
    {
        // Of two presses at once the second finds the mail of the first.
        await using var write = await db.BeginWriteAsync(stop);
        var found = await (
            from link in db.Links.AsNoTracking()
            join person in db.Persons on link.PersonId equals person.Id
            join gathering in db.Gatherings on link.GatheringId equals gathering.Id
            join invitation in db.Invitations
                on new { link.PersonId, link.GatheringId } equals new
                {
                    invitation.PersonId,
                    GatheringId = (int?)invitation.GatheringId,
                }
            where
                person.Email == address
                && link.Purpose == LinkPurpose.MyTable
                && link.WithdrawnAt == null
                && invitation.WithdrawnAt == null
                && invitation.ApproachedAt != null
                && gathering.StartsAt > now - After
            orderby gathering.StartsAt, person.FirstName
            select new
            {
                Link = link,
                Person = person,
                gathering.StartsAt,
                gathering.Series!.Subject,
                gathering.ContactPerson,
            }
        ).ToListAsync(stop);
        var part = (now.Ticks / TimeSpan.FromMinutes(2).Ticks).ToString(CultureInfo.InvariantCulture);
        var key = $"link-opnieuw:{Hash(address)}:{part}";
        if (found.Count == 0 || await db.Mails.AnyAsync(mail => mail.Key == key, stop))
        {
            return;
        }

        var settings = await installation.ReadAsync(stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new LinkAgainMail
                {
                    Entries =
                    [
                        .. found.Select(item => new LinkAgainEntry
                        {
                            FirstName = item.Person.FirstName,
                            Subject = item.Subject,
                            Start = wall.Local(item.StartsAt!.Value),
                            Link = desk.Address(item.Link, settings),
                        }),
                    ],
                    Contact = settings.ContactOf(found[0].ContactPerson),
                    Phone = settings.PhoneOf(found[0].ContactPerson),
                },
                // To the mailbox, not to one of the people who share it.
                To =
                    found.Count == 1
                        ? found[0].Person
                        : new Person
                        {
                            FirstName = "",
                            Email = address,
                            Language = found[0].Person.Language,
                        },
                Key = key,
                StaleAt = now.AddDays(1),
                Unlisted = true,
            },
            stop
        );
        await write.SaveAsync(stop);
    }

    private static string Hash(string address) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..16];
}
