namespace Dialoogtafel.Domain.Outbox;

/// <summary>
/// What a mail server has against us, and so whom to ask what. Never about the address of one person.
/// </summary>
public enum PauseCause
{
    /// <summary>The account sent as much as it may for now, or has no room left.</summary>
    Quota,

    /// <summary>The account may not send with this From address, or the address is not known.</summary>
    Sender,

    /// <summary>User or password is not taken, or without them the server does not pass mail on.</summary>
    SignIn,

    /// <summary>Nobody can see that the mail is really ours: SPF, DKIM, DMARC, or the name of the server.</summary>
    Proof,

    /// <summary>Kept out by a list or a rule.</summary>
    Blocked,
}

/// <summary>
/// Versturen staat stil: the mail server refuses us, so nothing goes until one try is taken. The row is there only
/// while there is something to remember. Without <see cref="Since"/> it remembers one refusal that may be the doing of
/// one recipient's server, and holds nothing up.
/// </summary>
public sealed class SendingPause
{
    /// <summary>Waits before the 1st, 2nd, … try; after the last one always that long.</summary>
    private static readonly int[] WaitMinutes = [15, 30, 60, 120, 240];

    public int Id { get; init; } = 1;
    public PauseCause Cause { get; private set; }

    /// <summary>The server's own words, one line without addresses.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The mail that met the first refusal: a second one counts when it goes to another domain.</summary>
    public Guid FirstMailId { get; private set; }

    /// <summary>Since when nothing goes; null = only a suspicion.</summary>
    public DateTime? Since { get; private set; }

    /// <summary>When one mail is tried. UTC.</summary>
    public DateTime? NextTryAt { get; private set; }

    /// <summary>How many tries were refused, the first one counted.</summary>
    public int Refusals { get; private set; }

    /// <summary>Nothing may go now.</summary>
    public bool Holds(DateTime now) => Since is not null && now < NextTryAt;

    public static SendingPause Suspected(Guid mail, PauseCause cause, string words) =>
        new()
        {
            FirstMailId = mail,
            Cause = cause,
            Words = words,
        };

    /// <summary>It begins, or goes on after a try, with a longer wait each time.</summary>
    public void Refused(PauseCause cause, string words, DateTime now)
    {
        (Cause, Words, Since) = (cause, words, Since ?? now);
        NextTryAt = now.AddMinutes(WaitMinutes[Math.Min(Refusals, WaitMinutes.Length - 1)]);
        Refusals++;
    }

    /// <summary>
    /// A try that told nothing about us: no connection, or a mailbox that is full. Another mail is tried after the
    /// shortest wait.
    /// </summary>
    public void LearntNothing(DateTime now) => NextTryAt = Since is null ? null : now.AddMinutes(WaitMinutes[0]);

    /// <summary>Somebody wants to see now whether the server takes mail again.</summary>
    public void TryNow(DateTime now) => NextTryAt = Holds(now) ? now : NextTryAt;
}
