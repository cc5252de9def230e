using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People;

/// <summary>People as other pages name them.</summary>
public static class PersonQueries
{
    /// <summary>The first name by person, of whoever wrote or did something; one statement, none for nobody.</summary>
    public static async Task<Dictionary<int, string>> FirstNamesAsync(
        this DialoogtafelDb db,
        IEnumerable<int?> people,
        CancellationToken stop
    )
    {
        var ids = people.OfType<int>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db
                .Persons.Where(item => ids.Contains(item.Id))
                .ToDictionaryAsync(item => item.Id, item => item.FirstName, stop);
    }
}
