using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Data.Schema;
using Dialoogtafel.Web.Hosting;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Options;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Data;

public sealed class SchemaTests
{
    private const string FirstFile = "src/Dialoogtafel.Web/Data/Schema/Sqlite/0001-start.sql";

    [Fact]
    public async Task The_files_make_the_tables_that_the_model_expects()
    {
        var folder = Directory.CreateTempSubdirectory("schema-");
        var (byFiles, byModel) = (Path.Combine(folder.FullName, "files.db"), Path.Combine(folder.FullName, "model.db"));
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            using var model = Model(byModel);
            await File.WriteAllTextAsync(
                Path.Combine(Paths.Root, FirstFile),
                model.GetRequiredService<DialoogtafelDb>().Database.GenerateCreateScript().ReplaceLineEndings("\n")
            );
            return;
        }

        SchemaRunner.Update(byFiles);
        using (var model = Model(byModel))
        {
            await model.GetRequiredService<DialoogtafelDb>().Database.EnsureCreatedAsync();
        }

        Assert.Equal(Shape(byModel), Shape(byFiles));
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_files_are_numbered_one_by_one()
    {
        var files = Directory
            .GetFiles(Path.Combine(Paths.Root, Path.GetDirectoryName(FirstFile)!), "*.sql")
            .Select(file => Path.GetFileName(file)[..4])
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(
            Enumerable
                .Range(1, files.Count)
                .Select(number => number.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)),
            files
        );
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("schema-");
        var file = Path.Combine(folder.FullName, "a.db");

        SchemaRunner.Update(file);
        var before = Shape(file);
        SchemaRunner.Update(file);

        Assert.Equal(before, Shape(file));
        Assert.Empty(folder.GetFiles("*.copy"));
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Data_of_a_newer_version_are_refused_in_words()
    {
        var folder = Directory.CreateTempSubdirectory("schema-");
        var file = Path.Combine(folder.FullName, "a.db");
        SchemaRunner.Update(file);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version=9999";
            command.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<InvalidOperationException>(() => SchemaRunner.Update(file));

        Assert.Contains("nieuwere versie", refusal.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static ServiceProvider Model(string file)
    {
        var services = new ServiceCollection().AddLogging();
        services
            .AddInstallation(new InstallationOptions { DataFolder = Path.GetDirectoryName(file)! })
            .AddSingleton<Nudge>()
            .AddData()
            .AddAccess();
        services.AddDbContext<DialoogtafelDb>(options => options.UseSqlite(SqliteRules.ConnectionString(file)));
        return services.BuildServiceProvider();
    }

    /// <summary>One line per column and index, so that a difference names it.</summary>
    private static List<string> Shape(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT m.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk
            || ' default=' || COALESCE(c.dflt_value, '')
            FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
            UNION ALL SELECT 'index ' || name || ' ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
            UNION ALL SELECT m.name || ' -> ' || f."table" || '(' || f."from" || ') ' || f.on_delete
            FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
            ORDER BY 1
            """;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
