namespace Dialoogtafel.Web.Options;

/// <summary>
/// A mailbox as it stands in a header. <paramref name="Name"/> is the display name and may hold any text.
/// </summary>
public sealed record Mailbox(string Address, string? Name = null);
