using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Invitations.OneInvitation;

/// <summary>One invitation by mail: look at it, send it, take it back.</summary>
[May(Who.Recruiters, Scope.Invitation)]
public sealed class InvitationSendingController(
    InvitationPreview preview,
    InvitationSender sender,
    SendTimeQuestion night,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("uitnodigingen/{id:int}/voorbeeld")]
    public async Task<IActionResult> Preview(int id, CancellationToken stop) =>
        View("Preview", await preview.PageAsync(id, new SendForm(), Now, stop));

    /// <summary>The html part alone, for the frame of the preview: no script, no links out, its own styles.</summary>
    [HttpGet("uitnodigingen/{id:int}/voorbeeld/mail")]
    public async Task<IActionResult> PreviewMail(int id, CancellationToken stop) =>
        await preview.HtmlAsync(id, stop) is { } html ? MailFrame.Of(this, html) : NotFound();

    [HttpPost("uitnodigingen/{id:int}/verzending")]
    public async Task<IActionResult> Send(int id, [Bind(Prefix = "Send")] SendForm send, CancellationToken stop)
    {
        if (await preview.MissingInWordsAsync(id, stop) is { } missing)
        {
            ModelState.AddModelError("", missing);
        }

        if (!ModelState.IsValid || !night.IsAnswered(send, Now, ModelState))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Preview", await preview.PageAsync(id, send, Now, stop));
        }

        var sent = await sender.SendOneAsync(id, send, Me.By(ContactChannel.Mail), Now, stop);
        Say(sent.InWords);
        return new SeeOtherResult(sent.WentOn ? $"/bijeenkomsten/{sent.GatheringId}/werving" : $"/uitnodigingen/{id}");
    }

    [HttpPost("uitnodigingen/{id:int}/terughaling")]
    public async Task<IActionResult> Recall(int id, CancellationToken stop)
    {
        var name = await sender.RecallOneAsync(id, Me.By(ContactChannel.Mail), Now, stop);
        Say(
            name is null
                ? "Dit kan niet meer: de mail is al weg."
                : $"De uitnodiging voor {name} is teruggehaald. Er is niets verstuurd."
        );
        return new SeeOtherResult($"/uitnodigingen/{id}");
    }
}
