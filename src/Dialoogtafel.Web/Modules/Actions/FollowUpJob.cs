using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>
/// Asks the owners of actions how it goes, one transaction each, so that one that goes wrong stops no other: outside
/// the quiet hours, at most one mail a person a day that nobody asked for. A mail that did not arrive, an owner without
/// address and a period without answer become a line on te bellen.
/// </summary>
public sealed class FollowUpJob(
    DialoogtafelDb db,
    ActionDesk desk,
    ActionMails mails,
    OneADay day,
    OneByOne items,
    InstallationOptions options,
    TimeProvider clock
) : IJob
{
    private readonly QuietHours quiet = options.Quiet;
    private readonly FollowUpPlan plan = options.FollowUp;

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var id in await Bounced().Select(item => item.Id).Distinct().ToListAsync(stop))
        {
            await HandleAsync(id, async action =>
            {
                if (await Bounced().AnyAsync(item => item.Id == id, CancellationToken.None))
                {
                    action.AskCall(ActionCall.MailFailed, now);
                }
            });
        }

        if (!quiet.Covers(now, options.Zone))
        {
            await AskAsync(now, stop);
        }

        items.End();
    }

    private async Task AskAsync(DateTime now, CancellationToken stop)
    {
        var due = await Due(now)
            .OrderBy(item => item.AskDueAt)
            .ThenBy(item => item.Id)
            .Select(item => item.Id)
            .ToListAsync(stop);
        foreach (var id in due.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            await HandleAsync(id, action => StepAsync(action, now));
        }
    }

    private async Task HandleAsync(int id, Func<AgreedAction, Task> act)
    {
        await items.TryAsync(() => ActAsync(id, act));
        db.ChangeTracker.Clear();
    }

    /// <summary>Looks again inside the transaction, so that two runs at once ask once.</summary>
    private async Task ActAsync(int id, Func<AgreedAction, Task> act)
    {
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        if (await desk.FindAsync(id, CancellationToken.None) is { } action)
        {
            await act(action);
            await transaction.SaveAsync();
        }
    }

    private async Task StepAsync(AgreedAction action, DateTime now)
    {
        if (!await Due(now).AnyAsync(item => item.Id == action.Id))
        {
            return;
        }

        switch (FollowUpPlan.StepOf(action))
        {
            case FollowUpStep.FindOwner:
                action.AskCall(ActionCall.OwnerLeft, now);
                break;
            case FollowUpStep.Choose:
                action.AskCall(ActionCall.Choose, now);
                break;
            case FollowUpStep.AskByPhone:
                action.Asked(byMail: false, plan, now);
                break;
            case FollowUpStep.Ask when await day.IsTakenAsync(action.OwnerId!.Value, now):
                action.PutOff(quiet.NextMorning(now, options.Zone));
                break;
            case FollowUpStep.Ask:
                action.Asked(byMail: true, plan, now);
                await mails.AskAsync(action, now, CancellationToken.None);
                break;
            default:
                throw new InvalidOperationException($"Unknown step {FollowUpPlan.StepOf(action)}");
        }
    }

    private IQueryable<AgreedAction> Due(DateTime now) =>
        db.Actions.Where(item =>
            item.AskDueAt <= now && item.EndedAt == null && item.Call == null && item.OwnerId != null
        );

    /// <summary>Actions of which a mail to the present owner failed since a person last acted on it.</summary>
    private IQueryable<AgreedAction> Bounced() =>
        db.Actions.Where(item =>
            item.EndedAt == null
            && item.Call == null
            && item.OwnerId != null
            && db.Mails.Any(mail =>
                mail.ActionId == item.Id
                && mail.PersonId == item.OwnerId
                && mail.State == MailState.Failed
                && (item.CallSettledAt == null || mail.QueuedAt >= item.CallSettledAt)
            )
        );
}
