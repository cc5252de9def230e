using Dialoogtafel.Domain.Network;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.Persons;

/// <summary>Iemand toevoegen: somebody new in the network. Two people may share one address, so a known address is a question and not an error.</summary>
public sealed class NewPersonController(DialoogtafelDb db, PersonReader reader, TimeProvider clock) : TeamController(clock)
{
    private const string Page = "/Features/Persons/New.cshtml";

    [HttpGet("netwerk/nieuw")]
    public Task<IActionResult> Show(CancellationToken stop) => PageAsync(new ContactForm(), new NewPerspectiveForm(), [], stop);

    [HttpPost("netwerk/nieuw")]
    public async Task<IActionResult> Add(
        [Bind(Prefix = nameof(NewPersonPage.Contact))] ContactForm contact, [Bind(Prefix = nameof(NewPersonPage.Perspective))] NewPerspectiveForm perspective, CancellationToken stop)
    {
        var mine = PersonReader.ProjectsOf(Me);
        if (perspective.PerspectiveId is { } chosen && !await db.Perspectives.AnyAsync(item => item.Id == chosen && mine.Contains(item.ProjectId), stop))
        {
            return NotFound();
        }

        if (perspective.PerspectiveId is not null && string.IsNullOrWhiteSpace(perspective.AccordingTo))
        {
            ModelState.AddModelError("Perspective.AccordingTo", "Vul in van wie u dit weet.");
        }

        var same = await SameAddressAsync(contact, stop);
        if (same.Count > 0 && !perspective.AnotherPerson)
        {
            ModelState.AddModelError("Perspective.AnotherPerson", "Dit mailadres kennen wij al. Kijk of het dezelfde persoon is.");
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(contact, perspective, same, stop);
        }

        var person = new Person { FirstName = "", CreatedAt = Now };
        db.Persons.Add(person);
        await new PersonWriter(db).FillAsync(person, contact, teamMember: false, stop);
        await SaveAsync(person, perspective, stop);
        Say($"{person.FirstName} staat in het netwerk.");
        return LocalRedirect($"/personen/{person.Id}");
    }

    private async Task SaveAsync(Person person, NewPerspectiveForm perspective, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        await db.SaveChangesAsync(stop);
        if (perspective.PerspectiveId is { } chosen)
        {
            db.PersonPerspectives.Add(new PersonPerspective { PersonId = person.Id, PerspectiveId = chosen, AccordingTo = perspective.AccordingTo!.Trim() });
            await db.SaveChangesAsync(stop);
        }

        await turn.CommitAsync(stop);
    }

    private async Task<IReadOnlyList<KnownPerson>> SameAddressAsync(ContactForm contact, CancellationToken stop)
    {
        return contact.Email is null ? [] : await db.Persons.Where(item => item.Email == contact.Email)
            .Select(item => new KnownPerson(item.Id, (item.FirstName + " " + item.LastName).Trim())).ToListAsync(stop);
    }

    private async Task<IActionResult> PageAsync(ContactForm contact, NewPerspectiveForm perspective, IReadOnlyList<KnownPerson> same, CancellationToken stop) =>
        View(Page, new NewPersonPage(contact, await reader.OrganisationsAsync(stop), await reader.PerspectiveChoicesAsync(PersonReader.ProjectsOf(Me), stop), perspective)
        {
            SameAddress = same,
        });
}
