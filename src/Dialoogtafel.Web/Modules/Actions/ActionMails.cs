using System.Globalization;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>
/// The mails about one action. The action must be loaded <see
/// cref="ActionQueries.WithFacts(IQueryable{AgreedAction})"/> and be stored. Everything is added to the running
/// transaction; the caller saves.
/// </summary>
public sealed class ActionMails(DialoogtafelDb db, MailOutbox outbox, LinkDesk links, Installation installation)
    : IMakesAnew
{
    /// <summary>M-19, with the recall window; nothing for who has no address or had mails enough.</summary>
    /// <param name="version">Tells a mail that takes the place of a waiting one from that one.</param>
    public async Task AssignAsync(AgreedAction action, DateTime now, CancellationToken stop, string version = "")
    {
        if (action.Owner?.Email is null || !action.MayMail)
        {
            return;
        }

        var letter = await LetterAsync(action, Assigned(action), now, stop);
        await outbox.AddAsync(letter with { MayBeRecalled = true, Key = letter.Key + version }, stop);
        action.Told();
    }

    /// <summary>
    /// M-20; to be called after <see cref="AgreedAction.Asked"/>. When the next moment comes it is not true any more.
    /// </summary>
    public async Task AskAsync(AgreedAction action, DateTime now, CancellationToken stop) =>
        await outbox.AddAsync(
            await LetterAsync(action, Question(action), now, stop) with
            {
                StaleAt = action.AskDueAt,
            },
            stop
        );

    /// <inheritdoc/>
    public async Task<Letter?> AnewAsync(OutgoingMail mail, CancellationToken stop)
    {
        if (
            mail.ActionId is not { } id
            || await db.Actions.AsNoTracking().WithFacts().SingleOrDefaultAsync(item => item.Id == id, stop)
                is not { } action
            || action.OwnerId != mail.PersonId
            || await db
                .Links.AsNoTracking()
                .FirstOrDefaultAsync(
                    link =>
                        link.ActionId == id
                        && link.PersonId == mail.PersonId
                        && link.Purpose == LinkPurpose.Action
                        && link.WithdrawnAt == null,
                    stop
                )
                is not { } link
        )
        {
            return null;
        }

        var settings = await installation.ReadAsync(stop);
        return mail.Kind switch
        {
            ActionAssignedMail.Name => LetterOf(action, Assigned(action), link, settings),
            ActionQuestionMail.Name => LetterOf(action, Question(action), link, settings),
            _ => null,
        };
    }

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

    private static Func<ActionFacts, ActionMail> Assigned(AgreedAction action) =>
        facts => new ActionAssignedMail
        {
            Facts = facts,
            NextStep = action.NextStep.Length > 0 ? action.NextStep : null,
            Together = action.CoOwner?.FirstName,
        };

    private static Func<ActionFacts, ActionMail> Question(AgreedAction action) =>
        facts => new ActionQuestionMail
        {
            Facts = facts,
            First = action.Rounds == 1,
            Last = !FollowUpPlan.MayAsk(action.Rounds, action.Mails),
        };

    private async Task<Letter> LetterAsync(
        AgreedAction action,
        Func<ActionFacts, ActionMail> write,
        DateTime now,
        CancellationToken stop
    ) =>
        LetterOf(
            action,
            write,
            await links.ForActionAsync(action.Id, action.Owner!.Id, now, stop),
            await installation.ReadAsync(stop)
        );

    private Letter LetterOf(
        AgreedAction action,
        Func<ActionFacts, ActionMail> write,
        PersonalLink link,
        InstallationSettings settings
    )
    {
        var (owner, contact) = (action.Owner!, ContactOf(action));
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
        return new Letter
        {
            Text = text,
            To = owner,
            From = contact?.Id == owner.Id ? null : contact,
            GatheringId = action.GatheringId,
            ActionId = action.Id,
            FollowUpNumber = action.FollowUpNumber,
            Key = string.Create(
                CultureInfo.InvariantCulture,
                $"{text.Kind}:{action.Id}:{action.FollowUpNumber}:{action.Period}.{action.Rounds}"
            ),
        };
    }
}
