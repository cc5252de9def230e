using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// Afzegging-alarm (M-11): tells the organisers of the project at once, at any hour and beside other mail, that
/// somebody gave a chair back shortly before the table. It waits a minute, so that several cancellations are one mail
/// and a slip of the hand is none.
/// </summary>
public sealed class LateCancellationAlarm(
    DialoogtafelDb db,
    CallFactsReader reader,
    MailOutbox outbox,
    Installation installation,
    InstallationOptions options,
    WallClock wall,
    TimeProvider clock
)
{
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(60);

    /// <summary>
    /// To be called in the save, under the table's lock, in which somebody left late or came back; that change is
    /// stored already.
    /// </summary>
    /// <param name="by">Who recorded it; she knows, and gets no mail about what she typed herself.</param>
    public async Task SyncAsync(Gathering gathering, Invitation changed, Hand by, DateTime now, CancellationToken stop)
    {
        var people = (await reader.OfAsync([gathering.Id], stop))[gathering.Id].ToList();
        var waiting = (
            await db
                .Mails.Where(mail =>
                    mail.Kind == LateCancellationMail.Name
                    && mail.GatheringId == gathering.Id
                    && mail.State == MailState.Queued
                    && mail.Attempts == 0
                )
                .ToListAsync(stop)
        ).ToLookup(mail => mail.PersonId);
        foreach (var organiser in await OrganisersAsync(gathering.Series!.ProjectId, stop))
        {
            var former = waiting[organiser.Id].ToList();
            if (former.Count == 0 && organiser.Id == by.ById)
            {
                continue;
            }

            var due = former.Select(mail => mail.NextAt).DefaultIfEmpty(now + Together).Min();
            former.ForEach(mail => mail.Drop("Vervangen: er kwam een afzegging bij of er ging een af."));
            var gone = people
                .Select(item => item.Invitation)
                .Where(item => item.LateCancelledAt >= due - Together)
                .OrderBy(item => item.LateCancelledAt)
                .ToList();
            if (gone.Count > 0)
            {
                await outbox.AddAsync(
                    new Letter
                    {
                        Text = await TextAsync(gathering, organiser, gone, people, now, stop),
                        To = organiser,
                        Key = $"{LateCancellationMail.Name}:{changed.Id}:{changed.AnswerNumber}:{organiser.Id}",
                        GatheringId = gathering.Id,
                        Wait = due > now ? due - now : TimeSpan.Zero,
                        StaleAt = gathering.StartsAt,
                    },
                    stop
                );
            }
        }
    }

    private Task<List<Person>> OrganisersAsync(int project, CancellationToken stop) =>
        db
            .Persons.Where(person =>
                db.Memberships.Any(item =>
                    item.PersonId == person.Id
                    && item.ProjectId == project
                    && item.Role == TeamRole.Organiser
                    && item.Until == null
                )
            )
            .OrderBy(person => person.Id)
            .ToListAsync(stop);

    private async Task<LateCancellationMail> TextAsync(
        Gathering gathering,
        Person organiser,
        List<Invitation> gone,
        List<CallFacts> people,
        DateTime now,
        CancellationToken stop
    )
    {
        var first = new CallListRule(options.Zone)
            .For(gathering, people, now)
            .FirstOrDefault(item => item.Cause is CallCause.LateCancellation or CallCause.ChairFree);
        var start = wall.Local(gathering.StartsAt ?? clock.GetUtcNow().UtcDateTime);
        return new LateCancellationMail
        {
            FirstName = organiser.FirstName,
            Link = installation.Link(await installation.ReadAsync(stop), "te-bellen"),
            Gone = [.. gone.Select(item => item.Person!.FirstName)],
            Taken = people.Count(item => item.Invitation.SeatedAt is not null),
            Chairs = gathering.MaxSeats,
            Least = gathering.MinSeats,
            CallFirst = first?.Invitation.Person!.FirstName,
            Waits = first?.Invitation.State == InvitationState.Waiting,
            Subject = gathering.Series!.Subject,
            Date = DateOnly.FromDateTime(start),
            Time = TimeOnly.FromDateTime(start),
            Place = gathering.Location?.OneLine ?? "nog niet bekend",
        };
    }
}
