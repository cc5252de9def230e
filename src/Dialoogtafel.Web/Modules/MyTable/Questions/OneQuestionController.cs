using System.Security.Cryptography;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>
/// Behind a personal link: one question a page. Each button keeps what was typed, and so does the page itself,
/// by the same address and fields.
/// </summary>
[Open]
[Route("mijn-tafel/{linkId:int}/vragen/{question:int}")]
[Route("u/{token}/vragen/{question:int}")]
public sealed class OneQuestionController(
    QuestionGate gate,
    PreparationReader reader,
    PreparationKeeper preparations,
    AnswerKeeper keeper,
    FieldCipher cipher,
    Texts T,
    TimeProvider clock
) : Controller
{
    private const int LongestTab = 40;
    private static readonly Dictionary<QuestionNews, string> Told = new()
    {
        [QuestionNews.Beside] = "naast",
        [QuestionNews.Emptied] = "leeg",
    };

    [HttpGet]
    public async Task<IActionResult> Show(int question, CancellationToken stop)
    {
        var own = await gate.OpenAsync(HttpContext, stop);
        if (own is null)
        {
            return LostLink.View(this);
        }

        var asked = own.Asked.FirstOrDefault(item => item.Question.Id == question);
        return asked is null ? new SeeOtherResult(own.Path) : Page(own, asked, FormOf(own, asked));
    }

    [HttpPost]
    public async Task<IActionResult> Keep(
        int question,
        [Bind(Prefix = "Form")] QuestionForm form,
        CancellationToken stop
    )
    {
        var own = await gate.OpenAsync(HttpContext, stop);
        if (own is null)
        {
            return LostLink.View(this);
        }

        // Also a question that was taken off while this page stood open: what somebody typed is never lost.
        var asked = own.Find(question) ?? await reader.FindAsync(own.Invitation.GatheringId, question, stop);
        if (asked is null)
        {
            return new SeeOtherResult(own.Path);
        }

        var served = ServedAnswer.Parse(form.Served);
        form.Tab = form.Tab is { Length: > 0 and <= LongestTab } tab ? tab : NewTab();
        var wording = asked.Question.Wordings.FirstOrDefault(item => item.Id == form.WordingId)
            ?? asked.Question.Wording;
        var typed = new TypedAnswer(
            form.Text is { } text && asked.Question.Kind.Accepts(text, wording) ? text : null,
            wording.Id,
            form.Tab,
            Math.Max(0, form.Turn),
            served
        );
        var kept = asked.Question.TakesAnswer
            ? await keeper.KeepAsync(
                own.Invitation.Id,
                question,
                own.Link.Device?.Hash,
                Hand.Self,
                typed,
                clock.GetUtcNow().UtcDateTime,
                stop
            )
            : new KeptAnswer(AnswerKept.Same, null);
        await RememberAsync(own, asked, kept.How, form.Go, stop);
        if (form.Go is null && Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
        {
            return Json(Saved(kept, served));
        }

        return kept.How == AnswerKept.TooLong
            ? TooLong(own, asked, form)
            : new SeeOtherResult(NextOf(own, question, form.Go) + NewsOf(kept.How, served, form.Go));
    }

    /// <summary>
    /// Pages on which nothing was written leave no trace; "later verder" is a choice of its own and does.
    /// </summary>
    private async Task RememberAsync(
        OwnQuestions own,
        AskedQuestion asked,
        AnswerKept how,
        QuestionStep? go,
        CancellationToken stop
    )
    {
        var place = own.Asked.ToList().IndexOf(asked);
        if (place < 0 || (how is not (AnswerKept.Kept or AnswerKept.Beside) && go != QuestionStep.Later))
        {
            return;
        }

        var here =
            go == QuestionStep.Next && place + 1 < own.Asked.Count
                ? own.Asked[place + 1].Question.Id
                : asked.Question.Id;
        if (own.Preparation.Preparation?.LastQuestionId != here)
        {
            await preparations.ChangeAsync(own.Invitation.Id, item => item.LastQuestionId = here, stop);
        }
    }

    private SavedAnswer Saved(KeptAnswer kept, ServedAnswer served) =>
        new(
            kept.Answer is null ? null : ServedAnswer.Of(kept.Answer, cipher.Open(kept.Answer.Words)).ToString(),
            kept.How switch
            {
                AnswerKept.TooLong => T["Nog niet bewaard: dit is te lang. Maak het korter of bel ons."],
                AnswerKept.Beside => T["Bewaard, naast wat u eerder schreef."],
                AnswerKept.Empty when HeldWords(served) => T["Het vak is leeg. Uw eerdere antwoord is nog bewaard."],
                AnswerKept.Empty => "",
                AnswerKept.Same or AnswerKept.Kept => T["Bewaard"],
                _ => throw new ArgumentOutOfRangeException(nameof(kept), kept.How, null),
            }
        );

    private static string NextOf(OwnQuestions own, int question, QuestionStep? go) =>
        go switch
        {
            QuestionStep.Back => own.Before(question),
            QuestionStep.Later => $"{own.Path}?{MyQuestionsController.Later}=1",
            _ => own.After(question),
        };

    private static string NewsOf(AnswerKept how, ServedAnswer served, QuestionStep? go) =>
        (how, HeldWords(served)) switch
        {
            _ when go == QuestionStep.Later => "",
            (AnswerKept.Beside, _) => $"?{Told[QuestionNews.Beside]}=1",
            (AnswerKept.Empty, true) => $"?{Told[QuestionNews.Emptied]}=1",
            _ => "",
        };

    private static bool HeldWords(ServedAnswer served) =>
        served.Answer is not null && served.Print != ServedAnswer.PrintOf("");

    private ViewResult TooLong(OwnQuestions own, AskedQuestion asked, QuestionForm form)
    {
        ModelState.AddModelError(
            "Form.Text",
            "Dit is te lang om te bewaren. Maak het korter, of bel ons. Uw tekst staat hier nog."
        );
        var page = Page(own, asked, form, tooLong: true);
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private QuestionForm FormOf(OwnQuestions own, AskedQuestion asked)
    {
        var answer = asked.Question.TakesAnswer ? own.ServedTo(asked.Question.Id) : null;
        var words = answer is null ? null : cipher.Open(answer.Words);
        // A number means something only beside the options that were read.
        var chosen =
            asked.Question.Wordings.FirstOrDefault(item => item.Id == answer?.WordingId)?.Options
            == asked.Question.Wording.Options;
        return new QuestionForm
        {
            Text = chosen ? words : null,
            Served = ServedAnswer.Of(answer, chosen ? words : null).ToString(),
            Tab = NewTab(),
            WordingId = asked.Question.Wording.Id,
        };
    }

    private ViewResult Page(OwnQuestions own, AskedQuestion asked, QuestionForm form, bool tooLong = false)
    {
        var wording = asked.Question.Wordings.FirstOrDefault(item => item.Id == form.WordingId)
            ?? asked.Question.Wording;
        var page = new QuestionPage(
            own.Pages.Owner,
            own.Pages.Contact,
            own.AddressOf(asked),
            own.NumberOf(asked),
            own.Preparation.Count,
            asked.Question.Kind,
            form
        )
        {
            Text = wording.TextFor(own.Preparation.AtDistance).In(T.Language),
            Help = wording.Help.In(T.Language),
            Options = wording.Options.LinesIn(T.Language),
            IsLast = own.IsLast(asked),
            HasElsewhere = own.Preparation.Answers.Any(item =>
                item.QuestionId == asked.Question.Id && !own.Pages.MaySee(item.Device, item.At)
            ),
            TooLong = tooLong,
            News = Told.Where(item => Request.Query.ContainsKey(item.Value))
                .Select(item => (QuestionNews?)item.Key)
                .FirstOrDefault(),
        };
        return View("Question", page);
    }

    private static string NewTab() => Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
}
