using Dialoogtafel.Domain.Consent;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Privacy;

/// <summary>
/// An erased person stands in no mail to somebody else that we still keep: the bytes of contact lists of her tables go, and a list that still waits is
/// not sent. What others received is theirs. That she received a list is forgotten too.
/// </summary>
public sealed class ContactListEraser(DialoogtafelDb db, MailFiles files)
{
    /// <summary>Within the running save, before her consents go.</summary>
    public async Task ForgetAsync(int person, CancellationToken stop)
    {
        var tables = await db.Consents.Where(item => item.PersonId == person && item.Purpose == ConsentPurpose.ContactList && item.GatheringId != null).Select(item => item.GatheringId).Distinct().ToListAsync(stop);
        var mails = await db.Mails.IgnoreAutoIncludes().Where(mail => mail.Kind == TableMails.ContactList && tables.Contains(mail.GatheringId)).ToListAsync(stop);
        foreach (var mail in mails.Where(mail => mail.State == MailState.Queued))
        {
            mail.Drop("Iemand op deze lijst is gewist. Verstuur een nieuwe lijst.");
        }

        // What is on its way at this very moment keeps its bytes until it has left.
        var kept = mails.Where(mail => mail.State != MailState.Sending).Select(mail => mail.Id).ToList();
        await db.MailContents.Where(content => kept.Contains(content.MailId)).ExecuteDeleteAsync(stop);
        files.Delete([.. mails.Where(mail => kept.Contains(mail.Id)).Select(mail => mail.MessageId)]);
        await db.Set<ContactListReceipt>().Where(item => item.PersonId == person).ExecuteDeleteAsync(stop);
    }
}
