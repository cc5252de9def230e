using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>
/// Reads what a report begins with: programme, notes, priorities, actions, numbers, and the names of who wanted to be
/// named (R-082, R-100).
/// </summary>
public sealed class ReportFactsReader(
    DialoogtafelDb db,
    ContactListReader contacts,
    AttendanceSummary line,
    ActionSummaries actions,
    FieldCipher cipher,
    WallClock wall,
    Texts T
)
{
    /// <param name="table">With its series and facilitators.</param>
    public async Task<string> DraftAsync(Gathering table, CancellationToken stop)
    {
        var present = await contacts.PresentAsync(table.Id, stop);
        var named = (
            await db
                .Consents.AsNoTracking()
                .Where(item =>
                    item.GatheringId == table.Id
                    && item.Purpose == ConsentPurpose.ContactList
                    && item.Field == ContactField.Name
                    && item.WithdrawnAt == null
                )
                .Select(item => item.PersonId)
                .ToListAsync(stop)
        ).ToHashSet();
        var unnamed = present.FindAll(item => !named.Contains(item.PersonId));
        var notes = await db
            .TableNotes.AsNoTracking()
            .Where(item => item.GatheringId == table.Id)
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        var away = await db
            .Attendances.Where(item => item.GatheringId == table.Id && item.Presence == Presence.Absent)
            .Select(item => item.PersonId)
            .ToListAsync(stop);
        var led = table
            .Facilitators()
            .Where(person => !away.Contains(person.Id))
            .Select(person => person.FullName)
            .ToList();
        var steps = await db
            .ProgrammeSteps.AsNoTracking()
            .Where(item => item.GatheringId == table.Id && item.Form != StepForm.Pause)
            .OrderBy(item => item.Place)
            .Select(item => item.Title)
            .ToListAsync(stop);
        return ReportDraft.Of(
            new ReportFacts
            {
                Subject = table.Series!.Subject,
                Day = table.StartsAt is { } start ? wall.Local(start).ToString("d MMMM yyyy", T.Culture) : "een dag",
                Purpose = table.Purpose,
                LedBy = led.Count == 0 ? null : PeopleInWords.All(led),
                Names = [.. present.Where(item => named.Contains(item.PersonId)).Select(item => item.Person!.FullName)],
                Parties =
                [
                    .. unnamed
                        .Where(IsParty)
                        .GroupBy(item => item.Perspective!.Name)
                        .OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => (group.Key, group.Count())),
                ],
                Others = unnamed.Count(item => !IsParty(item)),
                Steps = steps,
                Priorities =
                [
                    .. notes
                        .Where(item => item.Priority is not null)
                        .OrderBy(item => item.Priority)
                        .Select(item => new NoteView(item.Kind, cipher.Open(item.Words))),
                ],
                Notes = notes.ToLookup(item => item.Kind, item => cipher.Open(item.Words)),
                Actions = [.. (await actions.OfAsync(table.Id, stop)).Select(InWords)],
                Count = await line.CountAsync(table.Id, stop),
                NextTable = await NextAsync(table, stop),
            }
        );
    }

    /// <summary>
    /// That somebody has lived experience, or is a relative, is nobody's to read who was not told (A-18).
    /// </summary>
    private static bool IsParty(Invitation invitation) =>
        invitation.Perspective!.Kind is not (PerspectiveKind.LivedExperience or PerspectiveKind.Relative);

    private ReportAction InWords(ActionLine action) =>
        new(
            action.Text,
            action.Who,
            action.By is { } day ? $"voor {day.ToString("d MMMM yyyy", T.Culture)}" : "",
            action.Parties
        );

    private async Task<string?> NextAsync(Gathering table, CancellationToken stop) =>
        await db
            .Gatherings.AsNoTracking()
            .Where(item =>
                item.SeriesId == table.SeriesId
                && item.Number > table.Number
                && item.CancelledAt == null
                && item.StartsAt != null
            )
            .OrderBy(item => item.Number)
            .FirstOrDefaultAsync(stop)
            is { StartsAt: { } start }
            ? $"De volgende tafel is op {wall.Local(start).ToString("d MMMM yyyy", T.Culture)}. Daar gaan wij "
                + "verder met wat eerst komt."
            : null;
}
