using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// The settings that make SQLite keep its promises, on every connection (D-03, S47): WAL, synchronous
/// FULL, foreign keys, secure delete (an erased address must not stay readable in the file), no trusted schema.
/// </summary>
public sealed class SqliteRules : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;";

    /// <summary>
    /// The open databases that have the rules already: the pool hands the same one out again, with its settings.
    /// </summary>
    private readonly ConditionalWeakTable<object, object> ruled = [];

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            DefaultTimeout = 10,
            Pooling = true,
            ForeignKeys = true,
        }.ToString();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Reads the promises back from an open connection (S47): what the file or the library did not take over stops the
    /// start.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is weaker than promised; the message is Dutch and names
    /// it.</exception>
    public static void Verify(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        foreach (
            var (pragma, wanted) in new[]
            {
                ("journal_mode", "wal"),
                ("synchronous", "2"),
                ("foreign_keys", "1"),
                ("secure_delete", "1"),
                ("trusted_schema", "0"),
            }
        )
        {
            command.CommandText = $"PRAGMA {pragma}";
            var found = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
            if (found != wanted)
            {
                throw new InvalidOperationException(
                    $"De database houdt zich niet aan {pragma}={wanted} (nu: {found}). Zo kunnen gegevens "
                        + "verloren gaan of leesbaar blijven; het programma start niet. Staat het bestand op een "
                        + "netwerkschijf? Zet het op een gewone schijf."
                );
            }
        }
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
