using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Privacy;

/// <summary>
/// Whether somebody got what they came for goes with them. That a person was at the table stays, as a row without a
/// name.
/// </summary>
public sealed class FetchCheckEraser(DialoogtafelDb db) : IForgets
{
    public Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var theirs = db.Invitations.Where(item => item.PersonId == erasure.Person.Id);
        return db.FetchChecks.Where(told => theirs.Any(item => item.Id == told.InvitationId)).ExecuteDeleteAsync(stop);
    }
}
