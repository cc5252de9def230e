using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>
/// Keeps where somebody was and how she ended; each change in a transaction of its own, and the reminders and the list
/// of people to call follow.
/// </summary>
public sealed class PreparationKeeper(DialoogtafelDb db, ReminderDesk reminders, TimeProvider clock)
{
    public async Task ChangeAsync(int invitation, Action<PreparationProgress> change, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var preparation = await db.Preparations.SingleOrDefaultAsync(item => item.InvitationId == invitation, stop);
        if (preparation is null)
        {
            preparation = new PreparationProgress { InvitationId = invitation };
            db.Preparations.Add(preparation);
        }

        var done = preparation.DoneAt is not null;
        change(preparation);
        await db.SaveChangesAsync(stop);
        if (done != (preparation.DoneAt is not null))
        {
            // Who asked to be called and then did it herself, is not called about it any more.
            if (
                !done
                && await db.Invitations.SingleAsync(item => item.Id == invitation, stop)
                    is { CallReason: CallReason.AnswersByPhone } asked
            )
            {
                asked.Called();
            }

            await reminders.PreparedAsync(invitation, clock.GetUtcNow().UtcDateTime, stop);
            await db.SaveChangesAsync(stop);
        }

        await transaction.SaveAsync(stop);
    }
}
