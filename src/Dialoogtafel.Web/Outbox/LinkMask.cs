using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Takes the secret out of links before a mail is shown to somebody else than its reader: who sees the link of a
/// participant could answer in their name.
/// </summary>
public static partial class LinkMask
{
    public static string Hide(string text) => Token().Replace(text, "/…");

    /// <summary>
    /// What follows /u/, /v/, /a/, /n/, /team/in/ or /eerste/, and any long word of a path: every token of ours is at
    /// least 24 letters and digits.
    /// </summary>
    [GeneratedRegex(@"(?<=/(?:[uvan]|team/in|eerste))/[^\s/""'<>()\[\]?#&]+|/[A-Za-z0-9_-]{24,}")]
    private static partial Regex Token();
}
