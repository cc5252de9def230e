using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Overview;

/// <summary>
/// Reads and opens the answers of one table for a facilitator; what somebody keeps to herself stays sealed and is only
/// counted.
/// </summary>
public sealed class OverviewReader(
    DialoogtafelDb db,
    TablePreparationReader preparations,
    FieldCipher cipher,
    WallClock wall
)
{
    /// <returns>The page, and of whom an answer stands on it; null when this person is not one of the two
    /// facilitators.</returns>
    public async Task<(OverviewPage Page, IReadOnlyList<int> Persons)?> PageAsync(
        int id,
        OverviewOrder order,
        WishForm? typed,
        Actor actor,
        DateTime now,
        CancellationToken stop
    )
    {
        if (
            (
                await preparations.ReadAsync(db.Gatherings.WithAnswersReadBy(actor).Where(item => item.Id == id), stop)
            ).SingleOrDefault()
            is not { } table
        )
        {
            return null;
        }

        var me = actor.Person.Id;
        var answers = await ViewsAsync(table, me, stop);
        var ids = answers.Select(item => item.Id).ToList();
        var last = await db
            .AnswerReads.Where(item => item.ReaderId == me && ids.Contains(item.AnswerId))
            .OrderByDescending(item => item.At)
            .ThenByDescending(item => item.Id)
            .Select(item => (int?)item.AnswerId)
            .FirstOrDefaultAsync(stop);
        var wish = await db
            .OverviewWishes.AsNoTracking()
            .SingleOrDefaultAsync(item => item.GatheringId == id && item.ReaderId == me, stop);
        IReadOnlyList<OverviewPart> parts = order switch
        {
            OverviewOrder.Perspective => OverviewOrders.ByPerspective(table, answers),
            OverviewOrder.Person => OverviewOrders.ByPerson(table, answers),
            _ => OverviewOrders.ByQuestion(table, answers),
        };
        var page = new OverviewPage
        {
            Id = id,
            Title = TableTrack.TitleOf(table.Table.Number, table.Table.Focus),
            Subject = table.Table.Series!.Subject,
            Start = wall.Local(table.Table.StartsAt),
            Today = wall.Local(now),
            Order = order,
            People = table.Asked,
            Ready = table.Ready,
            Unread = answers.Count(item => item.Reading != Reading.Read),
            Picked = answers.Count(item => item.Picked),
            Kept = table.People.Sum(person => person.Own.Asked.Concat(person.Own.Former).Sum(person.Kept)),
            Continue = OverviewOrders.Continue(parts, last),
            Parts = parts,
            Waiting =
            [
                .. table
                    .People.Where(item => !item.Own.IsReady)
                    .Select(item => new NotReady(
                        item.Invitation.Id,
                        item.Invitation.Person!.FullName,
                        item.Invitation.Perspective!.Name,
                        item.Invitation.Person.Phone,
                        item.Own.Open,
                        item.Own.Count
                    )),
            ],
            Form = typed
                ?? new WishForm
                {
                    Days = wish is null ? OverviewWish.DefaultDays : wish.DaysBefore ?? OverviewWish.DefaultDays,
                },
            WantsMail = wish is null || wish.DaysBefore is not null,
        };
        return (
            page,
            [
                .. answers
                    .Select(item => item.Invitation)
                    .Distinct()
                    .Select(item => table.People.Single(person => person.Invitation.Id == item).Invitation.PersonId),
            ]
        );
    }

    /// <summary>Whether these answers stand on the page of this reader.</summary>
    public async Task<IReadOnlyList<Answer>?> ReadableAsync(int id, Actor actor, CancellationToken stop) =>
        (
            await preparations.ReadAsync(db.Gatherings.WithAnswersReadBy(actor).Where(item => item.Id == id), stop)
        ).SingleOrDefault()
            is { } table
            ? [.. table.People.SelectMany(person => person.Readable).Select(item => item.Answer)]
            : null;

    private async Task<IReadOnlyList<AnswerView>> ViewsAsync(TablePreparation table, int me, CancellationToken stop)
    {
        var readable = table
            .People.SelectMany(person => person.Readable.Select(item => (Person: person, item.To, item.Answer)))
            .ToList();
        var ids = readable.Select(item => item.Answer.Id).ToList();
        var reads = await db
            .AnswerReads.AsNoTracking()
            .Where(item => item.ReaderId == me && ids.Contains(item.AnswerId))
            .ToDictionaryAsync(item => item.AnswerId, item => item.Revision, stop);
        var names = await db.FirstNamesAsync(readable.Select(item => item.Answer.ById), stop);
        return
        [
            .. from item in readable
            let versions = readable.Where(other => other.Person == item.Person && other.To == item.To).ToList()
            select View(
                item.Person,
                item.To,
                item.Answer,
                versions.Count < 2 ? null : versions.IndexOf(item) + 1,
                reads,
                names
            ),
        ];
    }

    private AnswerView View(
        PersonPreparation person,
        AskedQuestion to,
        Answer answer,
        int? version,
        Dictionary<int, int> reads,
        Dictionary<int, string> names
    )
    {
        var (question, distance) = (to.Question, person.Own.AtDistance);
        var words = question.Wordings.Single(item => item.Id == answer.WordingId);
        var (asked, now) = (words.TextFor(distance).Nl, question.Wording.TextFor(distance).Nl);
        var reading = reads.TryGetValue(answer.Id, out var revision)
            ? revision >= answer.Revision
                ? Reading.Read
                : Reading.Changed
            : Reading.Unread;
        return new AnswerView
        {
            Id = answer.Id,
            Revision = answer.Revision,
            Question = question.Id,
            Invitation = person.Invitation.Id,
            Name = person.Invitation.Person!.FullName,
            Perspective = person.Invitation.Perspective!.Name,
            AtDistance = distance,
            Came = PreparationLabels.Came(answer.Channel),
            By = answer.ById is { } by ? names.GetValueOrDefault(by, "het team") : null,
            At = wall.Local(answer.At),
            Text = question.Kind.ShowToTeam(cipher.Open(answer.Words), words),
            Asked = asked == now ? null : asked,
            Version = version,
            BoardWithoutName = answer.ReadBy(to.Set, person.Own.Preparation) == AnswerReaders.BoardWithoutName,
            Picked = answer.PickedAt is not null,
            Reading = reading,
        };
    }
}
