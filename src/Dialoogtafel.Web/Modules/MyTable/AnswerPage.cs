using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>The five answers, in the order of the page.</summary>
public enum AnswerChoice
{
    Yes,
    Undecided,
    No,
    Contribute,
    SomeoneElse,
}

/// <summary>Post to <c>{path}/antwoord</c>. Nothing is chosen as served.</summary>
public sealed class AnswerForm
{
    [Required(ErrorMessage = "Kies één van de vijf antwoorden.")]
    public AnswerChoice? Answer { get; set; }
}

public sealed record AnswerPage(
    LinkOwner Owner,
    GatheringLine Gathering,
    Contact? Contact,
    DateTime Now,
    AnswerForm Form
)
{
    /// <summary>The answer that stands now, told in words; never chosen beforehand.</summary>
    public AnswerGiven? Before { get; init; }
}
