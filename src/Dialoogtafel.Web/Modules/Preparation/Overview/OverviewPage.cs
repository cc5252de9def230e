using System.ComponentModel.DataAnnotations;

namespace Dialoogtafel.Web.Modules.Preparation.Overview;

/// <summary>The three orders in which the facilitators read.</summary>
public enum OverviewOrder
{
    Question,
    Perspective,
    Person,
}

/// <summary>The answers of one table for one of its two facilitators.</summary>
public sealed record OverviewPage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Local.</summary>
    public required DateTime? Start { get; init; }
    public required DateTime Today { get; init; }
    public required OverviewOrder Order { get; init; }
    public required int People { get; init; }
    public required int Ready { get; init; }
    public required int Unread { get; init; }
    public required int Picked { get; init; }

    /// <summary>How many answers people keep to themselves.</summary>
    public required int Kept { get; init; }

    /// <summary>The first unread answer after the last one that was read; null = everything is read.</summary>
    public required int? Continue { get; init; }
    public required IReadOnlyList<OverviewPart> Parts { get; init; }
    public required IReadOnlyList<NotReady> Waiting { get; init; }
    public required WishForm Form { get; init; }
    public required bool WantsMail { get; init; }

    public string Here => $"/bijeenkomsten/{Id}/voorbereiding";
}

/// <summary>A question, a perspective or a person, with what belongs below it.</summary>
public sealed record OverviewPart(string Title, IReadOnlyList<OverviewGroup> Groups);

/// <param name="Title">Null when the part itself is the question.</param>
/// <param name="Help">What happened to the question; null = it is asked.</param>
/// <param name="Kept">How many answers in it people keep to themselves.</param>
/// <param name="Side">Halen and brengen of one person: shown side by side.</param>
public sealed record OverviewGroup(string? Title, string? Help, int Kept, bool Side, IReadOnlyList<AnswerView> Answers)
{
    public IEnumerable<AnswerView> Unread => Answers.Where(answer => answer.Reading != Reading.Read);
}

public enum Reading
{
    Unread,
    Changed,
    Read,
}

/// <summary>One answer as it stands in one place.</summary>
public sealed record AnswerView
{
    public required int Id { get; init; }
    public required int Revision { get; init; }
    public required int Question { get; init; }
    public required int Invitation { get; init; }
    public required string Name { get; init; }
    public required string Perspective { get; init; }
    public required bool AtDistance { get; init; }
    public required string Came { get; init; }

    /// <summary>First name of who wrote it down; null = the person herself.</summary>
    public required string? By { get; init; }

    /// <summary>Local.</summary>
    public required DateTime At { get; init; }
    public required string Text { get; init; }

    /// <summary>The words that were answered, when the question has other words now.</summary>
    public required string? Asked { get; init; }

    /// <summary>"Eerste" or "tweede" of several by the same person; null = the only one.</summary>
    public required int? Version { get; init; }
    public required bool BoardWithoutName { get; init; }
    public required bool Picked { get; init; }
    public required Reading Reading { get; init; }

    /// <summary>As a form says which answer was read: a later change is unread.</summary>
    public string Mark => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}.{Revision}");
}

public sealed record NotReady(int Invitation, string Name, string Perspective, string? Phone, int Open, int Count);

/// <summary>When a facilitator wants to hear how many have answered (M-08).</summary>
public sealed class WishForm
{
    [Range(1, 30, ErrorMessage = "Kies een aantal dagen van 1 tot 30.")]
    public int? Days { get; set; }

    /// <summary>"Liever niet".</summary>
    public bool None { get; set; }
}
