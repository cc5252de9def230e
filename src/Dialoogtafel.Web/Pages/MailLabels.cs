using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Pages;

/// <summary>The team's words for the mails that go out, and the shape beside the state of one.</summary>
public static class MailLabels
{
    public static string Of(MailState state) =>
        state switch
        {
            MailState.Queued => "wacht",
            MailState.Sending => "onderweg",
            MailState.Sent => "verstuurd",
            MailState.Failed => "mislukt",
            MailState.Uncertain => "misschien aangekomen",
            MailState.Recalled => "teruggenomen",
            MailState.Dropped => "vervallen",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static StateKind KindOf(MailState state) =>
        state switch
        {
            MailState.Queued or MailState.Sending => StateKind.Queued,
            MailState.Sent => StateKind.Sent,
            MailState.Failed => StateKind.MailFailed,
            MailState.Uncertain => StateKind.MailUncertain,
            MailState.Recalled or MailState.Dropped => StateKind.No,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
