using System.Globalization;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>
/// Voorbereidingsoverzicht (M-08): to each of the two facilitators with an address and an account, on the day that she
/// chose, how many people have prepared. Once for each date of the table, outside the quiet hours; no answers and no
/// names.
/// </summary>
public sealed class OverviewJob(
    DialoogtafelDb db,
    MailOutbox outbox,
    OneByOne items,
    Installation installation,
    InstallationOptions options,
    WallClock wall,
    TimeProvider clock
) : IJob
{
    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (options.Quiet.Covers(now, options.Zone))
        {
            return;
        }

        var tables = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.ProcessFacilitator)
            .Include(item => item.ContentFacilitator)
            .Where(item => item.QuestionsReadyAt != null && item.CancelledAt == null && item.StartsAt > now)
            .ToListAsync(stop);
        foreach (var table in tables)
        {
            foreach (var reader in await UntoldAsync(table, now, stop))
            {
                await items.TryAsync(() => TellAsync(table.Id, reader.Id, now, stop), stop);
                db.ChangeTracker.Clear();
            }
        }

        items.End();
    }

    /// <summary>One transaction a reader that looks again, so that two runs at once send one mail.</summary>
    private async Task TellAsync(int id, int readerId, DateTime now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var table = await db.Gatherings.WithFacts().SingleAsync(item => item.Id == id, stop);
        if ((await UntoldAsync(table, now, stop)).Find(item => item.Id == readerId) is { } reader)
        {
            var (asked, done, begun) = await CountAsync(table, stop);
            await outbox.AddAsync(await LetterAsync(table, reader, asked, done, begun, stop), stop);
            await transaction.SaveAsync(stop);
        }
    }

    /// <summary>Facilitators whose day has come and who have no mail about this date yet.</summary>
    private async Task<List<Person>> UntoldAsync(Gathering table, DateTime now, CancellationToken stop)
    {
        var wishes = await db
            .OverviewWishes.AsNoTracking()
            .Where(item => item.GatheringId == table.Id)
            .ToDictionaryAsync(item => item.ReaderId, item => item.DaysBefore, stop);
        var readers = table
            .Facilitators()
            .Where(item =>
                item.Email is not null
                && IsDue(table, wishes.TryGetValue(item.Id, out var days) ? days : OverviewWish.DefaultDays, now)
            )
            .ToList();
        if (readers.Count == 0)
        {
            return [];
        }

        var (ids, keys) = (readers.ConvertAll(item => item.Id), readers.ConvertAll(item => KeyOf(table, item)));
        var accounts = await db
            .Users.Where(item => ids.Contains(item.PersonId))
            .Select(item => item.PersonId)
            .ToListAsync(stop);
        var told = await db.Mails.Where(mail => keys.Contains(mail.Key)).Select(mail => mail.Key).ToListAsync(stop);
        return readers.FindAll(item => accounts.Contains(item.Id) && !told.Contains(KeyOf(table, item)));
    }

    private async Task<(int Asked, int Done, int Begun)> CountAsync(Gathering table, CancellationToken stop)
    {
        var people = await db
            .Invitations.AsNoTracking()
            .Where(item => item.GatheringId == table.Id && item.WithdrawnAt == null)
            .ToListAsync(stop);
        var standings = await new StandingReader(db).OfAsync([table.Id], people, stop);
        var waiting = standings
            .Where(item => item.Value == PreparationStanding.Waiting)
            .Select(item => item.Key)
            .ToList();
        var begun = await db
            .Answers.Where(item => waiting.Contains(item.InvitationId))
            .Select(item => item.InvitationId)
            .Distinct()
            .CountAsync(stop);
        var done = standings.Count(item => item.Value == PreparationStanding.Done);
        return (waiting.Count + done, done, begun);
    }

    private async Task<Letter> LetterAsync(
        Gathering table,
        Person reader,
        int asked,
        int done,
        int begun,
        CancellationToken stop
    )
    {
        var settings = await installation.ReadAsync(stop);
        var start = wall.Local(table.StartsAt!.Value);
        return new Letter
        {
            Text = new PreparationOverviewMail
            {
                FirstName = reader.FirstName,
                Link = installation.Link(settings, $"bijeenkomsten/{table.Id}/voorbereiding"),
                Asked = asked,
                Done = done,
                Begun = begun,
                Subject = table.Series!.Subject,
                Date = DateOnly.FromDateTime(start),
                Time = TimeOnly.FromDateTime(start),
                Place = table.Location?.OneLine ?? "nog niet bekend",
                Contact = settings.ContactOf(table.ContactPerson),
                Phone = settings.PhoneOf(table.ContactPerson),
            },
            To = reader,
            From = table.ContactPerson?.Id == reader.Id ? null : table.ContactPerson,
            Key = KeyOf(table, reader),
            GatheringId = table.Id,
            StaleAt = table.StartsAt,
        };
    }

    /// <param name="days">Before the table; null = no mail.</param>
    private bool IsDue(Gathering table, int? days, DateTime now) =>
        days is { } before
        && now >= LocalSchedule.At(wall.Day(table.StartsAt!.Value).AddDays(-before), options.ReminderAt, options.Zone);

    private string KeyOf(Gathering table, Person reader) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"overzicht:{table.Id}:{reader.Id}:{wall.Day(table.StartsAt!.Value):yyyyMMdd}"
        );
}
