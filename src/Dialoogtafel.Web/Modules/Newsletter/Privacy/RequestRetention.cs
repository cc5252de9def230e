using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Privacy;

/// <summary>
/// Requests for news to which nobody said yes, or long ago: the request goes, and with it what the log kept of an
/// address that is nobody's.
/// </summary>
public sealed class RequestRetention(DialoogtafelDb db) : IKeeps
{
    public string What => "requests for news removed";

    public bool EveryHour => true;

    public async Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var before = now - SubscriptionRequest.Lifetime;
        var old = db.SubscriptionRequests.Where(request => request.AskedAt <= before);
        if (!await old.AnyAsync(stop))
        {
            return 0;
        }

        await using var write = await db.BeginWriteAsync(stop);
        await db.MailsThatAsk(old).ExecuteDeleteAsync(stop);
        var count = await old.ExecuteDeleteAsync(stop);
        await write.SaveAsync(stop);
        return count;
    }
}
