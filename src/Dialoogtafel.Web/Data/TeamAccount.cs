using Dialoogtafel.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// The key to the team pages of one person: signs in by mailed link, later with a second factor; has no password.
/// What the person may do stands in her memberships, not here. The security stamp ends old sessions.
/// </summary>
public sealed class TeamAccount : IdentityUser<int>
{
    public required int PersonId { get; init; }
    public Person? Person { get; init; }

    /// <summary>Cleaned, as with a person: what is typed at signing in is cleaned the same way, and so found.</summary>
    /// <exception cref="Domain.DomainRuleException">Set to what is not an address.</exception>
    public override string? Email
    {
        get;
        set => field = MailAddress.Cleaned(value);
    }
}
