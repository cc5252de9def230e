using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.Privacy;

/// <summary>
/// Every night: what is past its date goes (SECURITY.md, S62). Each person is a transaction of their own, so a
/// run that is killed is taken up the next night; one who cannot be erased, or one kind of data that cannot be emptied,
/// keeps nothing else. Mail rows and bytes go by <see cref="MailUpkeep"/>. The log counts and names nobody.
/// </summary>
public sealed partial class RetentionJob(
    DialoogtafelDb db,
    Eraser eraser,
    MailFiles files,
    OneByOne items,
    InstallationOptions options,
    TimeProvider clock,
    ILogger<RetentionJob> log
) : IJob
{
    /// <summary>
    /// Between "haal mij van de lijst" and the erasing, so that somebody who did not press it themselves can still
    /// call.
    /// </summary>
    public static readonly TimeSpan RemovalPause = TimeSpan.FromHours(24);

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var people =
            await EraseAsync(await AskedAsync(now, stop), now, stop)
            + await EraseAsync(await ForgottenAsync(now, stop), now, stop);
        var notes = await CountAsync(() => EmptyNotesAsync(now, stop), stop);
        var needs = await CountAsync(() => DropNeedsAsync(now, stop), stop);
        var answers =
            await CountAsync(() => DropAnswersAsync(now, stop), stop)
            + await CountAsync(() => DropReportsAsync(now, stop), stop);
        await items.TryAsync(() => ForgetActionsAsync(now, stop), stop);
        var letters = await CountAsync(
            () => Task.FromResult(files.DeleteBefore(now.AddDays(-options.MailBytesDays))),
            stop
        );
        var readBefore = now.AddMonths(-options.ReadLogMonths);
        await CountAsync(() => db.ReadLog.Where(entry => entry.At < readBefore).ExecuteDeleteAsync(stop), stop);
        await CountAsync(() => Task.FromResult(DropCopies(now)), stop);
        if (people + notes + needs + answers + letters > 0)
        {
            Done(people, notes, needs, answers, letters);
        }

        items.End();
    }

    /// <returns>How many went; zero when it could not be done.</returns>
    private async Task<int> CountAsync(Func<Task<int>> drop, CancellationToken stop)
    {
        var count = 0;
        await items.TryAsync(async () => count = await drop(), stop);
        db.ChangeTracker.Clear();
        return count;
    }

    private Task<List<int>> AskedAsync(DateTime now, CancellationToken stop)
    {
        var before = now - RemovalPause;
        return db
            .Persons.Where(item => item.ErasedAt == null && item.RemovalRequestedAt <= before)
            .Select(item => item.Id)
            .ToListAsync(stop);
    }

    /// <summary>
    /// Nobody's any more: for so many months no invitation to a table, no role in a project that runs, no consent to
    /// stay, no place in the team, no task at a table, no action of which anything was heard.
    /// </summary>
    private Task<List<int>> ForgottenAsync(DateTime now, CancellationToken stop)
    {
        var before = now.AddMonths(-options.PersonMonths);
        var day = DateOnly.FromDateTime(before);
        var recent = db.Gatherings.Where(item =>
            item.StartsAt == null ? item.Series!.CreatedAt >= before : item.StartsAt >= before
        );
        return (
            from person in db.Persons
            where
                person.ErasedAt == null
                && person.CreatedAt < before
                && !db.Users.Any(item => item.PersonId == person.Id)
                && !db.Memberships.Any(item =>
                    item.PersonId == person.Id && (item.Until == null || item.Until >= before)
                )
                && !db.Consents.Any(item =>
                    item.PersonId == person.Id
                    && item.WithdrawnAt == null
                    && (item.Purpose == ConsentPurpose.StayInNetwork || item.Purpose == ConsentPurpose.Newsletter)
                )
                && !db.RoleAssignments.Any(item =>
                    item.PersonId == person.Id
                    && (
                        item.Until == null
                            ? db.Projects.Any(project =>
                                project.Id == item.ProjectId && (project.EndsOn == null || project.EndsOn >= day)
                            )
                            : item.Until >= before
                    )
                )
                && !db.Invitations.Any(item =>
                    item.PersonId == person.Id && recent.Any(table => table.Id == item.GatheringId)
                )
                && !db.Actions.Any(item =>
                    (item.OwnerId == person.Id || item.CoOwnerId == person.Id || item.CoordinatorId == person.Id)
                    && item.Log.Any(line => line.At >= before)
                )
                && !recent.Any(table =>
                    table.ProcessFacilitatorId == person.Id
                    || table.ContentFacilitatorId == person.Id
                    || table.ReserveFacilitatorId == person.Id
                    || table.ContactPersonId == person.Id
                )
            select person.Id
        ).ToListAsync(stop);
    }

    private async Task<int> EraseAsync(List<int> people, DateTime now, CancellationToken stop)
    {
        var erased = 0;
        foreach (var person in people)
        {
            erased += await CountAsync(() => EraseAsync(person, now, stop), stop);
        }

        return erased;
    }

    private async Task<int> EraseAsync(int person, DateTime now, CancellationToken stop)
    {
        try
        {
            return await eraser.EraseAsync(person, new Hand(ContactChannel.Page, null), now, stop) ? 1 : 0;
        }
        catch (DomainRuleException)
        {
            // Somebody in the team who asked for it: waits until the membership has ended.
            return 0;
        }
    }

    /// <summary>
    /// The copies that the start makes before a change of the schema hold everything that was erased since.
    /// </summary>
    private int DropCopies(DateTime now)
    {
        var before = now.AddDays(-options.MailBytesDays);
        var old = Directory
            .EnumerateFiles(options.DataFolder, "*.copy")
            .Where(file => File.GetLastWriteTimeUtc(file) < before)
            .ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>
    /// Own words with an answer, the organiser's own sentence and call notes: some months after the last table of the
    /// series.
    /// </summary>
    private async Task<int> EmptyNotesAsync(DateTime now, CancellationToken stop)
    {
        var over = OfSeriesBefore(now.AddMonths(-options.NoteMonths));
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

    /// <summary>
    /// A table that never got a date, or was called off, must not keep the words of a series for ever.
    /// </summary>
    private IQueryable<Invitation> OfSeriesBefore(DateTime before) =>
        db.Invitations.Where(item =>
            db.Gatherings.Where(table => table.SeriesId == item.Gathering!.SeriesId)
                .All(table => (table.CancelledAt ?? table.StartsAt ?? table.Series!.CreatedAt) < before)
        );

    /// <summary>
    /// Answers to the preparation questions, and with them who read them, who was ready and who led the table when:
    /// some months after the last table of the series.
    /// </summary>
    private async Task<int> DropAnswersAsync(DateTime now, CancellationToken stop)
    {
        var over = OfSeriesBefore(now.AddMonths(-options.AnswerMonths));
        var old = db.Answers.Where(answer => over.Any(item => item.Id == answer.InvitationId));
        await db.AnswerReads.Where(read => old.Any(answer => answer.Id == read.AnswerId)).ExecuteDeleteAsync(stop);
        var count = await old.ExecuteDeleteAsync(stop);
        await db
            .Preparations.Where(preparation => over.Any(item => item.Id == preparation.InvitationId))
            .ExecuteDeleteAsync(stop);
        var tables = TablesOfSeriesBefore(now.AddMonths(-options.AnswerMonths));
        await db.DutyPeriods.Where(duty => tables.Any(table => table.Id == duty.GatheringId)).ExecuteDeleteAsync(stop);
        return count
            + await db
                .FetchChecks.Where(told => over.Any(item => item.Id == told.InvitationId))
                .ExecuteDeleteAsync(stop);
    }

    /// <summary>
    /// Words about an action: some months after it ended, and as long as answers in any case; links to it go with them.
    /// Who did it and who decided: as long as answers. What was agreed and how it ended stays, for the project.
    /// </summary>
    private async Task ForgetActionsAsync(DateTime now, CancellationToken stop)
    {
        var (noted, known) = (now.AddMonths(-options.NoteMonths), now.AddMonths(-options.AnswerMonths));
        var over = db.Actions.Where(item => item.EndedAt < noted);
        await db
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
    }

    /// <summary>
    /// The notes of a table as answers; the words of its report and who agreed to them some months later.
    /// </summary>
    private async Task<int> DropReportsAsync(DateTime now, CancellationToken stop)
    {
        var (noteDate, reportDate) = (now.AddMonths(-options.AnswerMonths), now.AddMonths(-options.ReportMonths));
        var notes = TablesOfSeriesBefore(noteDate);
        var count = await db
            .TableNotes.Where(note => notes.Any(table => table.Id == note.GatheringId))
            .ExecuteDeleteAsync(stop);
        var reports = TablesOfSeriesBefore(reportDate);
        var old = await db
            .TableReports.Include(item => item.Agreements)
            .Where(item =>
                (item.Words != null || item.SentWords != null) && reports.Any(table => table.Id == item.GatheringId)
            )
            .ToListAsync(stop);
        old.ForEach(item => item.Empty());
        await db.SaveChangesAsync(stop);
        return count + old.Count;
    }

    private IQueryable<Gathering> TablesOfSeriesBefore(DateTime before) =>
        db.Gatherings.Where(item =>
            db.Gatherings.Where(table => table.SeriesId == item.SeriesId)
                .All(table => (table.CancelledAt ?? table.StartsAt ?? table.Series!.CreatedAt) < before)
        );

    /// <summary>What people need at a table: some days after it was, or after it was cancelled .</summary>
    private Task<int> DropNeedsAsync(DateTime now, CancellationToken stop)
    {
        var before = now.AddDays(-options.NeedsDays);
        var over = db.Invitations.Where(item =>
            item.Gathering!.StartsAt < before || item.Gathering.CancelledAt < before
        );
        return db.Needs.Where(needs => over.Any(item => item.Id == needs.InvitationId)).ExecuteDeleteAsync(stop);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Retention: {People} people erased, {Notes} notes emptied, {Needs} needs and {Answers} answers removed, {Letters} local mail files removed"
    )]
    private partial void Done(int people, int notes, int needs, int answers, int letters);
}
