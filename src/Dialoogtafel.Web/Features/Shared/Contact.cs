namespace Dialoogtafel.Web.Features.Shared;

/// <summary>
/// Who to call about this page. Set <c>ViewData["Contact"]</c> to name a table's contact person instead of the
/// installation's.
/// </summary>
/// <param name="Name">First name.</param>
/// <param name="Phone">As a person writes it, for example 030 123 45 67.</param>
public sealed record Contact(string Name, string Phone)
{
    /// <summary>The number as a tel: link; only digits and a leading plus survive.</summary>
    public string Href => "tel:" + string.Concat(Phone.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
}
