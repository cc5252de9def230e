using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.People.OnePerson;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>
/// Reads and opens what people said after a table, for its team and its two facilitators. What somebody wrote
/// beforehand about halen is opened for the facilitators alone, and not what she keeps to herself (R-044).
/// </summary>
public sealed class TeamLookBackReader(
    DialoogtafelDb db,
    TablePreparationReader preparations,
    FieldCipher cipher,
    AttendanceSummary line,
    WallClock wall
)
{
    /// <summary>Null when this team member may not read it.</summary>
    public async Task<TableLookBackPage?> PageAsync(int id, Actor actor, DateTime now, CancellationToken stop)
    {
        var table = await db
            .Gatherings.WithNeedsReadBy(actor)
            .AsNoTracking()
            .Include(item => item.Series)
            .SingleOrDefaultAsync(item => item.Id == id, stop);
        if (table is null)
        {
            return null;
        }

        var invited = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Where(item => item.GatheringId == id)
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        var marks = await db
            .Attendances.AsNoTracking()
            .Where(item => item.GatheringId == id)
            .ToDictionaryAsync(item => item.PersonId, stop);
        var open = invited.FindAll(item =>
            LookBack.IsOpenFor(item, table, marks.GetValueOrDefault(item.PersonId), now)
        );
        return new TableLookBackPage(
            id,
            TableTrack.TitleOf(table.Number, table.Focus),
            table.Series!.Subject,
            wall.Local(now),
            await line.CountAsync(id, stop),
            actor.ReadsAnswersOf(table),
            await PeopleAsync(table, open, actor, stop)
        );
    }

    /// <summary>One person; null when this team member may not read it, or she was not there.</summary>
    public async Task<(Gathering Table, Invitation Invitation, PersonLookBack Person)?> OneAsync(
        int invitation,
        Actor actor,
        DateTime now,
        CancellationToken stop
    )
    {
        var mine = db.Gatherings.WithNeedsReadBy(actor).Select(item => item.Id);
        var found = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Include(item => item.Gathering!.Series)
            .SingleOrDefaultAsync(item => item.Id == invitation && mine.Contains(item.GatheringId), stop);
        var mark = found is null
            ? null
            : await db
                .Attendances.AsNoTracking()
                .SingleOrDefaultAsync(
                    item => item.GatheringId == found.GatheringId && item.PersonId == found.PersonId,
                    stop
                );
        return found is null || !LookBack.IsOpenFor(found, found.Gathering!, mark, now)
            ? null
            : (found.Gathering!, found, (await PeopleAsync(found.Gathering!, [found], actor, stop)).Single());
    }

    private async Task<IReadOnlyList<PersonLookBack>> PeopleAsync(
        Gathering table,
        List<Invitation> people,
        Actor actor,
        CancellationToken stop
    )
    {
        var ids = people.ConvertAll(item => item.Id);
        var told = (
            await db
                .FetchChecks.AsNoTracking()
                .Where(item => ids.Contains(item.InvitationId))
                .OrderBy(item => item.At)
                .ThenBy(item => item.Id)
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var names = await db.FirstNamesAsync(told.SelectMany(item => item).Select(item => item.ById), stop);
        var consents = await db
            .Consents.AsNoTracking()
            .Where(item =>
                item.GatheringId == table.Id && item.Purpose == ConsentPurpose.ContactList && item.WithdrawnAt == null
            )
            .ToListAsync(stop);
        var beforehand = actor.ReadsAnswersOf(table)
            ? (await preparations.ReadAsync(table.Id, stop)).People.ToDictionary(item => item.Invitation.Id, FetchOf)
            : [];
        return
        [
            .. people.Select(item => new PersonLookBack(
                item.Id,
                item.PersonId,
                item.Person!.FullName,
                item.Person.FirstName,
                beforehand.GetValueOrDefault(item.Id),
                [
                    .. told[item.Id]
                        .Select(check => new LookBackTelling(
                            wall.Local(check.At),
                            check.Outcome,
                            check.Words is { } words ? cipher.Open(words) : null,
                            HowOf(check, names)
                        )),
                ],
                InWords(ContactList.FieldsOf(item.PersonId, table.Id, consents))
            )),
        ];
    }

    private string? FetchOf(PersonPreparation person) =>
        person
            .Readable.Where(item => item.To.Question is { Subject: QuestionSubject.Fetch, Kind.IsOwnWords: true })
            .OrderBy(item => item.Answer.At)
            .Select(item => cipher.Open(item.Answer.Words))
            .LastOrDefault();

    private static string HowOf(FetchCheck check, Dictionary<int, string> names) =>
        check.ById is { } by
            ? $"{InvitationLabels.Of(check.Channel)}, opgeschreven door {names.GetValueOrDefault(by, "het team")}"
            : InvitationLabels.Of(check.Channel);

    private static string InWords(IReadOnlySet<ContactField> given) =>
        given.Count == 0
            ? "staat niet op de contactlijst"
            : $"op de contactlijst: {string.Join(", ", given.Order().Select(PersonLabels.Of))}";
}
