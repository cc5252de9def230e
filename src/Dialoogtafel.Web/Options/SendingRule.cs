using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Options;

/// <summary>
/// Who may get mail through a server now (S45). Everybody, once an organiser has seen the test mail and switched
/// sending on and the links point to an address that others can reach over https; before that only the team and the
/// allow-list. Ask <see cref="Installation.RuleAsync"/>.
/// </summary>
public sealed record SendingRule(bool ToEverybody, IReadOnlyList<string> Allowed)
{
    /// <param name="confirmed">An organiser saw the test mail that this very server sent.</param>
    public static SendingRule Of(bool confirmed, string baseAddress, string allowList, IEnumerable<string?> team) =>
        new(
            confirmed && ReachOf(baseAddress) == AddressReach.Everybody,
            [
                .. team.OfType<string>()
                    .Concat(Lines(allowList))
                    .Select(address => MailAddress.Read(address).Address ?? address.ToLowerInvariant())
                    .Distinct(),
            ]
        );

    /// <summary>For mail that stays in a folder of this computer: it reaches nobody.</summary>
    public static SendingRule Everybody { get; } = new(true, []);

    public bool Allows(string recipient) => ToEverybody || Allowed.Contains(recipient.ToLowerInvariant());

    /// <summary>Who can open a link with this address, and safely.</summary>
    public static AddressReach ReachOf(string baseAddress) =>
        Uri.TryCreate(baseAddress, UriKind.Absolute, out var address) switch
        {
            false => AddressReach.NotSafe,
            _ when address!.IsLoopback => AddressReach.ThisComputer,
            _ when address.Scheme == Uri.UriSchemeHttps => AddressReach.Everybody,
            _ => AddressReach.NotSafe,
        };

    /// <summary>The addresses of an allow-list: one a line; commas and semicolons will do too.</summary>
    public static string[] Lines(string text) =>
        text.Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>See <see cref="SendingRule.ReachOf"/>.</summary>
public enum AddressReach
{
    Everybody,

    /// <summary>localhost: the links work on this computer alone.</summary>
    ThisComputer,

    /// <summary>http on a network: cookies and answers would travel readable, so sending stays off.</summary>
    NotSafe,
}
