using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Privacy;

/// <summary>
/// An erased person stands in no mail to somebody else that we still keep: the bytes of contact lists of their tables
/// go, and a list that still waits goes without them. What others received is theirs. That the person received a list
/// is forgotten too.
/// </summary>
public sealed class ContactListEraser(DialoogtafelDb db, ContactListDesk lists, MailFiles files) : IForgets
{
    /// <summary>The consents, which say at which tables, still stand.</summary>
    public async Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var person = erasure.Person.Id;
        var tables = await db
            .Consents.Where(item =>
                item.PersonId == person && item.Purpose == ConsentPurpose.ContactList && item.GatheringId != null
            )
            .Select(item => item.GatheringId)
            .Distinct()
            .ToListAsync(stop);
        var mails = await db
            .Mails.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(mail => mail.Kind == ContactListMail.Name && tables.Contains(mail.GatheringId))
            .ToListAsync(stop);
        // What is on its way at this very moment keeps its bytes until it has left; what waits is made again below.
        var past = mails.Where(mail => mail.State is not (MailState.Sending or MailState.Queued)).ToList();
        var ids = past.ConvertAll(mail => mail.Id);
        await db.MailContents.Where(content => ids.Contains(content.MailId)).ExecuteDeleteAsync(stop);
        files.Delete([.. past.Select(mail => mail.MessageId)]);
        await db.Set<ContactListReceipt>().Where(item => item.PersonId == person).ExecuteDeleteAsync(stop);
    }

    /// <summary>Lists that wait are made again without the person.</summary>
    public Task AfterwardsAsync(Erasure erasure, CancellationToken stop) => lists.SyncAsync(erasure.Now, stop);
}
