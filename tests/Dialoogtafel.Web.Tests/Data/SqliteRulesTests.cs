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

    [Theory]
    [InlineData("PRAGMA journal_mode=DELETE", "journal_mode=wal")]
    [InlineData("PRAGMA synchronous=NORMAL", "synchronous=2")]
    [InlineData("PRAGMA foreign_keys=OFF", "foreign_keys=1")]
    [InlineData("PRAGMA secure_delete=OFF", "secure_delete=1")]
    [InlineData("PRAGMA trusted_schema=ON", "trusted_schema=0")]
    public void The_start_refuses_a_database_that_keeps_a_weaker_promise(string weaken, string named)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("dialoogtafel-").FullName, "rules.db");
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA "
            + "secure_delete=ON; PRAGMA trusted_schema=OFF; CREATE TABLE a(b)";
        command.ExecuteNonQuery();
        SqliteRules.Verify(connection);

        command.CommandText = weaken;
        command.ExecuteNonQuery();

        Assert.Contains(
            named,
            Assert.Throws<InvalidOperationException>(() => SqliteRules.Verify(connection)).Message,
            StringComparison.Ordinal
        );
        connection.Close();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
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
