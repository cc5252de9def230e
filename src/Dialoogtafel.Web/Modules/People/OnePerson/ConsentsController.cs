using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>What a person agrees to, as a team member heard it.</summary>
public sealed class ConsentsController(
    DialoogtafelDb db,
    PersonReader reader,
    IEnumerable<ITellsOfPeople> tellers,
    WallClock wall,
    TimeProvider clock
) : PersonPageController(db, reader, clock)
{
    [HttpPost("personen/{id:int}/toestemmingen")]
    public async Task<IActionResult> AddConsent(
        int id,
        [Bind(Prefix = nameof(PersonPage.Consent))] ConsentForm consent,
        CancellationToken stop
    )
    {
        if (ModelState.IsValid && !PersonReader.ProjectsOf(Me).Contains(consent.ProjectId!.Value))
        {
            return NotFound();
        }

        var today = wall.Day(Now);
        if (consent.GivenOn > today)
        {
            ModelState.AddModelError("Consent.GivenOn", "Deze dag is nog niet geweest.");
        }

        if (consent.Channel == ConsentChannel.Page)
        {
            ModelState.AddModelError(
                "Consent.Channel",
                "Op haar eigen pagina geeft alleen de persoon zelf toestemming."
            );
        }

        if (!ModelState.IsValid || !await Db.Persons.AnyAsync(item => item.Id == id, stop))
        {
            return await AgainAsync(id, page => page with { Consent = consent }, stop);
        }

        Db.Consents.Add(
            new ConsentRecord
            {
                PersonId = id,
                ProjectId = consent.ProjectId,
                Purpose = consent.Purpose!.Value,
                TextVersion = consent.TextVersion!.Trim(),
                Channel = consent.Channel!.Value,
                RecordedById = Me.Person.Id,
                GivenAt =
                    consent.GivenOn == today
                        ? Now
                        : wall.Utc(consent.GivenOn!.Value, new TimeOnly(12, 0), "Consent.GivenOn"),
            }
        );
        return await DoneAsync(id, "De toestemming is opgeschreven.", stop);
    }

    /// <summary>Withdrawing is as easy as giving; the proof stays (S63).</summary>
    [HttpPost("personen/{id:int}/toestemmingen/{consent:int}/intrekking")]
    public async Task<IActionResult> WithdrawConsent(int id, int consent, CancellationToken stop)
    {
        var mine = PersonReader.ProjectsOf(Me);
        await using var turn = await Db.BeginWriteAsync(stop);
        var record = await Db.Consents.SingleOrDefaultAsync(
            item =>
                item.Id == consent
                && item.PersonId == id
                && item.ProjectId != null
                && mine.Contains(item.ProjectId.Value),
            stop
        );
        if (record is null)
        {
            return NotFound();
        }

        record.Withdraw(Now);
        await Db.SaveChangesAsync(stop);
        foreach (var teller in tellers)
        {
            await teller.SyncAsync(Now, stop);
        }

        await turn.SaveAsync(stop);
        return await DoneAsync(
            id,
            "De toestemming is ingetrokken."
                + (
                    record.Purpose == ConsentPurpose.ContactList
                        ? " In lijsten die nog weggaan, staat dit niet meer. Wie al een lijst kreeg, heeft die nog."
                        : ""
                ),
            stop
        );
    }
}
