using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.People.Dossiers;

namespace Dialoogtafel.Web.Modules.Invitations.Privacy;

/// <summary>
/// What another subject has stored about somebody at one table. In the file of everything one table is one part, in
/// which these lines stand between the invitation and its history.
/// </summary>
public interface ITableLines
{
    /// <summary>Where they stand among each other: the lowest first. Each has its own.</summary>
    int Place { get; }

    /// <summary>For all tables at once, with a fixed number of queries.</summary>
    /// <param name="invitations">Of one person; not tracked.</param>
    /// <returns>By invitation, in their order; a line without a value is left out.</returns>
    Task<ILookup<int, (string What, string? Value)>> ReadAsync(
        DossierRequest request,
        IReadOnlyList<Invitation> invitations,
        CancellationToken stop
    );
}
