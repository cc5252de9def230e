using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>What a refusal means for the mail and for all others.</summary>
/// <param name="IsCertain">Of a refusal about us: every server would say it, so it is not the doing of one recipient's
/// server.</param>
internal readonly record struct Refusal(SendOutcome Outcome, PauseCause? Cause = null, bool IsCertain = false)
{
    /// <summary>This address takes no mail, and will not tomorrow: a call.</summary>
    public static readonly Refusal Address = new(SendOutcome.Refused);

    /// <summary>Not now, or nobody knows: it waits as the retry law says.</summary>
    public static readonly Refusal NotNow = new(SendOutcome.TryAgain);

    /// <summary>About us, also for everybody else.</summary>
    public static Refusal Us(PauseCause cause) => new(SendOutcome.AboutUs, cause, IsCertain: true);

    /// <summary>About us, in the eyes of this server at least.</summary>
    public static Refusal MaybeUs(PauseCause cause) => new(SendOutcome.AboutUs, cause);
}

/// <summary>One line of the table of codes.</summary>
/// <param name="Code">A basic code (535), an enhanced one (5.1.1) or a row of them (5.7.20-24).</param>
/// <param name="Source">Where it is written down what the code means.</param>
/// <param name="WordsFirst">The code is used for many things: known words come before it.</param>
/// <param name="Said">The line counts only when the server also says this.</param>
internal sealed record RefusalCode(
    string Code,
    Refusal? Means,
    string Source,
    bool WordsFirst = false,
    string? Said = null
);

/// <summary>
/// THE table: what the codes and the well-known words of a refusal are about. Codes by the RFCs and the registry of
/// enhanced status codes (IANA), and where vendors use numbers of their own, by their public documents. Read from
/// above; the first line that fits counts. How it is read: <see cref="Refusals"/>.
/// </summary>
internal static partial class RefusalTable
{
    private const string Microsoft = "Microsoft Learn, non-delivery reports in Exchange Online";
    private static Refusal Address => Refusal.Address;
    private static Refusal NotNow => Refusal.NotNow;

