using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter;

/// <summary>
/// Finished actions for a newsletter: nobody's name, no day and no place of a table. What was stopped is no
/// news. An organiser reads and edits each text before it leaves.
/// </summary>
public sealed class FinishedActions(DialoogtafelDb db) : INewsletterBlockSource
{
    public async Task<IReadOnlyList<NewsletterBlock>> OfAsync(int project, CancellationToken stop)
    {
        var done = await db
            .Actions.AsNoTracking()
            .Where(item => item.End == ActionEnd.Done && item.Gathering!.Series!.ProjectId == project)
            .OrderByDescending(item => item.EndedAt)
            .ThenBy(item => item.Id)
            .Select(item => new
            {
                item.Id,
                item.Text,
                item.Gathering!.Series!.Subject,
                EndedAt = item.EndedAt!.Value,
            })
            .ToListAsync(stop);
        return
        [
            .. done.Select(item => new NewsletterBlock(
                $"actie:{item.Id}",
                item.Text,
                $"Dit kwam uit het gesprek over {item.Subject}. Het is nu klaar.",
                item.EndedAt
            )),
        ];
    }
}
