using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>Of whom a dossier is made, and for whose eyes.</summary>
/// <param name="Person">With the organisation; not tracked.</param>
/// <param name="Projects">The name of each project.</param>
public sealed record DossierRequest(Person Person, DossierAccess Sight, IReadOnlyDictionary<int, string> Projects);

/// <summary>
/// What one subject has stored about a person (S64). Each module that stores something implements it and registers that
/// itself, so that the file of everything is whole without anybody knowing every subject.
/// </summary>
public interface IDossierPart
{
    /// <summary>Where it stands in the file: the lowest first. Each has its own.</summary>
    int Place { get; }

    /// <summary>
    /// With a fixed number of queries, however much there is, and never more than <see cref="DossierAccess"/> allows.
    /// </summary>
    /// <returns>None where there is nothing; a part without lines is left out.</returns>
    Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop);
}
