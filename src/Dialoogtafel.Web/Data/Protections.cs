namespace Dialoogtafel.Web.Data;

/// <summary>
/// Switches of the saboteur tests (S79): a test turns a protection off and must then see the damage. Nothing else sets
/// them.
/// </summary>
public sealed class Protections
{
    /// <summary>A person gets at most one mail a day that she did not ask for.</summary>
    public bool OneUnaskedADay { get; init; } = true;
}
