using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;
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

    /// <summary>The page that asks on, below that of the table; null when nothing more is asked.</summary>
    public string? AsksOn =>
        Answer switch
        {
            AnswerChoice.Undecided => "wanneer",
            AnswerChoice.Contribute => "meegeven",
            AnswerChoice.SomeoneElse => "iemand-anders",
            _ => null,
        };

    /// <summary>Once it was checked.</summary>
    public RsvpAnswer Means() =>
        Answer switch
        {
            AnswerChoice.Yes => RsvpAnswer.Yes,
            AnswerChoice.Undecided => RsvpAnswer.Maybe,
            AnswerChoice.No => RsvpAnswer.No,
            AnswerChoice.Contribute => RsvpAnswer.Contribute,
            AnswerChoice.SomeoneElse => RsvpAnswer.Substitute,
            _ => throw new InvalidOperationException("Nothing was answered."),
        };
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

    public static AnswerPage Of(MyTablePages pages, AnswerForm form) =>
        new(pages.Owner, pages.Line, pages.Contact, pages.LocalNow, form) { Before = pages.Given };
}
