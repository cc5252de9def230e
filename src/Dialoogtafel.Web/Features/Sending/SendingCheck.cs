using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Settings;

namespace Dialoogtafel.Web.Features.Sending;

/// <summary>What cannot be right about the settings, by field, in words. Says nothing about whether the server exists: the test mail does.</summary>
public static class SendingCheck
{
    private static readonly EmailAddressAttribute Mail = new();

    public static IEnumerable<(string Field, string Problem)> Of(SendingForm form, InstallationSettings row, Installation installation)
    {
        if (form.Route == MailRoute.Smtp && !installation.ServerIsFixed)
        {
            foreach (var problem in Server(form, row))
            {
                yield return problem;
            }
        }

        if (!installation.FromIsFixed && !IsMail(form.From))
        {
            yield return (nameof(form.From), "Vul een mailadres in, zoals naam@voorbeeld.nl.");
        }

        if (!installation.AddressIsFixed && !IsSite(form.BaseAddress))
        {
            yield return (nameof(form.BaseAddress), "Vul een adres in zoals https://tafel.voorbeeld.nl, zonder iets erachter.");
        }

        if (SendingRule.Lines(form.AllowList ?? "").Count(line => !IsMail(line)) is > 0 and var wrong)
        {
            yield return (nameof(form.AllowList), wrong == 1 ? "Eén regel is geen mailadres. Zet op elke regel één adres." : $"{wrong} regels zijn geen mailadres. Zet op elke regel één adres.");
        }
    }

    /// <summary>The stored password belongs to the server for which it was typed; it never goes to another one.</summary>
    public static bool IsOtherServer(SendingForm form, InstallationSettings row) =>
        (form.Host?.Trim() ?? "", form.Port ?? 0, form.Security, form.SignInName) != (row.SmtpHost, row.SmtpPort, row.SmtpSecurity, row.SmtpUser);

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
        else if (row.SmtpPassword is not null && string.IsNullOrEmpty(form.Password) && !string.IsNullOrWhiteSpace(form.User) && IsOtherServer(form, row))
        {
            yield return (nameof(form.Password), "De server of de gebruiker is veranderd. Typ het wachtwoord opnieuw.");
        }

        if (form.Security == SmtpSecurity.None && form.SignInName.Length > 0 && !IsHere(form.Host))
        {
            yield return (nameof(form.Security), "Zonder beveiliging kan iedereen onderweg het wachtwoord lezen. Kies STARTTLS of TLS.");
        }
    }

    private static bool IsMail(string? text) => !string.IsNullOrWhiteSpace(text) && Mail.IsValid(text.Trim()) && !text.Trim().Any(char.IsWhiteSpace);

    private static bool IsSite(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    private static bool IsHere(string? host) => host?.Trim() is "localhost" or "127.0.0.1" or "::1";
}
