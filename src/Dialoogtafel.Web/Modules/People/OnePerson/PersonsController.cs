using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>
/// One person: how to reach her, from where she looks, what she agreed to and what she did before (R-011, R-021). "Niet
/// benaderen" is shown and cannot be set here: only the person asks for it (A-16).
/// </summary>
[May(Who.Recruiters, Scope.Anywhere)]
public sealed class PersonsController(DialoogtafelDb db, PersonReader reader, AddressChange address, TimeProvider clock)
    : PersonPageController(db, reader, clock)
{
    [HttpGet("personen/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await Reader.ReadAsync(id, Me, Now, stop) is { } page ? View(page) : NotFound();

    /// <summary>Contact facts. The sign-in address of a team member follows only when she changes it herself.</summary>
    [HttpPost("personen/{id:int}")]
    public async Task<IActionResult> Save(
        int id,
        [Bind(Prefix = nameof(PersonPage.Contact))] ContactForm contact,
        CancellationToken stop
    )
    {
        var person = await Db
            .Persons.Include(item => item.Organisation)
            .SingleOrDefaultAsync(item => item.Id == id && item.ErasedAt == null, stop);
        if (person?.Email is { } stored && contact.Email == stored)
        {
            // An address of before the rule stands in nobody's way: what else was heard can be kept.
            ModelState.Remove("Contact.Email");
        }

        if (person is null || !ModelState.IsValid)
        {
            return await AgainAsync(id, page => page with { Contact = contact }, stop);
        }

        if (contact.Version != person.Version)
        {
            return await OvertakenAsync(id, contact, stop);
        }

        if (AddressChange.Moves(person, contact))
        {
            if (AddressChange.NeedsSecondStep(Me))
            {
                return SecondStepFirst(id, contact);
            }

            if (await address.IsSignInOfAnotherAsync(id, Me, stop))
            {
                ModelState.AddModelError(
                    "Contact.Email",
                    $"Met dit mailadres logt {person.FirstName} in. Alleen {person.FirstName} verandert het, "
                        + "op de eigen pagina."
                );
                return await AgainAsync(id, page => page with { Contact = contact }, stop);
            }

            if (!await address.SharesProjectAsync(id, Me, stop))
            {
                ModelState.AddModelError(
                    "Contact.Email",
                    $"Het mailadres verandert alleen iemand die meewerkt in een project van {person.FirstName}. "
                        + "Vraag een organisator van dat project."
                );
                return await AgainAsync(id, page => page with { Contact = contact }, stop);
            }
        }

        var mine = PersonReader.ProjectsOf(Me);
        var inMyTeam = await Db.Memberships.AnyAsync(
            item =>
                item.PersonId == id
                && item.Until == null
                && item.ProjectId != null
                && mine.Contains(item.ProjectId.Value),
            stop
        );
        Db.Entry(person).Property(item => item.Version).OriginalValue = contact.Version;
        await using var turn = await Db.BeginWriteAsync(stop);
        if (
            Me.Person.Id == id
            && AddressChange.Moves(person, contact)
            && AddressChange.Next(contact) is { } own
            && !await MoveAccountAsync(own, stop)
        )
        {
            Db.ChangeTracker.Clear();
            ModelState.AddModelError(
                "Contact.Email",
                "Met dit adres logt al een ander teamlid in. Kies een adres dat van u alleen is."
            );
            return await AgainAsync(id, page => page with { Contact = contact }, stop);
        }

        var moves = AddressChange.Moves(person, contact);
        try
        {
            await address.SaveAsync(person, contact, inMyTeam, Me, Request.Path, Now, stop);
            await turn.SaveAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await OvertakenAsync(id, contact, stop);
        }

        Say(
            "De gegevens zijn bewaard."
                + (
                    !moves || person.Email is null
                        ? ""
                        : $" De links in eerdere mails werken niet meer. {person.FirstName} krijgt een nieuwe met de "
                            + "volgende mail, of vraagt die aan op de voorpagina, bij ‘Ik heb een uitnodiging’."
                )
        );
        return RedirectToAction(nameof(Show), new { id });
    }

    [HttpPost("personen/{id:int}/perspectieven")]
    public async Task<IActionResult> AddPerspective(
        int id,
        [Bind(Prefix = nameof(PersonPage.Perspective))] PerspectiveForm perspective,
        CancellationToken stop
    )
    {
        if (ModelState.IsValid && !await OwnPerspectiveAsync(perspective.PerspectiveId!.Value, stop))
        {
            return NotFound();
        }

        if (
            ModelState.IsValid
            && await Db.PersonPerspectives.AnyAsync(
                item => item.PersonId == id && item.PerspectiveId == perspective.PerspectiveId,
                stop
            )
        )
        {
            ModelState.AddModelError("Perspective.PerspectiveId", "Deze partij staat er al.");
        }

        if (!ModelState.IsValid || !await Db.Persons.AnyAsync(item => item.Id == id, stop))
        {
            return await AgainAsync(id, page => page with { Perspective = perspective }, stop);
        }

        Db.PersonPerspectives.Add(
            new PersonPerspective
            {
                PersonId = id,
                PerspectiveId = perspective.PerspectiveId!.Value,
                AccordingTo = perspective.AccordingTo!.Trim(),
            }
        );
        return await DoneAsync(id, "De partij staat erbij.", stop);
    }

    /// <summary>The person said so herself; recorded by a team member.</summary>
    [HttpPost("personen/{id:int}/perspectieven/{perspective:int}/bevestiging")]
    public async Task<IActionResult> Confirm(int id, int perspective, CancellationToken stop)
    {
        var link = await Db.PersonPerspectives.SingleOrDefaultAsync(
            item => item.Id == perspective && item.PersonId == id,
            stop
        );
        if (link is null || !await OwnPerspectiveAsync(link.PerspectiveId, stop))
        {
            return NotFound();
        }

        link.Confirm(Now);
        return await DoneAsync(id, "Genoteerd: de persoon heeft dit zelf gezegd.", stop);
    }

    [HttpPost("personen/{id:int}/rollen")]
    public async Task<IActionResult> GiveRole(
        int id,
        [Bind(Prefix = nameof(PersonPage.GivenRole))] RoleForm asked,
        CancellationToken stop
    )
    {
        if (ModelState.IsValid && !PersonReader.ProjectsOf(Me).Contains(asked.ProjectId!.Value))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await Db.Persons.AnyAsync(item => item.Id == id, stop))
        {
            return await AgainAsync(id, page => page with { GivenRole = asked }, stop);
        }

        var history = await Db
            .RoleAssignments.Where(item => item.PersonId == id && item.ProjectId == asked.ProjectId)
            .ToListAsync(stop);
        var given = RoleAssignment.Take(
            history,
            id,
            asked.ProjectId!.Value,
            asked.Role!.Value,
            asked.Reason!.Trim(),
            Now
        );
        if (given is null)
        {
            ModelState.AddModelError(
                "GivenRole.Role",
                "Deze persoon heeft deze rol al, of is co-onderzoeker in dit project."
            );
            return await AgainAsync(id, page => page with { GivenRole = asked }, stop);
        }

        Db.RoleAssignments.Add(given);
        return await DoneAsync(id, "De rol is gegeven.", stop);
    }

    /// <summary>Somebody else saved first: both texts, and nothing typed is lost (F11).</summary>
    private Task<IActionResult> OvertakenAsync(int id, ContactForm contact, CancellationToken stop)
    {
        Db.ChangeTracker.Clear();
        ModelState.AddModelError(
            "",
            "Iemand anders heeft deze gegevens intussen veranderd. Kijk wat er nu staat, en bewaar daarna opnieuw."
        );
        return AgainAsync(
            id,
            page =>
            {
                // What she typed stays; the version is the stored one, so that saving again is a choice made with both
                // texts in view.
                contact.Version = page.Contact.Version;
                return page with { Contact = contact, Stored = page.Contact };
            },
            stop
        );
    }

    /// <summary>As the rights filter does it: nothing happened, and what was typed is given back.</summary>
    private ViewResult SecondStepFirst(int id, ContactForm contact)
    {
        string?[] typed = [contact.FirstName, contact.LastName, contact.Email, contact.Phone, contact.Organisation];
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return View(
            "SecondStepFirst",
            new SecondStepFirst([.. typed.Where(text => !string.IsNullOrWhiteSpace(text)).OfType<string>()])
            {
                Back = FormattableString.Invariant($"/personen/{id}"),
            }
        );
    }

    /// <summary>The reader's own sign-in address; false when another account has it.</summary>
    private async Task<bool> MoveAccountAsync(string email, CancellationToken stop)
    {
        var normalised = email.ToUpperInvariant();
        if (await Db.Users.AnyAsync(item => item.NormalizedEmail == normalised && item.Id != Me.AccountId, stop))
        {
            return false;
        }

        var account = await Db.Users.SingleAsync(item => item.Id == Me.AccountId, stop);
        account.Email = email;
        account.NormalizedEmail = normalised;
        return true;
    }

    private Task<bool> OwnPerspectiveAsync(int perspective, CancellationToken stop)
    {
        var mine = PersonReader.ProjectsOf(Me);
        return Db.Perspectives.AnyAsync(item => item.Id == perspective && mine.Contains(item.ProjectId), stop);
    }
}
