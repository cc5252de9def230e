using System.Text.Json;
using System.Text.Json.Serialization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>What is sealed in <see cref="Needs.Words"/>: the form in which needs are stored.</summary>
public sealed record NeedsContent(IReadOnlyList<Need> Ticked, string? Text, string? CompanionName)
{
    private static readonly JsonSerializerOptions Names = new() { Converters = { new JsonStringEnumConverter() } };

    public static NeedsContent Open(SealedText words, FieldCipher cipher) =>
        JsonSerializer.Deserialize<NeedsContent>(cipher.OpenBytes(words), Names)!;

    public SealedText Seal(FieldCipher cipher) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(this, Names));
}
