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

public sealed record NewsletterPage(
    int Id,
    string Project,
    IssueState State,
    DateTime? At,
    DateTime Now,
    string Title,
    string? ReadAt,
    bool MaySend,
    IReadOnlyList<NewsletterBlock> Blocks,
    IssueMails? Mails,
    NewsletterForm Form
);

/// <param name="Count">Who gets it.</param>
/// <param name="Names">Five of them.</param>
/// <param name="Elsewhere">Get the news, and do not belong to this audience.</param>
/// <param name="NoAddress">Get the news, and cannot be mailed.</param>
public sealed record LeavePage(
    int Id,
    string Title,
    string Project,
    int Count,
    IReadOnlyList<string> Names,
    int Elsewhere,
    int NoAddress,
    bool CanSend,
    string Soon,
    LeaveForm Form
);

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
