using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.OneInvitation;

/// <summary>The invitation as it will look in the mailbox, before it is sent. Reads only.</summary>
public sealed class InvitationPreview(
    DialoogtafelDb db,
    InvitationLetters letters,
    InvitationSender sender,
    InvitationGaps gaps,
    MailTemplates templates,
    Installation installation,
    SendingRound round,
    SendTimeQuestion night
)
{
    public async Task<PreviewPage> PageAsync(int id, SendForm send, DateTime now, CancellationToken stop)
    {
        var invitation = await LoadAsync(id, stop);
        var text = await letters.InvitationTextAsync(invitation, stop);
        var settings = await installation.ReadAsync(stop);
        var person = invitation.Person!;
        var turns = await sender.PlanAsync([invitation], send, now, stop);
        return new PreviewPage
        {
            Id = id,
            GatheringId = invitation.GatheringId,
            FirstName = person.FirstName,
            FullName = person.FullName,
            Email = person.Email,
            Phone = person.Phone,
            Subject = templates.Render(text, person.Language).Subject,
            From = $"{settings.ContactOf(invitation.Gathering!.ContactPerson)} <{installation.From(settings)}>",
            CanSend = await round.IsOnAsync(stop),
            AlreadySent = invitation.ApproachedAt is not null,
            Missing = await gaps.OfAsync(invitation, $"/uitnodigingen/{id}/voorbeeld", stop),
            HasDate = invitation.Gathering.StartsAt is not null,
            Cancelled = invitation.Gathering.CancelledAt is not null,
            Send = send,
            WhenChoices = night.Choices(now),
            Waits = night.WaitingInWords([invitation], turns, now).FirstOrDefault(),
        };
    }

    /// <summary>The html part; null as long as there is no date, and so no mail to look at.</summary>
    public async Task<string?> HtmlAsync(int id, CancellationToken stop)
    {
        var invitation = await LoadAsync(id, stop);
        return invitation.Gathering!.StartsAt is null
            ? null
            : templates.Render(await letters.InvitationTextAsync(invitation, stop), invitation.Person!.Language).Html;
    }

    /// <summary>What must be filled in first, in one sentence; null when nothing is missing.</summary>
    public async Task<string?> MissingInWordsAsync(int id, CancellationToken stop) =>
        await LoadAsync(id, stop) is { State: InvitationState.Concept, Person.Email: not null } asked
        && await gaps.OfAsync(asked, "", stop) is { Count: > 0 } missing
            ? InvitationGaps.InWords(missing)
            : null;

    private Task<Invitation> LoadAsync(int id, CancellationToken stop) =>
        db.Invitations.AsNoTracking().WithFacts().SingleAsync(item => item.Id == id, stop);
}
