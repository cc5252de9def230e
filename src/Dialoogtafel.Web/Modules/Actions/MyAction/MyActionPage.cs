using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Actions.MyAction;

/// <summary>
/// What the owner of an action sees behind her link: what was agreed, one question, and what she said before. Dates
/// local.
/// </summary>
public sealed record MyActionPage
{
    /// <summary>What the addresses of its pages begin with.</summary>
    public required string Path { get; init; }
    public required string FirstName { get; init; }
    public required string Text { get; init; }
    public required string Subject { get; init; }

    /// <summary>The day of the table; null = it had no date.</summary>
    public required DateTime? Table { get; init; }
    public required DateOnly? TargetOn { get; init; }
    public required string NextStep { get; init; }

    /// <summary>First name of who helps; null = nobody was asked to.</summary>
    public required string? Together { get; init; }

    /// <summary>Whom to call; null = the contact of the installation.</summary>
    public required Contact? Contact { get; init; }
    public required ActionEnd? End { get; init; }
    public required ActionAnswer? Answer { get; init; }
    public required DateTime? AnsweredAt { get; init; }

    /// <summary>First name of the team member who wrote the last answer down; null = the owner herself.</summary>
    public required string? WrittenBy { get; init; }
    public required DateTime Today { get; init; }

    /// <summary>She came from the button: the page confirms it.</summary>
    public required bool JustNoted { get; init; }
    public required MyActionForm Form { get; init; }
}

/// <summary>
/// Post to <c>{path}/antwoord</c>. Nothing is chosen as served; the words are not shown again, because a link may be
/// passed on.
/// </summary>
public sealed class MyActionForm
{
    [Required(ErrorMessage = "Kies hoe het gaat.")]
    public ActionAnswer? Answer { get; set; }

    [StringLength(1000, ErrorMessage = "Dit is te lang. Maak het korter, of bel ons.")]
    public string? Words { get; set; }
}
