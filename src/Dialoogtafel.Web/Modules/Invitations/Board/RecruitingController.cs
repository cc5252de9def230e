using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Board;

/// <summary>Het wervingsbord of one table, and the sending of all its concepts at once.</summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class RecruitingController(
    DialoogtafelDb db,
    BoardReader reader,
    InvitationSender sender,
    SendingRound round,
    SendTimeQuestion night,
    InvitationGaps gaps,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/werving")]
    public Task<IActionResult> Board(int id, CancellationToken stop) => BoardAsync(id, stop);

    private async Task<IActionResult> BoardAsync(int id, CancellationToken stop)
    {
        var project = await db
            .Gatherings.Where(item => item.Id == id)
            .Select(item => item.Series!.ProjectId)
            .SingleAsync(stop);
        var page = await reader.PageAsync(id, Me.Has(project, TeamRole.Organiser, TeamRole.CoResearcher), Now, stop);
        return View(
            "Board",
            page with
            {
                Missing = page is { CanRecruit: true, Concepts: > 0 } ? await MissingAsync(id, stop) : [],
            }
        );
    }

    /// <summary>
    /// What an invitation would name and nobody filled in yet; while there is such a thing, none of this table leaves.
    /// </summary>
    private async Task<IReadOnlyList<MissingFact>> MissingAsync(int id, CancellationToken stop)
    {
        var concepts = await db
            .Invitations.Where(item =>
                item.GatheringId == id
                && item.ApproachedAt == null
                && item.Answer == null
                && item.WithdrawnAt == null
                && item.Person!.Email != null
            )
            .Select(item => item.Person!.Language)
            .Distinct()
            .ToListAsync(stop);
        return concepts.Count == 0
            ? []
            : await gaps.OfAsync(
                await db.Gatherings.AsNoTracking().WithFacts().SingleAsync(item => item.Id == id, stop),
                concepts,
                $"/bijeenkomsten/{id}/werving",
                stop
            );
    }

    /// <summary>Who gets a mail, how many, and who is left out and why, before anything goes (S46).</summary>
    [HttpGet("bijeenkomsten/{id:int}/verzending")]
    public Task<IActionResult> ConfirmSend(int id, CancellationToken stop) => ConfirmAsync(id, new SendForm(), stop);

    private async Task<IActionResult> ConfirmAsync(int id, SendForm send, CancellationToken stop)
    {
        if ((await MissingAsync(id, stop)).Count > 0)
        {
            return new SeeOtherResult($"/bijeenkomsten/{id}/werving");
        }

        var concepts = await ConceptsAsync(id, tracked: false, stop);
        if (!await round.IsOnAsync(stop))
        {
            // The mail first: the page that shows it leads on to switching sending on.
            return LocalRedirect(
                concepts.Find(CanMail) is { } first
                    ? $"/uitnodigingen/{first.Id}/voorbeeld"
                    : SendingRound.SwitchOn($"/bijeenkomsten/{id}/verzending")
            );
        }

        var go = concepts.Where(CanMail).ToList();
        var left = concepts
            .Where(item => !CanMail(item))
            .Select(item =>
                $"{item.Person!.FullName} krijgt geen mail: "
                + $"{(item.Person.Email is null ? "geen mailadres, bel zelf" : "wil niet benaderd worden")}."
            );
        if (go.Count == 0)
        {
            Say("Er staan geen uitnodigingen klaar om te mailen.");
            return new SeeOtherResult($"/bijeenkomsten/{id}/werving");
        }

        var turns = await sender.PlanAsync(go, send, Now, stop);
        var asked = new Round(
            go.Count == 1 ? "Eén uitnodiging versturen?" : $"{go.Count} uitnodigingen versturen?",
            go.Count,
            $"/bijeenkomsten/{id}/verzending",
            $"/bijeenkomsten/{id}/werving"
        )
        {
            Before = [$"Naar: {PeopleInWords.Of(go)}.", "Iedereen krijgt een eigen mail. Niemand ziet de anderen."],
            After = [.. night.WaitingInWords(go, turns, Now), .. WrongAddresses(go), .. left],
        };
        return View("_Confirm", round.Page(asked, send, Now));
    }

    /// <param name="aantal">What the organiser saw and agreed to; if the list has changed since, she looks
    /// again.</param>
    [HttpPost("bijeenkomsten/{id:int}/verzending")]
    public async Task<IActionResult> Send(
        int id,
        int aantal,
        [Bind(Prefix = "Send")] SendForm send,
        CancellationToken stop
    )
    {
        if (await MissingAsync(id, stop) is { Count: > 0 } missing)
        {
            ModelState.AddModelError("", InvitationGaps.InWords(missing));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await BoardAsync(id, stop);
        }

        if (!night.IsAnswered(send, Now, ModelState))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ConfirmAsync(id, send, stop);
        }

        await using var transaction = await db.BeginWriteAsync(stop);
        var concepts = (await ConceptsAsync(id, tracked: true, stop)).Where(CanMail).ToList();
        if (concepts.Count != aantal)
        {
            // A double press comes here too: then nothing is left and the mails of the first press are on their way.
            Say(
                concepts.Count == 0
                    ? "Er staat niets meer klaar: deze uitnodigingen zijn al onderweg. Ze gaan maar één keer weg."
                    : "De lijst is intussen veranderd. Er is nu niets verstuurd. Kijk het nog eens na."
            );
            return new SeeOtherResult($"/bijeenkomsten/{id}/werving");
        }

        var sendAt = night.SendAt(send, Now);
        var turns = await sender.SendAsync(concepts, send, Me.By(ContactChannel.Mail), Now, stop);
        await transaction.SaveAsync(stop);
        var good = concepts.Where(HasAddress).ToList();
        var leave = good.Count(item => turns.For(item.PersonId) is null);
        Say(
            string.Join(
                " ",
                [
                    .. leave == 0
                        ? []
                        : new[] { $"{leave} uitnodigingen gaan {night.LeavesInWords(sendAt, Now)} weg." },
                    .. night.WaitingInWords(good, turns, Now),
                    .. WrongAddresses(concepts),
                    .. good.Count == 0 ? [] : new[] { "Tot dan kunt u ze terughalen." },
                ]
            )
        );
        return new SeeOtherResult($"/bijeenkomsten/{id}/werving");
    }

    /// <summary>
    /// Takes back every invitation of this table that still waits, and every mail about its move: who was to read that
    /// has to be called.
    /// </summary>
    [HttpPost("bijeenkomsten/{id:int}/terughaling")]
    public async Task<IActionResult> Recall(int id, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var waiting = await db
            .Mails.Where(mail => mail.GatheringId == id && mail.CanBeTakenBack && mail.State == MailState.Queued)
            .ToListAsync(stop);
        var recalled = waiting.Where(mail => mail.Recall()).ToList();
        var asked = recalled
            .Where(mail => mail.Kind == InvitationMail.Name)
            .Select(mail => mail.InvitationId)
            .ToHashSet();
        var invitations = await db
            .Invitations.Include(item => item.Gathering)
            .Where(item => item.GatheringId == id && asked.Contains(item.Id))
            .ToListAsync(stop);
        await sender.RecallAsync(invitations, Me.By(ContactChannel.Mail), Now, stop);
        await transaction.SaveAsync(stop);
        Say(
            (recalled.Count, recalled.Count - asked.Count) switch
            {
                (0, _) => "Er was niets meer terug te halen.",
                (1, 0) => "Eén uitnodiging is teruggehaald. Er is niets van verstuurd.",
                (_, 0) => $"{recalled.Count} uitnodigingen zijn teruggehaald. Er is niets van verstuurd.",
                (_, var moved) =>
                    $"{recalled.Count} mails zijn teruggehaald. Er is niets van verstuurd. De tafel blijft "
                        + $"verzet: bel zelf de {moved} mensen die dat nog niet weten.",
            }
        );
        return new SeeOtherResult($"/bijeenkomsten/{id}/werving");
    }

    /// <summary>
    /// Whose address was stored before there was a rule for one: no mail can be made, and they stand on te bellen.
    /// </summary>
    private static IEnumerable<string> WrongAddresses(IEnumerable<Invitation> invitations) =>
        invitations
            .Where(item => !HasAddress(item))
            .Select(item => $"Het mailadres van {item.Person!.FullName} klopt niet: verbeter het, of bel zelf.");

    private static bool HasAddress(Invitation invitation) => MailAddress.Passes(invitation.Person!.Email!);

    private static bool CanMail(Invitation invitation) =>
        invitation.Person is { Email: not null, NotToBeApproachedSince: null };

    private Task<List<Invitation>> ConceptsAsync(int id, bool tracked, CancellationToken stop)
    {
        var concepts = db
            .Invitations.WithFacts()
            .Where(item =>
                item.GatheringId == id
                && item.Gathering!.CancelledAt == null
                && item.ApproachedAt == null
                && item.Answer == null
                && item.WithdrawnAt == null
            )
            .OrderBy(item => item.Id);
        return (tracked ? concepts : concepts.AsNoTracking()).ToListAsync(stop);
    }
}
