using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// The site as anybody starts it: a process of its own on http://localhost, with the system's clock and the clock
/// engine, on an empty folder.
/// </summary>
public sealed partial class RunningSite : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly string folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
    readonly TaskCompletionSource<string> firstLink = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Process process;

    /// <param name="environment">Environment variables, such as <c>Dialoogtafel__RecallSeconds</c>.</param>
    public RunningSite(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Dialoogtafel.Web.dll"),
                "--port",
                FreePort(),
                "--data",
                Path.Combine(folder, "data"),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The one-time link that an empty installation prints.</summary>
    public Task<string> FirstLinkAsync() => firstLink.Task.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    void Hear(string? line)
    {
        if (line is not null && FirstLink().Match(line) is { Success: true } found)
            firstLink.TrySetResult(found.Value);
    }

    internal static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("http://localhost:\\d+/eerste/\\S+")]
    private static partial Regex FirstLink();
}
