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
/// <param name="Start">Local.</param>
/// <param name="Kept">How many answers people keep to themselves.</param>
/// <param name="Continue">The first unread answer after the last one that was read; null = everything is read.</param>
public sealed record OverviewPage(
    int Id,
    string Title,
    string Subject,
    DateTime? Start,
    DateTime Today,
    OverviewOrder Order,
    int People,
    int Ready,
    int Unread,
    int Picked,
    int Kept,
    int? Continue,
    IReadOnlyList<OverviewPart> Parts,
    IReadOnlyList<NotReady> Waiting,
    WishForm Form,
    bool WantsMail
)
{
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
/// <param name="At">Local.</param>
/// <param name="By">First name of who wrote it down; null = the person herself.</param>
/// <param name="Asked">The words that were answered, when the question has other words now.</param>
/// <param name="Version">"Eerste" or "tweede" of several by the same person; null = the only one.</param>
public sealed record AnswerView(
    int Id,
    int Revision,
    int Question,
    int Invitation,
    string Name,
    string Perspective,
    bool AtDistance,
    string Came,
    string? By,
    DateTime At,
    string Text,
    string? Asked,
    int? Version,
    bool BoardWithoutName,
    bool Picked,
    Reading Reading
)
{
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
