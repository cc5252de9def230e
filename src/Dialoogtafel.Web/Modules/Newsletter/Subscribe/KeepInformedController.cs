using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Subscribe;

/// <summary>
/// "Ik wil op de hoogte blijven": ask by name and address, say yes on the page behind the mail. The same answer for
/// every address (S09).
/// </summary>
[Open]
public sealed class KeepInformedController(
    DialoogtafelDb db,
    KeepInformedDesk desk,
    NetworkLimit limit,
    Texts T,
    TimeProvider clock
) : Controller
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [HttpGet("/op-de-hoogte")]
    public async Task<IActionResult> Ask(bool verstuurd, CancellationToken stop) =>
        verstuurd ? View("Sent") : View("Ask", new KeepInformedPage(await ProjectsAsync(stop), new KeepInformedForm()));

    [HttpPost("/op-de-hoogte")]
    public async Task<IActionResult> Send([Bind(Prefix = "Form")] KeepInformedForm form, CancellationToken stop)
    {
        var projects = await ProjectsAsync(stop);
        var project = projects.Count == 1 ? projects[0] : projects.FirstOrDefault(item => item.Id == form.ProjectId);
        if (project is null)
        {
            ModelState.AddModelError("Form.ProjectId", "Kies waarover u nieuws wilt krijgen.");
        }

        if (!ModelState.IsValid || project is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Ask", new KeepInformedPage(projects, form));
        }

        if (!limit.Allow(Counted.AskedLink, HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        await desk.AskAsync(form, project, T.Language, Now, stop);
        return new SeeOtherResult("/op-de-hoogte?verstuurd=true");
    }

    /// <summary>Where the mailed link lands; changes nothing.</summary>
    [HttpGet("/op-de-hoogte/{token}")]
    public async Task<IActionResult> Open(string token, CancellationToken stop) =>
        await desk.FindAsync(token, Now, stop) is { } page ? View("SayYes", page) : Gone();

    [HttpPost("/op-de-hoogte/{token}")]
    public async Task<IActionResult> SayYes(
        string token,
        [Bind(Prefix = "Form")] SayYesForm form,
        CancellationToken stop
    )
    {
        if (!form.Yes && await desk.FindAsync(token, Now, stop) is { } page)
        {
            ModelState.AddModelError("Form.Yes", "Zet eerst het vinkje. Dan krijgt u de nieuwsbrief.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("SayYes", page);
        }

        return form.Yes && await desk.ConfirmAsync(token, Now, stop)
            ? new SeeOtherResult($"/op-de-hoogte/{token}")
            : Gone();
    }

    private Task<List<PublicProjectLine>> ProjectsAsync(CancellationToken stop) =>
        db
            .Projects.AsNoTracking()
            .Where(item => item.PageClosedAt == null)
            .OrderBy(item => item.Name)
            .Select(item => new PublicProjectLine(item.Id, item.Name))
            .ToListAsync(stop);

    private IActionResult Gone()
    {
        if (LostLink.IsGuessing(this))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Gone");
    }
}
