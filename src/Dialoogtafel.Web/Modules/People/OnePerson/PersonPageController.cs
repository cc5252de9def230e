using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>What the actions of the page of one person end with.</summary>
[May(Who.Recruiters, Scope.Anywhere)]
public abstract class PersonPageController(DialoogtafelDb db, PersonReader reader, TimeProvider clock)
    : TeamController(clock)
{
    protected DialoogtafelDb Db { get; } = db;

    protected PersonReader Reader { get; } = reader;

    protected async Task<IActionResult> DoneAsync(int id, string done, CancellationToken stop)
    {
        await Db.SaveChangesAsync(stop);
        Say(done);
        return Redirect(FormattableString.Invariant($"/personen/{id}"));
    }

    /// <summary>The same page with what was typed; 404 when there is no such person.</summary>
    protected async Task<IActionResult> AgainAsync(
        int id,
        Func<PersonPage, PersonPage> typed,
        CancellationToken stop
    ) => await Reader.ReadAsync(id, Me, Now, stop) is { } page ? View("Show", typed(page)) : NotFound();
}
