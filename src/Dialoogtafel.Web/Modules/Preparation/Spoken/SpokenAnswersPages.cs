using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Spoken;

/// <summary>
/// What the page for spoken answers shows to one team member: what that member wrote down, never what the person or
/// somebody else typed.
/// </summary>
public sealed class SpokenAnswersPages(DialoogtafelDb db, FieldCipher cipher)
{
    public SpokenAnswersForm FormOf(OwnPreparation own, int me) =>
        new()
        {
            Tab = Guid.NewGuid().ToString("N"),
            Answers =
            [
                .. own
                    .Asked.Where(item => item.Question.TakesAnswer)
                    .Select(item => BoxOf(item.Question, Mine(own, item.Question, me).LastOrDefault())),
            ],
        };

    private SpokenAnswerBox BoxOf(Question question, Answer? mine)
    {
        var text = mine is null ? null : cipher.Open(mine.Words);
        return new SpokenAnswerBox
        {
            Question = question.Id,
            Wording = question.Wording.Id,
            Served = ServedAnswer.Of(mine, text).ToString(),
            Text = text,
        };
    }

    private static IEnumerable<Answer> Mine(OwnPreparation own, Question question, int me) =>
        own.Answers.Where(item => item.QuestionId == question.Id && item.ById == me);

    public async Task<SpokenAnswersPage> OfAsync(
        Invitation invitation,
        OwnPreparation own,
        SpokenAnswersForm form,
        int me,
        CancellationToken stop
    )
    {
        var names = await db.FirstNamesAsync(own.Answers.Select(item => item.ById), stop);
        var (person, table) = (invitation.Person!, invitation.Gathering!);
        var said = own.Answers.Where(item => item.ById == me).Select(item => item.Readers).Distinct().ToList();
        return new SpokenAnswersPage
        {
            Id = invitation.Id,
            TableId = table.Id,
            PersonId = person.Id,
            FullName = person.FullName,
            FirstName = person.FirstName,
            Phone = person.Phone,
            Table = table.Series!.Subject,
            Readers = PeopleInWords.ReadersOf(table),
            Said =
                said.Count == 1 && said[0] is { } told ? told
                : said.Count > 1 ? null
                : own.Preparation?.Readers,
            HasEarlier = said.Count > 0,
            IsReady = own.Count > 0 && own.IsReady,
            Questions = [.. own.Asked.Select(item => Line(item, own, form, (person.FirstName, me), names))],
            Form = form,
        };
    }

    private SpokenQuestion Line(
        AskedQuestion asked,
        OwnPreparation own,
        SpokenAnswersForm form,
        (string FirstName, int Me) people,
        Dictionary<int, string> names
    )
    {
        var (question, words) = (asked.Question, asked.Question.Wording);
        var others = own.Answers.Where(item => item.QuestionId == question.Id && item.ById != people.Me).ToList();
        var who = others
            .Select(item =>
                item.ById is { } by ? names.GetValueOrDefault(by, "iemand uit het team") : $"{people.FirstName} zelf"
            )
            .Distinct()
            .ToList();
        var row = form.Answers.FindIndex(box => box.Question == question.Id);
        return new SpokenQuestion
        {
            Kind = question.Kind,
            Text = words.TextFor(own.AtDistance).Nl,
            Help = words.Help.Nl,
            Options = words.Options.LinesIn("nl"),
            Row = row < 0 ? null : row,
            BringAlong = asked.Set.Mode == PreparationMode.BringAlong,
            Elsewhere =
                who.Count == 0
                    ? null
                    : $"Hier schreef {PeopleInWords.Of(who)} al iets. Dat blijft staan, en u ziet het niet.",
            Earlier =
            [
                .. Mine(own, question, people.Me)
                    .SkipLast(1)
                    .Select(item =>
                        question.Kind.ShowToTeam(
                            cipher.Open(item.Words),
                            question.Wordings.Single(wording => wording.Id == item.WordingId)
                        )
                    ),
            ],
        };
    }
}
