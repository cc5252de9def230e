using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.AfterTable;

/// <summary>Whether somebody was at the table.</summary>
public enum Presence
{
    Present,
    Absent,
}

/// <summary>
/// Aanwezigheid: that one person was at one table or was not, as somebody of the team ticked it. A fact of its
/// own beside the answer and the role: ticking changes neither. Facilitators have one too. Retention: as the
/// invitation, a row without a name once the person is erased.
/// </summary>
public sealed class Attendance
{
    public int Id { get; private set; }
    public required int GatheringId { get; init; }
    public required int PersonId { get; init; }
    public Presence Presence { get; private set; }

    /// <summary>When it was ticked or changed last. UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The team member who ticked it.</summary>
    public int ById { get; private set; }

    public bool IsPresent => Presence == Presence.Present;

    /// <summary>Ticks it; the same again changes nothing, so that the date says since when it is so.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Tick(Presence presence, int by, DateTime now)
    {
        if (ById != 0 && Presence == presence)
        {
            return false;
        }

        (Presence, At, ById) = (presence, now, by);
        return true;
    }

    /// <exception cref="DomainRuleException">The table has not begun, has no date or was called off.</exception>
    public static void CheckOpen(Gathering table, DateTime now)
    {
        if (table.CancelledAt is not null)
        {
            throw new DomainRuleException("Deze tafel ging niet door.");
        }

        if (!table.HasStarted(now))
        {
            throw new DomainRuleException("De tafel is nog niet begonnen. Vanaf het begin kunt u aanvinken wie er is.");
        }
    }
}
