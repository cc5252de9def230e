using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>
/// Everything that is stored about one person, to read and to take along (S64; GDPR articles 15 and 20).
/// </summary>
public sealed record Dossier([property: JsonPropertyName("onderdelen")] IReadOnlyList<DossierPart> Parts)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The same as one page that needs nothing else: to mail, to print, to keep.</summary>
    public byte[] ToHtml(string language, string title)
    {
        var page = new StringBuilder(
            $"<!DOCTYPE html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>{Encode(title)}</title>"
        )
            .Append(
                "<style>body{font:1.05rem/1.6 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}"
                    + "dt{font-weight:bold;margin-top:.6rem}dd{margin:0}</style>"
            )
            .Append(CultureInfo.InvariantCulture, $"<h1>{Encode(title)}</h1>");
        foreach (var part in Parts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(part.Title)}</h2><dl>");
            foreach (var (what, values) in part.Named)
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"<dt>{Encode(what)}</dt>{string.Concat(values.Select(value => $"<dd>{Encode(value)}</dd>"))}"
                );
            }

            page.Append("</dl>");
        }

        return Encoding.UTF8.GetBytes(page.Append("</html>").ToString());
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The same in a form that a program reads: UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Readable);
}

public sealed record DossierPart(
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("gegevens")] IReadOnlyList<DossierLine> Lines
)
{
    /// <summary>With those of the lines that say something.</summary>
    public static DossierPart Of(string title, params IEnumerable<(string What, string? Value)> lines) =>
        new(
            title,
            [
                .. lines
                    .Where(line => !string.IsNullOrEmpty(line.Value))
                    .Select(line => new DossierLine(line.What, line.Value!)),
            ]
        );

    /// <summary>
    /// The lines for a list on a page, which names each thing once: several answers to one question stand below it
    /// together.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<(string What, IEnumerable<string> Values)> Named =>
        Lines.GroupBy(line => line.What, (what, lines) => (what, lines.Select(line => line.Value)));
}

public sealed record DossierLine(
    [property: JsonPropertyName("wat")] string What,
    [property: JsonPropertyName("waarde")] string Value
);

/// <summary>What may be shown to the reader of a dossier.</summary>
/// <param name="Projects">Only what belongs to these projects; null = all, for the person themselves.</param>
/// <param name="MaySeeNote">Whether words typed on that device (hash) at that moment may be shown here (S06).</param>
/// <param name="ReaderId">The team member who reads; null = the person themselves.</param>
public sealed record DossierAccess(
    IReadOnlyList<int>? Projects,
    Func<string?, DateTime?, bool> MaySeeNote,
    int? ReaderId = null
)
{
    public bool Covers(int project) => Projects?.Contains(project) != false;
}
