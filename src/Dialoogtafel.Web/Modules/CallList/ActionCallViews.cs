using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Actions;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>One action to call about, with the ways to say how it went that fit.</summary>
public sealed record ActionCallView
{
    public required int Id { get; init; }
    public required string Text { get; init; }
    public required string Subject { get; init; }

    /// <summary>Full name of who does it; null = nobody.</summary>
    public required string? Name { get; init; }
    public required string? FirstName { get; init; }
    public required string? Phone { get; init; }
    public required string Why { get; init; }

    /// <summary>Doorgaan, overdragen of stoppen: on the page of the action itself.</summary>
    public required bool IsChoice { get; init; }

    /// <summary>There is an owner who may be called, so her answer can be typed in.</summary>
    public required bool MayAnswer { get; init; }

    /// <summary>Proposed for the next call.</summary>
    public required DateOnly Day { get; init; }
}

/// <summary>How a call about an action went.</summary>
public enum ActionCallPress
{
    Reached,
    NotReached,
    Later,
}

public sealed class ActionCallForm
{
    [Required(ErrorMessage = "Kies hoe het gesprek afliep.")]
    public ActionCallPress? Press { get; set; }

    /// <summary>What the owner said; only with reached.</summary>
    public ActionAnswer? Answer { get; set; }

    public DateOnly? Day { get; set; }

    [StringLength(1000, ErrorMessage = "Maak de notitie korter, hooguit 1000 tekens.")]
    public string? Note { get; set; }
}

/// <summary>What was sent and refused: stands again in the row of that action.</summary>
public sealed record ActionRefused(int Action, ActionCallForm Form, string Why);
