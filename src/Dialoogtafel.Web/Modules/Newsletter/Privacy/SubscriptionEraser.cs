using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Privacy;

/// <summary>
/// Requests for news of this mailbox and name go, confirmed or not, with their mails, which are of nobody.
/// </summary>
public sealed class SubscriptionEraser(DialoogtafelDb db) : IForgets
{
    public async Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var person = erasure.Person.Id;
        var requests = db.SubscriptionRequests.Where(item =>
            item.PersonId == person
            || db.Persons.Any(self => self.Id == person && self.Email == item.Email && self.FirstName == item.FirstName)
        );
        var asked = db.MailsThatAsk(requests);
        erasure.Letters.AddRange(await asked.Select(mail => mail.MessageId).ToListAsync(stop));
        await asked.ExecuteDeleteAsync(stop);
        await requests.ExecuteDeleteAsync(stop);
    }
}
