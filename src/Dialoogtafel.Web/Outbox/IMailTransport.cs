using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// The five ways in which handing over one mail can end (F4). What a refusal means: Engines/Refusals.cs.
/// </summary>
public enum SendOutcome
{
    /// <summary>The server took the responsibility: 250 after the final dot.</summary>
    Accepted,

    /// <summary>
    /// Surely not delivered, may succeed later: no connection, not now, undecided words, or a break before the final
    /// dot.
    /// </summary>
    TryAgain,

    /// <summary>Surely not delivered and never will be: this address takes no mail.</summary>
    Refused,

    /// <summary>
    /// Surely not delivered, and not because of the address: our account, our sender, what is thought of us.
    /// </summary>
    AboutUs,

    /// <summary>The conversation broke after the final dot and before the reply: nobody knows.</summary>
    Uncertain,
}

/// <param name="Reply">The server's last words, or ours on a break; one line, at most 300 characters, without addresses
/// of people.</param>
public sealed record SendResult(SendOutcome Outcome, string Reply)
{
    /// <summary>Of <see cref="SendOutcome.AboutUs"/>: what it is about.</summary>
    public PauseCause? Cause { get; init; }

    /// <summary>
    /// No other server can see it otherwise. When not, it may be the doing of this one recipient's server.
    /// </summary>
    public bool IsCertain { get; init; }
}

/// <summary>
/// Brings finished bytes to a server (SMTP) or a folder. Never throws for anything that a server or network does.
/// </summary>
public interface IMailTransport
{
    /// <summary>How many sessions it takes at once, each with one mail at a time.</summary>
    int Lanes { get; }

    /// <summary>
    /// A session keeps one connection open over several mails, connects when first needed and again after a break.
    /// </summary>
    IMailSession Open();
}

public interface IMailSession : IAsyncDisposable
{
    /// <summary>Sends one mail to one recipient.</summary>
    /// <param name="from">Envelope sender.</param>
    /// <param name="to">Envelope recipient; exactly one (S23).</param>
    /// <param name="bytes">The mail as composed: CRLF lines, not yet dot-stuffed.</param>
    /// <param name="stop">Honoured until DATA begins; after that the conversation is finished (at most the time-out) so
    /// that a normal stop leaves nothing uncertain.</param>
    Task<SendResult> SendAsync(string from, string to, ReadOnlyMemory<byte> bytes, CancellationToken stop);
}
