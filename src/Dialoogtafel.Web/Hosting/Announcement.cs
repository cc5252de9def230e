using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Hosting;

/// <summary>What the program says when it starts: where it is, and how the first organiser gets in.</summary>
public static class Announcement
{
    public static async Task AnnounceAsync(this WebApplication app, CommandLine line, DemoLinks? demo)
    {
        var local = app.Services.GetRequiredService<LocalAddress>();
        local.Value = $"http://localhost:{line.Port}";
        var first = await FirstLinkAsync(app.Services);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()
                ?.Addresses.FirstOrDefault();
            if (address is not null && line.Port == 0)
            {
                local.Value = address
                    .Replace("[::]", "localhost", StringComparison.Ordinal)
                    .Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            }

            Console.WriteLine(
                $"Dialoogtafel {typeof(Announcement).Assembly.GetName().Version?.ToString(3)} op {local.Value}"
            );
            demo?.Announce(local.Value);
            if (first is not null)
            {
                Console.WriteLine(
                    $"Nog niemand heeft zich aangemeld. Open binnen 30 minuten: {local.Value}/eerste/{first}"
                );
            }
        });
    }

    /// <summary>
    /// A one-time link while there is no organiser; a restart makes a new one and the former is dead.
    /// </summary>
    public static async Task<string?> FirstLinkAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        if (await db.Memberships.AnyAsync(item => item.Role == TeamRole.Organiser))
        {
            return null;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var token = SignInSecrets.NewToken();
        await db.SignInRequests.Where(item => item.First).ExecuteDeleteAsync();
        db.SignInRequests.Add(
            new SignInRequest
            {
                First = true,
                TokenHash = SignInSecrets.Hash(token),
                ExpiresAt = now + SignInRequest.Lifetime,
            }
        );
        await db.SaveChangesAsync();
        return token;
    }
}
