using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People;
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
    FieldCipher cipher,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("uitnodigingen/{id:int}/antwoorden")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop)
    {
        var (invitation, own) = await LoadAsync(id, stop);
        return await PageAsync(invitation, own, FormOf(own), stop);
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

    private SpokenAnswersForm FormOf(OwnPreparation own) =>
        new()
        {
            Tab = Guid.NewGuid().ToString("N"),
            Answers =
            [
                .. own
                    .Asked.Where(item => item.Question.TakesAnswer)
                    .Select(item => BoxOf(item.Question, Mine(own, item.Question).LastOrDefault())),
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

    private IEnumerable<Answer> Mine(OwnPreparation own, Question question) =>
        own.Answers.Where(item => item.QuestionId == question.Id && item.ById == Me.Person.Id);

    private async Task<IActionResult> PageAsync(
        Invitation invitation,
        OwnPreparation own,
        SpokenAnswersForm form,
        CancellationToken stop
    )
    {
        var names = await db.FirstNamesAsync(own.Answers.Select(item => item.ById), stop);
        if (own.Answers.Any(item => item.ById == Me.Person.Id))
        {
            db.ReadLog.Note(Me, [invitation.PersonId], Request.Path, Now);
            await db.SaveChangesAsync(stop);
        }

        var (person, table) = (invitation.Person!, invitation.Gathering!);
        var said = own
            .Answers.Where(item => item.ById == Me.Person.Id)
            .Select(item => item.Readers)
            .Distinct()
            .ToList();
        return View(
            "Ask",
            new SpokenAnswersPage
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
                Questions = [.. own.Asked.Select(item => Line(item, own, form, person.FirstName, names))],
                Form = form,
            }
        );
    }

    private SpokenQuestion Line(
        AskedQuestion asked,
        OwnPreparation own,
        SpokenAnswersForm form,
        string firstName,
        Dictionary<int, string> names
    )
    {
        var (question, words) = (asked.Question, asked.Question.Wording);
        var others = own.Answers.Where(item => item.QuestionId == question.Id && item.ById != Me.Person.Id).ToList();
        var who = others
            .Select(item =>
                item.ById is { } by ? names.GetValueOrDefault(by, "iemand uit het team") : $"{firstName} zelf"
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
                .. Mine(own, question)
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
