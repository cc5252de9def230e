namespace Dialoogtafel.Domain.Actions;

/// <summary>
/// Te betrekken partij: by name, so also one that is not in the network; which must join in, or could.
/// </summary>
public sealed class ActionParty
{
    public int Id { get; private set; }
    public int ActionId { get; init; }
    public required string Name { get; init; }

    /// <summary>Moet; else kan.</summary>
    public required bool Must { get; init; }
}
