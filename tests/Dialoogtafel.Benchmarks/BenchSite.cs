using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Benchmarks;

/// <summary>The site as in production, on Kestrel and a loopback port, its mail pump run by hand only.</summary>
public sealed class BenchSite : Site
{
    public BenchSite()
    {
        UseKestrel(0);
        With(services => services.ConfigureDbContext<DialoogtafelDb>(options => options.AddInterceptors(Statements)));
    }

    public Statements Statements { get; } = new();

    public Uri Address =>
        new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public string Database => Path.Combine(Folder, "data", "dialoogtafel.db");

    /// <summary>A second file with the same rows for the reference to work on.</summary>
    public string CopyDatabase()
    {
        var copy = Path.Combine(Folder, "reference.db");
        Sql(Database, $"VACUUM INTO '{copy}'");
        Sql(copy, "PRAGMA journal_mode=WAL");
        return copy;
    }

    public static void Sql(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Asks once, follows nothing, and gives the cookies and the body.</summary>
    public async Task<(string Cookies, byte[] Body)> Ask(HttpRequestMessage request)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = Address };
        using var response = await http.SendAsync(request);
        if ((int)response.StatusCode >= 400)
            throw new InvalidOperationException(
                $"{request.Method} {request.RequestUri} answers {(int)response.StatusCode}"
            );
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var lines)
            ? string.Join("; ", lines.Select(line => line.Split(';')[0]))
            : "";
        return (cookies, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The cookie of a team member who has just signed in.</summary>
    public async Task<string> SignIn(string email)
    {
        var token = SignInSecrets.NewToken();
        await Db(async db =>
        {
            var account = await db.Users.SingleAsync(item => item.Email == email);
            db.SignInRequests.Add(
                new()
                {
                    AccountId = account.Id,
                    TokenHash = SignInSecrets.Hash(token),
                    ExpiresAt = Clock.Utc.AddMinutes(30),
                }
            );
            await db.SaveChangesAsync();
        });
        return (
            await Ask(new(HttpMethod.Post, $"/team/in/{token}") { Content = new FormUrlEncodedContent([]) })
        ).Cookies;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
    }
}
