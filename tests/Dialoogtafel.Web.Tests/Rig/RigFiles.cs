using System.Diagnostics;
using System.Text.Json;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// The scripts beside the tests, and the independent reader of mail and calendar (python3 with its own email package
/// and icalendar).
/// </summary>
public static class RigFiles
{
    private const string Python = "/usr/bin/python3";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The folder that holds Dialoogtafel.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "tests", "rig");

    public static bool HasReader { get; } = File.Exists(Python) && Run(Python, "-c", "import icalendar").ExitCode == 0;

    public static bool HasSecondReader { get; } =
        File.Exists(Python) && Run(Python, "-c", "import vobject").ExitCode == 0;

    public static ReadMail Read(byte[] mail) => WithFile(mail, file => Ask<ReadMail[]>("file", file).Single());

    public static ReadCalendar ReadCalendar(string text) =>
        WithFile(System.Text.Encoding.UTF8.GetBytes(text), file => Ask<ReadCalendar>("ics", file));

    /// <summary>What vobject, the second reader of calendars, understood.</summary>
    public static SecondReading ReadCalendarAgain(string text) =>
        WithFile(System.Text.Encoding.UTF8.GetBytes(text), file =>
            AskScript<SecondReading[]>("read-vobject.py", file).Single()
        );

    public static T Ask<T>(params string[] arguments) => AskScript<T>("read-mail.py", arguments);

    private static T AskScript<T>(string script, params string[] arguments)
    {
        var (exitCode, output, error) = Run(Python, [Path.Combine(Folder, script), .. arguments]);
        return exitCode == 0
            ? JsonSerializer.Deserialize<T>(output, Json)!
            : throw new InvalidOperationException("The reader failed: " + error);
    }

    private static (int ExitCode, string Output, string Error) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static T WithFile<T>(byte[] bytes, Func<string, T> read)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, bytes);
            return read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Dialoogtafel.sln")))
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("Dialoogtafel.sln is not above the tests.");
        return folder;
    }
}

/// <summary>A mail as the independent reader understood it.</summary>
public sealed record ReadMail
{
    public required ReadHeader[] Headers { get; init; }
    public required string Subject { get; init; }
    public required ReadAddress[] From { get; init; }
    public required ReadAddress[] To { get; init; }
    public required ReadAddress[] ReplyTo { get; init; }
    public required DateTimeOffset? Date { get; init; }
    public required ReadPart[] Parts { get; init; }
    public required string[] Defects { get; init; }

    public IEnumerable<string> HeaderNames => Headers.Select(header => header.Name);

    public string TextOf(string type) =>
        Parts
            .Single(part => part.Type == type && part.Disposition is null)
            .Text!.Replace("\r\n", "\n", StringComparison.Ordinal);
}

public sealed record ReadHeader(string Name, string Value);

public sealed record ReadAddress(string Name, string Address);

public sealed record ReadPart(
    string Type,
    Dictionary<string, string> Parameters,
    string? Disposition,
    string? FileName,
    string? Text,
    ReadCalendar? Calendar
);

/// <summary>A calendar file as the independent reader understood it.</summary>
public sealed record ReadCalendar
{
    public required string Method { get; init; }
    public required int Events { get; init; }
    public required string Uid { get; init; }
    public required int Sequence { get; init; }
    public required string Status { get; init; }
    public required string Summary { get; init; }
    public required string Location { get; init; }
    public required string Description { get; init; }
    public required ReadMoment Start { get; init; }
    public required ReadMoment End { get; init; }
    public required ReadMoment Stamp { get; init; }
    public required ReadPerson Organizer { get; init; }
    public required ReadPerson[] Attendees { get; init; }
    public required string[] EventProperties { get; init; }
    public required string[] CalendarProperties { get; init; }
    public required ReadZone[] Zones { get; init; }
    public required string[] Errors { get; init; }
}

/// <summary>A calendar file as vobject understood it.</summary>
public sealed record SecondReading
{
    public required string Method { get; init; }
    public required int Events { get; init; }
    public required string Uid { get; init; }
    public required int Sequence { get; init; }
    public required string Status { get; init; }
    public required string Summary { get; init; }
    public required string Location { get; init; }
    public required string Description { get; init; }
    public required ReadMoment Start { get; init; }
    public required ReadMoment End { get; init; }
    public required ReadPerson[] Attendees { get; init; }
}

public sealed record ReadMoment
{
    public required string Local { get; init; }
    public required string Utc { get; init; }
    public required string? Zone { get; init; }
}

public sealed record ReadPerson(string Address, string Name, string? Partstat, string? Rsvp);

/// <param name="Offsets">Minutes east of UTC on the 15th of each month, by the rules in the file alone.</param>
public sealed record ReadZone(string Id, Dictionary<int, int> Offsets, string[] Rules);

/// <summary>A test that needs the independent reader; skipped with the reason where it is missing.</summary>
public sealed class ReaderFactAttribute : FactAttribute
{
    public ReaderFactAttribute() =>
        Skip = RigFiles.HasReader ? null : "/usr/bin/python3 with icalendar is not installed.";
}

/// <inheritdoc cref="ReaderFactAttribute"/>
public sealed class ReaderTheoryAttribute : TheoryAttribute
{
    public ReaderTheoryAttribute() =>
        Skip = RigFiles.HasReader ? null : "/usr/bin/python3 with icalendar is not installed.";
}

/// <summary>A test that needs both readers of calendars; skipped with the reason where one is missing.</summary>
public sealed class BothReadersFactAttribute : FactAttribute
{
    public BothReadersFactAttribute() =>
        Skip =
            RigFiles.HasReader && RigFiles.HasSecondReader
                ? null
                : "/usr/bin/python3 with icalendar and vobject is not installed.";
}

/// <inheritdoc cref="BothReadersFactAttribute"/>
public sealed class BothReadersTheoryAttribute : TheoryAttribute
{
    public BothReadersTheoryAttribute() =>
        Skip =
            RigFiles.HasReader && RigFiles.HasSecondReader
                ? null
                : "/usr/bin/python3 with icalendar and vobject is not installed.";
}
