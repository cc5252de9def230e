using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.QuestionSets;

/// <summary>
/// The questions beforehand of one table: the proposal, putting them ready, and which are asked in which order (R-043,
/// R-044b).
/// </summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class QuestionSetsController(
    QuestionSetsReader reader,
    PreparationDesk desk,
    DialoogtafelDb db,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/vragen")]
    public Task<IActionResult> Show(int id, CancellationToken stop) => PageAsync(id, new NewSetForm(), stop);

    /// <summary>Keeps the proposal, to change it before anybody sees it.</summary>
    [HttpPost("bijeenkomsten/{id:int}/vragen")]
    public async Task<IActionResult> Keep(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        await ProposeAsync(id, stop);
        await turn.SaveAsync(stop);
        return Back(id);
    }

    [HttpPost("bijeenkomsten/{id:int}/vragen/klaar")]
    public async Task<IActionResult> Ready(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        await ProposeAsync(id, stop);
        try
        {
            await desk.PutReadyAsync(await TableAsync(id, stop), Now, stop);
        }
        catch (DomainRuleException refusal)
        {
            // The fields that it names are on another page.
            Refuse(new DomainRuleException(refusal.Message));
            db.ChangeTracker.Clear();
            return await PageAsync(id, new NewSetForm(), stop);
        }

        await turn.SaveAsync(stop);
        Say("De vragen staan klaar. Wie ja zei of wil meedenken, ziet ze op Mijn tafel.");
        return Back(id);
    }

    [HttpPost("bijeenkomsten/{id:int}/vragen/intrekking")]
    public async Task<IActionResult> TakeAway(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        await desk.TakeAwayAsync(await TableAsync(id, stop), Now, stop);
        await turn.SaveAsync(stop);
        Say("Niemand ziet de vragen nu. Wat mensen al schreven, is bewaard.");
        return Back(id);
    }

    [HttpPost("bijeenkomsten/{id:int}/vragen/lijsten")]
    public async Task<IActionResult> AddSet(int id, [Bind(Prefix = "Form")] NewSetForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var (role, perspective) = form.Chosen;
        var project = await db
            .Gatherings.Where(item => item.Id == id)
            .Select(item => item.Series!.ProjectId)
            .SingleAsync(stop);
        if (
            perspective is not null
            && !await db.Perspectives.AnyAsync(item => item.Id == perspective && item.ProjectId == project, stop)
        )
        {
            ModelState.AddModelError("Form.ForWhom", "Kies iets uit de lijst.");
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(id, form, stop);
        }

        await ProposeAsync(id, stop);
        await db.SaveChangesAsync(stop);
        var last = await db.QuestionSets.Where(item => item.GatheringId == id).MaxAsync(item => (int?)item.Place, stop)
            ?? 0;
        var set = new QuestionSet
        {
            GatheringId = id,
            Place = last + 1,
            Name = form.Name!.Trim(),
            Mode = form.Mode!.Value,
            Role = role,
            PerspectiveId = perspective,
        };
        db.QuestionSets.Add(set);
        await desk.FollowAsync(await TableAsync(id, stop), Now, stop);
        await turn.SaveAsync(stop);
        Say("De lijst is gemaakt. Zet er nu de eerste vraag in.");
        return Back(id, $"lijst-{set.Id}");
    }

    /// <summary>
    /// Insturen or meenemen. What people wrote while they were told that nobody else reads it, stays theirs alone: only
    /// they can change that.
    /// </summary>
    [HttpPost("bijeenkomsten/{id:int}/vragen/lijsten/{set:int}/vorm")]
    public Task<IActionResult> Mode(int id, int set, PreparationMode? vorm, CancellationToken stop) =>
        ChangeAsync(
            id,
            found => found.Id == set && vorm is not null,
            async (list, _) =>
            {
                if (list.DefaultReaders == AnswerReaders.OnlyMe && vorm == PreparationMode.SendIn)
                {
                    var questions = list.Questions.Select(item => item.Id).ToList();
                    var told = await db
                        .Answers.Where(item =>
                            questions.Contains(item.QuestionId)
                            && item.Readers == null
                            && !db.Preparations.Any(own => own.InvitationId == item.InvitationId && own.Readers != null)
                        )
                        .ToListAsync(stop);
                    told.ForEach(item => item.Readers = AnswerReaders.OnlyMe);
                }

                list.Mode = vorm!.Value;
                return null;
            },
            stop
        );

    [HttpPost("bijeenkomsten/{id:int}/vragen/{question:int}/plaats")]
    public Task<IActionResult> Move(int id, int question, bool omhoog, CancellationToken stop) =>
        ChangeAsync(
            id,
            Has(question),
            (list, asked) =>
            {
                list.Move(asked!, omhoog);
                return Task.FromResult<string?>(null);
            },
            stop,
            question
        );

    [HttpPost("bijeenkomsten/{id:int}/vragen/{question:int}/weglating")]
    public Task<IActionResult> TakeOff(int id, int question, CancellationToken stop) =>
        ChangeAsync(
            id,
            Has(question),
            (list, asked) =>
                Task.FromResult<string?>(
                    list.TakeOff(asked!, Now) > 1
                        ? "Halen en brengen horen bij elkaar: beide vragen worden niet meer gesteld. "
                            + "Antwoorden zijn bewaard."
                        : "Deze vraag wordt niet meer gesteld. Antwoorden zijn bewaard."
                ),
            stop,
            question
        );

    [HttpPost("bijeenkomsten/{id:int}/vragen/{question:int}/terugkeer")]
    public Task<IActionResult> AskAgain(int id, int question, CancellationToken stop) =>
        ChangeAsync(
            id,
            Has(question),
            (list, asked) =>
            {
                list.AskAgain(asked!);
                return Task.FromResult<string?>("Deze vraag wordt weer gesteld.");
            },
            stop,
            question
        );

    private static Func<QuestionSet, bool> Has(int question) => set => set.Questions.Any(item => item.Id == question);

    private async Task<IActionResult> ChangeAsync(
        int id,
        Func<QuestionSet, bool> which,
        Func<QuestionSet, Question?, Task<string?>> change,
        CancellationToken stop,
        int? question = null
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var set = (await reader.SetsOf(id).ToListAsync(stop)).SingleOrDefault(which);
        if (set is null || !ModelState.IsValid)
        {
            return NotFound();
        }

        var said = await change(set, set.Questions.SingleOrDefault(item => item.Id == question));
        await desk.FollowAsync(await TableAsync(id, stop), Now, stop);
        await turn.SaveAsync(stop);
        if (said is not null)
        {
            Say(said);
        }

        return Back(id, question is null ? $"lijst-{set.Id}" : $"vraag-{question}");
    }

    /// <summary>The presets, unless the table has sets already: of two presses at once the second finds them.</summary>
    private async Task ProposeAsync(int id, CancellationToken stop)
    {
        if (!await db.QuestionSets.AnyAsync(item => item.GatheringId == id, stop))
        {
            db.QuestionSets.AddRange(
                QuestionPresets.For(await db.Gatherings.AsNoTracking().SingleAsync(item => item.Id == id, stop), Now)
            );
        }
    }

    private Task<Gathering> TableAsync(int id, CancellationToken stop) =>
        db.Gatherings.SingleAsync(item => item.Id == id, stop);

    private static SeeOtherResult Back(int id, string? part = null) =>
        new($"/bijeenkomsten/{id}/vragen{(part is null ? "" : $"#{part}")}");

    private async Task<IActionResult> PageAsync(int id, NewSetForm form, CancellationToken stop) =>
        View("Sets", await reader.PageAsync(id, form, Now, stop));
}
