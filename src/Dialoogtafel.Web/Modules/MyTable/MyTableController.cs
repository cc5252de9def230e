using System.Text;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// Mijn tafel: what one invited person sees behind their personal link, their calendar file, leaving the list, and
/// seeing again what was typed elsewhere.
/// </summary>
public sealed class MyTableController(
    DialoogtafelDb db,
    MyTableGate gate,
    LinkGate links,
    LinkDesk desk,
    LinkCookies cookies,
    AnswerDesk answers,
    PreparationReader preparations,
    ReportSight sight,
    SeeAgainMail seeAgain,
    TableCalendar calendar,
    TimeProvider clock
) : MyTableBase(gate, clock)
{
    internal const string CallAsked = "wij-bellen";
    private const string AddressRight = "adres-klopt";

    /// <summary>A mailed link: leaves its token behind in a cookie, so that it does not stay in the address.</summary>
    [HttpGet("/u/{token}")]
    public async Task<IActionResult> Open(string token, string? k, CancellationToken stop)
    {
        var link = await desk.FindAsync(token, Now, stop);
        if (link is null)
        {
            return Lost();
        }

        if (link.Purpose == LinkPurpose.SeeAgain)
        {
            HttpContext.SetPersonLanguage(
                await db
                    .Persons.Where(item => item.Id == link.PersonId)
                    .Select(item => item.Language)
                    .SingleOrDefaultAsync(stop)
            );
            return View("SeeAgain", new SeeAgainPage(token));
        }

        return
            links.Land(HttpContext, link, token, k, Request.Query.ContainsKey(Noted) ? $"?{Noted}=1" : "") is { } next
            ? SeeOther(next)
            : await Show(stop);
    }

    [HttpGet("/mijn-tafel/{linkId:int}")]
    public async Task<IActionResult> Show(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, invitation) =>
            TableViewAsync(pages, invitation, Request.Query.ContainsKey(Noted), stop)
        );

    /// <summary>
    /// The table as a file for the own calendar, for who comes; the same entry as in the mail, without anybody's
    /// address.
    /// </summary>
    [HttpGet("agenda")]
    public async Task<IActionResult> CalendarFile(CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
            pages.HasCalendarFile
                ? File(
                    Encoding.UTF8.GetBytes(await calendar.FileAsync(invitation, stop)),
                    "text/calendar; charset=utf-8",
                    "dialoogtafel.ics"
                )
                : Lost()
        );

    [HttpGet("van-de-lijst")]
    public async Task<IActionResult> Remove(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, invitation) => RemoveView(pages, invitation, new RemoveForm()));

    [HttpPost("van-de-lijst")]
    public async Task<IActionResult> SendRemove([Bind(Prefix = "Form")] RemoveForm form, CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (!ModelState.IsValid)
            {
                return BadForm(await RemoveView(pages, invitation, form));
            }

            if (form.Choice == RemoveChoice.Remove)
            {
                await answers.AskRemovalAsync(invitation.GatheringId, invitation.Id, Now, stop);
                return View("Removed", pages.Owner);
            }

            return SeeOther(pages.Owner.Path);
        });

    /// <summary>
    /// "Stuur mij een link om mijn antwoorden te zien"; under a terugzien token: yes, this device is mine.
    /// </summary>
    [HttpPost("terugzien")]
    public async Task<IActionResult> SeeAgain(
        [Bind(Prefix = nameof(MyTablePage.SendLink))] bool sendLink,
        CancellationToken stop
    )
    {
        if (
            RouteData.Values["token"] is string token
            && await desk.FindAsync(token, Now, stop) is { Purpose: LinkPurpose.SeeAgain } proof
        )
        {
            var link = await db
                .Links.AsNoTracking()
                .SingleAsync(
                    item =>
                        item.PersonId == proof.PersonId
                        && item.GatheringId == proof.GatheringId
                        && item.Purpose == LinkPurpose.MyTable,
                    stop
                );
            cookies.Set(HttpContext, link, own: true);
            return SeeOther(LinkGate.PathOf(link));
        }

        return await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (!sendLink)
            {
                ModelState.AddModelError(
                    nameof(MyTablePage.SendLink),
                    "Zet eerst het vinkje. Dan sturen wij u de link."
                );
                return BadForm(await TableViewAsync(pages, invitation, justNoted: false, stop));
            }

            await seeAgain.SendAsync(invitation, Now, stop);
            return View("SeeAgainSent", pages.Owner);
        });
    }

    /// <summary>
    /// The address that the team gave is right (K-F1). A form as served says nothing; elsewhere than on a device of
    /// before it does nothing.
    /// </summary>
    [HttpPost("mailadres")]
    public async Task<IActionResult> ConfirmAddress(string? right, CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
        {
            await using var turn = await db.BeginWriteAsync(stop);
            var person = invitation.Person!;
            await db.Entry(person).ReloadAsync(stop);
            // The yes is about the address that stood there, and about no later one.
            if (right is null || right != person.Email || !person.MayConfirmAddressOn(DeviceHash))
            {
                return SeeOther(pages.Owner.Path);
            }

            person.ConfirmAddress();
            await turn.SaveAsync(stop);
            return SeeOther($"{pages.Owner.Path}?{AddressRight}=1");
        });

    /// <summary>
    /// When the table was before it moved, for whom has not said anything since; null when it did not move to another
    /// day or time.
    /// </summary>
    private async Task<DateTime?> OldStartAsync(MyTablePages pages, Invitation invitation, CancellationToken stop)
    {
        var move = await db
            .Mails.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(mail =>
                mail.InvitationId == invitation.Id
                && mail.Kind == MovedMail.Name
                && mail.AnswerNumber == invitation.AnswerNumber
                && mail.State != MailState.Dropped
            )
            .OrderByDescending(mail => mail.QueuedAt)
            .Select(mail => new { mail.Was, mail.Tells })
            .FirstOrDefaultAsync(stop);
        return
            move?.Tells?.StartsAt == invitation.Gathering!.StartsAt
            && move?.Was is { } was
            && was.StartsAt != invitation.Gathering.StartsAt
            ? pages.Wall.Local(was.StartsAt)
            : null;
    }

    private async Task<IActionResult> TableViewAsync(
        MyTablePages pages,
        Invitation invitation,
        bool justNoted,
        CancellationToken stop
    )
    {
        var needs = (
            await db
                .Needs.Where(item => item.InvitationId == invitation.Id)
                .Select(item => new { item.Device, item.At })
                .ToListAsync(stop)
        ).ConvertAll(item => (item.Device, (DateTime?)item.At));
        var spoken = await SpokenAsync(invitation, stop);
        pages.Preparation = await preparations.ReadAsync(invitation, stop);
        var page = pages.MyTable(
            justNoted,
            invitation.Answer is null ? null : await WriterAsync(invitation, stop),
            spoken,
            needs.Count > 0
        );
        var mark = await db
            .Attendances.AsNoTracking()
            .SingleOrDefaultAsync(
                item => item.GatheringId == invitation.GatheringId && item.PersonId == invitation.PersonId,
                stop
            );
        if (LookBack.IsOpenFor(invitation, invitation.Gathering!, mark, Now))
        {
            page = page with
            {
                LookBackPath = $"{pages.Owner.Path}/terugblik",
                HasLookedBack = await db.FetchChecks.AnyAsync(item => item.InvitationId == invitation.Id, stop),
            };
        }

        var typed = !page.HasLookedBack
            ? []
            : (
                await db
                    .FetchChecks.Where(item => item.InvitationId == invitation.Id && item.Words != null)
                    .Select(item => new { item.Device, item.At })
                    .ToListAsync(stop)
            ).ConvertAll(item => (item.Device, (DateTime?)item.At));
        var (elsewhere, before) = pages.Hidden([
            .. needs,
            .. typed,
            .. pages.Preparation.Answers.Select(item => (item.Device, (DateTime?)item.At)),
            .. invitation.Note is null ? [] : new[] { (invitation.NoteDevice, invitation.AnsweredAt) },
        ]);
        page = page with
        {
            HasWordsElsewhere = elsewhere,
            HasWordsBefore = before,
            JustConfirmedAddress = Request.Query.ContainsKey(AddressRight),
        };
        if (await sight.MayReadAsync(invitation, mark, stop))
        {
            page = page with { ReportPath = $"{pages.Owner.Path}/verslag" };
        }

        return View(
            "MyTable",
            page with
            {
                OldStart = await OldStartAsync(pages, invitation, stop),
                JustAskedCall = Request.Query.ContainsKey(CallAsked),
            }
        );
    }

    /// <summary>When we kept the promise to call; null while it stands.</summary>
    private async Task<DateTime?> SpokenAsync(Invitation invitation, CancellationToken stop) =>
        invitation.CallKeptFrom is not { } from
            ? null
            : await db
                .CallAttempts.Where(item =>
                    item.InvitationId == invitation.Id
                    && item.UndoneAt == null
                    && item.At >= from
                    && item.Outcome != CallOutcome.NotReached
                    && item.Outcome != CallOutcome.Later
                )
                .MaxAsync(item => (DateTime?)item.At, stop);

    private async Task<string?> WriterAsync(Invitation invitation, CancellationToken stop) =>
        await (
            from item in db.InvitationEvents
            where item.InvitationId == invitation.Id && item.At == invitation.AnsweredAt && item.ById != null
            join person in db.Persons on item.ById equals person.Id
            select person.FirstName
        ).FirstOrDefaultAsync(stop);

    private Task<IActionResult> RemoveView(MyTablePages pages, Invitation invitation, RemoveForm form) =>
        Page(
            "Remove",
            new RemovePage(
                pages.Owner,
                pages.Contact,
                invitation.ViaWhom,
                invitation.State == InvitationState.Yes,
                form
            )
        );
}
