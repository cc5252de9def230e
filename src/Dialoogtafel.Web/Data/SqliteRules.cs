using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// The settings that make SQLite keep its promises, on every connection (trust.md decision 3, S47): WAL, synchronous FULL, foreign keys,
/// secure delete (an erased address must not stay readable in the file), no trusted schema.
/// </summary>
public sealed class SqliteRules : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;";

    /// <summary>The open databases that have the rules already: the pool hands the same one out again, with its settings.</summary>
    private readonly ConditionalWeakTable<object, object> ruled = [];

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10, Pooling = true, ForeignKeys = true }.ToString();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (ruled.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        ruled.AddOrUpdate(handle, handle);
    }
}
