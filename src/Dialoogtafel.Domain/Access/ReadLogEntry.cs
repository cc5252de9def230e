namespace Dialoogtafel.Domain.Access;

/// <summary>
/// Leeslog: that a team member saw what somebody typed or what was written about them: who, whose, when, on which page
/// (D-07). Never the content, and no reason is asked. Bare numbers: they say nothing any more once the
/// person is gone. Retention: 24 months.
/// </summary>
public sealed class ReadLogEntry
{
    public int Id { get; private set; }

    /// <summary>The team member who read.</summary>
    public required int ReaderId { get; init; }

    /// <summary>Of whom the text is.</summary>
    public required int PersonId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The path of the page, for example <c>/uitnodigingen/7/notities</c>.</summary>
    public required string Page { get; init; }
}
