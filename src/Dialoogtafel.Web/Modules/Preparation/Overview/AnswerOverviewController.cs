using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Overview;

/// <summary>
/// Voorbereiding: what people wrote beforehand, for the two facilitators who were named to them; everybody else gets
/// 404. Every opening is logged for each person whose answer stands on it.
/// </summary>
[May(Who.Table, Scope.Gathering, Factors.Both)]
public sealed class AnswerOverviewController(OverviewReader reader, DialoogtafelDb db, TimeProvider clock)
    : TeamController(clock)
{
    private static readonly Dictionary<string, OverviewOrder> Orders = new()
    {
        ["vraag"] = OverviewOrder.Question,
        ["perspectief"] = OverviewOrder.Perspective,
        ["persoon"] = OverviewOrder.Person,
    };

    [HttpGet("bijeenkomsten/{id:int}/voorbereiding")]
    public Task<IActionResult> Show(int id, string? volgorde, CancellationToken stop) =>
        PageAsync(id, volgorde, null, stop);

    /// <summary>Gelezen, as the answers stood on the page.</summary>
    [HttpPost("bijeenkomsten/{id:int}/voorbereiding/gelezen")]
    public async Task<IActionResult> Read(
        int id,
        string? volgorde,
        List<string> gezien,
        string? terug,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await reader.ReadableAsync(id, Me, stop) is not { } readable)
        {
            return NotFound();
        }

        var seen = gezien
            .Select(Parse)
            .OfType<(int Answer, int Revision)>()
            .Where(item => readable.Any(answer => answer.Id == item.Answer))
            .DistinctBy(item => item.Answer)
            .ToList();
        var ids = seen.Select(item => item.Answer).ToList();
        var known = await db
            .AnswerReads.Where(item => item.ReaderId == Me.Person.Id && ids.Contains(item.AnswerId))
            .ToDictionaryAsync(item => item.AnswerId, stop);
        foreach (var (answer, revision) in seen)
        {
            if (known.TryGetValue(answer, out var read))
            {
                (read.Revision, read.At) = (Math.Max(read.Revision, revision), Now);
            }
            else
            {
                db.AnswerReads.Add(
                    new AnswerRead
                    {
                        AnswerId = answer,
                        ReaderId = Me.Person.Id,
                        Revision = revision,
                        At = Now,
                    }
                );
            }
        }

        await turn.SaveAsync(stop);
        return Back(id, volgorde, terug);
    }

    [HttpPost("bijeenkomsten/{id:int}/voorbereiding/programma")]
    public Task<IActionResult> Pick(int id, string? volgorde, int antwoord, CancellationToken stop) =>
        MarkAsync(id, volgorde, antwoord, answer => answer.Pick(Me.Person.Id, Now), stop);

    [HttpPost("bijeenkomsten/{id:int}/voorbereiding/programma/ongedaan")]
    public Task<IActionResult> PutBack(int id, string? volgorde, int antwoord, CancellationToken stop) =>
        MarkAsync(id, volgorde, antwoord, answer => answer.PutBack(), stop);

    /// <summary>On which day she wants to hear how many have answered.</summary>
    [HttpPost("bijeenkomsten/{id:int}/voorbereiding/bericht")]
    public async Task<IActionResult> Wish(int id, [Bind(Prefix = "Form")] WishForm form, CancellationToken stop)
    {
        if (!await db.Gatherings.WithAnswersReadBy(Me).AnyAsync(item => item.Id == id, stop))
        {
            return NotFound();
        }

        if (!form.None && form.Days is null)
        {
            ModelState.TryAddModelError("Form.Days", "Vul in hoeveel dagen vóór de tafel, of kies ‘liever niet’.");
        }

        if (!form.None && !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(id, null, form, stop);
        }

        await using var turn = await db.BeginWriteAsync(stop);
        var wish = await db.OverviewWishes.SingleOrDefaultAsync(
            item => item.GatheringId == id && item.ReaderId == Me.Person.Id,
            stop
        );
        if (wish is null)
        {
            db.OverviewWishes.Add(wish = new OverviewWish { GatheringId = id, ReaderId = Me.Person.Id });
        }

        wish.DaysBefore = form.None ? null : form.Days;
        await turn.SaveAsync(stop);
        Say(
            form.None ? "U krijgt geen bericht over deze tafel."
            : form.Days == 1 ? "U krijgt een bericht, 1 dag vóór de tafel."
            : $"U krijgt een bericht, {form.Days} dagen vóór de tafel."
        );
        return Back(id, null, null);
    }

    private async Task<IActionResult> MarkAsync(
        int id,
        string? order,
        int answer,
        Action<Answer> mark,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await reader.ReadableAsync(id, Me, stop) is not { } readable || readable.All(item => item.Id != answer))
        {
            return NotFound();
        }

        mark(await db.Answers.SingleAsync(item => item.Id == answer, stop));
        await turn.SaveAsync(stop);
        return Back(id, order, $"antwoord-{answer}");
    }

    private static (int Answer, int Revision)? Parse(string mark) =>
        mark.Split('.') is [var answer, var revision]
        && int.TryParse(answer, out var id)
        && int.TryParse(revision, out var number)
            ? (id, number)
            : null;

    /// <param name="part">The part of the page to go back to: only a name of ours.</param>
    private static SeeOtherResult Back(int id, string? order, string? part) =>
        new(
            $"/bijeenkomsten/{id}/voorbereiding"
                + (order is not null && Orders.ContainsKey(order) ? $"?volgorde={order}" : "")
                + (
                    part is not null && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
                        ? $"#{part}"
                        : ""
                )
        );

    private async Task<IActionResult> PageAsync(int id, string? order, WishForm? typed, CancellationToken stop)
    {
        if (
            await reader.PageAsync(
                id,
                Orders.GetValueOrDefault(order ?? "", OverviewOrder.Question),
                typed,
                Me,
                Now,
                stop
            )
            is not
            (var page, var persons)
        )
        {
            return NotFound();
        }

        db.ReadLog.Note(Me, persons.Distinct(), Request.Path, Now);
        await db.SaveChangesAsync(stop);
        return View("Show", page);
    }
}
