using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Data;

public sealed class SqliteRulesTests
{
    [Theory]
    [InlineData("synchronous", 2)]
    [InlineData("foreign_keys", 1)]
    [InlineData("secure_delete", 1)]
    [InlineData("trusted_schema", 0)]
    public async Task A_connection_that_comes_back_from_the_pool_still_keeps_the_rules(string pragma, long value)
    {
        using var site = new Site();
        // Several at once, so that the pool holds more than one; then again, so that each is handed out a second time.
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => Assert.Equal(value, await Read(site, pragma))));
        }
    }

    private static async Task<long> Read(Site site, string pragma)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
