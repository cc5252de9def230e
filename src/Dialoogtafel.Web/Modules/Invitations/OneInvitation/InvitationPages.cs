using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Invitations.OneInvitation;

/// <summary>The mail as it will look, and what happens with the one button.</summary>
public sealed record PreviewPage
{
    public required int Id { get; init; }
    public required int GatheringId { get; init; }
    public required string FirstName { get; init; }
    public required string FullName { get; init; }

    /// <summary>Null when the person has no address: she is called, or asked otherwise.</summary>
    public required string? Email { get; init; }
    public required string? Phone { get; init; }
    public required string Subject { get; init; }
    public required string From { get; init; }

    /// <summary>False until sending is switched on: the button then leads there.</summary>
    public required bool CanSend { get; init; }
    public required bool AlreadySent { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>What the mail names and nobody filled in yet: until then it does not leave.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>Without a date there is no mail to look at.</summary>
    public bool HasDate { get; init; } = true;

    /// <summary>"Nu of morgen om 8.00", at night alone.</summary>
    public SendForm Send { get; init; } = new();

    public IReadOnlyList<Choice> WhenChoices { get; init; } = [];

    /// <summary>That it leaves later than she would think, and why; null when it does not.</summary>
    public string? Waits { get; init; }
}

/// <summary>Everything about one person at one table.</summary>
public sealed record InvitationPage
{
    public required int Id { get; init; }
    public required int GatheringId { get; init; }
    public required int PersonId { get; init; }
    public required string Table { get; init; }
    public required string FullName { get; init; }
    public required string FirstName { get; init; }
    public required string? Phone { get; init; }
    public required string? Email { get; init; }
    public required string Perspective { get; init; }
    public required string ViaWhom { get; init; }
    public required InvitationState State { get; init; }
    public required bool ChairFree { get; init; }
    public required string? CallReason { get; init; }
    public required string? Note { get; init; }

    /// <summary>Who was named in the own place and is not invited yet, after "noemt"; null when nobody is.</summary>
    public string? Names { get; init; }

    /// <summary>Why who was named is not invited; null when that was not chosen.</summary>
    public string? Declined { get; init; }
    public required string? SeatReason { get; init; }
    public required DateTime? CallBefore { get; init; }
    public required DateTime? SilentUntil { get; init; }
    public required bool AsksRemoval { get; init; }
    public required IReadOnlyList<HistoryLine> History { get; init; }
    public required IReadOnlyList<MailLine> Mails { get; init; }

    /// <summary>The last call, when it was no answer and can be taken back.</summary>
    public required HistoryCall? LastCall { get; init; }

    public required IReadOnlyList<HistoryCall> Calls { get; init; }

    /// <summary>There are call notes and this team member may read them.</summary>
    public required bool HasNotes { get; init; }

    /// <summary>She is asked to prepare, so her answers can be typed in.</summary>
    public bool IsAsked { get; init; }

    public SpokenForm Form { get; init; } = new();
    public ChairForm Chair { get; init; } = new();
}

/// <summary>One line of history; time local.</summary>
public sealed record HistoryLine(DateTime At, InvitationState State, ContactChannel Channel, string? By);

/// <summary>One call; time local.</summary>
public sealed record HistoryCall(DateTime At, string What, string? By);

/// <summary>One mail about this invitation; time local.</summary>
/// <param name="Leaves">When one that can be taken back leaves, after "gaat".</param>
public sealed record MailLine(
    Guid Id,
    string Kind,
    MailState State,
    DateTime At,
    string? Reply,
    bool CanRecall,
    string Leaves
);

/// <summary>An answer that somebody gave by phone, on paper or in person.</summary>
public sealed class SpokenForm
{
    [Required(ErrorMessage = "Kies wat deze persoon antwoordde.")]
    public RsvpAnswer? Answer { get; set; }

    [Required(ErrorMessage = "Kies hoe u het hoorde.")]
    public ContactChannel? Channel { get; set; }
}

public sealed class ChairForm
{
    [StringLength(300, ErrorMessage = "Dit is te lang. Schrijf het in één zin.")]
    public string? SeatReason { get; set; }
}
