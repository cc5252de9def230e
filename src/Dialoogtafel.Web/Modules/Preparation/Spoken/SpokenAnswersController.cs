using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Spoken;

/// <summary>
/// Answers to the preparation that somebody gave by phone or on paper, typed in by the team. What the person
/// typed herself is not shown to her helper; what this team member wrote down earlier is, to correct.
/// </summary>
[May(Who.Recruiters, Scope.Invitation, Factors.Both)]
public sealed class SpokenAnswersController(
    DialoogtafelDb db,
    PreparationReader reader,
    AnswerKeeper keeper,
    ReminderDesk reminders,
    SpokenAnswersPages pages,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("uitnodigingen/{id:int}/antwoorden")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop)
    {
        var (invitation, own) = await LoadAsync(id, stop);
        return await PageAsync(invitation, own, pages.FormOf(own, Me.Person.Id), stop);
    }

    [HttpPost("uitnodigingen/{id:int}/antwoorden")]
    public async Task<IActionResult> Keep(
        int id,
        [Bind(Prefix = "Form")] SpokenAnswersForm form,
        CancellationToken stop
    )
    {
        var (invitation, own) = await LoadAsync(id, stop);
        if (form is { AlsoEarlier: true, Readers: null })
        {
            ModelState.AddModelError("Form.Readers", "Kies wie het mag lezen, of haal het vinkje daaronder weg.");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(invitation, own, form, stop);
        }

        var kept = new List<int>();
        var by = Me.By(form.Channel!.Value);
        var questions = await QuestionsAsync(invitation.GatheringId, form, stop);
        foreach (
            var box in form.Answers.Where(box =>
                questions.TryGetValue(box.Question, out var question) && Fits(question, box)
            )
        )
        {
            var typed = new TypedAnswer(box.Text, box.Wording, form.Tab ?? "", 0, ServedAnswer.Parse(box.Served));
            var how = (await keeper.KeepAsync(id, box.Question, null, by, typed, Now, stop)).How;
            if (how is AnswerKept.Kept or AnswerKept.Beside)
            {
                kept.Add(box.Question);
            }
        }

        await FinishAsync(invitation, form, kept, stop);
        Say(SpokenWords.Done(form, kept.Count, invitation.Person!.FirstName));
        return new SeeOtherResult($"/uitnodigingen/{id}");
    }

    /// <summary>
    /// Who may read what was written down, and whether the person is ready; both only when that was said.
    /// </summary>
    /// <param name="kept">The questions whose answer was written down just now.</param>
    private async Task FinishAsync(
        Invitation invitation,
        SpokenAnswersForm form,
        List<int> kept,
        CancellationToken stop
    )
    {
        if (form.Readers is null && form.End is null)
        {
            return;
        }

        await using var turn = await db.BeginWriteAsync(stop);
        if (form.Readers is { } readers)
        {
            var mine = await db
                .Answers.Where(item => item.InvitationId == invitation.Id && item.ById == Me.Person.Id)
                .ToListAsync(stop);
            // What was said of an earlier answer stays said: "alleen ik" is not opened by another call about another
            // question.
            var now = form.AlsoEarlier
                ? mine
                :
                [
                    .. mine.Where(item => kept.Contains(item.QuestionId))
                        .GroupBy(item => item.QuestionId)
                        .Select(same => same.MaxBy(item => item.Id)!),
                ];
            now.ForEach(item => item.Readers = readers);
        }

        if (form.End is { } end)
        {
            var preparation = await db.Preparations.SingleOrDefaultAsync(
                item => item.InvitationId == invitation.Id,
                stop
            );
            if (preparation is null)
            {
                db.Preparations.Add(preparation = new PreparationProgress { InvitationId = invitation.Id });
            }

            preparation.Finish(end == SpokenEnd.Thought ? PreparedBy.Thinking : PreparedBy.Answering, Now);
            await SettleCallAsync(invitation.Id, form.Channel!.Value, stop);
        }

        await db.SaveChangesAsync(stop);
        await reminders.PreparedAsync(invitation.Id, Now, stop);
        await turn.SaveAsync(stop);
    }

    /// <summary>
    /// Who asked to be called about the questions and is ready now, is not called about them again. By phone this was
    /// that call; paper made it needless.
    /// </summary>
    private async Task SettleCallAsync(int id, ContactChannel channel, CancellationToken stop)
    {
        var invitation = await db.Invitations.SingleAsync(item => item.Id == id, stop);
        var phone = channel == ContactChannel.Phone;
        if (
            invitation.CallReason != CallReason.AnswersByPhone
            && !(phone && invitation.CallReason == CallReason.WantsToContribute)
        )
        {
            return;
        }

        if (phone)
        {
            db.CallAttempts.Add(
                new CallAttempt
                {
                    InvitationId = id,
                    ById = Me.Person.Id,
                    At = Now,
                    Outcome = CallOutcome.Done,
                    Settled = invitation.CallReason,
                }
            );
        }

        invitation.Called();
    }

    /// <summary>
    /// The questions of the form, also one that was taken off while it was filled in: what is typed is kept.
    /// </summary>
    private Task<Dictionary<int, Question>> QuestionsAsync(int table, SpokenAnswersForm form, CancellationToken stop)
    {
        var asked = form.Answers.Select(item => item.Question).ToList();
        return db
            .Questions.AsNoTracking()
            .Where(item =>
                asked.Contains(item.Id) && db.QuestionSets.Any(set => set.Id == item.SetId && set.GatheringId == table)
            )
            .ToDictionaryAsync(item => item.Id, stop);
    }

    private static bool Fits(Question question, SpokenAnswerBox box) =>
        question.TakesAnswer
        && question.Wordings.Any(item => item.Id == box.Wording)
        && (
            string.IsNullOrEmpty(box.Text)
            || question.Wordings.Exists(wording => question.Kind.Accepts(box.Text, wording))
        );

    private async Task<(Invitation Invitation, OwnPreparation Own)> LoadAsync(int id, CancellationToken stop)
    {
        var invitation = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Include(item => item.Gathering!.Series)
            .Include(item => item.Gathering!.ProcessFacilitator)
            .Include(item => item.Gathering!.ContentFacilitator)
            .Include(item => item.Gathering!.ReserveFacilitator)
            .SingleAsync(item => item.Id == id, stop);
        return (invitation, await reader.ReadAsync(invitation, stop));
    }

    private async Task<IActionResult> PageAsync(
        Invitation invitation,
        OwnPreparation own,
        SpokenAnswersForm form,
        CancellationToken stop
    )
    {
        if (own.Answers.Any(item => item.ById == Me.Person.Id))
        {
            db.ReadLog.Note(Me, [invitation.PersonId], Request.Path, Now);
            await db.SaveChangesAsync(stop);
        }

        return View("Ask", await pages.OfAsync(invitation, own, form, Me.Person.Id, stop));
    }
}
