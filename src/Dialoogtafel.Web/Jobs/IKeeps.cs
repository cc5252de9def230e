namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// What one subject keeps until a date, and drops then (SECURITY.md, S62). Each module that stores something with an
/// end date implements it and registers that itself. It stands here, left of everything, because two jobs ask for it
/// that know no subject: the one that tidies the mail, and the one of the night.
/// </summary>
public interface IKeeps
{
    /// <summary>What is counted, for the log, which names nobody: "needs removed".</summary>
    string What { get; }

    /// <summary>True for what goes within the hour of its moment; else it goes in the night after its date.</summary>
    bool EveryHour => false;

    /// <summary>
    /// Drops what is past its date at <paramref name="now"/> (UTC). Leaves nothing half-written behind when it throws,
    /// and may run twice: what goes wrong stops no other subject.
    /// </summary>
    /// <returns>How much went.</returns>
    Task<int> DropAsync(DateTime now, CancellationToken stop);
}
