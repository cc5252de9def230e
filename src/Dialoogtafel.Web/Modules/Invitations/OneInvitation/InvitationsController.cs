using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Outbox.Templates;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.OneInvitation;

/// <summary>
/// One invitation in the hands of the organiser: look at the mail, send it, take it back, write down a spoken answer,
/// give a chair.
/// </summary>
public sealed class InvitationsController(
    DialoogtafelDb db,
    TableMails mails,
    TableCalendar calendar,
    ReminderDesk reminders,
    MailTemplates templates,
    AnswerDesk answers,
    InvitationReader reader,
    Installation installation,
    SendingRound round,
    InvitationSender sender,
    NightQuestion night,
    InvitationGaps gaps,
    TimeProvider clock
) : TeamController(clock)
{
    [May(Who.Recruiters, Scope.Invitation)]
    [HttpGet("uitnodigingen/{id:int}/voorbeeld")]
    public Task<IActionResult> Preview(int id, CancellationToken stop) => PreviewAsync(id, new SendForm(), stop);

    private async Task<IActionResult> PreviewAsync(int id, SendForm send, CancellationToken stop)
    {
        var invitation = await LoadAsync(id, stop);
        var text = await mails.InvitationTextAsync(invitation, stop);
        var settings = await installation.ReadAsync(stop);
        var person = invitation.Person!;
        var turns = await sender.PlanAsync([invitation], send, Now, stop);
        return View(
            "Preview",
            new PreviewPage
            {
                Id = id,
                GatheringId = invitation.GatheringId,
                FirstName = person.FirstName,
                FullName = person.FullName,
                Email = person.Email,
                Phone = person.Phone,
                Subject = templates.Render(text, person.Language).Subject,
                From = $"{settings.ContactOf(invitation.Gathering!.ContactPerson)} <{installation.From(settings)}>",
                CanSend = await round.IsOnAsync(stop),
                AlreadySent = invitation.ApproachedAt is not null,
                Missing = await gaps.OfAsync(invitation, $"/uitnodigingen/{id}/voorbeeld", stop),
                HasDate = invitation.Gathering.StartsAt is not null,
                Cancelled = invitation.Gathering.CancelledAt is not null,
                Send = send,
                WhenChoices = night.Choices(Now),
                Waits = night.WaitingInWords([invitation], turns, Now).FirstOrDefault(),
            }
        );
    }

    /// <summary>The html part alone, for the frame of the preview: no script, no links out, its own styles.</summary>
    [May(Who.Recruiters, Scope.Invitation)]
    [HttpGet("uitnodigingen/{id:int}/voorbeeld/mail")]
    public async Task<IActionResult> PreviewMail(int id, CancellationToken stop)
    {
        var invitation = await LoadAsync(id, stop);
        if (invitation.Gathering!.StartsAt is null)
        {
            return NotFound();
        }

        var rendered = templates.Render(await mails.InvitationTextAsync(invitation, stop), invitation.Person!.Language);
        return MailFrame.Of(this, rendered.Html);
    }

    [May(Who.Recruiters, Scope.Invitation)]
    [HttpPost("uitnodigingen/{id:int}/verzending")]
    public async Task<IActionResult> Send(int id, [Bind(Prefix = "Send")] SendForm send, CancellationToken stop)
    {
        if (
            await db.Invitations.AsNoTracking().WithFacts().SingleAsync(item => item.Id == id, stop)
                is { State: InvitationState.Concept, Person.Email: not null } asked
            && await gaps.OfAsync(asked, "", stop) is { Count: > 0 } missing
        )
        {
            ModelState.AddModelError("", InvitationGaps.InWords(missing));
        }

        if (!ModelState.IsValid || !night.IsAnswered(send, Now, ModelState))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PreviewAsync(id, send, stop);
        }

        // The gate before the question: of two presses at once the second finds that the mail is on its way.
        await using var transaction = await db.BeginWriteAsync(stop);
        var invitation = await LoadAsync(id, stop);
        if (
            invitation.Person!.Email is null
            || invitation.State != InvitationState.Concept
            || invitation.Gathering!.CancelledAt is not null
            || invitation.Person.NotToBeApproachedSince is not null
        )
        {
            Say(
                "Er is niets verstuurd: deze persoon is al benaderd, heeft geen mailadres of wil geen mail, of de tafel gaat niet door."
            );
            return new SeeOtherResult($"/uitnodigingen/{id}");
        }

        var turns = await sender.SendAsync([invitation], send, new Hand(ContactChannel.Mail, Me.Person.Id), Now, stop);
        var sendAt = turns.For(invitation.PersonId) ?? night.SendAt(send, Now);
        await transaction.SaveAsync(stop);
        Say(
            MailAddress.Passes(invitation.Person.Email)
                ? $"De uitnodiging voor {invitation.Person.FirstName} gaat {night.LeavesInWords(sendAt, Now)} weg. Tot dan kunt u haar terughalen op het bord."
                : $"De uitnodiging gaat niet weg: het mailadres van {invitation.Person.FirstName} klopt niet. Verbeter het, of bel zelf."
        );
        return new SeeOtherResult($"/bijeenkomsten/{invitation.GatheringId}/werving");
    }

    /// <summary>The person was asked by phone, in person or by letter.</summary>
    [May(Who.Recruiters, Scope.Invitation)]
    [HttpPost("uitnodigingen/{id:int}/benadering")]
    public async Task<IActionResult> Approached(int id, ContactChannel kanaal, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var invitation = await db.Invitations.Include(item => item.Gathering).SingleAsync(item => item.Id == id, stop);
        // Pressed twice: she was asked once.
        if (invitation.ApproachedAt is null)
        {
            invitation.Approach(new Hand(kanaal, Me.Person.Id), Now);
            await reminders.SyncAsync(invitation.Gathering!, [invitation], Now, stop);
            await turn.SaveAsync(stop);
        }

        return new SeeOtherResult($"/uitnodigingen/{id}");
    }

    [May(Who.Recruiters, Scope.Invitation)]
    [HttpPost("uitnodigingen/{id:int}/terughaling")]
    public async Task<IActionResult> Recall(int id, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var invitation = await db
            .Invitations.Include(item => item.Person)
            .Include(item => item.Gathering)
            .SingleAsync(item => item.Id == id, stop);
        var mail = await db
            .Mails.OrderByDescending(item => item.QueuedAt)
            .FirstOrDefaultAsync(item => item.InvitationId == id && item.Kind == InvitationMail.Name, stop);
        var recalled = mail?.Recall() == true;
        if (recalled)
        {
            await sender.RecallAsync([invitation], new Hand(ContactChannel.Mail, Me.Person.Id), Now, stop);
            await transaction.SaveAsync(stop);
        }

        Say(
            recalled
                ? $"De uitnodiging voor {invitation.Person!.FirstName} is teruggehaald. Er is niets verstuurd."
                : "Dit kan niet meer: de mail is al weg."
        );
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
            await answers.TakeAsync(
                gathering,
                id,
                form.Answer!.Value,
                new Hand(form.Channel!.Value, Me.Person.Id),
                Now,
                stop
            );
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
            await answers.GiveChairAsync(
                gathering,
                id,
                form.SeatReason,
                new Hand(ContactChannel.Phone, Me.Person.Id),
                Now,
                stop
            );
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
        await answers.WithdrawAsync(gathering, id, new Hand(ContactChannel.InPerson, Me.Person.Id), Now, stop);
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

    private Task<Invitation> LoadAsync(int id, CancellationToken stop) =>
        db.Invitations.WithFacts().SingleAsync(item => item.Id == id, stop);
}
