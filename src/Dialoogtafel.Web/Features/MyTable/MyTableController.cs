using System.Text;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.MyTable;

/// <summary>
/// Mijn tafel: what one invited person sees and answers, behind her personal link. Every page exists under the cookie's address and under
/// the token's, for browsers that refuse cookies. GET changes nothing; every form is empty as served (trust.md decisions 2 and 4).
/// </summary>
[Route("mijn-tafel/{linkId:int}")]
[Route("u/{token}")]
public sealed class MyTableController(
    DialoogtafelDb db, LinkGate gate, LinkDesk desk, LinkCookies cookies, AnswerDesk answers, PreparationReader preparations, SeeAgainMail seeAgain, TableCalendar calendar, FieldCipher cipher, InstallationOptions options,
    InstallationFacts facts, Protections protections, TimeProvider clock) : Controller
{
    private const string Noted = "genoteerd";
    internal const string CallAsked = "wij-bellen";
    private DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

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
            HttpContext.SetPersonLanguage(await db.Persons.Where(item => item.Id == link.PersonId).Select(item => item.Language).SingleOrDefaultAsync(stop));
            return View("SeeAgain", new SeeAgainPage(token));
        }

        var noted = Request.Query.ContainsKey(Noted);
        if (k is null)
        {
            cookies.Set(HttpContext, link);
            return SeeOther($"/u/{token}?k=1{(noted ? $"&{Noted}=1" : "")}");
        }

        return cookies.DeviceOf(HttpContext, link) is null ? await Show(stop) : SeeOther($"{LinkGate.PathOf(link)}{(noted ? $"?{Noted}=1" : "")}");
    }

    [HttpGet("/mijn-tafel/{linkId:int}")]
    public async Task<IActionResult> Show(CancellationToken stop) => await WithPageAsync(stop,
        (pages, invitation) => TableViewAsync(pages, invitation, Request.Query.ContainsKey(Noted), stop));

    /// <summary>The table as a file for the own calendar, for who comes; the same entry as in the mail, without anybody's address.</summary>
    [HttpGet("agenda")]
    public async Task<IActionResult> CalendarFile(CancellationToken stop) => await WithPageAsync(stop, async (pages, invitation) =>
        pages.HasCalendarFile ? File(Encoding.UTF8.GetBytes(await calendar.FileAsync(invitation, stop)), "text/calendar; charset=utf-8", "dialoogtafel.ics") : Lost());

    [HttpGet("antwoord")]
    public async Task<IActionResult> Answer(CancellationToken stop) => await WithPageAsync(stop, (pages, _) => AnswerView(pages, new AnswerForm()));

    [HttpPost("antwoord")]
    public async Task<IActionResult> SendAnswer([Bind(Prefix = "Form")] AnswerForm form, CancellationToken stop) => await WithPageAsync(stop, async (pages, invitation) =>
    {
        if (!ModelState.IsValid)
        {
            return BadForm(await AnswerView(pages, form));
        }

        if (!await TryAsync(() => answers.TakeAsync(invitation.GatheringId, invitation.Id, MyTablePages.AnswerOf(form.Answer!.Value), Hand.Self, Now, stop)))
        {
            return BadForm(await AnswerView(pages, form));
        }

        return form.Answer switch
        {
            AnswerChoice.Undecided => SeeOther($"{pages.Owner.Path}/wanneer"),
            AnswerChoice.Contribute => SeeOther($"{pages.Owner.Path}/meegeven"),
            AnswerChoice.SomeoneElse => SeeOther($"{pages.Owner.Path}/iemand-anders"),
            _ => Done(pages),
        };
    });

    [HttpGet("wanneer")]
    public async Task<IActionResult> When(CancellationToken stop) => await WithPageAsync(stop, (pages, invitation) => WhenView(pages, invitation, new WhenForm()));

    [HttpPost("wanneer")]
    public async Task<IActionResult> SendWhen([Bind(Prefix = "Form")] WhenForm form, CancellationToken stop) => await WithPageAsync(stop, async (pages, invitation) =>
    {
        CheckPhone(form.When == WhenChoice.RatherCall, form.Phone, invitation);
        var told = ModelState.IsValid && await TryAsync(async () =>
        {
            await answers.TakeAsync(invitation.GatheringId, invitation.Id, RsvpAnswer.Maybe, Hand.Self, Now, stop);
            return await answers.TellMoreAsync(invitation.GatheringId, invitation.Id, Now, stop, item =>
            {
                item.KnowsLater(
                    form.When switch { WhenChoice.ThisWeek => KnowsWhen.ThisWeek, WhenChoice.NextWeek => KnowsWhen.NextWeek, _ => KnowsWhen.CallMe },
                    Now.AddDays(form.When == WhenChoice.ThisWeek ? 7 : 14), Now);
                KeepPhone(item, form.Phone);
            });
        });
        return told ? Done(pages) : BadForm(await WhenView(pages, invitation, form));
    });

    [HttpGet("meegeven")]
    public async Task<IActionResult> Contribute(CancellationToken stop) => await WithPageAsync(stop, (pages, invitation) => ContributeView(pages, invitation, new ContributeForm(), stop));

    [HttpPost("meegeven")]
    public async Task<IActionResult> SendContribution([Bind(Prefix = "Form")] ContributeForm form, CancellationToken stop) => await WithPageAsync(stop, async (pages, invitation) =>
    {
        CheckPhone(form.How == ContributeChoice.CallMe, form.Phone, invitation);
        var writes = form.How == ContributeChoice.Myself;
        if (writes && !await preparations.AsksAtDistanceAsync(invitation, stop))
        {
            ModelState.AddModelError("Form.How", "Er zijn nog geen vragen om zelf in te vullen. Wij bellen u graag.");
        }

        var told = ModelState.IsValid && await TryAsync(async () =>
        {
            await answers.TakeAsync(invitation.GatheringId, invitation.Id, RsvpAnswer.Contribute, Hand.Self, Now, stop);
            return await answers.TellMoreAsync(invitation.GatheringId, invitation.Id, Now, stop, item =>
            {
                KeepPhone(item, form.Phone);
                if (writes)
                {
                    item.Called();
                    return;
                }

                item.AskCall(CallReason.WantsToContribute, Seal(form.CallWhen), DeviceHash, Now);
            });
        });
        return !told ? BadForm(await ContributeView(pages, invitation, form, stop)) : writes ? SeeOther($"{pages.Owner.Path}/vragen") : Done(pages);
    });

    [HttpGet("iemand-anders")]
    public async Task<IActionResult> Substitute(CancellationToken stop) => await WithPageAsync(stop, (pages, _) => SubstituteView(pages, new SubstituteForm()));

    [HttpPost("iemand-anders")]
    public async Task<IActionResult> SendSubstitute([Bind(Prefix = "Form")] SubstituteForm form, CancellationToken stop) => await WithPageAsync(stop, async (pages, invitation) =>
    {
        if (string.IsNullOrWhiteSpace(form.Address) && string.IsNullOrWhiteSpace(form.Phone))
        {
            ModelState.AddModelError("Form.Phone", "Schrijf een mailadres of een telefoonnummer op. Eén van de twee is genoeg.");
        }

        var told = ModelState.IsValid && await TryAsync(async () =>
        {
            await answers.TakeAsync(invitation.GatheringId, invitation.Id, RsvpAnswer.Substitute, Hand.Self, Now, stop);
            return await answers.TellMoreAsync(invitation.GatheringId, invitation.Id, Now, stop,
                item => item.AskCall(CallReason.NamedSubstitute, Seal(form.InWords()), DeviceHash, Now), tellOrganiser: "iemand-anders");
        });
        return told ? Done(pages) : BadForm(await SubstituteView(pages, form));
    });

    [HttpGet("toch-niet")]
    public async Task<IActionResult> CannotCome(CancellationToken stop) => await WithPageAsync(stop, (pages, invitation) => CannotComeView(pages, invitation, new CannotComeForm()));

    [HttpPost("toch-niet")]
    public async Task<IActionResult> SendCannotCome([Bind(Prefix = "Form")] CannotComeForm form, CancellationToken stop) => await WithPageAsync(stop, async (pages, invitation) =>
    {
        if (form.Choice == CannotComeChoice.StillComing)
        {
            return SeeOther(pages.Owner.Path);
        }

        var answer = form.Choice == CannotComeChoice.CannotComeButContribute ? RsvpAnswer.Contribute : RsvpAnswer.No;
        var told = ModelState.IsValid && await TryAsync(() => answers.TakeAsync(invitation.GatheringId, invitation.Id, answer, Hand.Self, Now, stop));
        return (told, answer) switch
        {
            (false, _) => BadForm(await CannotComeView(pages, invitation, form)),
            (_, RsvpAnswer.Contribute) => SeeOther($"{pages.Owner.Path}/meegeven"),
            _ => Done(pages),
        };
    });

    [HttpGet("van-de-lijst")]
    public async Task<IActionResult> Remove(CancellationToken stop) => await WithPageAsync(stop, (pages, invitation) => RemoveView(pages, invitation, new RemoveForm()));

    [HttpPost("van-de-lijst")]
    public async Task<IActionResult> SendRemove([Bind(Prefix = "Form")] RemoveForm form, CancellationToken stop) => await WithPageAsync(stop, async (pages, invitation) =>
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

    /// <summary>"Stuur mij een link om mijn antwoorden te zien"; under a terugzien token: yes, this device is mine.</summary>
    [HttpPost("terugzien")]
    public async Task<IActionResult> SeeAgain([Bind(Prefix = nameof(MyTablePage.SendLink))] bool sendLink, CancellationToken stop)
    {
        if (RouteData.Values["token"] is string token && await desk.FindAsync(token, Now, stop) is { Purpose: LinkPurpose.SeeAgain } proof)
        {
            var link = await db.Links.AsNoTracking().SingleAsync(item => item.PersonId == proof.PersonId && item.GatheringId == proof.GatheringId && item.Purpose == LinkPurpose.MyTable, stop);
            cookies.Set(HttpContext, link, own: true);
            return SeeOther(LinkGate.PathOf(link));
        }

        return await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (!sendLink)
            {
                ModelState.AddModelError(nameof(MyTablePage.SendLink), "Zet eerst het vinkje. Dan sturen wij u de link.");
                return BadForm(await TableViewAsync(pages, invitation, justNoted: false, stop));
            }

            await seeAgain.SendAsync(invitation, Now, stop);
            return View("SeeAgainSent", pages.Owner);
        });
    }

    private string? DeviceHash { get; set; }

    private async Task<IActionResult> WithPageAsync(CancellationToken stop, Func<MyTablePages, Invitation, Task<IActionResult>> show)
    {
        var open = await gate.OpenAsync(HttpContext, stop);
        var invitation = open is null ? null
            : await db.Invitations.AsNoTracking().WithFacts().SingleOrDefaultAsync(item => item.PersonId == open.Link.PersonId && item.GatheringId == open.Link.GatheringId, stop);
        if (open is null || invitation?.Gathering?.StartsAt is null)
        {
            return Lost();
        }

        DeviceHash = open.Device?.Hash;
        HttpContext.SetPersonLanguage(invitation.Person!.Language);
        return await show(new MyTablePages(options, facts, cipher, protections, invitation, open, Now), invitation);
    }

    /// <summary>When the table was before it moved, for whom has not said anything since; null when it did not move to another day or time.</summary>
    private async Task<DateTime?> OldStartAsync(MyTablePages pages, Invitation invitation, CancellationToken stop)
    {
        var move = await db.Mails.AsNoTracking().IgnoreAutoIncludes().Where(mail => mail.InvitationId == invitation.Id && mail.Kind == TableNews.Moved && mail.AnswerNumber == invitation.AnswerNumber
            && mail.State != MailState.Dropped).OrderByDescending(mail => mail.QueuedAt).Select(mail => new { mail.Was, mail.Tells }).FirstOrDefaultAsync(stop);
        return move?.Tells?.StartsAt == invitation.Gathering!.StartsAt && move?.Was is { } was && was.StartsAt != invitation.Gathering.StartsAt ? pages.Local(was.StartsAt) : null;
    }

    private async Task<IActionResult> TableViewAsync(MyTablePages pages, Invitation invitation, bool justNoted, CancellationToken stop)
    {
        var needs = await db.Needs.Where(item => item.InvitationId == invitation.Id).Select(item => item.Device).ToListAsync(stop);
        var spoken = await SpokenAsync(invitation, stop);
        pages.Preparation = await preparations.ReadAsync(invitation, stop);
        var page = pages.MyTable(justNoted, invitation.Answer is null ? null : await WriterAsync(invitation, stop), spoken, needs);
        return View("MyTable", page with { OldStart = await OldStartAsync(pages, invitation, stop), JustAskedCall = Request.Query.ContainsKey(CallAsked) });
    }

    /// <summary>When we kept the promise to call; null while it stands.</summary>
    private async Task<DateTime?> SpokenAsync(Invitation invitation, CancellationToken stop) => invitation.CallKeptFrom is not { } from ? null
        : await db.CallAttempts.Where(item => item.InvitationId == invitation.Id && item.UndoneAt == null && item.At >= from && item.Outcome != CallOutcome.NotReached && item.Outcome != CallOutcome.Later)
            .MaxAsync(item => (DateTime?)item.At, stop);

    private async Task<string?> WriterAsync(Invitation invitation, CancellationToken stop) => await (
        from item in db.InvitationEvents
        where item.InvitationId == invitation.Id && item.At == invitation.AnsweredAt && item.ById != null
        join person in db.Persons on item.ById equals person.Id
        select person.FirstName).FirstOrDefaultAsync(stop);

    private async Task<bool> TryAsync(Func<Task<bool>> act)
    {
        try
        {
            return await act();
        }
        catch (DomainRuleException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return false;
        }
    }

    private Domain.SealedText? Seal(string? text) => string.IsNullOrWhiteSpace(text) ? null : cipher.Seal(text.Trim());

    private void CheckPhone(bool callMe, string? phone, Invitation invitation)
    {
        if (callMe && string.IsNullOrWhiteSpace(phone) && invitation.Person!.Phone is null)
        {
            ModelState.AddModelError("Form.Phone", "Schrijf uw telefoonnummer op. Dan kunnen wij u bellen.");
        }
    }

    private static void KeepPhone(Invitation invitation, string? phone)
    {
        if (!string.IsNullOrWhiteSpace(phone))
        {
            invitation.Person!.Phone ??= phone.Trim();
        }
    }

    private Task<IActionResult> AnswerView(MyTablePages pages, AnswerForm form) =>
        Page("Answer", new AnswerPage(pages.Owner, pages.Line, pages.Contact, pages.LocalNow, form) { Before = pages.Given });

    private Task<IActionResult> WhenView(MyTablePages pages, Invitation invitation, WhenForm form) =>
        Page("When", new WhenPage(pages.Owner, pages.Line, pages.Contact, DeviceHash is null ? null : invitation.Person!.Phone, form));

    private async Task<IActionResult> ContributeView(MyTablePages pages, Invitation invitation, ContributeForm form, CancellationToken stop) =>
        View("Contribute", new ContributePage(pages.Owner, pages.Line, pages.Contact, await preparations.AsksAtDistanceAsync(invitation, stop), form));

    private Task<IActionResult> SubstituteView(MyTablePages pages, SubstituteForm form) => Page("Substitute", new SubstitutePage(pages.Owner, pages.Line, pages.Contact, form));

    private Task<IActionResult> CannotComeView(MyTablePages pages, Invitation invitation, CannotComeForm form) =>
        Page("CannotCome", new CannotComePage(pages.Owner, pages.Line, pages.Contact, pages.LocalNow, form) { Waits = invitation.State == InvitationState.Waiting });

    private Task<IActionResult> RemoveView(MyTablePages pages, Invitation invitation, RemoveForm form) =>
        Page("Remove", new RemovePage(pages.Owner, pages.Contact, invitation.ViaWhom, invitation.State == InvitationState.Yes, form));

    private Task<IActionResult> Page(string view, object model) => Task.FromResult<IActionResult>(View(view, model));

    private static IActionResult BadForm(IActionResult page)
    {
        ((ViewResult)page).StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private static SeeOtherResult Done(MyTablePages pages) => SeeOther($"{pages.Owner.Path}?{Noted}=1");

    private static SeeOtherResult SeeOther(string path) => new(path);

    private IActionResult Lost() => LostLink.View(this);
}
