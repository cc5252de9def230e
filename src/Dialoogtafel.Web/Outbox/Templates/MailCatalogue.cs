using System.Collections.Frozen;
using System.Reflection;
using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Every mail that there is, each as the filled example that its class gives: for the check at start, the organiser's
/// preview, the golden files, and what is known of a row in the outbox by its kind.
/// </summary>
public static class MailCatalogue
{
    private static readonly FrozenDictionary<string, MailText> ByKind = typeof(MailText)
        .Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(MailText)))
        .Select(SampleOf)
        .ToFrozenDictionary(mail => mail.Kind, StringComparer.Ordinal);

    /// <summary>By kind.</summary>
    public static IReadOnlyList<MailText> Everything { get; } =
    [.. ByKind.Values.OrderBy(mail => mail.Kind, StringComparer.Ordinal)];

    /// <summary>One for each template.</summary>
    public static IReadOnlyList<MailText> All { get; } = [.. Everything.Where(mail => mail.Kind == mail.Template)];

    /// <summary>Kinds of mail that say back what somebody answered.</summary>
    public static IReadOnlyList<string> Confirmations { get; } =
    [.. Everything.Where(mail => mail.IsConfirmation).Select(mail => mail.Kind)];

    /// <summary>In Dutch words; a kind of an earlier version shows its own name.</summary>
    public static string LabelOf(string kind) => ByKind.GetValueOrDefault(kind)?.Label ?? kind;

    /// <summary>The last look before a mail leaves.</summary>
    /// <returns>Null when it may go; else why it is dropped, in Dutch, for the mail log.</returns>
    public static string? WhyNot(OutgoingMail mail, MailSubject subject) =>
        ByKind.TryGetValue(mail.Kind, out var known)
            ? known.WhyNot(mail, subject)
            : StillWanted.WhyNotByItsSubject(mail, subject);

    private static MailText SampleOf(Type type) =>
        type.GetProperty("Sample", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly) is { } sample
        && sample.GetValue(null) is MailText mail
            ? mail
            : throw new InvalidOperationException($"{type.Name} has no static Sample of itself.");
}

/// <summary>The made-up people and places of the examples.</summary>
internal static class Sampled
{
    public const string Contact = "Anna Visser";
    public const string Phone = "06 12 34 56 78";
    public static readonly DateTime Start = new(2026, 12, 3, 14, 0, 0, DateTimeKind.Unspecified);

    public static Uri Page(string path) => new("https://tafel.example/" + path);
}
