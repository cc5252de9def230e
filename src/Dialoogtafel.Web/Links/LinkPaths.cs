using Dialoogtafel.Domain.Links;

namespace Dialoogtafel.Web.Links;

/// <summary>
/// Where the pages of a personal link stand: under its token, as mailed, and under its number for a browser that has
/// its cookie.
/// </summary>
public static class LinkPaths
{
    /// <summary>First part of the mailed address, before the token.</summary>
    public static string Token(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.MyTable or LinkPurpose.SeeAgain => "u",
            LinkPurpose.Report => "v",
            LinkPurpose.Action => "a",
            LinkPurpose.Newsletter => "n",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
        };

    /// <summary>First part of the address without token, before the number of the link.</summary>
    public static string Page(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.MyTable or LinkPurpose.SeeAgain => "mijn-tafel",
            LinkPurpose.Report => "verslag",
            LinkPurpose.Action => "actie",
            LinkPurpose.Newsletter => "mijn-nieuwsbrief",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
        };
}
