using Dialoogtafel.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Access;

/// <summary>Leeslog: writes down that a team member saw what people typed (D-07).</summary>
public static class ReadLog
{
    /// <summary>One line for each of these people. The caller saves.</summary>
    /// <param name="page">Its path.</param>
    public static void Note(
        this DbSet<ReadLogEntry> log,
        Actor reader,
        IEnumerable<int> people,
        string page,
        DateTime now
    ) =>
        log.AddRange(
            people.Select(person => new ReadLogEntry
            {
                ReaderId = reader.Person.Id,
                PersonId = person,
                At = now,
                Page = page,
            })
        );
}
