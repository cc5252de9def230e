using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>What the tests of answering share.</summary>
public abstract class AnsweringFixture
{
    /// <summary>The addresses of the questions, after that of Mijn tafel.</summary>
    protected static async Task<List<string>> Numbers(Site site) =>
        (
            await site.Db(db => db.Questions.OrderBy(item => item.Place).Select(item => item.Id).ToListAsync())
        ).ConvertAll(id => $"/vragen/{id}");

    protected static string OwnPath(Visitor visitor) =>
        visitor.Address.AbsolutePath[..visitor.Address.AbsolutePath.IndexOf("/vragen", StringComparison.Ordinal)];
}
