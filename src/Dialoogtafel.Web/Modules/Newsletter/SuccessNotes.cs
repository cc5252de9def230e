using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter;

/// <summary>
/// What went well, for a newsletter: successes of tables whose report has been sent, as the team wrote
/// them down and without who said them. An organiser reads and edits each text before it leaves.
/// </summary>
public sealed class SuccessNotes(DialoogtafelDb db, FieldCipher cipher) : INewsletterBlockSource
{
    private const int LongestTitle = 60;

    public async Task<IReadOnlyList<NewsletterBlock>> OfAsync(int project, CancellationToken stop)
    {
        var notes = await (
            from note in db.TableNotes.AsNoTracking()
            join report in db.TableReports on note.GatheringId equals report.GatheringId
            join table in db.Gatherings on note.GatheringId equals table.Id
            where note.Kind == NoteKind.Success && report.SentWords != null && table.Series!.ProjectId == project
            orderby report.SentAt descending, note.Id
            select new
            {
                note.Id,
                note.Words,
                SentAt = report.SentAt!.Value,
            }
        ).ToListAsync(stop);
        return [.. notes.Select(item => Block(item.Id, cipher.Open(item.Words), item.SentAt))];
    }

    private static NewsletterBlock Block(int id, string words, DateTime at) =>
        new(
            $"succes:{id}",
            words.Length <= LongestTitle ? words : words[..words.LastIndexOf(' ', LongestTitle)] + " …",
            words,
            at
        );
}
