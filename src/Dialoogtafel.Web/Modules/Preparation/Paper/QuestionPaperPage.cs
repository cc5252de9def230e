using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Web.Modules.Preparation.Paper;

/// <summary>The paper twin of the questions beforehand, for one person or blank.</summary>
/// <param name="Name">Null = a line to write it on.</param>
/// <param name="Start">Local; null while there is no date.</param>
/// <param name="Readers">Who reads the answers, by name; null while nobody is chosen.</param>
/// <param name="Contact">To whom the form goes; null when the table has nobody and the site no number.</param>
/// <param name="BringAlong">Every question is to take along: nobody else reads it unless the person says so.</param>
/// <param name="Mixed">Some questions are to take along and others to send in.</param>
/// <param name="Left">Names of sets that this blank form leaves out, because they are for some people only.</param>
public sealed record QuestionPaperPage(
    int Id,
    int? Invitation,
    string? Name,
    string Language,
    string Title,
    string Subject,
    DateTime? Start,
    string? Place,
    string? Readers,
    string? Contact,
    string? Phone,
    bool BringAlong,
    bool Mixed,
    IReadOnlyList<PaperQuestion> Questions,
    IReadOnlyList<string> Left
)
{
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
