using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Web.Modules.Preparation.Paper;

/// <summary>The paper twin of the questions beforehand, for one person or blank.</summary>
public sealed record QuestionPaperPage
{
    public required int Id { get; init; }
    public required int? Invitation { get; init; }

    /// <summary>Null = a line to write it on.</summary>
    public required string? Name { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Local; null while there is no date.</summary>
    public required DateTime? Start { get; init; }
    public required string? Place { get; init; }

    /// <summary>Who reads the answers, by name; null while nobody is chosen.</summary>
    public required string? Readers { get; init; }

    /// <summary>To whom the form goes; null when the table has nobody and the site no number.</summary>
    public required string? Contact { get; init; }
    public required string? Phone { get; init; }

    /// <summary>Every question is to take along: nobody else reads it unless the person says so.</summary>
    public required bool BringAlong { get; init; }

    /// <summary>Some questions are to take along and others to send in.</summary>
    public required bool Mixed { get; init; }
    public required IReadOnlyList<PaperQuestion> Questions { get; init; }

    /// <summary>Names of sets that this blank form leaves out, because they are for some people only.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>Who reads when one of them cannot; null while nobody was chosen.</summary>
    public string? StandIn { get; init; }
}

/// <param name="Number">Null for an instruction.</param>
public sealed record PaperQuestion(
    int? Number,
    QuestionKind Kind,
    bool BringAlong,
    string Text,
    string Help,
    IReadOnlyList<string> Options
);
