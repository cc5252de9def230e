using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Modules.Admin;

/// <summary>Sending stands still because the server refuses us: what a person reads about it, in local time.</summary>
/// <param name="NextTry">When the site tries one mail by itself; null when that moment has come.</param>
/// <param name="Reply">The server's own words.</param>
public sealed record PauseView(string What, string Ask, DateTime Since, DateTime? NextTry, string Reply)
{
    /// <summary>What happened, from our side of the table and without the words of mail servers.</summary>
    public static string WhatOf(PauseCause cause, string from) =>
        cause switch
        {
            PauseCause.Quota => "Wij hebben het maximum bereikt dat wij via deze mailserver mogen versturen.",
            PauseCause.Sender => $"De mailserver laat ons niet versturen met het adres {from}.",
            PauseCause.SignIn => "De mailserver laat ons niet toe. Vaak klopt de gebruiker of het wachtwoord niet.",
            PauseCause.Proof => $"Mailservers zien niet zeker dat onze mail echt van {from} komt.",
            PauseCause.Blocked => "De mailserver houdt onze mail tegen.",
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
        };

    /// <summary>What to ask the people who run the mail server.</summary>
    public static string AskOf(PauseCause cause) =>
        cause switch
        {
            PauseCause.Quota => "Vraag ICT hoeveel mails wij per uur en per dag mogen versturen, en of dat meer mag.",
            PauseCause.Sender =>
                "Vraag ICT of onze gebruiker mag mailen met dit afzenderadres. Bij Microsoft 365 heet dat "
                    + "Verzenden als.",
            PauseCause.SignIn =>
                "Vraag ICT of gebruiker en wachtwoord nog kloppen, en of dit programma via deze server mag "
                    + "mailen, ook naar buiten.",
            PauseCause.Proof => "Vraag ICT of SPF, DKIM en DMARC kloppen voor dit afzenderadres, en of de naam van de "
                + "server bij zijn IP-adres hoort.",
            PauseCause.Blocked =>
                "Vraag ICT waarom: staat de server op een blokkeerlijst, of is er een regel waar onze mail "
                    + "niet aan voldoet?",
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
        };
}

/// <summary>Finds the pause for the pages that show it.</summary>
public sealed class PauseReader(PauseDesk pauses, Installation installation, WallClock wall)
{
    /// <summary>Null while nothing is refused.</summary>
    public async Task<PauseView?> FindAsync(DateTime now, CancellationToken stop)
    {
        if (await pauses.ReadAsync(stop) is not { Since: { } since } pause)
        {
            return null;
        }

        var from = installation.From(await installation.ReadAsync(stop));
        return new(
            PauseView.WhatOf(pause.Cause, from),
            PauseView.AskOf(pause.Cause),
            wall.Local(since),
            pause.Holds(now) ? wall.Local(pause.NextTryAt!.Value) : null,
            pause.Words
        );
    }
}
