using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.People.OnePerson;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>
/// Terugblik for the team: what people said about what they came to get, and writing it down for who said it on
/// paper or by phone, with the contact list in the same talk. Every opening that shows words is logged.
/// </summary>
public sealed class TeamLookBackController(
    TeamLookBackReader reader,
    FetchDesk desk,
    ContactDesk contacts,
    DialoogtafelDb db,
    InstallationOptions options,
    TimeProvider clock
) : TeamController(clock)
{
    [May(Who.Table, Scope.Gathering, Factors.Both)]
    [HttpGet("bijeenkomsten/{id:int}/terugblik")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        if (await reader.PageAsync(id, Me, Now, stop) is not { } page)
        {
            return NotFound();
        }

        await LogAsync(page.People, stop);
        return View("LookBack", page);
    }

    [May(Who.Table, Scope.Invitation, Factors.Both)]
    [HttpGet("uitnodigingen/{id:int}/terugblik")]
    public Task<IActionResult> Ask(int id, CancellationToken stop) => OneAsync(id, null, stop);

    [May(Who.Table, Scope.Invitation, Factors.Both)]
    [HttpPost("uitnodigingen/{id:int}/terugblik")]
    public async Task<IActionResult> Write(
        int id,
        [Bind(Prefix = "Form")] SpokenLookBackForm form,
        CancellationToken stop
    )
    {
        if (await reader.OneAsync(id, Me, Now, stop) is not var (table, invitation, person))
        {
            return NotFound();
        }

        if (form.ContactList == ContactAsked.Asked)
        {
            RefuseWhatWeLack(
                await db.Persons.AsNoTracking().SingleAsync(item => item.Id == invitation.PersonId, stop),
                form
            );
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OneAsync(id, form, stop);
        }

        if (form.Outcome is { } outcome)
        {
            await desk.KeepAsync(id, null, Me.By(form.Channel!.Value), outcome, form.Words, Now, stop);
        }

        if (form.ContactList == ContactAsked.Asked)
        {
            await using var turn = await db.BeginWriteAsync(stop);
            await contacts.ChangeAsync(
                invitation.PersonId,
                table,
                form.Fields(),
                ChannelOf(form.Channel!.Value),
                Me.Person.Id,
                Now,
                stop
            );
            await turn.SaveAsync(stop);
        }

        Say($"Opgeschreven wat {person.FirstName} vertelde.");
        return new SeeOtherResult($"/bijeenkomsten/{table.Id}/terugblik");
    }

    private void RefuseWhatWeLack(Person person, SpokenLookBackForm form)
    {
        foreach (
            var field in new[] { ContactField.Phone, ContactField.Email }.Where(field =>
                ContactDesk.Lacks(field, person, form.Fields())
            )
        )
        {
            ModelState.AddModelError(
                $"Form.{field}",
                $"Wij hebben geen {PersonLabels.Of(field)} van {person.FirstName}. Schrijf het eerst op bij "
                    + "de persoon, of haal dit vinkje weg."
            );
        }
    }

    private async Task<IActionResult> OneAsync(int id, SpokenLookBackForm? typed, CancellationToken stop)
    {
        if (await reader.OneAsync(id, Me, Now, stop) is not var (table, invitation, person))
        {
            return NotFound();
        }

        await LogAsync([person], stop);
        var form = typed
            ?? ContactTicks.Fill(
                new SpokenLookBackForm(),
                await contacts.FieldsOfAsync(invitation.PersonId, table.Id, stop)
            );
        return View(
            "Spoken",
            new SpokenLookBackPage(
                table.Id,
                $"{TableTrack.TitleOf(table.Number, table.Focus)} · {table.Series!.Subject}",
                person,
                Now,
                options.AnswerMonths,
                form
            )
        );
    }

    private async Task LogAsync(IReadOnlyList<PersonLookBack> people, CancellationToken stop)
    {
        db.ReadLog.Note(
            Me,
            people
                .Where(item => item.Fetch is not null || item.Tellings.Any(told => told.Words is not null))
                .Select(item => item.PersonId),
            Request.Path,
            Now
        );
        await db.SaveChangesAsync(stop);
    }

    private static ConsentChannel ChannelOf(ContactChannel channel) =>
        channel switch
        {
            ContactChannel.Phone => ConsentChannel.Phone,
            ContactChannel.Paper => ConsentChannel.Paper,
            _ => ConsentChannel.InPerson,
        };
}
