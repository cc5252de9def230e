using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.Series;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Contacts;

/// <summary>The contact list of one table as it stands now.</summary>
/// <param name="Lines">Exactly what was given.</param>
/// <param name="Present">The participants who were there, by first name; facilitators are not among them.</param>
/// <param name="Stamp">
/// Of which people and consents the lines were made, as they stand: another list has another stamp. It holds nothing of
/// what anybody gave.
/// </param>
public sealed record StandingList(IReadOnlyList<ContactLine> Lines, IReadOnlyList<Invitation> Present, string Stamp)
{
    /// <summary>Who can get it by mail; who asked to be removed gets none.</summary>
    public List<Invitation> Receivers =>
        [.. Present.Where(item => item.Person is { Email: not null, RemovalRequestedAt: null })];
}

/// <summary>Reads who was at a table and what they give for its contact list .</summary>
public sealed class ContactListReader(DialoogtafelDb db)
{
    public async Task<StandingList> ReadAsync(int gathering, CancellationToken stop)
    {
        var present = await PresentAsync(gathering, stop);
        var consents = await db
            .Consents.AsNoTracking()
            .Where(item => item.GatheringId == gathering && item.Purpose == ConsentPurpose.ContactList)
            .ToListAsync(stop);
        var lines = ContactList.For(gathering, present.Select(item => item.Person!), consents);
        var versions = present.ToDictionary(item => item.PersonId, item => item.Person!.Version);
        return new StandingList(
            lines,
            present,
            StampOf(
                lines.Select(line =>
                    (
                        line.PersonId,
                        versions[line.PersonId],
                        consents
                            .Where(item => item.PersonId == line.PersonId && item.IsFor(gathering))
                            .Select(item => item.Id)
                    )
                )
            )
        );
    }

    public Task<List<Invitation>> PresentAsync(int gathering, CancellationToken stop) =>
        db
            .Invitations.WithFacts()
            .Include(item => item.Person!.Organisation)
            .AsNoTracking()
            .Where(item =>
                item.GatheringId == gathering
                && item.WithdrawnAt == null
                && item.Person!.ErasedAt == null
                && db.Attendances.Any(mark =>
                    mark.GatheringId == gathering && mark.PersonId == item.PersonId && mark.Presence == Presence.Present
                )
            )
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .AsSplitQuery()
            .ToListAsync(stop);

    /// <summary>A list may have arrived at somebody. Of lists of long ago no mail is kept.</summary>
    public async Task<bool> HasLeftAsync(int gathering, CancellationToken stop)
    {
        var states = await db
            .Mails.Where(mail => mail.GatheringId == gathering && mail.Kind == ContactListMail.Name)
            .Select(mail => mail.State)
            .ToListAsync(stop);
        return states.Count > 0
            ? states.Exists(OutgoingMail.MayHaveArrived)
            : await db.ContactListVersions.AnyAsync(
                item => item.GatheringId == gathering && item.RecalledAt == null,
                stop
            );
    }

    private static string StampOf(IEnumerable<(int Person, int Version, IEnumerable<int> Consents)> lines)
    {
        var all = lines
            .OrderBy(line => line.Person)
            .Select(line =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.Person}.{line.Version}:{string.Join(',', line.Consents.Order())}"
                )
            );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', all))))[..16];
    }
}
