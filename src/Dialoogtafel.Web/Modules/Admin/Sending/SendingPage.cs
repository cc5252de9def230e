using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Modules.Admin.Sending;

/// <summary>What the page shows beside the form.</summary>
/// <param name="Pause">The server refuses us; null when it does not.</param>
public sealed record SendingPage(SendingForm Form, SendingFacts Facts, TestState? Test, PauseView? Pause)
{
    /// <summary>
    /// While the server refuses us, that is the one thing to say about a test mail that has not arrived.
    /// </summary>
    public TestState? TestToShow => Pause is not null && Test is { Arrived: false } ? null : Test;
}

public sealed record SendingFacts
{
    public required bool Demo { get; init; }
    public required bool ServerIsFixed { get; init; }
    public required bool FromIsFixed { get; init; }
    public required bool AddressIsFixed { get; init; }
    public required string Server { get; init; }
    public required string From { get; init; }
    public required string Address { get; init; }
    public required AddressReach Reach { get; init; }

    /// <summary>A password is stored; it is never shown.</summary>
    public required bool HasPassword { get; init; }

    /// <summary>The test mail was confirmed and nothing changed since.</summary>
    public required bool On { get; init; }
    public required bool ToFolder { get; init; }

    /// <summary>What is wrong with the stored sender; null when nothing is.</summary>
    public required string? SenderProblem { get; init; }

    /// <summary>Whether "zet versturen aan" would be true: plain http on a network never is.</summary>
    public bool MayBeOn => ToFolder || Reach != AddressReach.NotSafe;
}

/// <summary>How the newest test mail to this person stands.</summary>
/// <param name="Reply">The server's own words; null when it said nothing yet.</param>
/// <param name="Advice">What to look at, in plain words.</param>
public sealed record TestState(string Address, MailState State, DateTime AskedAt, string? Reply, string? Advice)
{
    public bool Arrived => State == MailState.Sent;

    public bool UnderWay => State is MailState.Sending || (State == MailState.Queued && Reply is null);

    public static TestState Of(OutgoingMail mail) =>
        new(
            mail.Recipient,
            mail.State,
            mail.QueuedAt,
            mail.State == MailState.Sent ? null : mail.Reply,
            mail.State == MailState.Sent || mail.Reply is null ? null : AdviceOn(mail.Reply)
        );

    /// <summary>
    /// Plain words for the usual mistakes; which words servers use: RFC 4954 section 6, RFC 5321 section 4.2.3.
    /// </summary>
    private static string AdviceOn(string reply) =>
        reply switch
        {
            _ when Has(reply, "535", "534", "aanmelding") =>
                "De gebruiker of het wachtwoord klopt niet. Sommige diensten vragen een apart app-wachtwoord.",
            _ when Has(reply, "530", "538", "STARTTLS", "versleuteling") =>
                "De server en u kiezen niet dezelfde beveiliging. Probeer de andere keuze; bij TLS hoort "
                    + "meestal poort 465, bij STARTTLS 587.",
            _ when Has(reply, "certificaat") => "Kijk of de naam van de server precies klopt.",
            _ when Has(reply, "Geen verbinding", "brak af", "binnen de tijd") =>
                "Wij bereiken de server niet. Kijk of de naam en de poort kloppen.",
            _ when Has(reply, "550", "551", "553", "554") =>
                "De server neemt de mail niet aan. Vaak mag u niet mailen met dit afzenderadres.",
            _ => "Vraag de beheerder van uw mail wat dit betekent. Er gaat niets verloren.",
        };

    private static bool Has(string reply, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (reply.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
