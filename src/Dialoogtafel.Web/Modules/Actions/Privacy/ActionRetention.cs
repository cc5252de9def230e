using Dialoogtafel.Domain;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions.Privacy;

/// <summary>
/// Words about an action: some months after it ended, and as long as answers in any case; links to it go with them. Who
/// did it and who decided: as long as answers. What was agreed and how it ended stays, for the project.
/// </summary>
public sealed class ActionRetention(DialoogtafelDb db, InstallationOptions options) : IKeeps
{
    public string What => "notes emptied";

    /// <returns>How many words were emptied.</returns>
    public async Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var (noted, known) = (now.AddMonths(-options.NoteMonths), now.AddMonths(-options.AnswerMonths));
        var over = db.Actions.Where(item => item.EndedAt < noted);
        var count = await db
            .ActionLog.Where(line =>
                line.Words != null && (line.At < known || over.Any(item => item.Id == line.ActionId))
            )
            .ExecuteUpdateAsync(set => set.SetProperty(line => line.Words, (SealedText?)null), stop);
        await db.Links.Where(link => over.Any(item => item.Id == link.ActionId)).ExecuteDeleteAsync(stop);
        var old = db.Actions.Where(item => item.EndedAt < known);
        await db
            .ActionLog.Where(line =>
                (line.OwnerId != null || line.ById != null) && old.Any(item => item.Id == line.ActionId)
            )
            .ExecuteUpdateAsync(
                set => set.SetProperty(line => line.OwnerId, (int?)null).SetProperty(line => line.ById, (int?)null),
                stop
            );
        await old.Where(item => item.OwnerId != null || item.CoOwnerId != null || item.DecisionMaker != "")
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(item => item.OwnerId, (int?)null)
                        .SetProperty(item => item.CoOwnerId, (int?)null)
                        .SetProperty(item => item.DecisionMaker, ""),
                stop
            );
        return count;
    }
}
