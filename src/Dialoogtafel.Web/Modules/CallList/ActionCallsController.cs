using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>
/// Writes down how a call about an action went: bereikt with the answer, niet bereikt, later.
/// </summary>
[May(Who.Recruiters, Scope.Action)]
public sealed class ActionCallsController(
    DialoogtafelDb db,
    ActionDesk desk,
    CallPageReader reader,
    CallDesk days,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpPost("acties/{id:int}/belpoging")]
    public async Task<IActionResult> Take(int id, [Bind(Prefix = "Call")] ActionCallForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await desk.FindAsync(id, stop) is not { } action)
        {
            return NotFound();
        }

        var project = action.Gathering!.Series!.ProjectId;
        if (Refusal(action, form) is { } why)
        {
            // One form a row: the error stands in the row.
            ModelState.Clear();
            ModelState.AddModelError("", why);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            db.ChangeTracker.Clear();
            return View(
                "List",
                await reader.PageAsync(project, Me, null, null, null, Now, stop) with
                {
                    ActionTyped = new ActionRefused(id, form, why),
                }
            );
        }

        await turn.SaveAsync(stop);
        Say($"Opgeschreven bij de actie ‘{action.Text}’.");
        return new SeeOtherResult($"/te-bellen?project={project}#acties");
    }

    private string? Refusal(AgreedAction action, ActionCallForm form)
    {
        if (!ModelState.IsValid)
        {
            return ModelState["Call.Day"]?.Errors.Count > 0
                ? "Kies een dag."
                : ModelState.SelectMany(item => item.Value!.Errors).First().ErrorMessage;
        }

        var by = Me.By(ContactChannel.Phone);
        try
        {
            if (form.Press != ActionCallPress.Reached)
            {
                desk.CallLater(
                    action,
                    form.Press == ActionCallPress.Later,
                    form.Day ?? days.NextDay(null, Now),
                    form.Note,
                    by,
                    Now
                );
            }
            else if (form.Answer is { } answer)
            {
                desk.Answer(action, answer, form.Note, by, Now);
            }
            else
            {
                return "Kies wat er gezegd is: klaar, loopt, lukt niet of hulp nodig.";
            }

            return null;
        }
        catch (DomainRuleException refusal)
        {
            return refusal.Message;
        }
    }
}
