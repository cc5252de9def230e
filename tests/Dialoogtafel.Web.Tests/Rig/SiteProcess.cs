using System.Diagnostics;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>The site as a process of its own, to be killed or stopped.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process process;

    private SiteProcess(Process process) => this.process = process;

    public static SiteProcess Start(string folder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Dialoogtafel.Web.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Dialoogtafel__DataFolder"] = Path.Combine(folder, "data");
        start.Environment["Dialoogtafel__KeysFolder"] = Path.Combine(folder, "keys");
        // A port that the system picks: one that was free a moment ago may be taken by another test.
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
        {
            // A name in capitals is a variable of the system or of the server itself.
            start.Environment[name == name.ToUpperInvariant() ? name : $"Dialoogtafel__{name}"] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new SiteProcess(process);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a normal stop; gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public bool HasExited => process.HasExited;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}
