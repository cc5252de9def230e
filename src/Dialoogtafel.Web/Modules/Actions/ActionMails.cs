using System.Globalization;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>
/// The mails about one action. The action must be loaded <see
/// cref="ActionQueries.WithFacts(IQueryable{AgreedAction})"/> and be stored. Everything is added to the running
/// transaction; the caller saves.
/// </summary>
public sealed class ActionMails(DialoogtafelDb db, MailOutbox outbox, LinkDesk links, Installation installation)
{
    /// <summary>M-19, with the recall window; nothing for who has no address or had mails enough.</summary>
    /// <param name="version">Tells a mail that takes the place of a waiting one from that one.</param>
    public async Task AssignAsync(AgreedAction action, DateTime now, CancellationToken stop, string version = "")
    {
        if (action.Owner?.Email is null || !action.MayMail)
        {
            return;
        }

        await AddAsync(action, version, mayBeRecalled: true, stale: null, now, stop, facts => new ActionAssignedMail
        {
            Facts = facts,
            NextStep = action.NextStep.Length > 0 ? action.NextStep : null,
            Together = action.CoOwner?.FirstName,
        });
        action.Told();
    }

    /// <summary>
    /// M-20; to be called after <see cref="AgreedAction.Asked"/>. When the next moment comes it is not true any more.
    /// </summary>
    public Task AskAsync(AgreedAction action, DateTime now, CancellationToken stop) =>
        AddAsync(action, "", mayBeRecalled: false, stale: action.AskDueAt, now, stop, facts => new ActionQuestionMail
        {
            Facts = facts,
            First = action.Rounds == 1,
            Last = !FollowUpPlan.MayAsk(action.Rounds, action.Mails),
        });

    /// <summary>What has not left yet is not sent any more.</summary>
    /// <returns>Whether the mail at assignment was among them.</returns>
    public async Task<bool> DropWaitingAsync(AgreedAction action, string why, CancellationToken stop)
    {
        var waiting = await db
            .Mails.Where(mail => mail.ActionId == action.Id && mail.State == MailState.Queued && mail.Attempts == 0)
            .ToListAsync(stop);
        waiting.ForEach(mail => mail.Drop(why));
        return waiting.Exists(mail => mail.Kind == ActionAssignedMail.Name);
    }

    /// <summary>Whom the owner can call: the coordinator, else the contact person of the table.</summary>
    public static Person? ContactOf(AgreedAction action) => action.Coordinator ?? action.Gathering!.ContactPerson;

    private async Task AddAsync(
        AgreedAction action,
        string version,
        bool mayBeRecalled,
        DateTime? stale,
        DateTime now,
        CancellationToken stop,
        Func<ActionFacts, ActionMail> write
    )
    {
        var settings = await installation.ReadAsync(stop);
        var (owner, contact) = (action.Owner!, ContactOf(action));
        var link = await links.ForActionAsync(action.Id, owner.Id, now, stop);
        var text = write(
            new ActionFacts
            {
                FirstName = owner.FirstName,
                Action = action.Text,
                Subject = action.Gathering!.Series!.Subject,
                TargetOn = action.TargetOn,
                Link = links.Address(link, settings),
                Contact = settings.ContactOf(contact),
                Phone = settings.PhoneOf(contact),
            }
        );
        await outbox.AddAsync(
            new Letter
            {
                Text = text,
                To = owner,
                From = contact?.Id == owner.Id ? null : contact,
                GatheringId = action.GatheringId,
                ActionId = action.Id,
                FollowUpNumber = action.FollowUpNumber,
                MayBeRecalled = mayBeRecalled,
                StaleAt = stale,
                Key = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{text.Kind}:{action.Id}:{action.FollowUpNumber}:{action.Period}.{action.Rounds}{version}"
                ),
            },
            stop
        );
    }
}
