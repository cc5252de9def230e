using Dialoogtafel.Domain.AfterTable;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>Na de tafel: who was there, and what comes next.</summary>
public sealed record AfterTablePage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Local; null while there is no date.</summary>
    public required DateTime? Start { get; init; }
    public required DateTime Today { get; init; }
    public required bool Begun { get; init; }

    /// <summary>Who stands where in the form, in its order.</summary>
    public required IReadOnlyList<AttendanceLine> Lines { get; init; }

    /// <summary>Null while nobody was ticked.</summary>
    public required FetchCount? Count { get; init; }

    /// <summary>Who ticked, and on which day, in words; each once.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>What is done and what is next, in order.</summary>
    public required IReadOnlyList<AfterStep> Steps { get; init; }
    public required AttendanceForm Form { get; init; }
}

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
