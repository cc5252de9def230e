namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// How the parts of a mail look, as style attributes; a later rule wins. Colours have a contrast of at least 4.5 to 1 (WCAG 1.4.3).
/// The dark colours stand in layout.html, because a style attribute cannot know the reader's mode.
/// </summary>
internal static class MailStyle
{
    public const string Ink = "#33363a";
    public const string Quiet = "#55595e";
    public const string Paper = "#fffdf8";
    public const string Around = "#f4f0e8";
    public const string Accent = "#1f5a5e";
    public const string Line = "#ddd5c6";

    public static readonly IReadOnlyList<(string Selector, string Style)> Rules =
    [
        ("main p", "margin:0 0 14px"),
        ("main h2", $"margin:20px 0 2px;font-size:18px;line-height:1.4;font-weight:700;color:{Accent}"),
        ("main h3", $"margin:24px 0 4px;font-size:18px;line-height:1.4;font-weight:700;color:{Ink}"),
        ("main ul, main ol", "margin:0 0 14px;padding:0 0 0 22px"),
        ("main li", "margin:0 0 4px"),
        ("main li p", "margin:0"),
        ("main a", $"color:{Accent};text-decoration:underline"),
        ("main blockquote", $"margin:0 0 14px;padding:2px 0 2px 16px;border-left:3px solid {Line};color:{Quiet}"),
        ("main blockquote p", "margin:0"),
        ("main hr", $"margin:28px 0;border:0;border-top:1px solid {Line}"),
        ("main p.knop", "margin:14px 0 18px"),
        ("main p.knop a", $"display:inline-block;padding:12px 24px;border-radius:8px;background-color:{Accent};color:#ffffff;font-weight:700;text-decoration:none"),
    ];
}
