using System.Diagnostics;
using System.Globalization;
using System.Net.NetworkInformation;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// The site as a process of its own on a folder and a port that outlive it: killed and started again, it is the same
/// site to a browser.
/// </summary>
public sealed class KillableSite(string folder) : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    readonly string port = OwnPort();
    Process? process;

    public Uri Address => new($"http://localhost:{port}");

    /// <summary>Returns when it answers; does nothing when it runs.</summary>
    public async Task StartAsync()
    {
        if (process is not null)
            return;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Dialoogtafel.Web.dll"),
                "--port",
                port,
                "--data",
                Path.Combine(folder, "data"),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Dialoogtafel__KeysFolder"] = Path.Combine(folder, "keys");
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        var begun = Stopwatch.StartNew();
        while (!await AnswersAsync(client))
        {
            if (process.HasExited)
            {
                process = null;
                Assert.Fail("the site ended by itself");
            }

            Assert.True(begun.Elapsed < Patience, "the site does not answer");
            await Task.Delay(50);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    /// <summary>
    /// Below the ports that connections take for themselves: one of those could sit on it between kill and start.
    /// </summary>
    static string OwnPort()
    {
        var taken = IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .Select(end => end.Port)
            .ToHashSet();
        return Enumerable
            .Range(0, 500)
            .Select(_ => Random.Shared.Next(20000, 30000))
            .First(free => !taken.Contains(free))
            .ToString(CultureInfo.InvariantCulture);
    }

    async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri(Address, "/healthz"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
