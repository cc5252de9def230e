using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions.Privacy;

/// <summary>What was agreed stays with the project; who did it, helped, coordinated or wrote goes.</summary>
public sealed class ActionEraser(DialoogtafelDb db) : IForgets
{
    public async Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var person = erasure.Person.Id;
        var actions = await db
            .Actions.Include(item => item.Log)
            .Where(item =>
                item.OwnerId == person
                || item.CoOwnerId == person
                || item.CoordinatorId == person
                || item.Log.Any(line => line.OwnerId == person || line.ById == person)
            )
            .ToListAsync(stop);
        actions.ForEach(item => item.Forget(person, erasure.Now));
    }
}
