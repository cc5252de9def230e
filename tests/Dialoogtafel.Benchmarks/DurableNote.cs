using Microsoft.Data.Sqlite;

namespace Dialoogtafel.Benchmarks;

/// <summary>The price of not losing the result of a mail: one durable commit each, as small as it can be.</summary>
sealed class DurableNote : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteCommand note;

    /// <param name="database">A copy of the site's file.</param>
    public DurableNote(string database)
    {
        connection = new SqliteConnection($"Data Source={database};Default Timeout=10");
        connection.Open();
        note = connection.CreateCommand();
        note.CommandText = "PRAGMA synchronous=FULL";
        note.ExecuteNonQuery();
        note.CommandText =
            "UPDATE Mails SET SentAt = '2026-11-02', Attempts = Attempts + 1 WHERE rowid = (SELECT "
            + "MIN(rowid) FROM Mails)";
    }

    public void Write() => note.ExecuteNonQuery();

    public void Dispose()
    {
        note.Dispose();
        connection.Dispose();
    }
}
