using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>What is asked of whom, and what is not asked any more.</summary>
public abstract class QuestionSetsFixture
{
    protected static async Task<List<string>> AskedAsync(PreparedTable table, string name)
    {
        using var scope = table.Site.Services.CreateScope();
        var invitation = await table.Site.Db(db =>
            db.Invitations.AsNoTracking().Include(item => item.Gathering).SingleAsync(item => item.Id == table[name])
        );
        return
        [
            .. (
                await scope.ServiceProvider.GetRequiredService<PreparationReader>().ReadAsync(invitation, default)
            ).Asked.Select(item => item.Question.Wording.Text.Nl),
        ];
    }

    protected static Task<List<string>> RetiredAsync(Site site) =>
        site.Db(async db =>
            (await db.Questions.AsNoTracking().Where(item => item.RetiredAt != null).ToListAsync())
                .Select(item => item.Wording.Text.Nl)
                .Order(StringComparer.Ordinal)
                .ToList()
        );
}
