using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>
/// What follows from an answer and is not a call: a chair that was given back is dealt with, or a named person is not
/// invited.
/// </summary>
[May(Who.Recruiters, Scope.Invitation)]
public sealed class ConsequencesController(
    DialoogtafelDb db,
    CallPageReader reader,
    FieldCipher cipher,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpPost("uitnodigingen/{id:int}/afzegging/afhandeling")]
    public async Task<IActionResult> Settle(int id, CancellationToken stop)
    {
        var invitation = await db
            .Invitations.Include(item => item.Person)
            .Include(item => item.Gathering!.Series)
            .SingleAsync(item => item.Id == id, stop);
        invitation.CancellationSettled();
        await db.SaveChangesAsync(stop);
        Say($"De afzegging van {invitation.Person!.FirstName} is geregeld.");
        return new SeeOtherResult($"/te-bellen?project={invitation.Gathering!.Series!.ProjectId}");
    }

    [HttpPost("uitnodigingen/{id:int}/vervanger/afwijzing")]
    public async Task<IActionResult> Decline(int id, [Bind(Prefix = "Form")] DeclineForm form, CancellationToken stop)
    {
        var invitation = await db
            .Invitations.Include(item => item.Gathering!.Series)
            .SingleAsync(item => item.Id == id, stop);
        var project = invitation.Gathering!.Series!.ProjectId;
        if (!ModelState.IsValid)
        {
            // One form a row: the error stands in the row.
            var why = ModelState.SelectMany(item => item.Value!.Errors).First().ErrorMessage;
            ModelState.Clear();
            ModelState.AddModelError("", why);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            db.ChangeTracker.Clear();
            return View(
                "List",
                await reader.PageAsync(project, Me, null, null, null, Now, stop) with
                {
                    SubstituteTyped = new SubstituteRefused(id, form, why),
                }
            );
        }

        invitation.DeclineSubstitute(cipher.Seal(form.Word!.Trim()), Now);
        await db.SaveChangesAsync(stop);
        Say("Opgeschreven. Deze persoon wordt niet uitgenodigd.");
        return new SeeOtherResult($"/te-bellen?project={project}");
    }
}
