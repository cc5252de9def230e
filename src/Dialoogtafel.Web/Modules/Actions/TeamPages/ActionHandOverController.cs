using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>
/// Overdragen: somebody else does it from now on. The link of the former owner stops working at once (R-125).
/// </summary>
[May(Who.Recruiters, Scope.Action)]
public sealed class ActionHandOverController(
    DialoogtafelDb db,
    ActionDesk desk,
    ActionPeople people,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("acties/{id:int}/overdracht")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop) =>
        await desk.FindAsync(id, stop) is { } action
            ? await PageAsync(
                action,
                new OwnerForm { OwnerId = action.OwnerId, CoOwnerId = action.CoOwnerId },
                false,
                stop
            )
            : NotFound();

    [HttpPost("acties/{id:int}/overdracht")]
    public async Task<IActionResult> HandOver(int id, [Bind(Prefix = "Owner")] OwnerForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await desk.FindAsync(id, stop) is not { } action)
        {
            return NotFound();
        }

        var (owner, helper, asksAnyway) = await people.ChosenAsync(
            action.Gathering!.Series!.ProjectId,
            id,
            form,
            ModelState,
            stop
        );
        if (!ModelState.IsValid)
        {
            return await PageAsync(action, form, asksAnyway, stop);
        }

        var by = Me.By(ContactChannel.Phone);
        if (!await AttemptAsync(() => desk.GiveAsync(action, owner, helper, by, Now, stop), "Owner"))
        {
            return await PageAsync(action, form, asksAnyway, stop);
        }

        await turn.SaveAsync(stop);
        Say(
            owner is null
                ? "Er is nu niemand die het doet. De actie staat op te bellen."
                : $"{owner.FirstName} doet dit nu.{(action.Call is null ? "" : " Bel even om het te vertellen.")}"
        );
        return new SeeOtherResult($"/acties/{id}");
    }

    private async Task<IActionResult> PageAsync(
        AgreedAction action,
        OwnerForm form,
        bool asksAnyway,
        CancellationToken stop
    ) =>
        View(
            "HandOver",
            new ActionHandOverPage(
                action.Id,
                action.Text,
                action.Gathering!.Series!.Subject,
                action.Owner?.FullName,
                form,
                await people.OwnersAsync(action.Gathering.Series.ProjectId, action.Gathering.SeriesId, stop),
                asksAnyway
            )
        );
}
