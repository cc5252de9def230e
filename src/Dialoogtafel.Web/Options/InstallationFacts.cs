namespace Dialoogtafel.Web.Options;

/// <summary>
/// What every page may say about who runs this installation. Null until an organiser has filled it in; pages leave the
/// sentence out then.
/// </summary>
/// <param name="OrganisationName">The organisation behind the team, as it calls itself.</param>
/// <param name="Phone">The number to call, as a person writes it.</param>
/// <param name="ContactName">Who answers that number, by first name.</param>
public sealed record InstallationFacts(string? OrganisationName, string? Phone, string? ContactName);
