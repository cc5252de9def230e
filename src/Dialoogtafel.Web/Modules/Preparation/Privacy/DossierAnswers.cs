using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Privacy;

/// <summary>
/// The part of a dossier about preparing: each question that the person answered, their words where they may be read,
/// who may read them, when and how.
/// </summary>
public sealed class DossierAnswers(DialoogtafelDb db, FieldCipher cipher, DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 70;

    /// <summary>One part a table.</summary>
    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var sight = request.Sight;
        var invitations = (
            await db
                .Invitations.AsNoTracking()
                .Include(item => item.Gathering!.Series)
                .Where(item => item.PersonId == request.Person.Id)
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
            .. invitations.Select(item =>
                Table(
                    item,
                    [.. answers.Where(answer => answer.InvitationId == item.Id)],
                    preparations.GetValueOrDefault(item.Id),
                    questions,
                    sight
                )
            ),
        ];
    }

    private DossierPart Table(
        Invitation invitation,
        IReadOnlyList<Answer> answers,
        PreparationProgress? preparation,
        Dictionary<int, (QuestionSet Set, Question Question)> questions,
        DossierAccess sight
    )
    {
        var lines = answers
            .Select(answer => Line(answer, questions[answer.QuestionId], preparation, invitation, sight))
            .ToList();
        if (preparation?.DoneAt is { } done)
        {
            var how = preparation.DoneBy == PreparedBy.Thinking ? T["erover nagedacht"] : T["beantwoord"];
            lines.Add(new(T["Klaar met de vragen"], $"{words.Moment(done)}, {how}"));
        }

        return new DossierPart(T["Vragen vooraf, tafel over {0}", invitation.Gathering!.Series!.Subject], lines);
    }

    private DossierLine Line(
        Answer answer,
        (QuestionSet Set, Question Question) to,
        PreparationProgress? preparation,
        Invitation invitation,
        DossierAccess sight
    )
    {
        var readers = answer.ReadBy(to.Set, preparation);
        var wording = to.Question.Wordings.FirstOrDefault(item => item.Id == answer.WordingId) ?? to.Question.Wording;
        var said =
            MaySee(answer, readers, invitation.Gathering!, sight)
                ? to.Question.Kind.ShowInDossier(cipher.Open(answer.Words), wording, T.Language)
            : sight.ReaderId is null ? words.Elsewhere
            : T["Dit antwoord gaat hier niet open. De deelnemer ziet het op de eigen pagina."];
        return new(
            wording.TextFor(invitation.State == InvitationState.Informant).In(T.Language),
            $"{said} ({words.Moment(answer.At)}, {words.Of(answer.Channel)}; {T["te lezen door"]}: {Of(readers)})"
        );
    }

    /// <summary>
    /// The person as with all words of their own; in the team only the facilitators of that table, and not what the
    /// person keeps to themselves. Who wrote one down for them sees it (A-09).
    /// </summary>
    private static bool MaySee(Answer answer, AnswerReaders readers, Gathering table, DossierAccess sight) =>
        sight.ReaderId is not { } me
            ? sight.MaySeeNote(answer.Device, answer.At)
            : answer.ById == me || (readers != AnswerReaders.OnlyMe && table.IsLedBy(me));

    private string Of(AnswerReaders readers) =>
        readers switch
        {
            AnswerReaders.OnlyMe => T["alleen uzelf"],
            AnswerReaders.Facilitators => T["de begeleiders"],
            AnswerReaders.BoardWithoutName => T["de begeleiders, en zonder naam op het bord"],
            _ => throw new ArgumentOutOfRangeException(nameof(readers), readers, null),
        };
}
