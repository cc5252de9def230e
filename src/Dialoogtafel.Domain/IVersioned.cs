namespace Dialoogtafel.Domain;

/// <summary>
/// An aggregate that two people may edit at once: the version goes up by one with each save, and the save of an older
/// version fails (F11).
/// </summary>
public interface IVersioned
{
    int Version { get; set; }
}
