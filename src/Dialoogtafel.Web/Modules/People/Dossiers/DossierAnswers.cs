using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>
/// The part of a dossier about preparing: each question that the person answered, her words where they may be read, who
/// may read them, when and how.
/// </summary>
public sealed class DossierAnswers(DialoogtafelDb db, FieldCipher cipher, WallClock wall, Texts T)
{
    private readonly DossierWords words = new(T);

    /// <summary>One part a table; none where nothing was kept.</summary>
    public async Task<IReadOnlyList<DossierPart>> ReadAsync(int person, DossierSight sight, CancellationToken stop)
    {
        var invitations = (
            await db
                .Invitations.AsNoTracking()
                .Include(item => item.Gathering!.Series)
                .Where(item => item.PersonId == person)
                .OrderBy(item => item.Id)
                .ToListAsync(stop)
        ).FindAll(item => sight.Covers(item.Gathering!.Series!.ProjectId));
        var ids = invitations.ConvertAll(item => item.Id);
        var answers = await db
            .Answers.AsNoTracking()
            .Where(item => ids.Contains(item.InvitationId))
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        var preparations = await db
            .Preparations.AsNoTracking()
            .Where(item => ids.Contains(item.InvitationId))
            .ToDictionaryAsync(item => item.InvitationId, stop);
        var asked = answers.ConvertAll(item => item.QuestionId);
        var sets = await db
            .QuestionSets.AsNoTracking()
            .Include(item => item.Questions)
            .Where(set => set.Questions.Any(question => asked.Contains(question.Id)))
            .AsSplitQuery()
            .ToListAsync(stop);
        var questions = sets.SelectMany(set => set.Questions.Select(question => (set, question)))
            .ToDictionary(item => item.question.Id);
        return
        [
            .. invitations
                .Select(item =>
                    Table(
                        item,
                        [.. answers.Where(answer => answer.InvitationId == item.Id)],
                        preparations.GetValueOrDefault(item.Id),
                        questions,
                        sight
                    )
                )
                .Where(part => part.Lines.Count > 0),
        ];
    }

    private DossierPart Table(
        Invitation invitation,
        IReadOnlyList<Answer> answers,
        PreparationProgress? preparation,
        Dictionary<int, (QuestionSet Set, Question Question)> questions,
        DossierSight sight
    )
    {
        var lines = answers
            .Select(answer => Line(answer, questions[answer.QuestionId], preparation, invitation, sight))
            .ToList();
        if (preparation?.DoneAt is { } done)
        {
            lines.Add(
                new(
                    T["Klaar met de vragen"],
                    $"{Moment(done)}, {(preparation.DoneBy == PreparedBy.Thinking ? T["erover nagedacht"] : T["beantwoord"])}"
                )
            );
        }

        return new DossierPart(T["Vragen vooraf, tafel over {0}", invitation.Gathering!.Series!.Subject], lines);
    }

    private DossierLine Line(
        Answer answer,
        (QuestionSet Set, Question Question) to,
        PreparationProgress? preparation,
        Invitation invitation,
        DossierSight sight
    )
    {
        var readers = answer.ReadBy(to.Set, preparation);
        var wording = to.Question.Wordings.FirstOrDefault(item => item.Id == answer.WordingId) ?? to.Question.Wording;
        var said =
            sight.MaySeeAnswer(answer, readers, invitation.Gathering!)
                ? to.Question.Kind.ShowInDossier(cipher.Open(answer.Words), wording, T.Language)
            : sight.ReaderId is null
                ? T[
                    "Dit ziet u alleen op het apparaat waarop u het schreef. Op uw eigen pagina kunt u een link vragen."
                ]
            : T["Dit antwoord gaat hier niet open. De deelnemer ziet het op de eigen pagina."];
        return new(
            wording.TextFor(invitation.State == InvitationState.Informant).In(T.Language),
            $"{said} ({Moment(answer.At)}, {words.Of(answer.Channel)}; {T["te lezen door"]}: {Of(readers)})"
        );
    }

    private string Of(AnswerReaders readers) =>
        readers switch
        {
            AnswerReaders.OnlyMe => T["alleen uzelf"],
            AnswerReaders.Facilitators => T["de begeleiders"],
            AnswerReaders.BoardWithoutName => T["de begeleiders, en zonder naam op het bord"],
            _ => throw new ArgumentOutOfRangeException(nameof(readers), readers, null),
        };

    private string Moment(DateTime utc) => wall.Local(utc) is var local ? $"{T.Day(local)}, {T.Time(local)}" : "";
}
