using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <param name="Id">Of the person.</param>
public sealed record PersonDossierPage(int Id, string Name, Dossier Dossier);

/// <summary>
/// For an organiser: all that is stored about one person as a file for that person, and the button that removes her.
/// </summary>
[May(Who.Organisers, Scope.Anywhere, Factors.Both)]
public sealed class DossiersController(DialoogtafelDb db, DossierReader reader, Eraser eraser, TimeProvider clock)
    : TeamController(clock)
{
    [HttpGet("personen/{id:int}/dossier")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await ReadAsync(id, stop) is { } page ? View("Show", await LoggedAsync(page, stop)) : NotFound();

    [HttpGet("personen/{id:int}/dossier/bestand")]
    public async Task<IActionResult> Download(int id, CancellationToken stop) =>
        await ReadAsync(id, stop) is { } page
            ? File((await LoggedAsync(page, stop)).Dossier.ToJson(), "application/json", "gegevens.json")
            : NotFound();

    /// <summary>To give to the person: readable everywhere, without this site.</summary>
    [HttpGet("personen/{id:int}/dossier/pagina")]
    public async Task<IActionResult> Page(int id, CancellationToken stop) =>
        await ReadAsync(id, stop) is { } page
            ? File(
                (await LoggedAsync(page, stop)).Dossier.ToHtml("nl", $"Wat wij van {page.Name} weten"),
                "text/html",
                "wat-wij-weten.html"
            )
            : NotFound();

    [HttpGet("personen/{id:int}/wissing")]
    public async Task<IActionResult> ConfirmErase(int id, CancellationToken stop) =>
        await NameAsync(id, stop) is { } name ? View("_Confirm", Question(id, name)) : NotFound();

    [HttpPost("personen/{id:int}/wissing")]
    public async Task<IActionResult> Erase(int id, CancellationToken stop)
    {
        if (await NameAsync(id, stop) is not { } name)
        {
            return NotFound();
        }

        try
        {
            await eraser.EraseAsync(id, Me.By(ContactChannel.InPerson), Now, stop);
        }
        catch (DomainRuleException refusal)
        {
            Say(refusal.Message);
            return new SeeOtherResult($"/personen/{id}");
        }

        Say($"Alles van {name} is gewist.");
        return new SeeOtherResult("/netwerk");
    }

    /// <summary>
    /// A dossier holds what the person typed and what was noted about her, so opening or taking it is written down.
    /// </summary>
    private async Task<PersonDossierPage> LoggedAsync(PersonDossierPage page, CancellationToken stop)
    {
        db.ReadLog.Note(Me, [page.Id], Request.Path, Now);
        await db.SaveChangesAsync(stop);
        return page;
    }

    private static ConfirmPage Question(int id, string name) =>
        new(
            $"Alles wissen wat wij van {name} weten?",
            [
                "Naam, adres, nummer, partij, rollen, toestemmingen, eigen woorden en mails gaan weg, in elk project.",
                "Een stoel aan een tafel die nog komt, wordt vrij. Er gaat geen mail.",
                "Bij tafels die zijn geweest, blijft alleen het aantal mensen staan.",
                "Wie hetzelfde mailadres of nummer heeft, blijft gewoon staan.",
            ],
            "Ja, wis alles",
            $"/personen/{id}/wissing",
            $"/personen/{id}/dossier",
            Final: true
        );

    private Task<string?> NameAsync(int id, CancellationToken stop) =>
        db
            .Persons.Where(item => item.Id == id && item.ErasedAt == null)
            .Select(item => (string?)(item.FirstName + " " + item.LastName).Trim())
            .SingleOrDefaultAsync(stop);

    private async Task<PersonDossierPage?> ReadAsync(int id, CancellationToken stop) =>
        await reader.ReadAsync(
            id,
            new DossierAccess(Me.Projects(TeamRole.Organiser), (_, _) => true, Me.Person.Id),
            stop
        )
            is { } dossier
            ? new PersonDossierPage(id, (await NameAsync(id, stop))!, dossier)
            : null;
}
