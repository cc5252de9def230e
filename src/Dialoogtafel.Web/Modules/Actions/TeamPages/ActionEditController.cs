using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>
/// Writing down an action of a table with who does it, and changing what was agreed.
/// </summary>
public sealed class ActionEditController(DialoogtafelDb db, ActionDesk desk, ActionPeople people, TimeProvider clock)
    : TeamController(clock)
{
    private const int DoublePressSeconds = 20;

    [May(Who.Recruiters, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/acties/nieuw")]
    public async Task<IActionResult> AskNew(int id, CancellationToken stop)
    {
        var table = await TableAsync(id, stop);
        var mine = await people.IsInTeamAsync(table.Series!.ProjectId, Me.Person.Id, stop);
        return await PageAsync(
            table,
            null,
            new ActionForm { CoordinatorId = mine ? Me.Person.Id : null },
            new OwnerForm(),
            false,
            stop
        );
    }

    [May(Who.Recruiters, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/acties/nieuw")]
    public async Task<IActionResult> Add(
        int id,
        [Bind(Prefix = "Form")] ActionForm form,
        [Bind(Prefix = "Owner")] OwnerForm owner,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var table = await TableAsync(id, stop);
        var (person, helper, asksAnyway) = await people.ChosenAsync(
            table.Series!.ProjectId,
            null,
            owner,
            ModelState,
            stop
        );
        await CheckAsync(table, form, stop);
        if (ModelState.IsValid && await TwinAsync(id, form, person, stop) is { } twin)
        {
            return new SeeOtherResult($"/acties/{twin}");
        }

        if (!ModelState.IsValid || await AddAsync(table, form, person, helper, stop) is not { } action)
        {
            return await PageAsync(table, null, form, owner, asksAnyway, stop);
        }

        await turn.SaveAsync(stop);
        Say(
            person switch
            {
                null => "De actie staat op de lijst. Er is nog niemand die het doet.",
                { Email: null } => $"De actie staat op de lijst. {person.FirstName} heeft geen mailadres: bel even.",
                _ => $"De actie staat op de lijst. {person.FirstName} krijgt er een mail over.",
            }
        );
        return new SeeOtherResult($"/acties/{action.Id}");
    }

    [May(Who.Recruiters, Scope.Action)]
    [HttpGet("acties/{id:int}/gegevens")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop) =>
        await desk.FindAsync(id, stop) is { } action
            ? await PageAsync(
                action.Gathering!,
                id,
                EditCheck.Show(ActionForm.Of(action)),
                new OwnerForm(),
                false,
                stop
            )
            : NotFound();

    [May(Who.Recruiters, Scope.Action)]
    [HttpPost("acties/{id:int}/gegevens")]
    public async Task<IActionResult> Save(int id, [Bind(Prefix = "Form")] ActionForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await desk.FindAsync(id, stop) is not { } action)
        {
            return NotFound();
        }

        await CheckAsync(action.Gathering!, form, stop);
        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, ActionForm.Of(action)))
        {
            return await PageAsync(action.Gathering!, id, form, new OwnerForm(), false, stop);
        }

        form.Write(action, Now);
        await desk.ToldAnewAsync(action, Now, stop);
        await turn.SaveAsync(stop);
        Say("De actie is bewaard.");
        return new SeeOtherResult($"/acties/{id}");
    }

    private async Task<AgreedAction?> AddAsync(
        Gathering table,
        ActionForm form,
        Person? owner,
        Person? helper,
        CancellationToken stop
    )
    {
        var action = new AgreedAction
        {
            GatheringId = table.Id,
            Gathering = table,
            Text = "",
            CreatedAt = Now,
        };
        form.Write(action, Now);
        db.Actions.Add(action);
        var by = Me.By(ContactChannel.InPerson);
        if (await AttemptAsync(() => desk.GiveAsync(action, owner, helper, by, Now, stop), "Owner"))
        {
            return action;
        }

        db.Actions.Remove(action);
        return null;
    }

    /// <summary>The same action of a moment ago: the button was pressed twice, and one mail is enough.</summary>
    private Task<int?> TwinAsync(int table, ActionForm form, Person? owner, CancellationToken stop)
    {
        var (text, person, since) = (
            form.Text!.ReplaceLineEndings(" ").Trim(),
            owner?.Id,
            Now.AddSeconds(-DoublePressSeconds)
        );
        return db
            .Actions.Where(item =>
                item.GatheringId == table && item.Text == text && item.OwnerId == person && item.CreatedAt > since
            )
            .Select(item => (int?)item.Id)
            .FirstOrDefaultAsync(stop);
    }

    private async Task CheckAsync(Gathering table, ActionForm form, CancellationToken stop)
    {
        if (
            form.CoordinatorId is { } coordinator
            && !await people.IsInTeamAsync(table.Series!.ProjectId, coordinator, stop)
        )
        {
            ModelState.AddModelError("Form.CoordinatorId", "Kies iemand uit de lijst.");
        }

        if (form.Parties().Count() > AgreedAction.MostParties)
        {
            ModelState.AddModelError("Form.Must", "Noem samen hooguit acht partijen.");
        }
    }

    private Task<Gathering> TableAsync(int id, CancellationToken stop) =>
        db
            .Gatherings.Include(item => item.Series)
            .Include(item => item.ContactPerson)
            .SingleAsync(item => item.Id == id, stop);

    private async Task<IActionResult> PageAsync(
        Gathering table,
        int? action,
        ActionForm form,
        OwnerForm owner,
        bool asksAnyway,
        CancellationToken stop
    )
    {
        var project = table.Series!.ProjectId;
        return View(
            "Edit",
            new ActionEditPage
            {
                Id = action,
                TableId = table.Id,
                Title = TableTrack.TitleOf(table.Number, table.Focus),
                Subject = table.Series.Subject,
                Form = form,
                Owner = owner,
                Owners = action is null ? await people.OwnersAsync(project, table.SeriesId, stop) : [],
                Team = await people.TeamAsync(project, stop),
                AsksAnyway = asksAnyway,
            }
        );
    }
}
