using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// The last look at a mail that tells of more than its own subject, in the transaction of its claim: what it says is
/// what may be said at this moment.
/// </summary>
public interface ILastLook
{
    /// <returns>True when it was not right: it is dropped, and another took its place or none did.</returns>
    Task<bool> ReplaceAsync(OutgoingMail mail, DateTime now, CancellationToken stop);
}
