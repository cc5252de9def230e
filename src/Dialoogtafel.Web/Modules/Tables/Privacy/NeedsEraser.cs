using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Privacy;

/// <summary>What somebody needs at any table goes with them.</summary>
public sealed class NeedsEraser(DialoogtafelDb db) : IForgets
{
    public Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var theirs = db.Invitations.Where(item => item.PersonId == erasure.Person.Id);
        return db.Needs.Where(needs => theirs.Any(item => item.Id == needs.InvitationId)).ExecuteDeleteAsync(stop);
    }
}
