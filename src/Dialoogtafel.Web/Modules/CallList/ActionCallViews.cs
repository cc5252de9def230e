using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Actions;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>One action to call about, with the ways to say how it went that fit.</summary>
/// <param name="Name">Full name of who does it; null = nobody.</param>
/// <param name="IsChoice">Doorgaan, overdragen of stoppen: on the page of the action itself.</param>
/// <param name="MayAnswer">There is an owner who may be called, so her answer can be typed in.</param>
/// <param name="Day">Proposed for the next call.</param>
public sealed record ActionCallView(
    int Id,
    string Text,
    string Subject,
    string? Name,
    string? FirstName,
    string? Phone,
    string Why,
    bool IsChoice,
    bool MayAnswer,
    DateOnly Day
);

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
