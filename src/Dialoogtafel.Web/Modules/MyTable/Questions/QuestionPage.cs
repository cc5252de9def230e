using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Preparation.Kinds;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

public enum QuestionStep
{
    Next,
    Back,
    Later,
}

/// <summary>Post to <c>{path}/vragen/{question}</c>, by a button or by itself. See <see cref="TypedAnswer"/>.</summary>
public sealed class QuestionForm
{
    /// <summary>The words, or the number of the option from 1.</summary>
    public string? Text { get; set; }

    public string? Tab { get; set; }
    public int Turn { get; set; }
    public string? Served { get; set; }
    public int WordingId { get; set; }

    /// <summary>The button; null when the page saves by itself.</summary>
    public QuestionStep? Go { get; set; }
}

/// <summary>What happened on the page before.</summary>
public enum QuestionNews
{
    /// <summary>Other words stood there already: both are kept.</summary>
    Beside,

    /// <summary>The box was emptied: the answer is still kept.</summary>
    Emptied,
}

/// <summary>One question.</summary>
/// <param name="Action">Where its form posts to.</param>
/// <param name="Number">From 1; 0 for something to read.</param>
public sealed record QuestionPage(
    LinkOwner Owner,
    Contact? Contact,
    string Action,
    int Number,
    int Count,
    QuestionKind Kind,
    QuestionForm Form
)
{
    public required string Text { get; init; }
    public required string Help { get; init; }

    /// <summary>The lines of its wording: the choices, or the words at both ends.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    public QuestionNews? News { get; init; }

    /// <summary>An answer to this question was typed elsewhere and is not shown here.</summary>
    public bool HasElsewhere { get; init; }

    /// <summary>After it all is looked over.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Too long to keep; it stands in the box still.</summary>
    public bool TooLong { get; init; }

    /// <summary>What its kind draws it with.</summary>
    public QuestionPart Part => new(Kind, Text, Help, Options, Form.Text) { TooLong = TooLong };

    /// <summary>The start page of the questions.</summary>
    public string Start => $"{Owner.Path}/vragen";
}

/// <summary>What a page that saves by itself gets back.</summary>
/// <param name="Served">What it was served with from now on; null = as before.</param>
/// <param name="Say">One short line.</param>
public sealed record SavedAnswer(string? Served, string Say);
