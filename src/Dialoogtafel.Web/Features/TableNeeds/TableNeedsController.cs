using Dialoogtafel.Domain.Trust;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Features.TableNeeds;

/// <summary>
/// What the people of one table need, on one page to read or print. Every opening is logged for each person on it
/// (trust.md decision 6).
/// </summary>
public sealed class TableNeedsController(TableNeedsReader reader, DialoogtafelDb db, TimeProvider clock)
    : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/behoeften")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        if (await reader.PageAsync(id, Me, Now, stop) is not { } page)
        {
            return NotFound();
        }

        db.ReadLog.AddRange(
            page.People.Select(person => new ReadLogEntry
            {
                ReaderId = Me.Person.Id,
                PersonId = person.PersonId,
                At = Now,
                Page = Request.Path,
            })
        );
        await db.SaveChangesAsync(stop);
        return View("Show", page);
    }
}
