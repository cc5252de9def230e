namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Names the place in a template where a property's value goes. Both texts are Dutch: an organiser who edits a template
/// reads them.
/// </summary>
/// <param name="name">As written between braces, for example <c>voornaam</c>.</param>
/// <param name="description">What stands there, in one short phrase.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlaceholderAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;
    public string Description { get; } = description;

    /// <summary>A template without this placeholder is refused, for example the link of an invitation.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// May stand in the subject line. Off by default: a subject line is read by whoever looks at the screen.
    /// </summary>
    public bool InSubject { get; init; }

    /// <summary>
    /// Shown to the letter, so that a mail program may make a link of an address in it: only for what the team wrote
    /// itself.
    /// </summary>
    public bool Exact { get; init; }

    /// <summary>
    /// A text in Markdown that the team wrote for many readers: read as such, held to what a mail can show.
    /// </summary>
    public bool Markdown { get; init; }

    /// <summary>Line breaks in the value are kept; otherwise they become a space. To the letter for the rest.</summary>
    public bool ManyLines { get; init; }
}
