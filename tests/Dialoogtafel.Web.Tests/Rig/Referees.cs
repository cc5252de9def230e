using System.Diagnostics;
using System.Text.Json;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// The second independent reader (node with postal-mime and ical.js, tests/referees). Its packages are fetched by the
/// lock file when first needed.
/// </summary>
public static class Referees
{
    private static readonly string Folder = Path.Combine(RigFiles.Folder, "..", "referees");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Why it cannot be used here; null when it can.</summary>
    public static string? WhyNot { get; } = Prepare();

    public static RefereeMail[] Read(IEnumerable<byte[]> mails)
    {
        var folder = Directory.CreateTempSubdirectory("referee-").FullName;
        try
        {
            var files = mails.Select((mail, i) => (Path: Path.Combine(folder, i + ".eml"), mail)).ToList();
            files.ForEach(file => File.WriteAllBytes(file.Path, file.mail));
            var (exitCode, output, error) = Run(
                "node",
                [Path.Combine(Folder, "read.mjs"), .. files.Select(file => file.Path)]
            );
            return exitCode == 0
                ? JsonSerializer.Deserialize<RefereeMail[]>(output, Json)!
                : throw new InvalidOperationException("The referee failed: " + error);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Prepare()
    {
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "ical.js")))
                return null;
            return Run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts").ExitCode == 0
                ? null
                : "npm ci in tests/referees did not succeed.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "node and npm are not installed.";
        }
    }

    private static (int ExitCode, string Output, string Error) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}

public sealed record RefereeMail(
    string[] HeaderNames,
    string? Subject,
    ReadAddress[] From,
    ReadAddress[] To,
    string Text,
    string Html,
    RefereeFile[] Attachments
);

public sealed record RefereeFile(string Type, string? FileName, RefereeCalendar Calendar);

public sealed record RefereeCalendar
{
    public required string Method { get; init; }
    public required int Events { get; init; }
    public required string Summary { get; init; }
    public required string Location { get; init; }
    public required string Description { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public required string[] Attendees { get; init; }
    public required string[] Properties { get; init; }
}

/// <summary>A test that needs the second reader; skipped with the reason where it is missing.</summary>
public sealed class RefereeFactAttribute : FactAttribute
{
    public RefereeFactAttribute() => Skip = Referees.WhyNot;
}
