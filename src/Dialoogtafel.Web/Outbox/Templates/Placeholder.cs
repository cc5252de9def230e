using System.Collections.Concurrent;
using System.Reflection;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>What a template may do with a placeholder.</summary>
public enum PlaceholderKind
{
    /// <summary>Text to show.</summary>
    Text,

    /// <summary>An http or https address, for the round brackets of a link.</summary>
    Link,

    /// <summary>Yes or no, for <c>#if</c> and <c>#unless</c>.</summary>
    Condition,

    /// <summary>Several entries, for <c>#each</c>.</summary>
    List,
}

/// <summary>One placeholder of a mail, as found on its class.</summary>
/// <param name="Entries">The placeholders inside one entry of a list; empty for the other kinds.</param>
public sealed record Placeholder(
    PlaceholderAttribute Label,
    PropertyInfo Property,
    PlaceholderKind Kind,
    IReadOnlyList<Placeholder> Entries
)
{
    // Reading attributes is slow, and every mail asks for those of its class.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Placeholder>> Known = new();

    public string Name => Label.Name;

    /// <summary>All placeholders of a mail class or of a list entry, in the order of the class.</summary>
    public static IReadOnlyList<Placeholder> Of(Type type) => Known.GetOrAdd(type, Find);

    private static IReadOnlyList<Placeholder> Find(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.IsDefined(typeof(PlaceholderAttribute)))
                .Select(Read),
        ];

    private static Placeholder Read(PropertyInfo property)
    {
        var label = property.GetCustomAttribute<PlaceholderAttribute>()!;
        var type = property.PropertyType;
        if (type == typeof(Uri))
            return new(label, property, PlaceholderKind.Link, []);
        if (type == typeof(bool))
            return new(label, property, PlaceholderKind.Condition, []);
        return EntryType(type) is { } entry
            ? new(label, property, PlaceholderKind.List, Of(entry))
            : new(label, property, PlaceholderKind.Text, []);
    }

    private static Type? EntryType(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        && type.GenericTypeArguments[0] != typeof(string)
            ? type.GenericTypeArguments[0]
            : null;
}
