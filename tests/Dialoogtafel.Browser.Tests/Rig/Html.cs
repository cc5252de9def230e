using System.Diagnostics;
using System.Text.Json;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// The Nu Html Checker (vnu), the referee for HTML. A start costs some seconds, so collect the pages of a test and ask
/// once. Served HTML is checked, not what script made of it.
/// </summary>
public static class Html
{
    static readonly string Jar = Path.Combine(
        Repository.Root,
        "tests/referees/node_modules/vnu-jar/build/dist/vnu.jar"
    );
    static readonly string? Java = FindJava();

    /// <summary>Why the validator cannot be asked; null when it can.</summary>
    public static string? WhyNot { get; } =
        Java is null ? "java is not installed"
        : File.Exists(Jar) ? null
        : "the HTML validator is missing: run npm ci in tests/referees";

    public static Task Valid(string html) => Valid(new Dictionary<string, string> { ["page"] = html });

    /// <summary>
    /// Fails with every error and warning that the checker has, by the name under which the page was given.
    /// </summary>
    public static async Task Valid(IReadOnlyDictionary<string, string> pages)
    {
        var problems = await Problems(pages);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>
    /// One line per problem: name, line, what is wrong, the piece of HTML. Remarks that are no error or warning are
    /// left out.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Problems(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-html-");
        try
        {
            var names = new Dictionary<string, string>();
            foreach (var (name, html) in pages)
            {
                var file = Path.Combine(folder.FullName, $"{names.Count:D4}.html");
                await File.WriteAllTextAsync(file, html);
                names[Path.GetFileName(file)] = name;
            }
            return Read(await Ask(folder.FullName), names);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<string> Ask(string folder)
    {
        var start = new ProcessStartInfo(Java!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-Xss1m", "-jar", Jar, "--format", "json", "--exit-zero-always", folder])
            start.ArgumentList.Add(argument);
        using var vnu = Process.Start(start)!;
        var output = vnu.StandardOutput.ReadToEndAsync();
        var answer = await vnu.StandardError.ReadToEndAsync();
        await output;
        await vnu.WaitForExitAsync();
        return answer[Math.Max(0, answer.IndexOf("{\"messages\"", StringComparison.Ordinal))..];
    }

    static List<string> Read(string answer, Dictionary<string, string> names)
    {
        using var json = JsonDocument.Parse(answer);
        var problems = new List<string>();
        foreach (var message in json.RootElement.GetProperty("messages").EnumerateArray())
        {
            var remark = Text(message, "type") == "info" && Text(message, "subType") != "warning";
            if (remark)
                continue;
            var page = names.GetValueOrDefault(Text(message, "url").Split('/')[^1], "?");
            problems.Add(
                $"{page}, line {Text(message, "lastLine")}: {Text(message, "message")} · "
                    + $"{Text(message, "extract").Trim()}"
            );
        }
        return problems;
    }

    static string Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) ? value.ToString() : "";

    static string? FindJava() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "java"), Path.Combine(folder, "java.exe") })
            .FirstOrDefault(File.Exists);
}
