using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.OneInvitation;

/// <summary>
/// One invitation in the hands of the organiser: write down that somebody was asked, a spoken answer or a call, give a
/// chair, take off the list.
/// </summary>
public sealed class InvitationsController(
    DialoogtafelDb db,
    TableCalendar calendar,
    ReminderDesk reminders,
    AnswerDesk answers,
    InvitationReader reader,
    TimeProvider clock
) : TeamController(clock)
{
    /// <summary>The person was asked by phone, in person or by letter.</summary>
    [May(Who.Recruiters, Scope.Invitation)]
    [HttpPost("uitnodigingen/{id:int}/benadering")]
    public async Task<IActionResult> Approached(int id, ContactChannel kanaal, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var invitation = await db.Invitations.Include(item => item.Gathering).SingleAsync(item => item.Id == id, stop);
        // Pressed twice: they were asked once.
        if (invitation.ApproachedAt is null)
        {
            invitation.Approach(Me.By(kanaal), Now);
            await reminders.SyncAsync(invitation.Gathering!, [invitation], Now, stop);
            await write.SaveAsync(stop);
        }

        return new SeeOtherResult($"/uitnodigingen/{id}");
    }

    [May(Who.Recruiters, Scope.Invitation, Factors.Both)]
    [HttpGet("uitnodigingen/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        var page = await reader.PageAsync(id, Me, Now, stop);
        if (page.Note is not null)
        {
            db.ReadLog.Note(Me, [page.PersonId], Request.Path, Now);
            await db.SaveChangesAsync(stop);
        }

        return View("Invitation", page);
    }

    /// <summary>A spoken or written answer, typed in on behalf: counts like any other.</summary>
    [May(Who.Recruiters, Scope.Invitation, Factors.Both)]
    [HttpPost("uitnodigingen/{id:int}/antwoord")]
    public async Task<IActionResult> Answer(int id, [Bind(Prefix = "Form")] SpokenForm form, CancellationToken stop) =>
        await ActAsync(id, form, null, stop, async gathering =>
        {
            await answers.TakeAsync(gathering, id, form.Answer!.Value, Me.By(form.Channel!.Value), Now, stop);
            var gaveBack = await db.Invitations.AnyAsync(item => item.Id == id && item.ChairGivenBackAt != null, stop);
            Say(
                gaveBack
                    ? "Het antwoord is opgeschreven. Er is nu een stoel vrij: op Te bellen staat wie u daarover belt."
                    : "Het antwoord is opgeschreven."
            );
        });

    [May(Who.Recruiters, Scope.Invitation, Factors.Both)]
    [HttpPost("uitnodigingen/{id:int}/stoel")]
    public async Task<IActionResult> Chair(int id, [Bind(Prefix = "Chair")] ChairForm form, CancellationToken stop) =>
        await ActAsync(id, null, form, stop, async gathering =>
        {
            await answers.GiveChairAsync(gathering, id, form.SeatReason, Me.By(ContactChannel.Phone), Now, stop);
            Say("Deze persoon heeft een stoel en krijgt een bevestiging.");
        });

    /// <summary>"Ik heb gebeld": the same as "gesproken, klaar" on te bellen.</summary>
    [May(Who.Recruiters, Scope.Invitation, Factors.Both)]
    [HttpPost("uitnodigingen/{id:int}/gebeld")]
    public async Task<IActionResult> Called(int id, CancellationToken stop)
    {
        var invitation = await db.Invitations.SingleAsync(item => item.Id == id, stop);
        if (invitation.CallReason is { } reason && !invitation.NamesSomebody)
        {
            db.CallAttempts.Add(
                new CallAttempt
                {
                    InvitationId = id,
                    ById = Me.Person.Id,
                    At = Now,
                    Outcome = CallOutcome.Done,
                    Settled = reason,
                }
            );
            invitation.Called();
            await db.SaveChangesAsync(stop);
        }

        return new SeeOtherResult($"/uitnodigingen/{id}");
    }

    /// <summary>Asks once more before a person leaves the list.</summary>
    [May(Who.Recruiters, Scope.Invitation)]
    [HttpGet("uitnodigingen/{id:int}/intrekking")]
    public async Task<IActionResult> ConfirmWithdraw(int id, CancellationToken stop)
    {
        var invitation = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .SingleAsync(item => item.Id == id, stop);
        return View(
            "_Confirm",
            new ConfirmPage(
                $"{invitation.Person!.FullName} van de lijst van deze tafel halen?",
                [
                    "Een stoel die deze persoon had, komt vrij.",
                    (await calendar.StandingAsync([id], stop)).Count > 0
                        ? "Er gaat een mail die de afspraak uit de agenda haalt. Bel zelf als u wilt uitleggen waarom."
                        : "Er gaat geen mail. Bel zelf als deze persoon al is uitgenodigd.",
                    "In het netwerk blijft deze persoon staan.",
                ],
                "Ja, haal van de lijst",
                $"/uitnodigingen/{id}/intrekking",
                $"/uitnodigingen/{id}"
            )
        );
    }

    [May(Who.Recruiters, Scope.Invitation)]
    [HttpPost("uitnodigingen/{id:int}/intrekking")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken stop)
    {
        var gathering = await GatheringAsync(id, stop);
        await answers.WithdrawAsync(gathering, id, Me.By(ContactChannel.InPerson), Now, stop);
        Say("Deze persoon staat niet meer op de lijst.");
        return new SeeOtherResult($"/bijeenkomsten/{gathering}/werving");
    }

    private async Task<IActionResult> ActAsync(
        int id,
        SpokenForm? spoken,
        ChairForm? chair,
        CancellationToken stop,
        Func<int, Task> act
    )
    {
        if (
            ModelState.IsValid
            && await AttemptAsync(
                async () => await act(await GatheringAsync(id, stop)),
                chair is null ? "Form" : "Chair"
            )
        )
        {
            return new SeeOtherResult($"/uitnodigingen/{id}");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(
            "Invitation",
            await reader.PageAsync(id, Me, Now, stop) with
            {
                Form = spoken ?? new(),
                Chair = chair ?? new(),
            }
        );
    }

    private Task<int> GatheringAsync(int id, CancellationToken stop) =>
        db.Invitations.Where(item => item.Id == id).Select(item => item.GatheringId).SingleAsync(stop);
}
