using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>
/// Changes an action with the mails that belong to it. Every verb runs in the transaction of the caller, who saves,
/// commits. Who stops doing it loses the link to it at once.
/// </summary>
public sealed class ActionDesk(DialoogtafelDb db, ActionMails mails, FieldCipher cipher, InstallationOptions options)
{
    private readonly FollowUpPlan plan = options.FollowUp;

    public Task<AgreedAction?> FindAsync(int id, CancellationToken stop) =>
        db
            .Actions.WithFacts()
            .Include(item => item.Parties)
            .Include(item => item.Log)
            .AsSplitQuery()
            .SingleOrDefaultAsync(item => item.Id == id, stop);

    /// <summary>
    /// Toewijzen and overdragen. A new action is stored first, because its number stands in the link.
    /// </summary>
    /// <exception cref="DomainRuleException">See <see cref="AgreedAction.GiveTo"/>.</exception>
    public async Task GiveAsync(
        AgreedAction action,
        Person? owner,
        Person? coOwner,
        Hand by,
        DateTime now,
        CancellationToken stop
    )
    {
        var waiting =
            action.Id != 0
            && action.OwnerId != owner?.Id
            && await mails.DropWaitingAsync(action, "De actie is overgedragen.", stop);
        if (waiting)
        {
            action.NotTold();
        }

        if (!action.GiveTo(owner, coOwner, by, plan, now))
        {
            return;
        }

        if (action.Id != 0)
        {
            await db
                .Links.Where(link => link.ActionId == action.Id && link.WithdrawnAt == null)
                .ForEachAsync(link => link.Withdraw(now), stop);
        }

        await db.SaveChangesAsync(stop);
        await mails.AssignAsync(action, now, stop);
    }

    /// <summary>
    /// The text, the day or the helper changed: a mail at assignment that still waits says the new ones.
    /// </summary>
    public async Task ToldAnewAsync(AgreedAction action, DateTime now, CancellationToken stop)
    {
        if (await mails.DropWaitingAsync(action, "Vervangen: de actie is veranderd.", stop))
        {
            action.NotTold();
            await mails.AssignAsync(
                action,
                now,
                stop,
                string.Create(CultureInfo.InvariantCulture, $":{now:yyyyMMddHHmmssfff}")
            );
        }
    }

    /// <summary>How it goes, by the owner or for her.</summary>
    /// <exception cref="DomainRuleException">See <see cref="AgreedAction.TakeAnswer"/>.</exception>
    public void Answer(AgreedAction action, ActionAnswer answer, string? words, Hand by, DateTime now) =>
        action.TakeAnswer(answer, Seal(words), by, plan, now);

    /// <summary>Doorgaan.</summary>
    /// <exception cref="DomainRuleException">See <see cref="AgreedAction.Continue"/>.</exception>
    public void Continue(AgreedAction action, DateOnly? target, Hand by, DateTime now) =>
        action.Continue(target, by, plan, now);

    /// <exception cref="DomainRuleException">See <see cref="AgreedAction.CallLater"/>.</exception>
    public void CallLater(AgreedAction action, bool reached, DateOnly again, string? words, Hand by, DateTime now) =>
        action.CallLater(reached, again, Seal(words), by, plan, now);

    public void Note(AgreedAction action, string words, Hand by, DateTime now) =>
        action.Note(cipher.Seal(words.Trim()), by, now);

    private SealedText? Seal(string? words) => string.IsNullOrWhiteSpace(words) ? null : cipher.Seal(words.Trim());
}

/// <summary>What belongs to an action when a mail or a page speaks of it.</summary>
public static class ActionQueries
{
    public static IQueryable<AgreedAction> WithFacts(this IQueryable<AgreedAction> actions) =>
        actions
            .Include(item => item.Owner)
            .Include(item => item.CoOwner)
            .Include(item => item.Coordinator)
            .Include(item => item.Gathering!.ContactPerson)
            .Include(item => item.Gathering!.Series!);
}
