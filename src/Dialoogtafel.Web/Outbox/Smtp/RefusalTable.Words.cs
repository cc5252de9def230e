using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>The well-known words of a refusal.</summary>
internal static partial class RefusalTable
{
    /// <summary>Of the account's limit, whatever the code, also a 4xx.</summary>
    public static readonly string[] Quota =
    [
        "sending limit",
        "sending quota",
        "send limit",
        "send quota",
        "sending rate",
        "outgoing quota",
        "outgoing email quota",
        "outgoing mail quota",
        "outgoing limit",
        "outbound quota",
        "outbound limit",
        "submission quota",
        "submissionquota",
        "relay quota",
        "defers and failures",
        "exceeded threshold",
        "hour limit",
        "verzendlimiet",
    ];

    /// <summary>A limit …</summary>
    public static readonly string[] Limit = ["exceed", "limit", "quota", " max", "too many", "reached", "maximum"];

    /// <summary>
    /// … in so much time is one of the account too, unless it is what one mailbox receives or one connection carries.
    /// </summary>
    public static readonly string[] InTime =
    [
        "per hour",
        "an hour",
        "hourly",
        "per day",
        "a day",
        "daily",
        "24 hour",
        "per minute",
        "per uur",
        "per dag",
    ];

    public static readonly string[] NotOfTheAccount =
    [
        "receiv",
        "recipient's",
        "mailbox",
        "per session",
        "per connection",
    ];

    /// <summary>Says "wait" whatever the code is.</summary>
    public static readonly string[] Wait = ["greylist", "graylist", "grey list", "gray list"];

    /// <summary>Of a full mailbox, whatever the code is.</summary>
    public static readonly string[] Full =
    [
        "mailbox full",
        "mailbox is full",
        "inbox is full",
        "over quota",
        "overquota",
        "quota exceeded",
        "exceeded quota",
        "exceeded its quota",
        "exceeds quota",
        "quota is exceeded",
        "exceeded storage",
        "storage allocation",
        "out of storage",
        "mailbox size",
        "mailbox limit",
        "mailbox quota",
        "disk quota",
        "mailbox has exceeded",
        "mailbox vol",
        "postvak is vol",
    ];

    /// <summary>
    /// Where the code leaves it open. Words in small letters without marks; a space at an end means a whole word.
    /// </summary>
    public static readonly (Refusal Means, string[] Said)[] Words =
    [
        (
            NotNow,
            [
                "resolver rst",
                "blocked by recipient",
                "blocked by the recipient",
                "recipient has blocked",
                "to send to this recipient",
                "to send to the recipient",
                "not authorized to send to",
                "not allowed to send to",
                "permission to send to",
                "permissions to send to",
            ]
        ),
        (
            Refusal.Us(PauseCause.SignIn),
            [
                "relaying denied",
                "relay access denied",
                "relay denied",
                "relay not permitted",
                "relaying not permitted",
                "relaying is not permitted",
                "not permitted to relay",
                "unable to relay",
                "cannot relay",
                "relay not allowed",
                "relaying not allowed",
                "not allowed to relay",
                "relaying prohibited",
                "not relay ",
                "rcpthosts",
            ]
        ),
        (
            Refusal.MaybeUs(PauseCause.Proof),
            [
                " spf ",
                " dkim ",
                " dmarc ",
                "sender policy framework",
                "reverse dns",
                " ptr ",
                " rdns ",
                "unauthenticated",
            ]
        ),
        (
            Refusal.Us(PauseCause.SignIn),
            [
                "authentication required",
                "authentication is required",
                "must authenticate",
                "please authenticate",
                "auth first",
                "smtp auth",
                "not authenticated",
                "basic authentication",
                "must be logged in",
                "your account",
            ]
        ),
        (
            Refusal.Us(PauseCause.Sender),
            [
                "not owned by",
                " send as ",
                "not allowed to send from",
                "not allowed to send",
                "permission to send",
                "permissions to send",
                "not authorized to send",
                "not authorised to send",
                "sender address not allowed",
                "sender address is not allowed",
                "sender not allowed",
                "sender verify failed",
                "domain of sender",
                "sender domain does not exist",
                "sender domain not found",
                "bad outbound sender",
            ]
        ),
        (
            Refusal.MaybeUs(PauseCause.Sender),
            [
                "sender address rejected",
                "sender rejected",
                "sender denied",
                "invalid sender",
                "bad sender",
                "unknown sender",
                "sender unknown",
                "sender blocked",
            ]
        ),
        (
            Address,
            [
                "user unknown",
                "unknown user",
                "no such user",
                "no such recipient",
                "no such mailbox",
                "no such address",
                "no such person",
                "does not exist",
                "doesn't exist",
                "mailbox not found",
                "mailbox unknown",
                "unknown mailbox",
                "unknown recipient",
                "recipient unknown",
                "recipient not found",
                "user not found",
                "invalid recipient",
                "invalid mailbox",
                "unknown address",
                "address unknown",
                "unrouteable",
                "unroutable",
                "no mailbox here",
                "not a valid mailbox",
                "not a known user",
                "unknown local part",
                "no longer valid",
                "no longer in use",
                "doesn't have a",
                "account is disabled",
                "account has been disabled",
                "account disabled",
                "mailbox disabled",
                "mailbox is disabled",
                "reach is disabled",
                "is inactive",
                "user not local",
                "onbekende gebruiker",
                "gebruiker onbekend",
                "adres onbekend",
                "bestaat niet",
            ]
        ),
        (
            NotNow,
            [
                "try again",
                "try later",
                "retry later",
                "temporar",
                "deferred",
                "too many",
                "too much",
                "too fast",
                "rate limit",
                "ratelimit",
                "throttl",
                "busy",
                " loop",
                "hop count",
                "too many hops",
            ]
        ),
        (
            Refusal.MaybeUs(PauseCause.Blocked),
            [
                "blocked",
                "blacklist",
                "black list",
                "blocklist",
                "block list",
                "spamhaus",
                "dnsbl",
                " rbl ",
                "banned",
                "reputation",
                " spam",
                "unsolicited",
                "policy",
                "access denied",
                "prohibit",
                "forbidden",
                "virus",
                "suspicious",
                "phish",
                "not accepted from",
            ]
        ),
    ];

    /// <summary>
    /// What RFC 5321 4.2.3 gives as the words of a plain 550; at RCPT it is the address, when nothing above fits.
    /// </summary>
    public static readonly string[] NoMailbox = ["mailbox unavailable", "mailbox not available"];
}
