using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Dossiers;

/// <param name="Id">Of the person.</param>
public sealed record PersonDossierPage(int Id, string Name, Dossier Dossier);

/// <summary>For an organiser: all that is stored about one person as a file for that person, and the button that removes her.</summary>
public sealed class DossiersController(DialoogtafelDb db, DossierReader reader, Eraser eraser, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("personen/{id:int}/dossier")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await ReadAsync(id, stop) is { } page ? View("Show", page) : NotFound();

    [HttpGet("personen/{id:int}/dossier/bestand")]
    public async Task<IActionResult> Download(int id, CancellationToken stop) =>
        await ReadAsync(id, stop) is { } page ? File(page.Dossier.ToJson(), "application/json", "gegevens.json") : NotFound();

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
            await eraser.EraseAsync(id, new Hand(ContactChannel.InPerson, Me.Person.Id), Now, stop);
        }
        catch (DomainRuleException refusal)
        {
            Say(refusal.Message);
            return new SeeOtherResult($"/personen/{id}");
        }

        Say($"Alles van {name} is gewist.");
        return new SeeOtherResult("/netwerk");
    }

    private static ConfirmPage Question(int id, string name) => new(
        $"Alles wissen wat wij van {name} weten?",
        [
            "Naam, adres, nummer, partij, rollen, toestemmingen, eigen woorden en mails gaan weg, in elk project.",
            "Een stoel aan een tafel die nog komt, wordt vrij. Er gaat geen mail.",
            "Bij tafels die zijn geweest, blijft alleen het aantal mensen staan.",
            "Wil deze persoon eerst een kopie? Bewaar dan nu het dossier.",
        ],
        "Ja, wis alles", $"/personen/{id}/wissing", $"/personen/{id}", Final: true);

    private Task<string?> NameAsync(int id, CancellationToken stop) =>
        db.Persons.Where(item => item.Id == id && item.ErasedAt == null).Select(item => (string?)(item.FirstName + " " + item.LastName).Trim()).SingleOrDefaultAsync(stop);

    private async Task<PersonDossierPage?> ReadAsync(int id, CancellationToken stop) =>
        await reader.ReadAsync(id, new DossierSight(Me.Projects(TeamRole.Organiser), _ => true), stop) is { } dossier
            ? new PersonDossierPage(id, (await NameAsync(id, stop))!, dossier) : null;
}
