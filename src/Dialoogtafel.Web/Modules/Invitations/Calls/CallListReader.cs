using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Calls;

/// <summary>One person to call about one table.</summary>
/// <param name="Seated">Chairs taken at that table.</param>
public sealed record CallRow(Gathering Table, PersonToCall Person, CallFacts Facts, int Seated)
{
    public Invitation Invitation => Person.Invitation;

    /// <summary>Where she stands on the list.</summary>
    public string Href => $"/te-bellen?project={Table.Series!.ProjectId}#bel-{Invitation.Id}";
}

/// <summary>One chair that was given back at one table.</summary>
public sealed record CancellationRow(Gathering Table, OpenCancellation Open)
{
    public Invitation Gone => Open.Gone;

    /// <summary>Where it stands on the list.</summary>
    public string Href => $"/te-bellen?project={Table.Series!.ProjectId}#afgezegd-{Gone.Id}";
}

/// <summary>Somebody who was named in the place of <paramref name="By"/> and is not invited yet.</summary>
public sealed record SubstituteRow(Gathering Table, Invitation By)
{
    /// <summary>Where that person stands on the list.</summary>
    public string Href => $"/te-bellen?project={Table.Series!.ProjectId}#vervanger-{By.Id}";
}

/// <summary>What stands on te bellen: chairs that were given back, people who were named, people to call.</summary>
public sealed record CallLists(
    IReadOnlyList<CancellationRow> Cancellations,
    IReadOnlyList<SubstituteRow> Substitutes,
    IReadOnlyList<CallRow> Rows
);

/// <summary>
/// Te bellen over several tables: the cause first, then the table that comes soonest. The same number of statements,
/// however many people.
/// </summary>
public sealed class CallListReader(CallFactsReader facts, InstallationOptions options)
{
    /// <param name="tables">Those that this person may recruit for.</param>
    public async Task<CallLists> ReadAsync(IQueryable<Gathering> tables, DateTime now, CancellationToken stop)
    {
        var open = await tables
            .AsNoTracking()
            .Include(item => item.Kind)
            .Include(item => item.Series)
            .Include(item => item.Wanted)
            .AsSingleQuery()
            .Where(item =>
                item.StartsAt > now
                || (item.StartsAt == null && item.CancelledAt == null)
                // A table that has been only while somebody said that she did not get what she came for.
                || (item.CancelledAt == null && facts.SaidNo.Any(invitation => invitation.GatheringId == item.Id))
            )
            .ToListAsync(stop);
        var people = await facts.OfAsync([.. open.Select(table => table.Id)], stop);
        var (list, cancellations) = (new CallListRule(options.Zone), new Cancellations(options.Zone));
        var soonest = open.OrderBy(table => table.StartsAt ?? DateTime.MaxValue).ThenBy(table => table.Id).ToList();
        return new CallLists(
            [
                .. soonest.SelectMany(table =>
                    cancellations.Of(table, [.. people[table.Id]], now).Select(item => new CancellationRow(table, item))
                ),
            ],
            [.. soonest.SelectMany(table => SubstitutesOf(table, people[table.Id], now))],
            [
                .. open.SelectMany(table => RowsOf(table, [.. people[table.Id]], list, now))
                    .OrderBy(row => row.Person.Cause)
                    .ThenBy(row => row.Table.StartsAt ?? DateTime.MaxValue)
                    .ThenBy(row => row.Table.Id)
                    .ThenBy(row => row.Person.Place),
            ]
        );
    }

    /// <summary>Also of who is off the list; not of who asked to be removed, whose words go.</summary>
    private static IEnumerable<SubstituteRow> SubstitutesOf(
        Gathering table,
        IEnumerable<CallFacts> people,
        DateTime now
    ) =>
        table.CancelledAt is not null || table.HasStarted(now)
            ? []
            : people
                .Select(item => item.Invitation)
                .Where(item => item is { NamesSomebody: true, Person: { RemovalRequestedAt: null, ErasedAt: null } })
                .OrderBy(item => item.CallSince)
                .ThenBy(item => item.Id)
                .Select(item => new SubstituteRow(table, item));

    private static IEnumerable<CallRow> RowsOf(Gathering table, List<CallFacts> people, CallListRule list, DateTime now)
    {
        var byInvitation = people.ToDictionary(item => item.Invitation.Id);
        var seated = people.Count(item => item.Invitation.SeatedAt is not null);
        return list.For(table, people, now)
            .Select(person => new CallRow(table, person, byInvitation[person.Invitation.Id], seated));
    }
}
