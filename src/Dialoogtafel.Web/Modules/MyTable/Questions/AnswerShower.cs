using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>
/// Puts answers into words for the person who gave them: the text, when and where, and which words were answered.
/// </summary>
public sealed class AnswerShower(DialoogtafelDb db, FieldCipher cipher, Texts T)
{
    /// <summary>
    /// All questions that are asked, then those that are not asked any more, each with the answers that may be shown
    /// here.
    /// </summary>
    public async Task<IReadOnlyList<ReviewedQuestion>> ReviewAsync(OwnQuestions own, CancellationToken stop)
    {
        var seen = own.Seen;
        var names = await db.FirstNamesAsync(seen.Select(item => item.ById), stop);
        return
        [
            .. from asked in own.Preparation.Asked.Concat(own.Preparation.Former)
            let answers = seen.Where(item => item.QuestionId == asked.Question.Id).ToList()
            let isAsked = own.Asked.Contains(asked)
            where asked.Question.TakesAnswer && (isAsked || answers.Count > 0)
            select new ReviewedQuestion(
                TextOf(own, asked.Question.Wording),
                isAsked ? own.NumberOf(asked) : 0,
                isAsked ? own.AddressOf(asked) : null,
                [.. answers.Select(answer => Show(own, asked, answer, seen, names))],
                own.Preparation.Answers.Any(item => item.QuestionId == asked.Question.Id && !seen.Contains(item))
            ),
        ];
    }

    private ShownAnswer Show(
        OwnQuestions own,
        AskedQuestion asked,
        Answer answer,
        IReadOnlyList<Answer> seen,
        Dictionary<int, string> names
    )
    {
        var answered = asked.Question.Wordings.FirstOrDefault(item => item.Id == answer.WordingId)
            ?? asked.Question.Wording;
        var (then, now) = (TextOf(own, answered), TextOf(own, asked.Question.Wording));
        return new ShownAnswer(
            seen.ToList().IndexOf(answer),
            asked.Question.Kind.Show(cipher.Open(answer.Words), answered, T.Language),
            $"{MomentOf(own, answer)}, {PlaceOf(own, answer, names)}",
            then == now ? null : then,
            own.Preparation.Preparation?.Readers ?? asked.Set.DefaultReaders,
            (answer.Readers ?? own.Preparation.Preparation?.Readers) == AnswerReaders.OnlyMe
        );
    }

    private string TextOf(OwnQuestions own, QuestionWording wording) =>
        wording.TextFor(own.Preparation.AtDistance).In(T.Language);

    private string MomentOf(OwnQuestions own, Answer answer) =>
        own.Pages.Wall.Local(answer.At) is var at ? $"{T.Day(at, own.Pages.LocalNow)}, {T.Time(at)}" : "";

    private string PlaceOf(OwnQuestions own, Answer answer, Dictionary<int, string> names) =>
        answer.ById is { } by
            ? answer.Channel switch
            {
                ContactChannel.Phone => T["verteld aan {0} aan de telefoon", names[by]],
                ContactChannel.Paper => T["op papier, overgenomen door {0}", names[by]],
                _ => T["verteld aan {0}", names[by]],
            }
        : own.IsOfThisDevice(answer) ? T["op dit apparaat"]
        : T["op een ander apparaat"];
}
