using Dialoogtafel.Domain;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Privacy;

/// <summary>
/// Takes the name of an erased person out of the reports and notes of the tables that they were at: it stood there
/// because they agreed.
/// </summary>
public sealed class ReportEraser(DialoogtafelDb db, FieldCipher cipher) : IForgets
{
    private const string Instead = "een deelnemer";

    public async Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var (person, name) = (erasure.Person.Id, erasure.Person.FullName);
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
