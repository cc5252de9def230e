using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Board;

/// <summary>Reads the board of one table in the same number of statements, however many people it holds.</summary>
public sealed class BoardReader(
    DialoogtafelDb db,
    EarlierTables earlier,
    CallListReader lists,
    Substitutes substitutes,
    SendTimeQuestion night,
    WallClock wall
)
{
    public async Task<BoardPage> PageAsync(int id, bool canRecruit, DateTime now, CancellationToken stop)
    {
        var gathering = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Kind)
            .Include(item => item.Series)
            .Include(item => item.Wanted)
                .ThenInclude(item => item.Perspective)
            .AsSingleQuery()
            .SingleAsync(item => item.Id == id, stop);
        var invitations = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Include(item => item.Perspective)
            .Where(item => item.GatheringId == id && item.WithdrawnAt == null)
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        var mails = (
            await db
                .Mails.AsNoTracking()
                .Where(mail => mail.GatheringId == id && mail.InvitationId != null && !mail.Unlisted)
                .Select(mail => new
                {
                    mail.InvitationId,
                    mail.State,
                    mail.QueuedAt,
                    mail.NextAt,
                    mail.Attempts,
                    mail.Kind,
                    mail.CanBeTakenBack,
                })
                .ToListAsync(stop)
        ).ToLookup(mail => mail.InvitationId!.Value);
        var waiting = mails
            .SelectMany(group => group)
            .Where(mail => mail is { State: MailState.Queued, Attempts: 0, CanBeTakenBack: true })
            .ToList();
        var leaves = waiting.Min(mail => (DateTime?)mail.NextAt);
        var plan = SeatPlan.Of(
            gathering,
            now,
            invitations
                .Where(item => item.Answer == RsvpAnswer.Yes)
                .Select(item => new SeatClaim(
                    item.Id,
                    item.PerspectiveId,
                    item.AnsweredAt!.Value,
                    item.SeatedAt is not null
                ))
        );

        var found = await db.Invitations.AnyAsync(
            item =>
                item.GatheringId == id
                && (item.ChairGivenBackAt != null || item.CallReason == CallReason.NamedSubstitute),
            stop
        )
            ? await lists.ReadAsync(db.Gatherings.Where(item => item.Id == id), now, stop)
            : new CallLists([], [], []);
        var open = found.Cancellations.ToDictionary(row => row.Gone.Id, row => wall.Local(row.Gone.ChairGivenBackAt));

        BoardPerson Person(Invitation item)
        {
            var newest = mails[item.Id].OrderByDescending(mail => mail.QueuedAt).FirstOrDefault();
            return new BoardPerson
            {
                InvitationId = item.Id,
                Name = item.Person!.FullName,
                Phone = item.Person.Phone,
                HasAddress = item.Person.Email is not null,
                State = item.State,
                Since = wall.Local(item.AnsweredAt ?? item.ApproachedAt),
                CallReason = item.NamesSomebody ? null : InvitationLabels.WhyCall(item),
                Mail = newest?.State,
                CanRecall = mails[item.Id]
                    .Any(mail => mail is { State: MailState.Queued, Attempts: 0, CanBeTakenBack: true }),
                GaveBackAt = open.GetValueOrDefault(item.Id),
                Names = substitutes.Of(item)?.Name,
            };
        }

        var people = invitations.ToDictionary(item => item.Id, Person);
        return new BoardPage
        {
            Id = id,
            Table = gathering.Series!.Subject,
            Number = gathering.Number,
            Start = wall.Local(gathering.StartsAt),
            Approached = invitations.Count(item => item.ApproachedAt is not null),
            ApproachFrom = gathering.ApproachFrom,
            ApproachTo = gathering.ApproachTo,
            Seated = plan.Seated,
            MinSeats = gathering.MinSeats,
            MaxSeats = gathering.MaxSeats,
            Held = gathering.HoldsChairs(now),
            ReleasesAt = wall.Local(gathering.ReleasesAt),
            CanRecruit = canRecruit && gathering.CancelledAt is null,
            Cancelled = gathering.CancelledAt is not null,
            Leaves = leaves is { } at ? night.WaitsInWords(at, now) : "",
            OnlyInvitations = waiting.All(mail => mail.Kind == InvitationMail.Name),
            Rows = Rows(gathering, invitations, people),
            FromEarlier =
                canRecruit && gathering is { Number: > 1, CancelledAt: null } && !gathering.HasStarted(now)
                    ? (await earlier.ToInviteAsync(gathering, now, stop)).Count
                    : 0,
            ToCall = [.. plan.ToCall.Select(claim => people[claim.InvitationId])],
            GivenBack =
            [
                .. found.Cancellations.Select(row => new BoardLine(
                    row.Gone.Id,
                    $"{CancellationLabels.Gone(row.Gone)} {CancellationLabels.Chairs(row)}",
                    row.Open.CallNext is { } next ? $"Bel {next.Person!.FirstName}" : "Kijk wie u kunt vragen",
                    row.Href
                )),
            ],
            Named =
            [
                .. found.Substitutes.Select(row => new BoardLine(
                    row.By.Id,
                    $"{substitutes.InWords(row.By)}.",
                    substitutes.Of(row.By) is { } named ? $"Nodig {named.FirstName} uit" : "Kijk wie het is",
                    row.Href
                )),
            ],
        };
    }

    private static List<PerspectiveRow> Rows(
        Gathering gathering,
        List<Invitation> invitations,
        Dictionary<int, BoardPerson> people
    )
    {
        var wanted = gathering
            .Wanted.OrderBy(item => item.Id)
            .Select(item => (item.PerspectiveId, item.Perspective!.Name, item.Wanted))
            .ToList();
        var others = invitations
            .Where(item => wanted.All(row => row.PerspectiveId != item.PerspectiveId))
            .Select(item => (item.PerspectiveId, item.Perspective!.Name, Wanted: 0))
            .Distinct();
        var byPerspective = invitations.ToLookup(item => item.PerspectiveId, item => people[item.Id]);
        return
        [
            .. wanted
                .Concat(others)
                .Select(row => new PerspectiveRow(
                    row.PerspectiveId,
                    row.Name,
                    row.Wanted,
                    [.. byPerspective[row.PerspectiveId]]
                )),
        ];
    }
}
