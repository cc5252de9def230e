using Microsoft.Data.Sqlite;

namespace Dialoogtafel.Benchmarks;

/// <summary>
/// The measuring rods held against themselves: a ratio far from 1 says that this computer is too busy to measure on.
/// </summary>
static class RigCheck
{
    public static async Task<IReadOnlyList<Comparison>> Run(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-bench-");
        var database = Path.Combine(folder.FullName, "bench.db");
        using (var connection = new SqliteConnection($"Data Source={database}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                "PRAGMA journal_mode=WAL; CREATE TABLE answer(id INTEGER PRIMARY KEY, word TEXT); INSERT "
                + "INTO answer(word) VALUES ('ja')";
            command.ExecuteNonQuery();
        }
        await using var host = await ReferenceHost.Start(
            database,
            [
                new("/lezen", [new("SELECT id, word FROM answer WHERE id = 1", [])], 8_000),
                new("/schrijven", [new("UPDATE answer SET word = 'nee' WHERE id = 1", [])], 0, Writes: true),
            ]
        );
        await using var sink = new MailSink();
        var load = new Load(8, TimeSpan.FromSeconds(quick ? 0.5 : 4));
        var (rounds, mails) = quick ? (2, 500) : (7, 4_000);
        var mail = new byte[6_000];
        Array.Fill(mail, (byte)'a');
        for (var i = 70; i + 1 < mail.Length; i += 72)
            (mail[i], mail[i + 1]) = ((byte)'\r', (byte)'\n');

        Task<double> Mix() =>
            load.Round(host.Address, (_, turn) =>
                Load.IsWrite(turn) ? new(HttpMethod.Post, "/schrijven") : new(HttpMethod.Get, "/lezen")
            );
        Task<double> Send() => RawMail.Write(sink.Port, mail, mails);
        try
        {
            return
            [
                await Comparison.Measure("rig: reference against itself", "requests/s", rounds, Mix, Mix),
                await Comparison.Measure("rig: mail sink against itself", "mails/s", rounds, Send, Send),
            ];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
