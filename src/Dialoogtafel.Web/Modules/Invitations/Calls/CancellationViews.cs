using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Modules.Invitations.Calls;

/// <summary>One chair that was given back.</summary>
public sealed record CancellationView
{
    public required int Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Who, and how many chairs are free now.</summary>
    public required string Sentence { get; init; }

    /// <summary>When, local.</summary>
    public required DateTime At { get; init; }
    public required string Table { get; init; }
    public required DateTime? Start { get; init; }
    public required int TableId { get; init; }
    public required int PerspectiveId { get; init; }
    public required string Perspective { get; init; }

    /// <summary>Whom to call about it; null when the list holds nobody who fits.</summary>
    public required CallNext? Next { get; init; }

    /// <summary>Who was named in the own place; null when nobody was.</summary>
    public required string? Substitute { get; init; }
}

/// <param name="Why">After the name: "gaf nog geen antwoord".</param>
public sealed record CallNext(int Id, string Name, string FirstName, string? Phone, string Why);

/// <summary>Somebody who was named; null = the words cannot be taken apart, and stand with the invitation.</summary>
public sealed record SubstituteView
{
    /// <summary>The invitation of who named that person.</summary>
    public required int Id { get; init; }
    public required int TableId { get; init; }
    public required string By { get; init; }
    public required string ByFirstName { get; init; }
    public required NamedSubstitute? Named { get; init; }
    public required string Table { get; init; }
    public required DateTime? Start { get; init; }
    public required DateTime? ToldAt { get; init; }
}

public sealed class DeclineForm
{
    [
        Required(ErrorMessage = "Schrijf in een paar woorden waarom niet."),
        StringLength(200, ErrorMessage = "Maak het korter, hooguit 200 tekens.")
    ]
    public string? Word { get; set; }
}

/// <summary>What was sent and refused: stands again in the row of that invitation.</summary>
public sealed record SubstituteRefused(int Invitation, DeclineForm Form, string Why);
