using Dialoogtafel.Domain.AfterTable;

namespace Dialoogtafel.Web.Modules.AfterTable.Contacts;

/// <summary>The contact list of one table as it stands, and what was sent of it.</summary>
/// <param name="Lines">Exactly what was given.</param>
/// <param name="Present">How many participants were there.</param>
/// <param name="Versions">What was sent, the newest first.</param>
public sealed record ContactListPage(
    int Id,
    string Title,
    string Subject,
    IReadOnlyList<ContactLine> Lines,
    int Present,
    IReadOnlyList<VersionLine> Versions,
    bool MaySend,
    bool MayRecall,
    bool Changed
);

/// <summary>One version; time local.</summary>
/// <param name="Outcome">Who received it, by name, and what became of the rest.</param>
public sealed record VersionLine(int Number, DateTime At, string By, string Outcome);
