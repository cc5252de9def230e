using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>
/// Behind a personal link: looking over all answers, who reads each of them, erasing, and the end of the preparation
/// (R-044, R-044b); and all of it on paper.
/// </summary>
[Open]
[Route("mijn-tafel/{linkId:int}/vragen")]
[Route("u/{token}/vragen")]
public sealed class MyReviewController(
    DialoogtafelDb db,
    QuestionGate gate,
    AnswerShower shower,
    PreparationKeeper keeper,
    Texts T,
    TimeProvider clock
) : Controller
{
    private static readonly Dictionary<ReviewNews, string> Told = new()
    {
        [ReviewNews.Kept] = "bewaard",
        [ReviewNews.Erased] = "gewist",
        [ReviewNews.Changed] = "veranderd",
    };

    [HttpGet("nakijken")]
    public Task<IActionResult> Show(CancellationToken stop) =>
        ForAsync(stop, async own => await PageAsync(own, FormOf(own), stop));

    [HttpGet("papier")]
    public Task<IActionResult> Paper(CancellationToken stop) =>
        ForAsync(stop, async own =>
            own.Asked.Count == 0
                ? new SeeOtherResult(own.Path)
                : View(
                    "Paper",
                    new PaperPage(
                        own.Pages.Owner,
                        own.Pages.Line,
                        own.Pages.Contact,
                        new ReaderLabels(T, own.Invitation.Gathering!),
                        await SheetsAsync(own, stop)
                    )
                )
        );

    [HttpPost("nakijken")]
    public Task<IActionResult> Send([Bind(Prefix = "Form")] ReviewForm form, CancellationToken stop) =>
        ForAsync(stop, async own =>
        {
            if (!ModelState.IsValid)
            {
                return await BadAsync(own, form, stop);
            }

            var news = await ApplyAsync(own, form, stop);
            if (news == ReviewNews.Changed || form.Ending is null || own.Asked.Count == 0)
            {
                if (news is null && own.Asked.Count > 0)
                {
                    ModelState.AddModelError("Form.Ending", "Kies of u klaar bent, of dat u later verder gaat.");
                    return await BadAsync(own, form, stop);
                }

                return new SeeOtherResult(
                    news is { } told ? $"{own.Path}/nakijken?{Told[told]}=1" : $"{own.Path}/nakijken"
                );
            }

            return new SeeOtherResult(await EndAsync(own, form.Ending.Value, stop));
        });

    /// <summary>Changes the rows that stood on her page, and no others.</summary>
    /// <returns>Null when nothing changed.</returns>
    private async Task<ReviewNews?> ApplyAsync(OwnQuestions own, ReviewForm form, CancellationToken stop)
    {
        var shown = own.Seen.Select(item => item.Id).ToHashSet();
        var wishes = form
            .Answers.Where(item => shown.Contains(item.Id))
            .DistinctBy(item => item.Id)
            .ToDictionary(item => item.Id);
        await using var transaction = await db.BeginWriteAsync(stop);
        var rows = await db
            .Answers.Where(item => item.InvitationId == own.Invitation.Id && wishes.Keys.Contains(item.Id))
            .ToListAsync(stop);
        ReviewNews? news = null;
        foreach (var row in rows)
        {
            var wish = wishes[row.Id];
            if (wish.Erase && row.Revision != wish.Revision)
            {
                news = ReviewNews.Changed;
            }
            else if (wish.Erase)
            {
                db.Answers.Remove(row);
                news ??= ReviewNews.Erased;
            }
            else if (row.Readers != wish.Readers)
            {
                row.Readers = wish.Readers;
                news ??= ReviewNews.Kept;
            }
        }

        await transaction.SaveAsync(stop);
        return news;
    }

    private async Task<string> EndAsync(OwnQuestions own, ReviewEnding ending, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (ending == ReviewEnding.Later)
        {
            if (own.Preparation.Preparation?.DoneAt is not null)
            {
                await keeper.ChangeAsync(own.Invitation.Id, item => item.Reopen(), stop);
            }

            return $"{own.Path}?{MyQuestionsController.Later}=1";
        }

        await keeper.ChangeAsync(
            own.Invitation.Id,
            item => item.Finish(ending == ReviewEnding.Done ? PreparedBy.Answering : PreparedBy.Thinking, now),
            stop
        );
        return own.Link.Path;
    }

    private static ReviewForm FormOf(OwnQuestions own) =>
        new()
        {
            Answers =
            [
                .. own.Seen.Select(item => new ReviewedAnswer
                {
                    Id = item.Id,
                    Revision = item.Revision,
                    Readers = item.Readers,
                }),
            ],
        };

    private async Task<ViewResult> PageAsync(OwnQuestions own, ReviewForm form, CancellationToken stop) =>
        View(
            "Review",
            new ReviewPage(own.Pages.Owner, own.Pages.Contact, new ReaderLabels(T, own.Invitation.Gathering!), form)
            {
                Questions = await shower.ReviewAsync(own, stop),
                IsOpen = own.Asked.Count > 0,
                HasElsewhere = own.Hidden.Elsewhere,
                HasBefore = own.Hidden.Before,
                News = Told.Where(item => Request.Query.ContainsKey(item.Value))
                    .Select(item => (ReviewNews?)item.Key)
                    .FirstOrDefault(),
            }
        );

    /// <summary>The page again with every choice still made, also beside answers that came meanwhile.</summary>
    private async Task<ViewResult> BadAsync(OwnQuestions own, ReviewForm form, CancellationToken stop)
    {
        var wishes = form.Answers.DistinctBy(item => item.Id).ToDictionary(item => item.Id);
        var (again, errors) = (
            FormOf(own),
            ModelState
                .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
                .ToList()
        );
        again.Ending = form.Ending;
        foreach (var item in again.Answers.Where(item => wishes.ContainsKey(item.Id)))
        {
            (item.Readers, item.Erase, item.Revision) = (
                wishes[item.Id].Readers,
                wishes[item.Id].Erase,
                wishes[item.Id].Revision
            );
        }

        // The places of the answers may have moved: the fields are drawn from the form alone.
        ModelState.Clear();
        errors.ForEach(error => ModelState.AddModelError(error.Key, error.ErrorMessage));
        var page = await PageAsync(own, again, stop);
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task<IReadOnlyList<PaperQuestion>> SheetsAsync(OwnQuestions own, CancellationToken stop)
    {
        var answered = (await shower.ReviewAsync(own, stop))
            .Where(item => item.Number > 0)
            .ToDictionary(item => item.Number, item => item.Answers);
        return
        [
            .. from asked in own.Asked
            let wording = asked.Question.Wording
            let number = own.NumberOf(asked)
            select new PaperQuestion(
                number,
                asked.Question.Kind,
                wording.TextFor(own.Preparation.AtDistance).In(T.Language),
                wording.Help.In(T.Language),
                wording.Options.LinesIn(T.Language),
                [.. Answers(number).Where(item => !item.OnlyMine).Select(item => item.Words)],
                Answers(number).Any(item => item.OnlyMine)
            ),
        ];

        IReadOnlyList<ShownAnswer> Answers(int number) => answered.GetValueOrDefault(number, []);
    }

    private async Task<IActionResult> ForAsync(CancellationToken stop, Func<OwnQuestions, Task<IActionResult>> show) =>
        await gate.OpenAsync(HttpContext, stop) switch
        {
            null => LostLink.View(this),
            { Asked.Count: 0, Preparation.Answers.Count: 0 } own => new SeeOtherResult(own.Link.Path),
            var own => await show(own),
        };
}
