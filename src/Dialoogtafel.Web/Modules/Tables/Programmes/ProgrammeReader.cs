using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Programmes;

/// <summary>Reads the programme of a table; the proposal that fits it while none is kept.</summary>
public sealed class ProgrammeReader(DialoogtafelDb db, EarlierTables earlier, WallClock wall)
{
    /// <summary>Null when this team member does not see the table.</summary>
    public async Task<ProgrammePage?> PageAsync(int id, Actor actor, DateTime now, CancellationToken stop)
    {
        var table = await db
            .Gatherings.SeenBy(actor)
            .AsNoTracking()
            .WithFacts()
            .Include(item => item.ReserveFacilitator)
            .SingleOrDefaultAsync(item => item.Id == id, stop);
        if (table is null)
        {
            return null;
        }

        var (steps, stored) = await StepsAsync(table, stop);
        return new ProgrammePage
        {
            Id = id,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Purpose = table.Purpose,
            Place = table.Location?.OneLine ?? "nog geen plek",
            Start = wall.Local(table.StartsAt),
            Today = wall.Local(now),
            TableMinutes = table.Minutes,
            Stored = stored,
            MayEdit = actor.RecruiterProjects().Contains(table.Series.ProjectId) && table.CancelledAt is null,
            Programme = new Programme(steps, table.Minutes),
            Leads = LeadsOf(table),
            Reserve = table.ReserveFacilitator?.FullName,
            Earlier = await earlier.PrioritiesAsync(table, actor, now, stop),
        };
    }

    /// <summary>The steps that are kept, or the proposal.</summary>
    public async Task<(IReadOnlyList<ProgrammeStep> Steps, bool Stored)> StepsAsync(
        Gathering table,
        CancellationToken stop
    )
    {
        var stored = await db
            .ProgrammeSteps.AsNoTracking()
            .Where(item => item.GatheringId == table.Id)
            .ToListAsync(stop);
        return stored.Count > 0 ? (stored, true) : (ProgrammeTemplates.For(table), false);
    }

    public static IReadOnlyDictionary<StepLead, string> LeadsOf(Gathering table)
    {
        var leads = new Dictionary<StepLead, string>();
        if (table.ProcessFacilitator is { } process)
        {
            leads[StepLead.Process] = process.FullName;
        }

        if (table.ContentFacilitator is { } content)
        {
            leads[StepLead.Content] = content.FullName;
        }

        if (PeopleInWords.FacilitatorsOf(table) is { } both)
        {
            leads[StepLead.Both] = both;
        }

        return leads;
    }
}
