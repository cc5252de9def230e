using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>One person to call about one table.</summary>
/// <param name="Seated">Chairs taken at that table.</param>
public sealed record CallRow(Gathering Table, PersonToCall Person, CallFacts Facts, int Seated)
{
    public Invitation Invitation => Person.Invitation;

    /// <summary>Where she stands on the list.</summary>
    public string Href => $"/te-bellen?project={Table.Series!.ProjectId}#bel-{Invitation.Id}";
}

/// <summary>Te bellen over several tables: the cause first, then the table that comes soonest. The same number of statements, however many people.</summary>
public sealed class CallListReader(CallFactsReader facts, InstallationOptions options)
{
    /// <param name="tables">Those that this person may recruit for.</param>
    public async Task<IReadOnlyList<CallRow>> RowsAsync(IQueryable<Gathering> tables, DateTime now, CancellationToken stop)
    {
        var open = await tables.AsNoTracking().Include(item => item.Kind).Include(item => item.Series).Include(item => item.Wanted).AsSingleQuery()
            .Where(item => item.StartsAt > now || (item.StartsAt == null && item.CancelledAt == null)
                // A table that has been only while somebody said that she did not get what she came for.
                || (item.CancelledAt == null && facts.SaidNo.Any(invitation => invitation.GatheringId == item.Id))).ToListAsync(stop);
        var people = await facts.OfAsync([.. open.Select(table => table.Id)], stop);
        var list = new CallList(options.Zone);
        return [.. open.SelectMany(table => RowsOf(table, [.. people[table.Id]], list, now))
            .OrderBy(row => row.Person.Cause).ThenBy(row => row.Table.StartsAt ?? DateTime.MaxValue).ThenBy(row => row.Table.Id).ThenBy(row => row.Person.Place)];
    }

    private static IEnumerable<CallRow> RowsOf(Gathering table, List<CallFacts> people, CallList list, DateTime now)
    {
        var byInvitation = people.ToDictionary(item => item.Invitation.Id);
        var seated = people.Count(item => item.Invitation.SeatedAt is not null);
        return list.For(table, people, now).Select(person => new CallRow(table, person, byInvitation[person.Invitation.Id], seated));
    }
}
