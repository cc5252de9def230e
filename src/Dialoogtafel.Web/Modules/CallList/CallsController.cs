using Dialoogtafel.Domain;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>Te bellen: whom to call next and why, and writing down how it went .</summary>
public sealed class CallsController(
    DialoogtafelDb db,
    CallPageReader reader,
    CallDesk desk,
    CallLabels words,
    FieldCipher cipher,
    WallClock wall,
    TimeProvider clock
) : TeamController(clock)
{
    private const string SaidWords = "CallSaid";
    private const string SaidAbout = "CallSaidAbout";
    private const string SaidBefore = "CallSaidBefore";
    private const string SaidYes = "CallSaidYes";

    [May(Who.Recruiters, Scope.Anywhere)]
    [HttpGet("te-bellen")]
    public async Task<IActionResult> List(int? project, CancellationToken stop)
    {
        var said =
            TempData[SaidWords] is string text && TempData[SaidAbout] is int about
                ? new Said(about, text, TempData[SaidYes] is true ? await NameAsync(about, stop) : null)
                : null;
        return View(await reader.PageAsync(project, Me, said, TempData[SaidBefore] as int?, null, Now, stop));
    }

    [May(Who.Recruiters, Scope.Invitation)]
    [HttpPost("uitnodigingen/{id:int}/belpoging")]
    public async Task<IActionResult> Take(int id, [Bind(Prefix = "Form")] CallForm form, CancellationToken stop)
    {
        var project = await db
            .Invitations.Where(item => item.Id == id)
            .Select(item => item.Gathering!.Series!.ProjectId)
            .SingleAsync(stop);
        string why;
        if (ModelState.IsValid)
        {
            try
            {
                TempData[SaidWords] = await desk.TakeAsync(id, form, Me, Now, stop);
                (TempData[SaidAbout], TempData[SaidBefore], TempData[SaidYes]) = (
                    id,
                    form.Next,
                    form.Press is CallPress.Yes or CallPress.Chair
                );
                return new SeeOtherResult(
                    $"/te-bellen?project={project}#{(form.Next is { } next ? $"bel-{next}" : "main")}"
                );
            }
            catch (DomainRuleException refusal)
            {
                why = refusal.Message;
            }
        }
        else
        {
            why =
                ModelState["Form.Day"]?.Errors.Count > 0
                    ? "Kies een dag."
                    : ModelState.SelectMany(item => item.Value!.Errors).First().ErrorMessage;
        }

        // One form a row: the error stands in the row, not beside a field that the page has seventeen times.
        ModelState.Clear();
        ModelState.AddModelError("", why);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        db.ChangeTracker.Clear();
        return View("List", await reader.PageAsync(project, Me, null, null, new Refused(id, form, why), Now, stop));
    }

    [May(Who.Recruiters, Scope.Invitation)]
    [HttpPost("uitnodigingen/{id:int}/belpoging/ongedaan")]
    public async Task<IActionResult> Undo(int id, CancellationToken stop)
    {
        Say(
            await desk.UndoAsync(id, Now, stop)
                ? "Het telefoontje is weggehaald. Deze persoon staat weer op de lijst, zolang er een reden "
                    + "is om te bellen."
                : "Er was niets weg te halen."
        );
        return new SeeOtherResult($"/uitnodigingen/{id}");
    }

    /// <summary>
    /// The notes of the calls, on a page of their own, so that they are read on purpose; that they were read is logged.
    /// </summary>
    [May(Who.Recruiters, Scope.Invitation, Factors.Both)]
    [HttpGet("uitnodigingen/{id:int}/notities")]
    public async Task<IActionResult> Notes(int id, CancellationToken stop)
    {
        var invitation = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Include(item => item.Gathering!.Series)
            .SingleAsync(item => item.Id == id, stop);
        if (!Me.MayReadNotes(invitation.Gathering!.Series!.ProjectId, invitation.ApproacherId))
        {
            return NotFound();
        }

        var attempts = await (
            from item in db.CallAttempts.AsNoTracking()
            where item.InvitationId == id && item.Note != null
            from person in db.Persons.Where(one => one.Id == item.ById).DefaultIfEmpty()
            orderby item.At descending, item.Id descending
            select new { Attempt = item, By = person == null ? null : person.FirstName }
        ).ToListAsync(stop);
        if (attempts.Count > 0)
        {
            db.ReadLog.Note(Me, [invitation.PersonId], Request.Path, Now);
            await db.SaveChangesAsync(stop);
        }

        return View(
            new CallNotesPage(
                id,
                invitation.Person!.FullName,
                invitation.Person.FirstName,
                invitation.Gathering.Series.Subject,
                [
                    .. attempts.Select(item => new NoteLine(
                        wall.Local(item.Attempt.At),
                        words.Of(item.Attempt.Outcome, item.Attempt.CallAgainOn),
                        item.By,
                        cipher.Open(item.Attempt.Note!)
                    )),
                ]
            )
        );
    }

    private Task<string?> NameAsync(int id, CancellationToken stop) =>
        db
            .Invitations.Where(item => item.Id == id)
            .Select(item => (string?)item.Person!.FirstName)
            .SingleOrDefaultAsync(stop);
}
