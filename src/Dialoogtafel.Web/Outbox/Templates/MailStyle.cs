namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// How the parts of a mail look, as style attributes; a later rule wins. Colours have a contrast of at least 4.5 to 1
/// (WCAG 1.4.3). The dark colours stand in layout.html, because a style attribute cannot know the reader's mode.
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
        (".tekst p", "margin:0 0 12px"),
        (".tekst h2", $"margin:16px 0 0;font-size:18px;line-height:1.5;font-weight:700;color:{Accent}"),
        (".tekst h3", $"margin:24px 0 4px;font-size:18px;line-height:1.4;font-weight:700;color:{Ink}"),
        (".tekst ul, .tekst ol", "margin:0 0 14px;padding:0 0 0 22px"),
        (".tekst li", "margin:0 0 4px"),
        (".tekst li p", "margin:0"),
        (".tekst a", $"color:{Accent};text-decoration:underline"),
        (".tekst blockquote", $"margin:0 0 14px;padding:2px 0 2px 16px;border-left:3px solid {Line};color:{Quiet}"),
        (".tekst blockquote p", "margin:0"),
        (".tekst hr", $"margin:28px 0;border:0;border-top:1px solid {Line}"),
        (".tekst p.knop", "margin:12px 0 18px"),
        (
            ".tekst p.knop a",
            "display:inline-block;padding:12px "
                + $"24px;border-radius:8px;background-color:{Accent};color:#ffffff;font-weight:700;text-decoration:none"
        ),
    ];
}
