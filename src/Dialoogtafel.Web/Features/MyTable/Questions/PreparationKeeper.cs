using Dialoogtafel.Domain.Questions;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.MyTable.Questions;

/// <summary>Keeps where somebody was and how she ended; each change in a transaction of its own.</summary>
public sealed class PreparationKeeper(DialoogtafelDb db)
{
    public async Task ChangeAsync(int invitation, Action<Preparation> change, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var preparation = await db.Preparations.SingleOrDefaultAsync(item => item.InvitationId == invitation, stop);
        if (preparation is null)
        {
            preparation = new Preparation { InvitationId = invitation };
            db.Preparations.Add(preparation);
        }

        change(preparation);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
