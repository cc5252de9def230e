using Dialoogtafel.Domain.AfterTable;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>Na de tafel: who was there, and what comes next.</summary>
/// <param name="Start">Local; null while there is no date.</param>
/// <param name="Lines">Who stands where in the form, in its order.</param>
/// <param name="Count">Null while nobody was ticked.</param>
/// <param name="By">Who ticked, and on which day, in words; each once.</param>
/// <param name="Steps">What is done and what is next, in order.</param>
public sealed record AfterTablePage(
    int Id,
    string Title,
    string Subject,
    DateTime? Start,
    DateTime Today,
    bool Begun,
    IReadOnlyList<AttendanceLine> Lines,
    FetchCount? Count,
    IReadOnlyList<string> By,
    IReadOnlyList<AfterStep> Steps,
    AttendanceForm Form
);

/// <summary>One person in the list.</summary>
/// <param name="Group">The heading that she stands below.</param>
/// <param name="Detail">Her task or her answer; may be empty.</param>
public sealed record AttendanceLine(string Group, string Name, string Detail);

/// <param name="Line">How it stands, in one sentence.</param>
/// <param name="Done">Nothing is left to do.</param>
public sealed record AfterStep(string Name, string Line, string Href, bool Done);

/// <summary>The list with its ticks. As served it changes nothing but who had a chair and is not ticked.</summary>
public sealed class AttendanceForm
{
    public List<PersonTick> Ticks { get; set; } = [];
}

public sealed class PersonTick
{
    public int Person { get; set; }

    /// <summary>How it stood when the page was made; null = not ticked by anybody.</summary>
    public Presence? Was { get; set; }

    public bool Here { get; set; }
}
