using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;

/// <summary>
/// Stops the news of one project with one press (RFC 8058; S04). A mail program posts <c>List-Unsubscribe=One-Click</c>
/// under the token, without cookie, and gets 200. A person sees a page; its form sends the same pair, once she has
/// ticked it.
/// </summary>
public sealed class StopNewsController(
    DialoogtafelDb db,
    LinkGate gate,
    Subscriptions subscriptions,
    TimeProvider clock
) : MyNewsletterBase(db, gate, clock)
{
    public const string Name = "List-Unsubscribe";
    public const string Value = "One-Click";
    private const int MostBody = 10_000;
    private readonly DialoogtafelDb db = db;

    [HttpGet("af")]
    public Task<IActionResult> Ask(CancellationToken stop) =>
        ForAsync(stop, async (person, open, project) =>
            View("Stop", await PageAsync(person.Id, person.FirstName, open, project, stop))
        );

    [HttpPost("af"), RequestSizeLimit(MostBody)]
    public Task<IActionResult> Stop(CancellationToken stop) => ForAsync(stop, async (person, open, project) =>
        {
            if (!await AsksToStopAsync(stop))
            {
                ModelState.AddModelError("List-Unsubscribe", "Zet eerst het vinkje. Dan stopt de nieuwsbrief.");
                return Wrong("Stop", await PageAsync(person.Id, person.FirstName, open, project, stop));
            }

            await using (var write = await db.BeginWriteAsync(stop))
            {
                if (await subscriptions.StopAsync(person.Id, project, Now, stop))
                {
                    await write.SaveAsync(stop);
                }
            }

            return View("Stop", await PageAsync(person.Id, person.FirstName, open, project, stop));
        });

    /// <summary>As a form of either kind, or as any other body that holds the pair.</summary>
    private async Task<bool> AsksToStopAsync(CancellationToken stop)
    {
        if (Request.HasFormContentType)
        {
            return (await Request.ReadFormAsync(stop))[Name]
                .Any(value => string.Equals(value, Value, StringComparison.OrdinalIgnoreCase));
        }

        using var reader = new StreamReader(Request.Body);
        return (await reader.ReadToEndAsync(stop)).Contains($"{Name}={Value}", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<StopPage> PageAsync(
        int person,
        string firstName,
        OpenLink open,
        int project,
        CancellationToken stop
    ) =>
        new(
            firstName,
            open.Path,
            await db.Projects.Where(item => item.Id == project).Select(item => item.Name).SingleAsync(stop),
            await db.Consents.AnyAsync(
                item =>
                    item.PersonId == person
                    && item.ProjectId == project
                    && item.Purpose == ConsentPurpose.Newsletter
                    && item.WithdrawnAt == null,
                stop
            )
        );
}
