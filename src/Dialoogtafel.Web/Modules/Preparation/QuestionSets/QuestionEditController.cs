using Dialoogtafel.Domain;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.QuestionSets;

/// <summary>
/// The words of one question. Other words are kept beside the former ones, so an answer stays with what its writer
/// read.
/// </summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class QuestionEditController(
    QuestionSetsReader reader,
    PreparationDesk desk,
    DialoogtafelDb db,
    TimeProvider clock
) : TeamController(clock)
{
    private const string Page = "Question";

    [HttpGet("bijeenkomsten/{id:int}/vragen/{question:int}")]
    public async Task<IActionResult> Ask(int id, int question, CancellationToken stop) =>
        await FindAsync(id, question, stop) is { } found
            ? await PageAsync(id, found.Set, found.Question, EditCheck.Show(FormOf(found.Question)), stop)
            : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/vragen/{question:int}")]
    public async Task<IActionResult> Save(
        int id,
        int question,
        [Bind(Prefix = "Form")] QuestionForm form,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, question, stop) is not { } found)
        {
            return NotFound();
        }

        // Not asked of somebody who edits: a question keeps its kind.
        (form.Kind, form.Success) = (found.Question.Kind.Name, false);
        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, FormOf(found.Question)))
        {
            return await PageAsync(id, found.Set, found.Question, form, stop);
        }

        if (!Attempt(() => found.Question.Reword(form.Words(found.Question.Kind, Now)), "Form"))
        {
            return await PageAsync(id, found.Set, found.Question, form, stop);
        }

        await turn.SaveAsync(stop);
        Say("De vraag is bewaard.");
        return new SeeOtherResult($"/bijeenkomsten/{id}/vragen#vraag-{question}");
    }

    [HttpGet("bijeenkomsten/{id:int}/vragen/lijsten/{set:int}/nieuw")]
    public async Task<IActionResult> AskNew(int id, int set, CancellationToken stop) =>
        await SetAsync(id, set, stop) is { } found
            ? await PageAsync(id, found, null, new QuestionForm(), stop)
            : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/vragen/lijsten/{set:int}/nieuw")]
    public async Task<IActionResult> Add(
        int id,
        int set,
        [Bind(Prefix = "Form")] QuestionForm form,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await SetAsync(id, set, stop) is not { } found)
        {
            return NotFound();
        }

        var kind = QuestionKinds.Find(form.Kind);
        if (kind is null)
        {
            ModelState.AddModelError("Form.Kind", "Kies wat voor vraag het is.");
        }

        if (ModelState.IsValid && kind is not null)
        {
            try
            {
                var question = new Question
                {
                    Place = 0,
                    Kind = kind,
                    Subject = form.Success && kind.TakesAnswer ? QuestionSubject.Success : QuestionSubject.Other,
                };
                question.Reword(form.Words(question.Kind, Now));
                found.Add(question);
                await desk.FollowAsync(await db.Gatherings.SingleAsync(item => item.Id == id, stop), Now, stop);
                await turn.SaveAsync(stop);
                Say("De vraag staat onderaan de lijst.");
                return new SeeOtherResult($"/bijeenkomsten/{id}/vragen#vraag-{question.Id}");
            }
            catch (DomainRuleException refusal)
            {
                Refuse(refusal, "Form");
            }
        }

        return await PageAsync(id, found, null, form, stop);
    }

    private static QuestionForm FormOf(Question question)
    {
        var form = QuestionForm.Of(question.Wording);
        form.Kind = question.Kind.Name;
        return form;
    }

    private async Task<(QuestionSet Set, Question Question)?> FindAsync(int id, int question, CancellationToken stop) =>
        (await reader.SetsOf(id).ToListAsync(stop))
            .SelectMany(set => set.Questions.Select(item => (set, item)))
            .Where(item => item.item.Id == question)
            .Select(item => ((QuestionSet, Question)?)item)
            .SingleOrDefault();

    private async Task<QuestionSet?> SetAsync(int id, int set, CancellationToken stop) =>
        await reader.SetsOf(id).SingleOrDefaultAsync(item => item.Id == set, stop);

    private async Task<IActionResult> PageAsync(
        int id,
        QuestionSet set,
        Question? question,
        QuestionForm form,
        CancellationToken stop
    )
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .SingleAsync(item => item.Id == id, stop);
        var answered = question is null
            ? 0
            : await db
                .Answers.Where(item => item.QuestionId == question.Id)
                .Select(item => item.InvitationId)
                .Distinct()
                .CountAsync(stop);
        return View(
            Page,
            new QuestionEditPage
            {
                TableId = id,
                SetId = set.Id,
                Question = question?.Id,
                Title = TableTrack.TitleOf(table.Number, table.Focus),
                Subject = table.Series!.Subject,
                SetName = set.Name,
                Kind = question?.Kind,
                AtDistanceAlone = set.Role == ParticipationRole.Informant,
                Answered = answered,
                Form = form,
            }
        );
    }
}
