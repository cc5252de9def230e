using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>What came of sending one invitation.</summary>
/// <param name="WentOn">False when there was nothing to send.</param>
public sealed record SentInvitation(int GatheringId, bool WentOn, string InWords);

/// <summary>
/// Sends concepts of one table as invitations by mail, and takes them back, for one person or for all at once. What
/// takes several has its caller begin the write before it loads them, and save.
/// </summary>
public sealed class InvitationSender(
    DialoogtafelDb db,
    OneADay day,
    TableMails mails,
    ReminderDesk reminders,
    SendTimeQuestion night
)
{
    private const string NothingSent =
        "Er is niets verstuurd: deze persoon is al benaderd, heeft geen mailadres of wil geen mail, of de tafel gaat "
        + "niet door.";

    /// <summary>One, in a write of its own: of two presses at once the second finds that it is on its way.</summary>
    public async Task<SentInvitation> SendOneAsync(int id, SendForm send, Hand by, DateTime now, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var invitation = await db.Invitations.WithFacts().SingleAsync(item => item.Id == id, stop);
        var person = invitation.Person!;
        if (
            person.Email is null
            || invitation.State != InvitationState.Concept
            || invitation.Gathering!.CancelledAt is not null
            || person.NotToBeApproachedSince is not null
        )
        {
            return new(invitation.GatheringId, false, NothingSent);
        }

        var turns = await SendAsync([invitation], send, by, now, stop);
        await write.SaveAsync(stop);
        var leaves = night.LeavesInWords(turns.For(invitation.PersonId) ?? night.SendAt(send, now), now);
        return new(
            invitation.GatheringId,
            true,
            MailAddress.Passes(person.Email)
                ? $"De uitnodiging voor {person.FirstName} gaat {leaves} weg. "
                    + "Tot dan kunt u haar terughalen op het bord."
                : $"De uitnodiging gaat niet weg: het mailadres van {person.FirstName} klopt niet. "
                    + "Verbeter het, of bel zelf."
        );
    }

    /// <summary>Takes the newest invitation by mail back, in a write of its own.</summary>
    /// <returns>The first name of who would have got it; null when it is too late.</returns>
    public async Task<string?> RecallOneAsync(int id, Hand by, DateTime now, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var invitation = await db
            .Invitations.Include(item => item.Person)
            .Include(item => item.Gathering)
            .SingleAsync(item => item.Id == id, stop);
        var mail = await db
            .Mails.OrderByDescending(item => item.QueuedAt)
            .FirstOrDefaultAsync(item => item.InvitationId == id && item.Kind == InvitationMail.Name, stop);
        if (mail?.Recall() != true)
        {
            return null;
        }

        await RecallAsync([invitation], by, now, stop);
        await write.SaveAsync(stop);
        return invitation.Person!.FirstName;
    }

    /// <summary>Who would wait because of the one unasked mail of a day; changes nothing.</summary>
    public Task<TurnPlan> PlanAsync(
        IReadOnlyCollection<Invitation> invitations,
        SendForm send,
        DateTime now,
        CancellationToken stop
    ) =>
        day.PlanAsync(
            [.. invitations.Select(item => item.PersonId)],
            night.LeavesAt(send, now),
            invitations.FirstOrDefault()?.Gathering!.StartsAt,
            now,
            stop
        );

    /// <param name="invitations">At least one; concepts, with their facts, tracked.</param>
    public async Task<TurnPlan> SendAsync(
        IReadOnlyCollection<Invitation> invitations,
        SendForm send,
        Hand by,
        DateTime now,
        CancellationToken stop
    )
    {
        var turns = await PlanAsync(invitations, send, now, stop);
        await day.CarryOutAsync(turns, stop);
        foreach (var invitation in invitations)
        {
            invitation.Approach(by, now);
            await mails.InviteAsync(invitation, stop, turns.For(invitation.PersonId) ?? night.SendAt(send, now));
        }

        await SyncAsync(invitations, now, stop);
        return turns;
    }

    /// <summary>They are concepts again; their mails were taken back before.</summary>
    public Task RecallAsync(IReadOnlyCollection<Invitation> invitations, Hand by, DateTime now, CancellationToken stop)
    {
        foreach (var invitation in invitations)
        {
            invitation.Recall(by, now);
        }

        return SyncAsync(invitations, now, stop);
    }

    private Task SyncAsync(IReadOnlyCollection<Invitation> invitations, DateTime now, CancellationToken stop) =>
        invitations.FirstOrDefault() is { } first
            ? reminders.SyncAsync(first.Gathering!, [.. invitations], now, stop)
            : Task.CompletedTask;
}
