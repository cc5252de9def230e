using Dialoogtafel.Domain.AfterTable;

namespace Dialoogtafel.Web.Modules.AfterTable.Contacts;

/// <summary>The contact list of one table as it stands, and what was sent of it.</summary>
public sealed record ContactListPage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Exactly what was given.</summary>
    public required IReadOnlyList<ContactLine> Lines { get; init; }

    /// <summary>How many participants were there.</summary>
    public required int Present { get; init; }

    /// <summary>What was sent, the newest first.</summary>
    public required IReadOnlyList<VersionLine> Versions { get; init; }
    public required bool MaySend { get; init; }
    public required bool MayRecall { get; init; }
    public required bool Changed { get; init; }
}

/// <summary>One version; time local.</summary>
/// <param name="Outcome">Who received it, by name, and what became of the rest.</param>
public sealed record VersionLine(int Number, DateTime At, string By, string Outcome);
