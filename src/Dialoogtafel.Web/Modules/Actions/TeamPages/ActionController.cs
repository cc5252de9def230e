using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>
/// One action: its log, an answer typed for its owner, doorgaan, stoppen met reden, a note.
/// </summary>
[May(Who.Recruiters, Scope.Action, Factors.Both)]
public sealed class ActionController(DialoogtafelDb db, ActionDesk desk, ActionReader reader, TimeProvider clock)
    : TeamController(clock)
{
    private Hand ByPhone => new(ContactChannel.Phone, Me.Person.Id);

    [HttpGet("acties/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } action)
        {
            return NotFound();
        }

        // What somebody said about it stands open here: that it was read is written down, as with call notes.
        var said = action
            .Log.Where(line => line.Words is not null)
            .Select(line => line.OwnerId)
            .OfType<int>()
            .Distinct()
            .ToList();
        if (said.Count > 0)
        {
            db.ReadLog.Note(Me, said, Request.Path, Now);
            await db.SaveChangesAsync(stop);
        }

        return await PageAsync(action, page => page, stop);
    }

    [HttpPost("acties/{id:int}/antwoord")]
    public Task<IActionResult> Answer(int id, [Bind(Prefix = "Said")] ActionAnswerForm form, CancellationToken stop) =>
        ChangeAsync(
            id,
            nameof(ActionPage.Said),
            page => page with { Said = form },
            action => desk.Answer(action, form.Answer!.Value, form.Words, ByPhone, Now),
            "Het antwoord is opgeschreven.",
            stop
        );

    [HttpPost("acties/{id:int}/doorgaan")]
    public Task<IActionResult> Continue(
        int id,
        [Bind(Prefix = "Continue")] ContinueForm form,
        CancellationToken stop
    ) =>
        ChangeAsync(
            id,
            nameof(ActionPage.Continue),
            page => page with { Continue = form },
            action => desk.Continue(action, form.Target, ByPhone, Now),
            "De actie gaat door. Over een maand vragen wij weer hoe het gaat.",
            stop
        );

    [HttpPost("acties/{id:int}/stop")]
    public Task<IActionResult> Stop(int id, [Bind(Prefix = "Stop")] StopForm form, CancellationToken stop) =>
        ChangeAsync(
            id,
            nameof(ActionPage.Stop),
            page => page with { Stop = form },
            action => action.Stop(form.Reason, ByPhone, Now),
            "De actie is gestopt. Er gaat geen mail meer over weg.",
            stop
        );

    [HttpPost("acties/{id:int}/notitie")]
    public Task<IActionResult> Note(int id, [Bind(Prefix = "Note")] NoteForm form, CancellationToken stop) =>
        ChangeAsync(
            id,
            nameof(ActionPage.Note),
            page => page with { Note = form },
            action => desk.Note(action, form.Words!, Me.By(ContactChannel.Page), Now),
            "De notitie is bewaard.",
            stop
        );

    private async Task<IActionResult> ChangeAsync(
        int id,
        string form,
        Func<ActionPage, ActionPage> typed,
        Action<AgreedAction> change,
        string said,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await desk.FindAsync(id, stop) is not { } action)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !Attempt(() => change(action), form))
        {
            return await PageAsync(action, typed, stop);
        }

        await turn.SaveAsync(stop);
        Say(said);
        return new SeeOtherResult($"/acties/{id}");
    }

    private async Task<IActionResult> PageAsync(
        AgreedAction action,
        Func<ActionPage, ActionPage> typed,
        CancellationToken stop
    ) => View("One", typed(await reader.OneAsync(action, Now, stop)));
}
