namespace Dialoogtafel.Domain.Preparation;

/// <summary>One text for participants in both languages. English may be missing: then the Dutch one is shown.</summary>
public sealed record Phrase(string Nl, string En)
{
    public static Phrase None { get; } = new("", "");

    public bool IsEmpty => Nl.Length == 0;

    /// <param name="language">Two letters; anything but <c>en</c> is Dutch.</param>
    public string In(string language) => language == "en" && En.Length > 0 ? En : Nl;

    /// <summary>The lines of this text, in the same language.</summary>
    public IReadOnlyList<string> LinesIn(string language) =>
        In(language).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
