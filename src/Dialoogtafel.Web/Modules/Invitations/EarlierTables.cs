using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>What the table before this one in its series put first .</summary>
/// <param name="ReportHref">Where this team member reads its report; null = there is none, or she does not see that
/// table.</param>
public sealed record EarlierPriorities(int Number, IReadOnlyList<EarlierPriority> First, string? ReportHref);

public sealed record EarlierPriority(NoteKind Kind, string Words);

/// <summary>The table before this one in its series: what it put first, and who was there.</summary>
public sealed class EarlierTables(DialoogtafelDb db, FieldCipher cipher)
{
    /// <summary>The nearest earlier table that took place; null when there is none.</summary>
    public Task<Gathering?> BeforeAsync(Gathering table, DateTime now, CancellationToken stop) =>
        db
            .Gatherings.AsNoTracking()
            .Where(item =>
                item.SeriesId == table.SeriesId
                && item.Number < table.Number
                && item.CancelledAt == null
                && item.StartsAt <= now
            )
            .OrderByDescending(item => item.Number)
            .FirstOrDefaultAsync(stop);

    /// <summary>Null when there is no earlier table, or it put nothing first and has no report.</summary>
    public async Task<EarlierPriorities?> PrioritiesAsync(
        Gathering table,
        Actor actor,
        DateTime now,
        CancellationToken stop
    )
    {
        if (await BeforeAsync(table, now, stop) is not { } before)
        {
            return null;
        }

        var notes = await db
            .TableNotes.AsNoTracking()
            .Where(item => item.GatheringId == before.Id && item.Priority != null)
            .OrderBy(item => item.Priority)
            .ToListAsync(stop);
        var reads = await db
            .Gatherings.SeenBy(actor)
            .AnyAsync(
                item =>
                    item.Id == before.Id
                    && db.TableReports.Any(report => report.GatheringId == item.Id && report.Words != null),
                stop
            );
        return notes.Count == 0 && !reads
            ? null
            : new EarlierPriorities(
                before.Number,
                [.. notes.Select(item => new EarlierPriority(item.Kind, cipher.Open(item.Words)))],
                reads ? $"/bijeenkomsten/{before.Id}/verslag" : null
            );
    }

    /// <summary>Who was at the earlier table, may be approached, and is not on the list of this one yet.</summary>
    public async Task<List<Invitation>> ToInviteAsync(Gathering table, DateTime now, CancellationToken stop) =>
        await BeforeAsync(table, now, stop) is not { } before
            ? []
            : await db
                .Invitations.AsNoTracking()
                .Include(item => item.Person)
                .Where(item =>
                    item.GatheringId == before.Id
                    && item.WithdrawnAt == null
                    && item.Person!.NotToBeApproachedSince == null
                    && item.Person.ErasedAt == null
                    && db.Attendances.Any(mark =>
                        mark.GatheringId == before.Id
                        && mark.PersonId == item.PersonId
                        && mark.Presence == Presence.Present
                    )
                    && !db.Invitations.Any(other => other.GatheringId == table.Id && other.PersonId == item.PersonId)
                )
                .OrderBy(item => item.Person!.FirstName)
                .ThenBy(item => item.Id)
                .ToListAsync(stop);
}
