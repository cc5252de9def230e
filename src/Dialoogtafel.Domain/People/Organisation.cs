namespace Dialoogtafel.Domain.People;

/// <summary>
/// Organisatie: a municipality, employer, school, care provider or association that people in the network work for.
/// </summary>
public sealed class Organisation
{
    public int Id { get; private set; }
    public required string Name { get; set; }
}
