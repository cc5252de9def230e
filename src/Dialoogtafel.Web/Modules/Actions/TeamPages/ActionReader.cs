using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>
/// Reads actions as the team's pages show them; the same number of statements for any number of actions.
/// </summary>
public sealed class ActionReader(DialoogtafelDb db, FieldCipher cipher, WallClock wall)
{
    public async Task<ActionListPage> ListAsync(int series, ActionFilter filter, DateTime now, CancellationToken stop)
    {
        var subject = await db.Series.Where(item => item.Id == series).Select(item => item.Subject).SingleAsync(stop);
        var tables = await db
            .Gatherings.AsNoTracking()
            .Where(item => item.SeriesId == series && item.CancelledAt == null)
            .OrderBy(item => item.Number)
            .Select(item => new
            {
                item.Id,
                item.Number,
                item.Focus,
            })
            .ToListAsync(stop);
        var actions = await db
            .Actions.AsNoTracking()
            .Include(item => item.Owner)
            .Include(item => item.CoOwner)
            .Include(item => item.Coordinator)
            .Include(item => item.Gathering)
            .Where(item => item.Gathering!.SeriesId == series)
            .OrderBy(item => item.Gathering!.Number)
            .ThenBy(item => item.Id)
            .Select(item => new { Action = item, Last = item.Log.Max(line => (DateTime?)line.At) })
            .ToListAsync(stop);
        var today = wall.Day(now);
        var counts = Enum.GetValues<ActionFilter>()
            .ToDictionary(item => item, item => actions.Count(row => Shows(item, row.Action, today)));
        return new ActionListPage(
            series,
            subject,
            filter,
            counts,
            [
                .. actions
                    .Where(row => Shows(filter, row.Action, today))
                    .Select(row => Row(row.Action, row.Last ?? row.Action.CreatedAt, today)),
            ],
            [.. tables.Select(item => new ActionTable(item.Id, TableTrack.TitleOf(item.Number, item.Focus)))],
            wall.Local(now)
        );
    }

    public async Task<ActionPage> OneAsync(AgreedAction action, DateTime now, CancellationToken stop)
    {
        var (table, today) = (action.Gathering!, wall.Day(now));
        var names = await db.FirstNamesAsync(action.Log.Select(line => line.ById), stop);
        var waits = await db.Mails.AnyAsync(
            mail =>
                mail.ActionId == action.Id
                && mail.Kind == ActionAssignedMail.Name
                && mail.State == MailState.Queued
                && mail.Attempts == 0,
            stop
        );
        var (word, kind) = ActionLabels.StateOf(action, today);
        return new ActionPage
        {
            Id = action.Id,
            TableId = table.Id,
            SeriesId = table.SeriesId,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Text = action.Text,
            State = word,
            Kind = kind,
            Owner = action.Owner?.FullName,
            OwnerPhone = action.Owner is { Phone: { } phone } owner ? new Contact(owner.FirstName, phone) : null,
            OwnerMail = action.Owner?.Email is not null,
            CoOwner = action.CoOwner?.FullName,
            Contact = ActionMails.ContactOf(action)?.FullName,
            TargetOn = action.TargetOn,
            NextStep = action.NextStep,
            Level = ActionLabels.Of(action.Level),
            DecisionMaker = action.DecisionMaker,
            HigherSince = wall.Local(action.HigherSince),
            Must = Names(action, true),
            Could = Names(action, false),
            End = action.End,
            StopReason = action.StopReason,
            HasOwner = action.OwnerId is not null,
            WhyCall = action.IsToCall ? ActionLabels.WhyCall(action) : "",
            IsChoice = action.Call == ActionCall.Choose,
            AskedOn =
                action.Call is null && FollowUpPlan.MayAsk(action.Rounds, action.Mails)
                    ? wall.Local(action.AskDueAt)
                    : null,
            MailWaits = waits,
            Log =
            [
                .. action
                    .Log.OrderByDescending(line => line.At)
                    .ThenByDescending(line => line.Id)
                    .Select(line => new ActionLogLine(
                        wall.Local(line.At),
                        ActionLabels.Of(line.Event, line.Answer),
                        InvitationLabels.Of(line.Channel),
                        line.ById is { } by && names.TryGetValue(by, out var name) ? name : null,
                        line.Words is { } words ? cipher.Open(words) : null
                    )),
            ],
            Today = wall.Local(now),
        };
    }

    private static bool Shows(ActionFilter filter, AgreedAction action, DateOnly today) =>
        filter switch
        {
            ActionFilter.Open => action.IsOpen,
            ActionFilter.Late => action.IsOverdue(today),
            ActionFilter.Higher => action is { IsOpen: true, HigherSince: not null },
            ActionFilter.Nobody => action is { IsOpen: true, OwnerId: null },
            ActionFilter.Ended => !action.IsOpen,
            ActionFilter.All => true,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
        };

    private ActionRow Row(AgreedAction action, DateTime last, DateOnly today)
    {
        var (word, kind) = ActionLabels.StateOf(action, today);
        var higher =
            action.Level == ActionLevel.Own ? null
            : action.DecisionMaker.Length > 0 ? $"{ActionLabels.Of(action.Level)}: {action.DecisionMaker}"
            : ActionLabels.Of(action.Level);
        return new ActionRow
        {
            Id = action.Id,
            Text = action.Text,
            Table = action.Gathering!.Number,
            Owner = action.Owner?.FullName,
            CoOwner = action.CoOwner?.FullName,
            Contact = action.Coordinator?.FullName,
            TargetOn = action.TargetOn,
            State = word,
            Kind = kind,
            NextStep = action.NextStep,
            Higher = higher,
            HigherSince = wall.Local(action.HigherSince),
            Last = wall.Local(last),
        };
    }

    private static IReadOnlyList<string> Names(AgreedAction action, bool must) =>
        [.. action.Parties.Where(item => item.Must == must).OrderBy(item => item.Id).Select(item => item.Name)];
}
