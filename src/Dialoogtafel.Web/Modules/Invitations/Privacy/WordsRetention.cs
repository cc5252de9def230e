using Dialoogtafel.Domain;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Privacy;

/// <summary>
/// Own words with an answer, the organiser's own sentence and call notes: some months after the last table of the
/// series. The answer itself stays.
/// </summary>
public sealed class WordsRetention(DialoogtafelDb db, InstallationOptions options) : IKeeps
{
    public string What => "notes emptied";

    public async Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var over = db.InvitationsOfSeriesBefore(now.AddMonths(-options.NoteMonths));
        var old = await over.Where(item =>
                item.Note != null || item.OwnSentence != null || item.SubstituteDeclined != null
            )
            .ToListAsync(stop);
        old.ForEach(item => item.ForgetWords());
        await db.SaveChangesAsync(stop);
        var calls = await db
            .CallAttempts.Where(attempt => attempt.Note != null && over.Any(item => item.Id == attempt.InvitationId))
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.Note, (SealedText?)null), stop);
        return old.Count + calls;
    }
}
