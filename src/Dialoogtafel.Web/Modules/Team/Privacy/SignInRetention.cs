using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.Privacy;

/// <summary>Links to sign in, a day after they ended.</summary>
public sealed class SignInRetention(DialoogtafelDb db) : IKeeps
{
    public string What => "links to sign in removed";

    public bool EveryHour => true;

    public Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var before = now.AddDays(-1);
        return db.SignInRequests.Where(request => request.ExpiresAt < before).ExecuteDeleteAsync(stop);
    }
}
