using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions.MyAction;

/// <summary>
/// Behind the personal link of an action (M-19, M-20): what was agreed and "hoe gaat het?". Only who does it now has a
/// link that opens. GET changes nothing.
/// </summary>
[Open]
public sealed class MyActionController(
    DialoogtafelDb db,
    LinkGate gate,
    LinkDesk links,
    ActionDesk desk,
    WallClock wall,
    TimeProvider clock
) : Controller
{
    private const string Noted = "genoteerd";

    private DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>A mailed link: leaves its token behind in a cookie, so that it does not stay in the address.</summary>
    [HttpGet("a/{token}")]
    public async Task<IActionResult> Open(string token, string? k, CancellationToken stop)
    {
        var link = await links.FindAsync(token, Now, stop);
        if (link?.Purpose != LinkPurpose.Action)
        {
            return LostLink.View(this);
        }

        return gate.Land(HttpContext, link, token, k, Request.Query.ContainsKey(Noted) ? $"?{Noted}=1" : "") is { } next
            ? new SeeOtherResult(next)
            : await Show(stop);
    }

    [HttpGet("actie/{linkId:int}")]
    public Task<IActionResult> Show(CancellationToken stop) =>
        ForAsync(stop, (open, action) => PageAsync(open, action, new MyActionForm(), stop));

    [HttpPost("actie/{linkId:int}/antwoord")]
    [HttpPost("a/{token}/antwoord")]
    public async Task<IActionResult> Answer([Bind(Prefix = "Form")] MyActionForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        return await ForAsync(stop, async (open, action) =>
        {
            if (!ModelState.IsValid || !TryTake(action, form))
            {
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return await PageAsync(open, action, form, stop);
            }

            await turn.SaveAsync(stop);
            return new SeeOtherResult($"{open.Path}?{Noted}=1");
        });
    }

    private bool TryTake(AgreedAction action, MyActionForm form)
    {
        try
        {
            desk.Answer(action, form.Answer!.Value, form.Words, Hand.Self, Now);
            return true;
        }
        catch (DomainRuleException)
        {
            ModelState.AddModelError("", "Deze actie is gestopt. Bel ons als dat niet klopt.");
            return false;
        }
    }

    private async Task<IActionResult> ForAsync(
        CancellationToken stop,
        Func<OpenLink, AgreedAction, Task<IActionResult>> show
    )
    {
        var open = await gate.OpenAsync(HttpContext, LinkPurpose.Action, stop);
        var action = open?.Link.ActionId is { } id ? await desk.FindAsync(id, stop) : null;
        if (open is null || action is null || action.OwnerId != open.Link.PersonId)
        {
            return LostLink.View(this);
        }

        HttpContext.SetPersonLanguage(action.Owner!.Language);
        return await show(open, action);
    }

    private async Task<IActionResult> PageAsync(
        OpenLink open,
        AgreedAction action,
        MyActionForm form,
        CancellationToken stop
    )
    {
        var contact = ActionMails.ContactOf(action);
        var by = action
            .Log.Where(line => line.Event == ActionEvent.Answered && line.At == action.AnsweredAt)
            .Select(line => line.ById)
            .FirstOrDefault();
        var writer = by is null
            ? null
            : await db.Persons.Where(item => item.Id == by).Select(item => item.FirstName).SingleOrDefaultAsync(stop);
        return View(
            "MyAction",
            new MyActionPage
            {
                Path = open.Path,
                FirstName = action.Owner!.FirstName,
                Text = action.Text,
                Subject = action.Gathering!.Series!.Subject,
                Table = wall.Local(action.Gathering.StartsAt),
                TargetOn = action.TargetOn,
                NextStep = action.NextStep,
                Together = action.CoOwner?.FirstName,
                Contact = contact?.Phone is { } phone ? new Contact(contact.FirstName, phone) : null,
                End = action.End,
                Answer = action.Answer,
                AnsweredAt = wall.Local(action.AnsweredAt),
                WrittenBy = writer,
                Today = wall.Local(Now),
                JustNoted = Request.Query.ContainsKey(Noted),
                Form = form,
            }
        );
    }
}
