using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>Everything that is stored about one person, to read and to take along (S64; GDPR articles 15 and 20).</summary>
public sealed record Dossier([property: JsonPropertyName("onderdelen")] IReadOnlyList<DossierPart> Parts)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same in a form that a program reads: UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Readable);
}

public sealed record DossierPart([property: JsonPropertyName("titel")] string Title, [property: JsonPropertyName("gegevens")] IReadOnlyList<DossierLine> Lines);

public sealed record DossierLine([property: JsonPropertyName("wat")] string What, [property: JsonPropertyName("waarde")] string Value);

/// <summary>What may be shown to the reader of a dossier.</summary>
/// <param name="Projects">Only what belongs to these projects; null = all, for the person herself.</param>
/// <param name="MaySeeNote">Whether words typed on that device (hash) may be shown here (S06).</param>
public sealed record DossierSight(IReadOnlyList<int>? Projects, Func<string?, bool> MaySeeNote)
{
    public bool Covers(int project) => Projects?.Contains(project) != false;
}
