using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Says what a mail that waits says, from the facts of this moment and to the present address of the person; each
/// subject for its own mails. Reads only, and makes no link: what belongs to a mail was made when it was queued.
/// </summary>
public interface IMakesAnew
{
    /// <returns>Null when it is not a mail of this subject, or what it was about is not so any more.</returns>
    Task<Letter?> AnewAsync(OutgoingMail mail, CancellationToken stop);
}
