using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Modules.Admin.MailLog;

/// <summary>Which mails the list shows.</summary>
public enum PostFilter
{
    All,
    Waiting,
    Uncertain,
    Failed,
    Sent,
    Gone,
}

/// <param name="Moment">Local time: sent, or else queued.</param>
public sealed record PostLine(Guid Id, DateTime Moment, string Kind, string To, MailState State, string? Reply);

/// <param name="Held">Mails that wait because sending is off or the links reach this computer alone.</param>
public sealed record PostPage(PostFilter Filter, IReadOnlyList<PostLine> Lines, int Page, bool HasMore, int Held);

/// <param name="Mail">Null when the bytes are gone or cannot be read.</param>
/// <param name="LinksWork">In the demo links are shown whole.</param>
/// <param name="WasMade">False when its address was none: there is nothing to show or to send.</param>
public sealed record PostDetail(PostLine Line, MailAsRead? Mail, bool LinksWork, bool CanSendAgain, bool WasMade);

/// <summary>What a person chooses about a failed or uncertain mail.</summary>
public sealed class SendAgainForm
{
    /// <summary>An uncertain mail may arrive twice: that is a choice of its own.</summary>
    public bool MayBeDouble { get; set; }
}

/// <summary>The words of the outbox page.</summary>
public static class PostWords
{
    public static IReadOnlyList<(PostFilter Filter, string Path, string Word)> Filters { get; } =
    [
        (PostFilter.All, "", "Alles"),
        (PostFilter.Waiting, "wacht", "Wacht"),
        (PostFilter.Uncertain, "onzeker", "Onzeker"),
        (PostFilter.Failed, "mislukt", "Mislukt"),
        (PostFilter.Sent, "verstuurd", "Verstuurd"),
        (PostFilter.Gone, "vervallen", "Vervallen"),
    ];

    public static PostFilter FilterOf(string? path) => Filters.FirstOrDefault(item => item.Path == path).Filter;

    public static IReadOnlyList<MailState> States(PostFilter filter) =>
        filter switch
        {
            PostFilter.Waiting => [MailState.Queued, MailState.Sending],
            PostFilter.Uncertain => [MailState.Uncertain],
            PostFilter.Failed => [MailState.Failed],
            PostFilter.Sent => [MailState.Sent],
            PostFilter.Gone => [MailState.Dropped, MailState.Recalled],
            PostFilter.All => Enum.GetValues<MailState>(),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
        };
}
