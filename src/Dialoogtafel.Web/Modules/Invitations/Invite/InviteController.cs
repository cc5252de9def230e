using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Invite;

/// <summary>Iemand uitnodigen: a concept first, so that the mail can be looked at before it goes.</summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class InviteController(
    DialoogtafelDb db,
    FieldCipher cipher,
    LinkDesk links,
    KnownPeople people,
    Substitutes substitutes,
    TimeProvider clock
) : TeamController(clock)
{
    /// <param name="namens">The invitation of somebody who named another person in the own place: what was told is
    /// filled in.</param>
    [HttpGet("bijeenkomsten/{id:int}/uitnodigingen/nieuw")]
    public async Task<IActionResult> New(int id, int? persoon, int? perspectief, int? namens, CancellationToken stop)
    {
        var known = persoon is null
            ? null
            : await db
                .Persons.AsNoTracking()
                .SingleOrDefaultAsync(person => person.Id == persoon && person.ErasedAt == null, stop);
        var form = new InviteForm
        {
            ViaWhom = Me.Person.FullName,
            PerspectiveId = perspectief,
            PersonId = known?.Id,
            FirstName = known?.FirstName,
        };
        return await FormAsync(
            id,
            await NamedByAsync(id, namens, stop) is { } named ? FormOf(named) : form,
            known,
            null,
            null,
            stop
        );
    }

    [HttpPost("bijeenkomsten/{id:int}/uitnodigingen/nieuw")]
    public async Task<IActionResult> Add(
        int id,
        [Bind(Prefix = "Form")] InviteForm form,
        [Bind(Prefix = "Known")] KnownForm known,
        CancellationToken stop
    )
    {
        // The gate first: of two presses at once the second finds the person of the first.
        await using var transaction = await db.BeginWriteAsync(stop);
        var gathering = await db
            .Gatherings.Include(item => item.Series)
            .Include(item => item.Wanted)
            .SingleAsync(item => item.Id == id, stop);
        var chosen = form.PersonId is null
            ? null
            : await db.Persons.SingleOrDefaultAsync(item => item.Id == form.PersonId && item.ErasedAt == null, stop);
        var (same, question) = chosen is null
            ? await people.AskAsync(form.Email, known, ModelState, stop)
            : (chosen, null);
        var named = await NamedByAsync(id, form.NamedBy, stop);
        await CheckAsync(gathering, form, same, stop);
        var there = same is null ? null : await OnTheListAsync(id, same, stop);
        if (there is not null && named is not null)
        {
            // Nobody is invited twice; that somebody named this person is settled by it.
            named.Called();
            await transaction.SaveAsync(stop);
            Say(there.InWords);
            return new SeeOtherResult($"/uitnodigingen/{there.InvitationId}");
        }

        if (there is not null)
        {
            ModelState.AddModelError("", there.InWords);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await FormAsync(id, form, chosen, question ?? await people.AgainAsync(known, stop), there, stop);
        }

        var person = same ?? NewPerson(form);
        person.Phone ??= chosen is null ? NullIfEmpty(form.Phone) : null;
        await db.SaveChangesAsync(stop);
        await RememberPerspectiveAsync(person, form, stop);
        var invitation = new Invitation
        {
            GatheringId = id,
            PersonId = person.Id,
            PerspectiveId = form.PerspectiveId!.Value,
            ApproacherId = Me.Person.Id,
            ViaWhom = form.ViaWhom!.Trim(),
            CreatedAt = Now,
            OwnSentence = string.IsNullOrWhiteSpace(form.OwnSentence) ? null : cipher.Seal(form.OwnSentence.Trim()),
        };
        db.Invitations.Add(invitation);
        named?.Called();
        links.Open(person.Id, id, Now);
        await transaction.SaveAsync(stop);
        return new SeeOtherResult($"/uitnodigingen/{invitation.Id}/voorbeeld");
    }

    /// <summary>The invitation at this table whose person named somebody who is not invited yet.</summary>
    private async Task<Invitation?> NamedByAsync(int table, int? invitation, CancellationToken stop) =>
        invitation is null
            ? null
            : await db
                .Invitations.Include(item => item.Person)
                .SingleOrDefaultAsync(
                    item =>
                        item.Id == invitation
                        && item.GatheringId == table
                        && item.CallReason == CallReason.NamedSubstitute
                        && item.Note != null,
                    stop
                );

    private InviteForm FormOf(Invitation named)
    {
        var told = substitutes.Of(named);
        return new InviteForm
        {
            NamedBy = named.Id,
            FirstName = told?.FirstName,
            LastName = told?.LastName,
            Email = told?.Email,
            Phone = told?.Phone,
            PerspectiveId = named.PerspectiveId,
            ViaWhom = named.Person!.FullName,
        };
    }

    private async Task<OnTheList?> OnTheListAsync(int table, Person person, CancellationToken stop) =>
        await db
            .Invitations.Where(item => item.GatheringId == table && item.PersonId == person.Id)
            .Select(item => (int?)item.Id)
            .SingleOrDefaultAsync(stop)
            is { } invitation
            ? new OnTheList(invitation, person.FullName)
            : null;

    private async Task CheckAsync(Gathering gathering, InviteForm form, Person? known, CancellationToken stop)
    {
        if (known is null && string.IsNullOrWhiteSpace(form.Email) && string.IsNullOrWhiteSpace(form.Phone))
        {
            ModelState.AddModelError(
                "Form.Email",
                "Vul een mailadres of een telefoonnummer in. Eén van de twee is genoeg."
            );
        }

        if (gathering.StartsAt is null)
        {
            ModelState.AddModelError("", "Deze tafel heeft nog geen datum. Vul die eerst in bij de tafel.");
        }

        if (gathering.CancelledAt is not null)
        {
            ModelState.AddModelError("", "Deze tafel gaat niet door. U kunt niemand meer uitnodigen.");
        }

        if (known?.NotToBeApproachedSince is not null)
        {
            ModelState.AddModelError("", "Deze persoon heeft zelf gevraagd om niet meer benaderd te worden.");
        }

        if (
            form.PerspectiveId is { } perspective
            && !await db.Perspectives.AnyAsync(
                item => item.Id == perspective && item.ProjectId == gathering.Series!.ProjectId,
                stop
            )
        )
        {
            ModelState.AddModelError("Form.PerspectiveId", "Kies een partij uit de lijst.");
        }
    }

    private Person NewPerson(InviteForm form)
    {
        var person = new Person
        {
            FirstName = form.FirstName!.Trim(),
            LastName = form.LastName?.Trim() ?? "",
            Email = form.Email,
            Phone = NullIfEmpty(form.Phone),
            CreatedAt = Now,
        };
        db.Persons.Add(person);
        return person;
    }

    /// <summary>Lived experience and every other perspective is hearsay until the person confirms it .</summary>
    private async Task RememberPerspectiveAsync(Person person, InviteForm form, CancellationToken stop)
    {
        if (
            !await db.PersonPerspectives.AnyAsync(
                item => item.PersonId == person.Id && item.PerspectiveId == form.PerspectiveId,
                stop
            )
        )
        {
            db.PersonPerspectives.Add(
                new PersonPerspective
                {
                    PersonId = person.Id,
                    PerspectiveId = form.PerspectiveId!.Value,
                    AccordingTo = form.ViaWhom!.Trim(),
                }
            );
        }
    }

    private async Task<IActionResult> FormAsync(
        int id,
        InviteForm form,
        Person? chosen,
        KnownQuestion? question,
        OnTheList? there,
        CancellationToken stop
    )
    {
        var gathering = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .Include(item => item.Wanted)
            .SingleAsync(item => item.Id == id, stop);
        var wanted = gathering.Wanted.Select(item => item.PerspectiveId).ToHashSet();
        var perspectives = await db
            .Perspectives.AsNoTracking()
            .Where(item => item.ProjectId == gathering.Series!.ProjectId)
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        var options = perspectives
            .OrderBy(item => wanted.Contains(item.Id) ? 0 : 1)
            .Select(item => new SelectListItem(
                item.Name,
                item.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ));
        return View(
            "Invite",
            new InvitePage(id, gathering.Series!.Subject, form, [.. options], chosen?.FullName)
            {
                Known = question,
                OnTheList = there,
            }
        );
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
