using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Dialoogtafel.Web.Data.Schema;

/// <summary>
/// Brings a database to the newest schema: plain SQL files, one file = one transaction, numbered from 0001
/// (docs/architecture.md, Data). A killed run leaves the old or the new schema, never something between; the copy
/// from before stands beside the database.
/// </summary>
public static class SchemaRunner
{
    private const string Prefix = "Dialoogtafel.Web.Data.Schema.Sqlite.";

    /// <param name="file">The database; made when it does not exist.</param>
    /// <exception cref="InvalidOperationException">The database was made by a newer version, or a file broke a foreign
    /// key.</exception>
    public static void Update(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var alone = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
        var current = Number(connection, "PRAGMA user_version");
        var steps = Steps();
        var newest = steps[^1].Number;
        if (current > newest)
        {
            throw new InvalidOperationException(
                $"De gegevens in {file} zijn van een nieuwere versie (schema {current}) dan dit programma "
                    + $"(schema {newest}). Werk het programma bij."
            );
        }

        if (current > 0 && current < newest)
        {
            Run(connection, $"VACUUM INTO '{file.Replace("'", "''", StringComparison.Ordinal)}.schema-{current}.copy'");
        }

        Run(connection, "PRAGMA foreign_keys=OFF");
        foreach (var (number, sql) in steps.Where(step => step.Number > current))
        {
            Apply(connection, number, sql);
        }
    }

    private static void Apply(SqliteConnection connection, int number, string sql)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        Run(connection, sql);
        if (Number(connection, "SELECT COUNT(*) FROM pragma_foreign_key_check") > 0)
        {
            throw new InvalidOperationException(
                $"Schemastap {number} laat verwijzingen los achter; er is niets veranderd."
            );
        }

        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={number}"));
        transaction.Commit();
    }

    private static List<(int Number, string Sql)> Steps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), Read(assembly, name))
                ),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
