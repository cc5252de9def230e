namespace Dialoogtafel.Domain.Invitations;

/// <summary>
/// Vervanger: whom an invited person named in the own place, as it was told to the organiser. Seats nobody. Kept with
/// the invitation, in words that the person reads too; <see cref="Read"/> takes them apart again.
/// </summary>
/// <param name="Name">First and last name, as typed.</param>
/// <param name="Agreed">That person knows that the name was given.</param>
public sealed record NamedSubstitute(string Name, string? Email, string? Phone, bool Agreed)
{
    private const string Between = " · ";
    private const string Knows = "weet ervan";
    private const string KnowsNot = "weet het nog niet";

    public string FirstName => Name.Split(' ')[0];

    /// <summary>Empty when one word was typed.</summary>
    public string LastName => Name[FirstName.Length..].Trim();

    /// <summary>"Bram Peeters · bram@voorbeeld.example · weet ervan".</summary>
    public string InWords() =>
        string.Join(
            Between,
            new[] { OnePart(Name), OnePart(Email), OnePart(Phone), Agreed ? Knows : KnowsNot }.Where(part =>
                part.Length > 0
            )
        );

    /// <summary>Null for words that are not such a line.</summary>
    public static NamedSubstitute? Read(string words)
    {
        var parts = words.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[^1] is not (Knows or KnowsNot))
        {
            return null;
        }

        var ways = parts[1..^1];
        return new NamedSubstitute(
            parts[0],
            ways.FirstOrDefault(part => part.Contains('@', StringComparison.Ordinal)),
            ways.LastOrDefault(part => !part.Contains('@', StringComparison.Ordinal)),
            parts[^1] == Knows
        );
    }

    private static string OnePart(string? typed) =>
        string.Join(' ', (typed ?? "").Replace('·', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
