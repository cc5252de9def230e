using System.Globalization;
using System.Security.Cryptography;
using Dialoogtafel.Web.Options;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>All that a site has stored, read from its file beside the site itself: every cell of every table.</summary>
public sealed class DatabaseContent
{
    private readonly SortedDictionary<string, Dictionary<string, string>> rows = new(StringComparer.Ordinal);

    /// <summary>"Table.Column" → value for each row, by "Table/row".</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Rows => rows;

    public IEnumerable<string> Cells => rows.Values.SelectMany(row => row.Values);

    public static DatabaseContent Of(Site site)
    {
        var content = new DatabaseContent();
        var file = site.Services.GetRequiredService<InstallationOptions>().DatabaseFile;
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        foreach (
            var table in Read(
                    connection,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                )
                .Select(row => row["name"])
        )
        {
            foreach (var row in Read(connection, $"SELECT rowid AS \"(row)\", * FROM \"{table}\""))
            {
                content.rows[$"{table}/{row["(row)"]}"] = row.Where(cell => cell.Key != "(row)")
                    .ToDictionary(cell => $"{table}.{cell.Key}", cell => cell.Value);
            }
        }

        return content;
    }

    /// <summary>
    /// What differs from an earlier look: changed columns, and rows that came or went. Empty when not one fact changed.
    /// </summary>
    public IReadOnlyList<string> ChangesSince(DatabaseContent before) =>
        [
            .. rows.Keys.Except(before.rows.Keys).Select(key => $"+ {key.Split('/')[0]}").Order(StringComparer.Ordinal),
            .. before.rows.Keys.Except(rows.Keys).Select(key => $"- {key.Split('/')[0]}").Order(StringComparer.Ordinal),
            .. (
                from key in rows.Keys.Intersect(before.rows.Keys)
                from cell in rows[key]
                where before.rows[key][cell.Key] != cell.Value
                select cell.Key
            )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static List<Dictionary<string, string>> Read(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var found = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            found.Add(
                Enumerable
                    .Range(0, reader.FieldCount)
                    .ToDictionary(reader.GetName, column => Text(reader.GetValue(column)))
            );
        }

        return found;
    }

    private static string Text(object value) =>
        value is byte[] bytes
            ? Convert.ToHexString(SHA256.HashData(bytes))
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
