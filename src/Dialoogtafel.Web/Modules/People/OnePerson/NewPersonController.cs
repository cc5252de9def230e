using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>
/// Iemand toevoegen: somebody new in the network. Two people may share one address, so a known address is a question
/// and not an error.
/// </summary>
[May(Who.Recruiters, Scope.Anywhere)]
public sealed class NewPersonController(DialoogtafelDb db, PersonReader reader, KnownPeople people, TimeProvider clock)
    : TeamController(clock)
{
    private const string Page = "New";

    [HttpGet("netwerk/nieuw")]
    public Task<IActionResult> Show(CancellationToken stop) =>
        PageAsync(new ContactForm(), new NewPerspectiveForm(), null, stop);

    [HttpPost("netwerk/nieuw")]
    public async Task<IActionResult> Add(
        [Bind(Prefix = nameof(NewPersonPage.Contact))] ContactForm contact,
        [Bind(Prefix = nameof(NewPersonPage.Perspective))] NewPerspectiveForm perspective,
        [Bind(Prefix = "Known")] KnownForm known,
        CancellationToken stop
    )
    {
        var mine = PersonReader.ProjectsOf(Me);
        if (
            perspective.PerspectiveId is { } chosen
            && !await db.Perspectives.AnyAsync(item => item.Id == chosen && mine.Contains(item.ProjectId), stop)
        )
        {
            return NotFound();
        }

        if (perspective.PerspectiveId is not null && string.IsNullOrWhiteSpace(perspective.AccordingTo))
        {
            ModelState.AddModelError("Perspective.AccordingTo", "Vul in van wie u dit weet.");
        }

        await using var turn = await db.BeginWriteAsync(stop);
        var (same, question) = await people.AskAsync(contact.Email, known, ModelState, stop);
        if (!ModelState.IsValid)
        {
            return await PageAsync(contact, perspective, question ?? await people.AgainAsync(known, stop), stop);
        }

        var person = same ?? new Person { FirstName = "", CreatedAt = Now };
        if (same is null)
        {
            db.Persons.Add(person);
            await new PersonWriter(db).FillAsync(person, contact, teamMember: false, stop);
        }
        else
        {
            person.Phone ??= string.IsNullOrWhiteSpace(contact.Phone) ? null : contact.Phone.Trim();
        }

        await SaveAsync(person, perspective, stop);
        await turn.SaveAsync(stop);
        Say(
            same is null
                ? $"{person.FirstName} staat in het netwerk."
                : $"{person.FullName} stond al in het netwerk. Er is niemand bij gekomen. Kijk of alles hier nog klopt."
        );
        return LocalRedirect($"/personen/{person.Id}");
    }

    private async Task SaveAsync(Person person, NewPerspectiveForm perspective, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        if (
            perspective.PerspectiveId is { } chosen
            && !await db.PersonPerspectives.AnyAsync(
                item => item.PersonId == person.Id && item.PerspectiveId == chosen,
                stop
            )
        )
        {
            db.PersonPerspectives.Add(
                new PersonPerspective
                {
                    PersonId = person.Id,
                    PerspectiveId = chosen,
                    AccordingTo = perspective.AccordingTo!.Trim(),
                }
            );
            await db.SaveChangesAsync(stop);
        }
    }

    private async Task<IActionResult> PageAsync(
        ContactForm contact,
        NewPerspectiveForm perspective,
        KnownQuestion? known,
        CancellationToken stop
    ) =>
        View(
            Page,
            new NewPersonPage(
                contact,
                await reader.OrganisationsAsync(stop),
                await reader.PerspectiveChoicesAsync(PersonReader.ProjectsOf(Me), stop),
                perspective
            )
            {
                Known = known,
            }
        );
}
