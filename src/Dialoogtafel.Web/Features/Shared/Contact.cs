using Dialoogtafel.Domain.Network;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>
/// Who to call about this page. Set <c>ViewData["Contact"]</c> to name a table's contact person instead of the
/// installation's.
/// </summary>
/// <param name="Name">First name.</param>
/// <param name="Phone">As a person writes it, for example 030 123 45 67.</param>
public sealed record Contact(string Name, string Phone)
{
    public string Href => PhoneLink.Of(Phone);
}
