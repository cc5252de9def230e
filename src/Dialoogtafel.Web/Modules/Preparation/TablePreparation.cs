using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>
/// One person of a table and how her preparation stands. Answers are sealed until somebody opens them.
/// </summary>
public sealed record PersonPreparation(Invitation Invitation, OwnPreparation Own)
{
    /// <summary>
    /// Answers that the facilitators may read, oldest first; what somebody keeps to herself is not among them.
    /// </summary>
    public IEnumerable<(AskedQuestion To, Answer Answer)> Readable =>
        from asked in Own.Asked.Concat(Own.Former)
        from answer in Own.Answers
        where
            answer.QuestionId == asked.Question.Id && answer.ReadBy(asked.Set, Own.Preparation) != AnswerReaders.OnlyMe
        select (asked, answer);

    /// <summary>How many answers to this question she keeps to herself.</summary>
    public int Kept(AskedQuestion asked) =>
        Own.Answers.Count(answer =>
            answer.QuestionId == asked.Question.Id && answer.ReadBy(asked.Set, Own.Preparation) == AnswerReaders.OnlyMe
        );
}

/// <summary>The preparation of one table.</summary>
/// <param name="Sets">In the order of asking.</param>
/// <param name="People">Who comes or thinks along and is or was asked something, by first name.</param>
public sealed record TablePreparation(
    Gathering Table,
    IReadOnlyList<QuestionSet> Sets,
    IReadOnlyList<PersonPreparation> People
)
{
    public int Asked => People.Count(item => item.Own.Count > 0);
    public int Ready => People.Count(item => item.Own.Count > 0 && item.Own.IsReady);
}

/// <summary>
/// Reads the preparation of tables; the same number of statements for any number of people and tables.
/// </summary>
public sealed class TablePreparationReader(DialoogtafelDb db)
{
    public async Task<IReadOnlyList<TablePreparation>> ReadAsync(
        IQueryable<Gathering> gatherings,
        CancellationToken stop
    )
    {
        var tables = await gatherings.AsNoTracking().Include(item => item.Series).ToListAsync(stop);
        var ids = tables.Select(item => item.Id).ToList();
        var sets = (
            await db
                .QuestionSets.AsNoTracking()
                .Include(item => item.Questions)
                .Where(item => ids.Contains(item.GatheringId))
                .OrderBy(item => item.Place)
                .ThenBy(item => item.Id)
                .AsSplitQuery()
                .ToListAsync(stop)
        ).ToLookup(item => item.GatheringId);
        var invited = (
            await db
                .Invitations.AsNoTracking()
                .Include(item => item.Person)
                .Include(item => item.Perspective)
                .Where(item =>
                    ids.Contains(item.GatheringId)
                    && item.WithdrawnAt == null
                    && (item.Answer == RsvpAnswer.Yes || item.Answer == RsvpAnswer.Contribute)
                )
                .OrderBy(item => item.Person!.FirstName)
                .ThenBy(item => item.Id)
                .ToListAsync(stop)
        ).ToLookup(item => item.GatheringId);
        var people = invited.SelectMany(item => item).Select(item => item.Id).ToList();
        var answers = (
            await db
                .Answers.AsNoTracking()
                .Where(item => people.Contains(item.InvitationId))
                .OrderBy(item => item.Id)
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var preparations = await db
            .Preparations.AsNoTracking()
            .Where(item => people.Contains(item.InvitationId))
            .ToDictionaryAsync(item => item.InvitationId, stop);
        return
        [
            .. tables.Select(table => new TablePreparation(
                table,
                [.. sets[table.Id]],
                [
                    .. invited[table.Id]
                        .Select(item => new PersonPreparation(
                            item,
                            OwnPreparation.Of(
                                item,
                                table.QuestionsReadyAt is not null,
                                sets[table.Id],
                                [.. answers[item.Id]],
                                preparations.GetValueOrDefault(item.Id)
                            )
                        ))
                        .Where(item => item.Own.Count > 0 || item.Own.Answers.Count > 0),
                ]
            )),
        ];
    }

    public async Task<TablePreparation> ReadAsync(int id, CancellationToken stop) =>
        (await ReadAsync(db.Gatherings.Where(item => item.Id == id), stop)).Single();
}
