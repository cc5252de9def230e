using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Actions.MyAction;

/// <summary>
/// What the owner of an action sees behind her link: what was agreed, one question, and what she said before. Dates
/// local.
/// </summary>
/// <param name="Path">What the addresses of its pages begin with.</param>
/// <param name="Table">The day of the table; null = it had no date.</param>
/// <param name="Together">First name of who helps; null = nobody was asked to.</param>
/// <param name="Contact">Whom to call; null = the contact of the installation.</param>
/// <param name="WrittenBy">First name of the team member who wrote the last answer down; null = the owner
/// herself.</param>
/// <param name="JustNoted">She came from the button: the page confirms it.</param>
public sealed record MyActionPage(
    string Path,
    string FirstName,
    string Text,
    string Subject,
    DateTime? Table,
    DateOnly? TargetOn,
    string NextStep,
    string? Together,
    Contact? Contact,
    ActionEnd? End,
    ActionAnswer? Answer,
    DateTime? AnsweredAt,
    string? WrittenBy,
    DateTime Today,
    bool JustNoted,
    MyActionForm Form
);

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
