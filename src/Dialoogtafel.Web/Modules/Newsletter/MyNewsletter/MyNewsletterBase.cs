using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;

/// <summary>
/// A page behind the link of the newsletter; as with Mijn tafel it stands under the cookie's address and under the
/// token's.
/// </summary>
[Open]
[Route("mijn-nieuwsbrief/{linkId:int}")]
[Route("n/{token}")]
public abstract class MyNewsletterBase(DialoogtafelDb db, LinkGate gate, TimeProvider clock) : Controller
{
    protected DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    protected async Task<IActionResult> ForAsync(
        CancellationToken stop,
        Func<Person, OpenLink, int, Task<IActionResult>> show
    )
    {
        var open = await gate.OpenAsync(HttpContext, LinkPurpose.Newsletter, stop);
        var person = open is null
            ? null
            : await db
                .Persons.AsNoTracking()
                .SingleOrDefaultAsync(item => item.Id == open.Link.PersonId && item.ErasedAt == null, stop);
        if (person is null || open!.Link.ProjectId is not { } project)
        {
            return LostLink.View(this);
        }

        HttpContext.SetPersonLanguage(person.Language);
        return await show(person, open, project);
    }

    protected IActionResult Wrong(string view, object model)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, model);
    }
}
