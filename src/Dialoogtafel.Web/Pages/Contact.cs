using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// Who to call about this page. Set <c>ViewData["Contact"]</c> to name a table's contact person instead of the
/// installation's.
/// </summary>
/// <param name="Name">First name.</param>
/// <param name="Phone">As a person writes it, for example 030 123 45 67.</param>
public sealed record Contact(string Name, string Phone)
{
    public string Href => PhoneLink.Of(Phone);

    /// <summary>The table's contact person, else the installation's number; null when nobody has one.</summary>
    public static Contact? Of(Gathering table, InstallationFacts facts) =>
        (table.ContactPerson, facts.Phone) switch
        {
            ({ Phone: { } phone } person, _) => new Contact(person.FirstName, phone),
            (_, { } phone) => new Contact(facts.ContactName ?? facts.OrganisationName ?? "", phone),
            _ => null,
        };
}
