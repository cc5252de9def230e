using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Dialoogtafel.Benchmarks;

/// <summary>What a request costs at least: the same statements, by hand, and as many bytes back.</summary>
/// <param name="Path">For example <c>/lezen</c>.</param>
/// <param name="Statements">SQL that the measured request sends; run in order on one connection.</param>
/// <param name="Bytes">Length of the answer's body.</param>
/// <param name="Writes">True: the statements stand in one BEGIN IMMEDIATE transaction.</param>
public sealed record ReferenceEndpoint(
    string Path,
    IReadOnlyList<Statement> Statements,
    int Bytes,
    bool Writes = false
);

/// <summary>A bare Kestrel on a free loopback port with nothing between the socket and SQLite.</summary>
public sealed class ReferenceHost : IAsyncDisposable
{
    readonly WebApplication app;

    ReferenceHost(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <param name="database">A copy of the site's own database file: same rows, same indexes.</param>
    public static async Task<ReferenceHost> Start(string database, IEnumerable<ReferenceEndpoint> endpoints)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        // SQLite has one writer; waiting in line outside the database is what the site does too.
        var gate = new SemaphoreSlim(1);
        foreach (var endpoint in endpoints)
        {
            var body = new byte[endpoint.Bytes];
            Array.Fill(body, (byte)'a');
            app.Map(endpoint.Path, async (HttpContext http) =>
            {
                if (endpoint.Writes)
                    await gate.WaitAsync();
                try
                {
                    Run(database, endpoint);
                }
                finally
                {
                    if (endpoint.Writes)
                        gate.Release();
                }
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.Body.WriteAsync(body);
            });
        }
        await app.StartAsync();
        return new ReferenceHost(app);
    }

    static void Run(string database, ReferenceEndpoint endpoint)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=True;Default Timeout=10");
        connection.Open();
        var made = new Dictionary<object, object>();
        Execute(connection, new("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON", []), made);
        if (endpoint.Writes)
            Execute(connection, new("BEGIN IMMEDIATE", []), made);
        foreach (var statement in endpoint.Statements)
            Execute(connection, statement, made);
        if (endpoint.Writes)
            Execute(connection, new("COMMIT", []), made);
    }

    static void Execute(SqliteConnection connection, Statement statement, Dictionary<object, object> made)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        foreach (var (name, value) in statement.Parameters)
            command.Parameters.AddWithValue(name, value is Fresh fresh ? Once(fresh, made) : value);
        using var reader = command.ExecuteReader();
        do while (reader.Read())
            for (var i = 0; i < reader.FieldCount; i++)
                reader.GetValue(i);
        while (reader.NextResult());
    }

    static object Once(Fresh fresh, Dictionary<object, object> made) =>
        made.TryGetValue(fresh.Seen, out var value) ? value : made[fresh.Seen] = fresh.Make();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
