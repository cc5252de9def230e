using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>
/// Behind a personal link: the start page of the preparation questions. GET changes nothing, and
/// neither does a form as served.
/// </summary>
[Open]
[Route("mijn-tafel/{linkId:int}/vragen")]
[Route("u/{token}/vragen")]
public sealed class MyQuestionsController(
    QuestionGate gate,
    PreparationKeeper keeper,
    AnswerDesk desk,
    Texts T,
    TimeProvider clock
) : Controller
{
    internal const string Later = "later";

    private DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    [HttpGet]
    public Task<IActionResult> Show(CancellationToken stop) =>
        ForAsync(stop, own =>
            Task.FromResult<IActionResult>(
                Request.Query.ContainsKey(Later)
                    ? View(
                        "Later",
                        new LaterPage(own.Pages.Owner, own.Pages.Contact, own.Preparation.Answers.Count > 0)
                    )
                    : Page(own, new StartForm { Readers = own.Preparation.Preparation?.Readers })
            )
        );

    [HttpPost]
    public Task<IActionResult> Begin([Bind(Prefix = "Form")] StartForm form, CancellationToken stop) =>
        ForAsync(stop, async own =>
        {
            if (form.Instead)
            {
                return await RatherAsync(own, form, stop);
            }

            if (form.Readers is not null && form.Readers != own.Preparation.Preparation?.Readers && own.Hidden.Before)
            {
                // A choice for all would also open words that this device never showed.
                ModelState.AddModelError(
                    "Form.Readers",
                    "Dit kunt u alleen kiezen op het apparaat waarop u eerder schreef."
                );
            }

            if (form.Readers is { } readers && ModelState.IsValid && readers != own.Preparation.Preparation?.Readers)
            {
                await keeper.ChangeAsync(own.Invitation.Id, item => item.Readers = readers, stop);
            }

            return ModelState.IsValid ? new SeeOtherResult(own.Onwards) : Bad(Page(own, form));
        });

    private async Task<IActionResult> RatherAsync(OwnQuestions own, StartForm form, CancellationToken stop)
    {
        if (form.Rather is null)
        {
            ModelState.AddModelError("Form.Rather", "Kies of wij u bellen, of dat u niets opschrijft.");
        }
        else if (
            form.Rather == RatherChoice.CallMe
            && own.Invitation.Person!.Phone is null
            && string.IsNullOrWhiteSpace(form.Phone)
        )
        {
            ModelState.AddModelError("Form.Phone", "Schrijf uw telefoonnummer op. Dan kunnen wij u bellen.");
        }

        if (!ModelState.IsValid)
        {
            return Bad(Page(own, form));
        }

        if (form.Rather == RatherChoice.OnlyThinking)
        {
            await keeper.ChangeAsync(own.Invitation.Id, item => item.Finish(PreparedBy.Thinking, Now), stop);
            return new SeeOtherResult(own.Link.Path);
        }

        var reason = own.Preparation.AtDistance ? CallReason.WantsToContribute : CallReason.AnswersByPhone;
        await desk.AskCallAsync(own.Invitation.GatheringId, own.Invitation.Id, reason, form.Phone, Now, stop);
        return new SeeOtherResult($"{own.Link.Path}?{MyTableController.CallAsked}=1");
    }

    private ViewResult Page(OwnQuestions own, StartForm form) =>
        View(
            "Start",
            new StartPage(
                own.Pages.Owner,
                own.Pages.Line,
                own.Pages.Contact,
                new ReaderLabels(T, own.Invitation.Gathering!),
                form
            )
            {
                Count = own.Preparation.Count,
                Stretches = QuestionStretch.Of(own.Asked),
                Chosen = own.Preparation.Preparation?.Readers,
                AtDistance = own.Preparation.AtDistance,
                IsDone = own.Preparation.IsReady,
                Continues = !own.Preparation.IsReady && own.Preparation.Preparation?.LastQuestionId is not null,
                OwnReaders = own.Preparation.Answers.Count(item => item.Readers is not null),
                HasAnswers = own.Seen.Count > 0,
                HasElsewhere = own.Hidden.Elsewhere,
                HasBefore = own.Hidden.Before,
                CallNumber = own.Link.Device is null ? null : own.Invitation.Person!.Phone,
                AsksPhone = own.Invitation.Person!.Phone is null,
            }
        );

    private static ViewResult Bad(ViewResult page)
    {
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task<IActionResult> ForAsync(CancellationToken stop, Func<OwnQuestions, Task<IActionResult>> show) =>
        await gate.OpenAsync(HttpContext, stop) switch
        {
            null => LostLink.View(this),
            { Asked.Count: > 0 } own => await show(own),
            { Preparation.Answers.Count: > 0 } own => new SeeOtherResult($"{own.Path}/nakijken"),
            var own => new SeeOtherResult(own.Link.Path),
        };
}
