using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.Privacy;

/// <summary>Memberships that have ended, the account, and what was asked to sign in with it.</summary>
public sealed class TeamEraser(DialoogtafelDb db) : IForgets
{
    public async Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var person = erasure.Person.Id;
        await db.Memberships.Where(item => item.PersonId == person).ExecuteDeleteAsync(stop);
        var accounts = db.Users.Where(item => item.PersonId == person);
        await db
            .SignInRequests.Where(item => accounts.Any(account => account.Id == item.AccountId))
            .ExecuteDeleteAsync(stop);
        await accounts.ExecuteDeleteAsync(stop);
    }
}
