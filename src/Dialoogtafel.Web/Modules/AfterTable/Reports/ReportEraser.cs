using Dialoogtafel.Domain;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>
/// Takes the name of an erased person out of the reports and notes of the tables that she was at: it stood there
/// because she agreed.
/// </summary>
public sealed class ReportEraser(DialoogtafelDb db, FieldCipher cipher)
{
    private const string Instead = "een deelnemer";

    /// <summary>Within the running save, before the name itself goes.</summary>
    public async Task ForgetNameAsync(int person, string name, CancellationToken stop)
    {
        if (name.Length == 0)
        {
            return;
        }

        var tables = await db
            .Invitations.Where(item => item.PersonId == person)
            .Select(item => item.GatheringId)
            .Union(
                db.Attendances.Where(item => item.PersonId == person && item.Presence == Presence.Present)
                    .Select(item => item.GatheringId)
            )
            .ToListAsync(stop);
        foreach (var report in await db.TableReports.Where(item => tables.Contains(item.GatheringId)).ToListAsync(stop))
        {
            report.Forget(words => Without(words, name));
        }

        foreach (var note in await db.TableNotes.Where(item => tables.Contains(item.GatheringId)).ToListAsync(stop))
        {
            note.Words = Without(note.Words, name);
        }
    }

    /// <summary>The same sealed bytes where the name does not stand.</summary>
    private SealedText Without(SealedText words, string name)
    {
        var text = cipher.Open(words);
        return text.Contains(name, StringComparison.Ordinal)
            ? cipher.Seal(text.Replace(name, Instead, StringComparison.Ordinal))
            : words;
    }
}
