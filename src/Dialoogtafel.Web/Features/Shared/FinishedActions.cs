using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>A finished action as a block that a newsletter may offer: nobody's name, no day and no place of a table.</summary>
/// <param name="Title">What was agreed.</param>
/// <param name="Sentence">One sentence for the reader.</param>
/// <param name="EndedAt">UTC.</param>
public sealed record FinishedAction(int Id, int ProjectId, string Title, string Sentence, DateTime EndedAt);

/// <summary>What has been done since a moment; what was stopped is no news. An organiser reads and edits each text before it leaves.</summary>
public sealed class FinishedActions(DialoogtafelDb db, InstallationOptions options, Texts texts)
{
    /// <summary>The newest first.</summary>
    /// <param name="since">UTC; null = everything.</param>
    public async Task<IReadOnlyList<FinishedAction>> OfAsync(int project, DateTime? since, CancellationToken stop)
    {
        var done = await db.Actions.AsNoTracking().Where(item => item.End == ActionEnd.Done && item.Gathering!.Series!.ProjectId == project && (since == null || item.EndedAt >= since))
            .OrderByDescending(item => item.EndedAt).ThenBy(item => item.Id).Select(item => new { item.Id, item.Text, item.Gathering!.Series!.Subject, EndedAt = item.EndedAt!.Value }).ToListAsync(stop);
        return [.. done.Select(item => new FinishedAction(item.Id, project, item.Text, $"Dit kwam uit het gesprek over {item.Subject}. Het is klaar sinds {texts.Day(LocalTime.ToLocal(item.EndedAt, options.Zone))}.", item.EndedAt))];
    }
}
