using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.Privacy;

/// <summary>
/// Every night: what is past its date goes (SECURITY.md, S62). Who is erased is decided here; each subject drops its
/// own (<see cref="IKeeps"/>). Each person is a transaction of their own, so a run that is killed is taken up the next
/// night; one who cannot be erased, or one kind of data that cannot be emptied, keeps nothing else. Mail rows and bytes
/// go by <see cref="MailUpkeep"/>. The log counts and names nobody.
/// </summary>
public sealed partial class RetentionJob(
    DialoogtafelDb db,
    Eraser eraser,
    IEnumerable<IKeeps> subjects,
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
        List<(string What, int Count)> dropped = [];
        foreach (var subject in subjects.Where(item => !item.EveryHour))
        {
            dropped.Add((subject.What, await CountAsync(() => subject.DropAsync(now, stop), stop)));
        }

        var letters = await CountAsync(
            () => Task.FromResult(files.DeleteBefore(now.AddDays(-options.MailBytesDays))),
            stop
        );
        var readBefore = now.AddMonths(-options.ReadLogMonths);
        await CountAsync(() => db.ReadLog.Where(entry => entry.At < readBefore).ExecuteDeleteAsync(stop), stop);
        await CountAsync(() => Task.FromResult(DropCopies(now)), stop);
        if (people + dropped.Sum(item => item.Count) + letters > 0)
        {
            Done(people, Told(dropped), letters);
        }

        items.End();
    }

    /// <summary>Each kind once, as "3 notes emptied, 0 needs removed".</summary>
    private static string Told(IEnumerable<(string What, int Count)> dropped) =>
        string.Join(
            ", ",
            dropped
                .GroupBy(item => item.What, item => item.Count)
                .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Sum()} {kind.Key}"))
        );

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

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Retention: {People} people erased, {Dropped}, {Letters} local mail files removed"
    )]
    private partial void Done(int people, string dropped, int letters);
}
