using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>
/// What one person told, with a form to add to it; an empty form, because each telling stands on its own.
/// </summary>
public sealed record SpokenNeedsPage
{
    public required int Id { get; init; }
    public required int GatheringId { get; init; }
    public required int PersonId { get; init; }
    public required string FirstName { get; init; }
    public required string FullName { get; init; }

    /// <summary>Title and subject of the table.</summary>
    public required string Table { get; init; }

    /// <summary>Local; null while there is no date.</summary>
    public required DateTime? Start { get; init; }

    public required DateTime Today { get; init; }

    /// <summary>Days after the table on which it is erased.</summary>
    public required int Days { get; init; }

    /// <summary>False when the person does not come, or the table has begun or is called off.</summary>
    public required bool MayTell { get; init; }

    /// <summary>This team member also calls and invites.</summary>
    public required bool Recruits { get; init; }

    /// <summary>Oldest first; none of somebody who does not come.</summary>
    public required IReadOnlyList<Telling> Tellings { get; init; }

    /// <summary>The team wrote something down, so it can be erased here.</summary>
    public required bool TeamWrote { get; init; }

    public SpokenNeedsForm Form { get; init; } = new();
}

/// <summary>
/// What somebody told us; "Wis" here erases what the team wrote before, never what the person did, and what is typed
/// beside it is kept.
/// </summary>
public sealed class SpokenNeedsForm : NeedsForm, IValidatableObject
{
    /// <summary>How it was heard; never the person's own page.</summary>
    public ContactChannel? Channel { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!(Erase && IsEmpty) && Channel is null or ContactChannel.Page)
        {
            yield return new ValidationResult("Kies hoe u het hoorde.", [nameof(Channel)]);
        }
    }
}
