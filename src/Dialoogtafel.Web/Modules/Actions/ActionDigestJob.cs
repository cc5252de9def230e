using System.Globalization;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>
/// M-22: every Monday to the coordinator of actions that are late, quiet, wait for a higher level or have no owner; of
/// actions without coordinator to the organisers. Nothing to say = no mail. Outside the quiet hours, once a Monday, one
/// transaction a reader.
/// </summary>
public sealed class ActionDigestJob(
    DialoogtafelDb db,
    MailOutbox outbox,
    OneByOne items,
    Installation installation,
    InstallationOptions options,
    WallClock wall,
    TimeProvider clock
) : IJob
{
    /// <summary>Days without a line in the log after which an action is quiet; our choice.</summary>
    public const int QuietDays = 45;

    private const int Shown = 12;

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var local = wall.Local(now);
        if (
            local.DayOfWeek != DayOfWeek.Monday
            || TimeOnly.FromDateTime(local) < options.ReminderAt
            || options.Quiet.Covers(now, options.Zone)
        )
        {
            return;
        }

        var today = DateOnly.FromDateTime(local);
        foreach (var (reader, actions) in await ReadersAsync(await WantingAsync(today, now, stop), stop))
        {
            await items.TryAsync(() => TellAsync(reader, actions, today, now, stop), stop);
            db.ChangeTracker.Clear();
        }

        items.End();
    }

    /// <summary>Looks again inside the transaction, so that two runs at once send one mail.</summary>
    private async Task TellAsync(
        Person reader,
        List<Wanting> actions,
        DateOnly today,
        DateTime now,
        CancellationToken stop
    )
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var key = KeyOf(reader, today);
        if (await db.Mails.AnyAsync(mail => mail.Key == key, stop))
        {
            return;
        }

        var settings = await installation.ReadAsync(stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new ActionDigestMail
                {
                    FirstName = reader.FirstName,
                    Link = installation.Link(settings, $"reeksen/{actions[0].SeriesId}/acties"),
                    Count = actions.Count,
                    Actions = [.. actions.Take(Shown).Select(item => item.Line)],
                    Contact = settings.OrganisationName,
                    Phone = settings.Phone,
                },
                To = reader,
                Key = key,
                StaleAt = now.AddDays(3),
            },
            stop
        );
        await transaction.SaveAsync(stop);
    }

    /// <summary>The longest waiting first.</summary>
    private async Task<List<Wanting>> WantingAsync(DateOnly today, DateTime now, CancellationToken stop)
    {
        var open = await db
            .Actions.AsNoTracking()
            .Where(item => item.EndedAt == null)
            .Select(item => new
            {
                Action = item,
                item.Gathering!.Series!.Subject,
                item.Gathering.SeriesId,
                item.Gathering.Series.ProjectId,
                Last = item.Log.Max(line => (DateTime?)line.At) ?? item.CreatedAt,
            })
            .ToListAsync(stop);
        return
        [
            .. from item in open
            orderby item.Last, item.Action.Id
            let why = WhyOf(item.Action, item.Last, today, now)
            where why is not null
            select new Wanting(
                item.Action.CoordinatorId,
                item.ProjectId,
                item.SeriesId,
                new ActionDigestLine
                {
                    Action = item.Action.Text,
                    Subject = item.Subject,
                    Why = why,
                }
            ),
        ];
    }

    /// <summary>In one sentence; null when it may go on by itself.</summary>
    private string? WhyOf(AgreedAction action, DateTime last, DateOnly today, DateTime now) =>
        action switch
        {
            { OwnerId: null } => "Er is nog niemand die het doet.",
            _ when action.IsToCall => "Deze actie staat op te bellen.",
            { TargetOn: { } target } when target < today =>
                $"Zou klaar zijn op {target.ToString("d MMMM", MailDates.Dutch)}.",
            { HigherSince: { } since } =>
                $"Ligt sinds {wall.Local(since).ToString("d MMMM", MailDates.Dutch)} op een hoger niveau.",
            _ when last < now.AddDays(-QuietDays) =>
                $"Niets gehoord sinds {wall.Local(last).ToString("d MMMM", MailDates.Dutch)}.",
            _ => null,
        };

    /// <summary>
    /// Who gets which actions: their coordinators while they are in the team, and the organisers of the project for the
    /// others.
    /// </summary>
    private async Task<List<(Person Person, List<Wanting> Actions)>> ReadersAsync(
        List<Wanting> wanting,
        CancellationToken stop
    )
    {
        var projects = wanting.Select(item => item.Project).Distinct().ToList();
        var team = await db
            .Memberships.AsNoTracking()
            .Where(item => item.ProjectId != null && projects.Contains(item.ProjectId.Value) && item.Until == null)
            .ToListAsync(stop);
        bool Coordinates(Wanting item) =>
            team.Exists(member => member.PersonId == item.Coordinator && member.ProjectId == item.Project);
        var byPerson = wanting
            .SelectMany(item =>
                Coordinates(item)
                    ? [(Person: item.Coordinator!.Value, item)]
                    : team.Where(member => member.ProjectId == item.Project && member.Role == TeamRole.Organiser)
                        .Select(member => (Person: member.PersonId, item))
                        .Distinct()
            )
            .ToLookup(pair => pair.Person, pair => pair.item);
        var ids = byPerson.Select(group => group.Key).ToList();
        var people = await db
            .Persons.AsNoTracking()
            .Where(person => ids.Contains(person.Id) && person.Email != null)
            .OrderBy(person => person.Id)
            .ToListAsync(stop);
        return [.. people.Select(person => (person, byPerson[person.Id].ToList()))];
    }

    private static string KeyOf(Person reader, DateOnly monday) =>
        string.Create(CultureInfo.InvariantCulture, $"{ActionDigestMail.Name}:{reader.Id}:{monday:yyyyMMdd}");

    private sealed record Wanting(int? Coordinator, int Project, int SeriesId, ActionDigestLine Line);
}
