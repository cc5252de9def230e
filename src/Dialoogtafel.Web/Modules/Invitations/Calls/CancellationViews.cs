using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Modules.Invitations.Calls;

/// <summary>One chair that was given back.</summary>
/// <param name="Sentence">Who, and how many chairs are free now.</param>
/// <param name="At">When, local.</param>
/// <param name="Next">Whom to call about it; null when the list holds nobody who fits.</param>
/// <param name="Substitute">Who was named in the own place; null when nobody was.</param>
public sealed record CancellationView(
    int Id,
    string Name,
    string Sentence,
    DateTime At,
    string Table,
    DateTime? Start,
    int TableId,
    int PerspectiveId,
    string Perspective,
    CallNext? Next,
    string? Substitute
);

/// <param name="Why">After the name: "gaf nog geen antwoord".</param>
public sealed record CallNext(int Id, string Name, string FirstName, string? Phone, string Why);

/// <summary>Somebody who was named; null = the words cannot be taken apart, and stand with the invitation.</summary>
/// <param name="Id">The invitation of who named that person.</param>
public sealed record SubstituteView(
    int Id,
    int TableId,
    string By,
    string ByFirstName,
    NamedSubstitute? Named,
    string Table,
    DateTime? Start,
    DateTime? ToldAt
);

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
