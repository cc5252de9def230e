using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Privacy;

/// <summary>What people need at a table: some days after it was, or after it was cancelled .</summary>
public sealed class NeedsRetention(DialoogtafelDb db, InstallationOptions options) : IKeeps
{
    public string What => "needs removed";

    public Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var before = now.AddDays(-options.NeedsDays);
        var over = db.Invitations.Where(item =>
            item.Gathering!.StartsAt < before || item.Gathering.CancelledAt < before
        );
        return db.Needs.Where(needs => over.Any(item => item.Id == needs.InvitationId)).ExecuteDeleteAsync(stop);
    }
}
