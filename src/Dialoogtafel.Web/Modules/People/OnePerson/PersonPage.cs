using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <param name="ConfirmedAt">Local time; null while only somebody else said so.</param>
public sealed record KnownPerspective(int Id, string Name, string Project, string AccordingTo, DateTime? ConfirmedAt);

/// <summary>Times are local.</summary>
public sealed record HeldRole(ParticipationRole Role, string Project, DateTime From, DateTime? Until, string Reason);

/// <summary>One consent with its proof; times are local.</summary>
public sealed record GivenConsent
{
    public required int Id { get; init; }
    public required ConsentPurpose Purpose { get; init; }
    public required ContactField? Field { get; init; }
    public required string Project { get; init; }
    public required string TextVersion { get; init; }
    public required ConsentChannel Channel { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTime GivenAt { get; init; }
    public required DateTime? WithdrawnAt { get; init; }

    /// <summary>For what, in words; of the contact list also which field.</summary>
    public string What => PersonLabels.Of(Purpose) + (Field is { } given ? $": {PersonLabels.Of(given)}" : "");
}

/// <summary>One table for which the person was asked; times are local.</summary>
public sealed record TableHistory(
    int InvitationId,
    string Subject,
    int Number,
    DateTime? Start,
    InvitationState State,
    DateTime? AnsweredAt
);

/// <summary>
/// Everything that the reader may see of one person; what belongs to a project only from her own projects.
/// </summary>
public sealed record PersonPage
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string FirstName { get; init; }
    public required string? Phone { get; init; }
    public required string? Email { get; init; }

    /// <summary>Others with the same address, by name.</summary>
    public required IReadOnlyList<string> SharesAddressWith { get; init; }

    /// <summary>Signs in to the team pages, with an address that only she changes.</summary>
    /// <summary>
    /// The newest mail to this person that failed or is uncertain, for the organiser of its table; null when all is
    /// well.
    /// </summary>
    public Guid? LostMail { get; init; }

    /// <summary>The reader organises a project: she may export and remove.</summary>
    public bool IsOrganiser { get; init; }
    public required bool HasAccount { get; init; }
    public required bool IsMe { get; init; }

    /// <summary>In the team of one of the reader's projects.</summary>
    public required bool InMyTeam { get; init; }

    /// <summary>Since when the address is one that the team gave and the person did not confirm; local.</summary>
    public DateTime? AddressSetByTeamAt { get; init; }

    public required DateTime? NotToBeApproachedSince { get; init; }
    public required DateTime? RemovalRequestedAt { get; init; }
    public required IReadOnlyList<KnownPerspective> Perspectives { get; init; }
    public required IReadOnlyList<HeldRole> Roles { get; init; }
    public required IReadOnlyList<GivenConsent> Consents { get; init; }
    public required IReadOnlyList<TableHistory> Tables { get; init; }
    public required IReadOnlyList<SelectListItem> PerspectiveChoices { get; init; }
    public required IReadOnlyList<SelectListItem> ProjectChoices { get; init; }
    public required IReadOnlyList<string> Organisations { get; init; }

    public ContactForm Contact { get; init; } = new();
    public PerspectiveForm Perspective { get; init; } = new();
    public RoleForm GivenRole { get; init; } = new();
    public ConsentForm Consent { get; init; } = new();

    /// <summary>What somebody else stored in the meantime; null when nobody did (F11).</summary>
    public ContactForm? Stored { get; init; }
}

/// <summary>The form for somebody new; the perspective is optional and of one of the reader's projects.</summary>
public sealed record NewPersonPage(
    ContactForm Contact,
    IReadOnlyList<string> Organisations,
    IReadOnlyList<SelectListItem> PerspectiveChoices,
    NewPerspectiveForm Perspective
)
{
    /// <summary>Asked when the address is known already; else null.</summary>
    public KnownQuestion? Known { get; init; }
}

/// <summary>The model of the partial with the contact fields.</summary>
public sealed record ContactFields(ContactForm Contact, IReadOnlyList<string> Organisations);

public sealed class NewPerspectiveForm
{
    public int? PerspectiveId { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(100, ErrorMessage = "Schrijf het korter.")]
    public string? AccordingTo { get; set; }
}
