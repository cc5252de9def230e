using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Newsletter.Writing;

/// <param name="At">Local time: when it left or leaves; null for a draft.</param>
public sealed record IssueLine(int Id, string Title, string Project, IssueState State, DateTime? At);

/// <param name="Subscribers">By project name: how many people get its news.</param>
public sealed record NewslettersPage(
    IReadOnlyList<IssueLine> Issues,
    IReadOnlyList<SelectListItem> Projects,
    IReadOnlyList<(string Project, int Count)> Subscribers,
    DateTime Now,
    NewIssueForm Form
);

/// <summary>How far the mails of an issue are.</summary>
/// <param name="Twice">Who may have got it twice (D-01).</param>
public sealed record IssueMails(
    int Sent,
    int Waiting,
    int Failed,
    int Uncertain,
    int Dropped,
    IReadOnlyList<string> Twice
);

public sealed record NewsletterPage
{
    public required int Id { get; init; }
    public required string Project { get; init; }
    public required IssueState State { get; init; }
    public required DateTime? At { get; init; }
    public required DateTime Now { get; init; }
    public required string Title { get; init; }
    public required string? ReadAt { get; init; }
    public required bool MaySend { get; init; }
    public required IReadOnlyList<NewsletterBlock> Blocks { get; init; }
    public required IssueMails? Mails { get; init; }
    public required NewsletterForm Form { get; init; }
}

public sealed record LeavePage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Project { get; init; }

    /// <summary>Who gets it.</summary>
    public required int Count { get; init; }

    /// <summary>Five of them.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Get the news, and do not belong to this audience.</summary>
    public required int Elsewhere { get; init; }

    /// <summary>Get the news, and cannot be mailed.</summary>
    public required int NoAddress { get; init; }
    public required bool CanSend { get; init; }
    public required string Soon { get; init; }
    public required LeaveForm Form { get; init; }
}

/// <summary>The team's words for where an issue stands.</summary>
public static class IssueWords
{
    public static string Of(IssueState state) =>
        state switch
        {
            IssueState.Draft => "concept",
            IssueState.Scheduled => "staat klaar",
            IssueState.Leaving => "gaat weg",
            IssueState.Sent => "verstuurd",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static StateKind KindOf(IssueState state) =>
        state switch
        {
            IssueState.Draft => StateKind.NotInvited,
            IssueState.Scheduled or IssueState.Leaving => StateKind.Queued,
            IssueState.Sent => StateKind.Sent,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
