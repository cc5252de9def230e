using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Modules.Admin.Sending;

/// <summary>
/// What cannot be right about the settings, by field, in words. Says nothing about whether the server exists: the test
/// mail does.
/// </summary>
public static class SendingCheck
{
    public static IEnumerable<(string Field, string Problem)> Of(
        SendingForm form,
        InstallationSettings row,
        Installation installation
    )
    {
        if (form.Route == MailRoute.Smtp && !installation.ServerIsFixed)
        {
            foreach (var problem in Server(form, row))
            {
                yield return problem;
            }
        }

        if (!installation.FromIsFixed && string.IsNullOrWhiteSpace(form.From))
        {
            yield return (nameof(form.From), "Vul een mailadres in, zoals naam@voorbeeld.nl.");
        }

        if (!installation.AddressIsFixed && !IsSite(form.BaseAddress))
        {
            yield return (
                nameof(form.BaseAddress),
                "Vul een adres in zoals https://tafel.voorbeeld.nl, zonder iets erachter."
            );
        }

        var wrong = SendingRule
            .Lines(form.AllowList ?? "")
            .Select((line, index) => (Number: index + 1, MailAddress.Read(line).Problem))
            .Where(line => line.Problem is not null)
            .ToList();
        if (wrong.Count > 0)
        {
            var more =
                wrong.Count == 1
                    ? ""
                    : " Er "
                        + $"{(wrong.Count == 2 ? "is nog één adres dat" : $"zijn nog {wrong.Count - 1} adressen die")} "
                        + $"niet {(wrong.Count == 2 ? "klopt" : "kloppen")}.";
            yield return (
                nameof(form.AllowList),
                $"Adres {wrong[0].Number}: {wrong[0].Problem}{more} Zet op elke regel één adres."
            );
        }
    }

    /// <summary>
    /// The stored password belongs to the server for which it was typed; it never goes to another one.
    /// </summary>
    public static bool IsOtherServer(SendingForm form, InstallationSettings row) =>
        (form.Host?.Trim() ?? "", form.Port ?? 0, form.Security, form.SignInName)
        != (row.SmtpHost, row.SmtpPort, row.SmtpSecurity, row.SmtpUser);

    private static IEnumerable<(string, string)> Server(SendingForm form, InstallationSettings row)
    {
        if (Uri.CheckHostName(form.Host?.Trim()) == UriHostNameType.Unknown)
        {
            yield return (nameof(form.Host), "Vul de naam van de mailserver in, zoals mail.voorbeeld.nl.");
        }

        if (form.Port is null)
        {
            yield return (nameof(form.Port), "Vul de poort in. Vaak is het 587.");
        }

        if (form.Security is null)
        {
            yield return (nameof(form.Security), "Kies hoe de verbinding beveiligd is.");
        }

        if (!string.IsNullOrWhiteSpace(form.User) && string.IsNullOrEmpty(form.Password) && row.SmtpPassword is null)
        {
            yield return (nameof(form.Password), "Vul ook het wachtwoord in.");
        }
        else if (
            row.SmtpPassword is not null
            && string.IsNullOrEmpty(form.Password)
            && !string.IsNullOrWhiteSpace(form.User)
            && IsOtherServer(form, row)
        )
        {
            yield return (nameof(form.Password), "De server of de gebruiker is veranderd. Typ het wachtwoord opnieuw.");
        }

        if (form.Security == SmtpSecurity.None && form.SignInName.Length > 0 && !IsHere(form.Host))
        {
            yield return (
                nameof(form.Security),
                "Zonder beveiliging kan iedereen onderweg het wachtwoord lezen. Kies STARTTLS of TLS."
            );
        }
    }

    private static bool IsSite(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    private static bool IsHere(string? host) => host?.Trim() is "localhost" or "127.0.0.1" or "::1";
}
