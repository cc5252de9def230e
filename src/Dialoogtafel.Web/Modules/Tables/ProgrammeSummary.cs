using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables;

/// <summary>How far the programme of a table is and what is ready in the room, in a sentence or two.</summary>
public sealed class ProgrammeSummary(DialoogtafelDb db)
{
    public async Task<string> OfAsync(int id, CancellationToken stop)
    {
        var minutes = await db.Gatherings.Where(item => item.Id == id).Select(item => item.Minutes).SingleAsync(stop);
        var steps = await db.ProgrammeSteps.AsNoTracking().Where(item => item.GatheringId == id).ToListAsync(stop);
        var materials = await db
            .Materials.Where(item => item.GatheringId == id)
            .Select(item => item.DoneAt != null)
            .ToListAsync(stop);
        var programme = new Programme(steps, minutes);
        var line =
            steps.Count == 0
                ? "Er staat een voorstel klaar; nog niets is bewaard."
                : $"{(steps.Count == 1 ? "1 stap" : $"{steps.Count} stappen")}. "
                    + ProgrammeLabels.Length(programme)
                    + (programme.WithoutInstruction.Count > 0 ? " Niet elke stap heeft uitleg." : "");
        return materials.Count == 0
            ? line
            : $"{line} Klaargezet: {materials.Count(done => done)} van {materials.Count} dingen.";
    }
}