    public static readonly RefusalCode[] Codes =
    [
        // Basic codes that have one meaning.
        new("530", Refusal.Us(PauseCause.SignIn), "RFC 4954 6: authentication required; RFC 3207 4: STARTTLS first"),
        new("534", Refusal.Us(PauseCause.SignIn), "RFC 4954 6: mechanism too weak"),
        new("535", Refusal.Us(PauseCause.SignIn), "RFC 4954 6: credentials invalid"),
        new("538", Refusal.Us(PauseCause.SignIn), "RFC 4954 (of RFC 2554): encryption required for this mechanism"),
        new("556", Address, "RFC 7504: the domain accepts no mail"),
        // X.1: addresses.
        new("5.1.0", Address, "RFC 3463 3.2: other address status", WordsFirst: true),
        new("5.1.1-4", Address, "RFC 3463 3.2: bad mailbox, bad system, bad syntax, ambiguous"),
        new("5.1.6", Address, "RFC 3463 3.2: moved, no forwarding address"),
        new(
            "5.1.7-8",
            Refusal.Us(PauseCause.Sender),
            "RFC 3463 3.2: bad sender's mailbox address syntax, bad sender's system address"
        ),
        new(
            "5.1.10",
            Address,
            "RFC 7505 4.2: the recipient's domain has a null MX; Exchange Online: recipient not found"
        ),
        new("5.1.90", Refusal.Us(PauseCause.Quota), Microsoft + ": daily limit of recipients reached"),
        new("5.1.350-351", Address, Microsoft + ": the remote server knows no such recipient"),
        // X.2: the mailbox.
        new("5.2.1", NotNow, "RFC 3463 3.3: disabled, perhaps for a time", WordsFirst: true),
        new("5.2.2-4", NotNow, "RFC 3463 3.3: full, message too long for it, list expansion"),
        new("5.2.121-122", NotNow, Microsoft + ": the recipient takes no more this hour"),
        // X.3 and X.4: system and network.
        new("5.3.0-5", NotNow, "RFC 3463 3.4: the system is full, closed, limited or badly set up", WordsFirst: true),
        new(
            "5.4.1",
            Address,
            Microsoft + ": no such recipient in this organisation",
            Said: "recipient address rejected"
        ),
        new("5.4.4", Address, "RFC 3463 3.5: unable to route, the domain is not there"),
        new("5.4.310", Address, Microsoft + ": the domain of the recipient does not exist"),
        new("5.4.0-8", NotNow, "RFC 3463 3.5: no answer, congestion, a loop (5.4.6), expired", WordsFirst: true),
        new("5.4.14", NotNow, Microsoft + ": too many hops"),
        new("5.4.300-399", NotNow, Microsoft + ": expired, DNS, no connection"),
        // X.6: content.
        new("5.6.7", Address, "RFC 6531 5: an address with special letters is not taken"),
        new("5.6.0-99", NotNow, "RFC 3463 3.7: the form of the message", WordsFirst: true),
        // X.7: security and policy.
        new(
            "5.7.3",
            Refusal.Us(PauseCause.SignIn),
            "Exchange Server: authentication unsuccessful",
            Said: "authenticat"
        ),
        new(
            "5.7.8-14",
            Refusal.Us(PauseCause.SignIn),
            "RFC 4954 6 and RFC 5248 2.4: credentials, mechanism, encryption, account disabled, trust"
        ),
        new("5.7.15-16", NotNow, "RFC 6710 9: priority"),
        new("5.7.17-18", Address, "RFC 7293 14: mailbox or domain has another owner now"),
        new("5.7.19", NotNow, "RFC 7293 14: the owner cannot be determined"),
        new(
            "5.7.20-26",
            Refusal.MaybeUs(PauseCause.Proof),
            "RFC 7372 3: DKIM, SPF, reverse DNS, several of these (5.7.26)"
        ),
        new("5.7.27", Refusal.Us(PauseCause.Sender), "RFC 7505 4.3: the domain of the sender has a null MX"),
        new("5.7.28", Refusal.MaybeUs(PauseCause.Quota), "IANA (Bucksch): mail flood"),
        new("5.7.29", Refusal.MaybeUs(PauseCause.Proof), "RFC 8617 10: ARC validation failed"),
        new(
            "5.7.30",
            Refusal.Us(PauseCause.SignIn),
            Microsoft + ": no basic authentication any more",
            Said: "basic authentication"
        ),
        new("5.7.54", Refusal.Us(PauseCause.SignIn), "Exchange Server: unable to relay"),
        new("5.7.57", Refusal.Us(PauseCause.SignIn), Microsoft + ": the client was not authenticated"),
        new("5.7.60", Refusal.Us(PauseCause.Sender), Microsoft + ": no permission to send as this sender"),
        new("5.7.64", Refusal.Us(PauseCause.SignIn), Microsoft + ": relay access denied"),
        new("5.7.124", NotNow, Microsoft + ": this group takes mail of its own senders only"),
        new("5.7.133-137", NotNow, Microsoft + ": this group or mailbox takes mail of its own organisation only"),
        new("5.7.139", Refusal.Us(PauseCause.SignIn), Microsoft + ": SMTP AUTH is switched off"),
        new("5.7.232-233", Refusal.Us(PauseCause.Quota), Microsoft + ": the tenant sent too much to others"),
        new("5.7.501-503", Refusal.MaybeUs(PauseCause.Blocked), Microsoft + ": spam abuse detected, banned sender"),
        new("5.7.509", Refusal.MaybeUs(PauseCause.Proof), Microsoft + ": the sending domain does not pass DMARC"),
        new("5.7.515", Refusal.MaybeUs(PauseCause.Proof), Microsoft + ": not authenticated well enough"),
        new("5.7.606-649", Refusal.MaybeUs(PauseCause.Blocked), Microsoft + ": banned sending IP"),
        new("5.7.705", Refusal.Us(PauseCause.Quota), Microsoft + ": the tenant has exceeded its threshold"),
        new("5.7.708", Refusal.Us(PauseCause.Blocked), Microsoft + ": traffic not accepted from this IP"),
        new("5.7.750", Refusal.Us(PauseCause.Sender), Microsoft + ": unregistered sending domain"),
        new("5.7.0-999", Refusal.MaybeUs(PauseCause.Blocked), "RFC 3463 3.8: security or policy", WordsFirst: true),
        // Last, because a code of three parts says more.
        new(
            "500-504",
            NotNow,
            "RFC 5321 4.2.2: a command that is not understood says nothing of an address",
            WordsFirst: true
        ),
        new("555", NotNow, "RFC 5321 4.1.1.11: parameters not recognised", WordsFirst: true),
    ];
}
