using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>
/// What the people of one table need, on one page to read or print. Every opening is logged for each person on it
/// (D-07).
/// </summary>
[May(Who.Table, Scope.Gathering, Factors.Both)]
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

        db.ReadLog.Note(Me, page.People.Select(person => person.PersonId), Request.Path, Now);
        await db.SaveChangesAsync(stop);
        return View("Show", page);
    }
}
