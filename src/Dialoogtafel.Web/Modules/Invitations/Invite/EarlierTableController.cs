using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Invite;

/// <summary>
/// "Nodig de mensen van de vorige tafel uit": a concept for everybody who was there, with the same perspective; each is
/// still sent by the organiser.
/// </summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class EarlierTableController(DialoogtafelDb db, EarlierTables earlier, LinkDesk links, TimeProvider clock)
    : TeamController(clock)
{
    [HttpPost("bijeenkomsten/{id:int}/uitnodigingen/vorige-tafel")]
    public async Task<IActionResult> Invite(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var table = await db.Gatherings.SingleAsync(item => item.Id == id, stop);
        var people =
            table.StartsAt is null || table.CancelledAt is not null || table.HasStarted(Now)
                ? []
                : await earlier.ToInviteAsync(table, Now, stop);
        foreach (var person in people)
        {
            db.Invitations.Add(
                new Invitation
                {
                    GatheringId = id,
                    PersonId = person.PersonId,
                    PerspectiveId = person.PerspectiveId,
                    ApproacherId = person.ApproacherId ?? Me.Person.Id,
                    ViaWhom = person.ViaWhom,
                    CreatedAt = Now,
                }
            );
            links.Open(person.PersonId, id, Now);
        }

        await turn.SaveAsync(stop);
        Say(
            people.Count switch
            {
                0 => table.StartsAt is null
                    ? "Deze tafel heeft nog geen datum. Vul die eerst in bij de tafel."
                    : "Er is niemand van de vorige tafel die nog niet op de lijst staat.",
                1 => $"{people[0].Person!.FirstName} staat op de lijst. Er is nog niets verstuurd.",
                _ => $"{people.Count} mensen staan op de lijst. Er is nog niets verstuurd.",
            }
        );
        return new SeeOtherResult($"/bijeenkomsten/{id}/werving");
    }
}
