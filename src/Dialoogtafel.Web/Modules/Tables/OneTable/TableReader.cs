using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.OneTable;

/// <summary>Reads the page of one table for one team member.</summary>
public sealed class TableReader(
    DialoogtafelDb db,
    CallListReader calls,
    CallLabels words,
    Substitutes substitutes,
    WallClock wall,
    Texts T
)
{
    /// <summary>Null when this person may not see the table.</summary>
    public async Task<TablePage?> PageAsync(int id, Actor actor, FinalForm form, DateTime now, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .SeenBy(actor)
            .Where(item => item.Id == id)
            .Include(item => item.Kind)
            .Include(item => item.Location)
            .Include(item => item.ProcessFacilitator)
            .Include(item => item.ContentFacilitator)
            .Include(item => item.ReserveFacilitator)
            .Include(item => item.ContactPerson)
            .Include(item => item.Wanted)
                .ThenInclude(item => item.Perspective)
            .Include(item => item.Series!.Project)
            .SingleOrDefaultAsync(stop);
        if (table is null)
        {
            return null;
        }

        var counts = await db
            .Invitations.Where(item => item.GatheringId == id && item.WithdrawnAt == null)
            .GroupBy(item => new
            {
                item.PerspectiveId,
                item.Perspective!.Name,
                item.Perspective.Kind,
            })
            .Select(group => new Count(
                group.Key.PerspectiveId,
                group.Key.Name,
                group.Key.Kind,
                group.Count(item => item.ApproachedAt != null),
                group.Count(item => item.SeatedAt != null),
                group.Count(item => item.SeatedAt == null && item.Answer == RsvpAnswer.Yes)
            ))
            .ToListAsync(stop);
        var recruits = actor.RecruiterProjects().Contains(table.Series!.ProjectId);
        return Page(table, counts, recruits, form, now) with
        {
            Call = recruits ? await FirstCallAsync(id, now, stop) : null,
            Reminders =
                recruits && table.CancelledAt is null && !table.HasStarted(now)
                    ? await RemindersAsync(id, now, stop)
                    : [],
            CancelledAt = wall.Local(table.CancelledAt),
            CancelReason = table.CancelReason,
            MayCancel = actor.Has(table.Series.ProjectId, TeamRole.Organiser),
        };
    }

    /// <summary>Whether somebody with lived experience has a chair .</summary>
    public Task<bool> LivedExperienceSeatedAsync(int id, CancellationToken stop) =>
        db.Invitations.AnyAsync(
            item =>
                item.GatheringId == id
                && item.WithdrawnAt == null
                && item.SeatedAt != null
                && item.Perspective!.Kind == PerspectiveKind.LivedExperience,
            stop
        );

    private async Task<FirstCall?> FirstCallAsync(int id, DateTime now, CancellationToken stop) =>
        await calls.ReadAsync(db.Gatherings.Where(item => item.Id == id), now, stop) switch
        {
            { Rows: [{ Person.Cause: CallCause.LateCancellation } late, ..] } => FirstOf(late),
            { Cancellations: [var gone, ..] } => new FirstCall(
                $"{CancellationLabels.Gone(gone.Gone)} {CancellationLabels.Chairs(gone)}",
                "Kijk wie u kunt vragen",
                gone.Href
            ),
            { Substitutes: [var named, ..] } => new FirstCall(
                $"{substitutes.InWords(named.By)}.",
                "Kijk wat u kunt doen",
                named.Href
            ),
            { Rows: [var first, ..] } => FirstOf(first),
            _ => null,
        };

    private FirstCall FirstOf(CallRow row) => new(words.Why(row), $"Bel {row.Invitation.Person!.FirstName}", row.Href);

    private async Task<IReadOnlyList<string>> RemindersAsync(int id, DateTime now, CancellationToken stop)
    {
        var reminders = await db
            .Reminders.AsNoTracking()
            .Where(item =>
                db.Invitations.Any(invitation =>
                    invitation.Id == item.InvitationId
                    && invitation.GatheringId == id
                    && invitation.WithdrawnAt == null
                    // Planned for everybody, but without an address none leaves.
                    && (invitation.Person!.Email != null || item.QueuedAt != null)
                )
            )
            .ToListAsync(stop);
        return [.. ReminderLabels.Of(reminders, utc => wall.DaysUntil(utc, now) switch
                {
                    0 => $"vandaag om {T.Time(wall.Local(utc))}",
                    1 => $"morgen om {T.Time(wall.Local(utc))}",
                    _ => $"op {T.Day(wall.Local(utc))}",
                })];
    }

    private TablePage Page(Gathering table, List<Count> counts, bool mayEdit, FinalForm form, DateTime now)
    {
        var seated = counts.Sum(item => item.Seated);
        var lived = counts.Any(item => item.Kind == PerspectiveKind.LivedExperience && item.Seated > 0);
        return new TablePage
        {
            Id = table.Id,
            SeriesId = table.SeriesId,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Start = wall.Local(table.StartsAt),
            End = wall.Local(table.EndsAt),
            Place = [.. Filled(table.Location?.Name, table.Location?.Address)],
            Access = [.. (table.Location?.Access ?? []).Select(line => line.Text)],
            ProcessFacilitator = table.ProcessFacilitator?.FullName,
            ContentFacilitator = table.ContentFacilitator?.FullName,
            ReserveFacilitator = table.ReserveFacilitator?.FullName,
            Contact = table.ContactPerson?.FullName,
            ContactPhone = table.ContactPerson?.Phone,
            Purpose = table.Purpose,
            IntendedOutcome = table.IntendedOutcome,
            Topics = table.Topics,
            GuidingQuestions = table.Series.Project!.GuidingQuestions,
            Recruiting = TableTrack.Recruiting(table, counts.Sum(item => item.Approached), seated),
            Programme = TableTrack.Programme(table),
            Seated = seated,
            Mix = mayEdit ? Mix(table, counts) : null,
            MayEdit = mayEdit,
            Begun = table.HasStarted(now),
            FinalAt = wall.Local(table.FinalAt),
            FinalReason = mayEdit ? table.FinalReason : null,
            NeedsReason = table.Kind!.NeedsLivedExperience && !lived,
            Form = form,
            Today = wall.Local(now),
        };
    }

    /// <summary>The wanted perspectives first, then those of which somebody said ja all the same.</summary>
    private static List<MixRow> Mix(Gathering table, List<Count> counts)
    {
        var byPerspective = counts.ToDictionary(item => item.PerspectiveId);
        var wanted = table
            .Wanted.OrderBy(item => item.Id)
            .Select(item =>
                byPerspective.TryGetValue(item.PerspectiveId, out var count)
                    ? new MixRow(item.Perspective!.Name, item.Wanted, count.Seated, count.Waiting)
                    : new MixRow(item.Perspective!.Name, item.Wanted, 0, 0)
            );
        var others = counts
            .Where(item =>
                item.Seated + item.Waiting > 0 && table.Wanted.All(wish => wish.PerspectiveId != item.PerspectiveId)
            )
            .OrderBy(item => item.Name, StringComparer.CurrentCulture)
            .Select(item => new MixRow(item.Name, 0, item.Seated, item.Waiting));
        return [.. wanted, .. others];
    }

    private static IEnumerable<string> Filled(params string?[] lines) =>
        lines.Where(line => !string.IsNullOrEmpty(line)).Select(line => line!);

    private sealed record Count(
        int PerspectiveId,
        string Name,
        PerspectiveKind Kind,
        int Approached,
        int Seated,
        int Waiting
    );
}
