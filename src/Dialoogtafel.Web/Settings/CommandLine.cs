using System.Globalization;

namespace Dialoogtafel.Web.Settings;

/// <summary>The options of <c>./run</c>: --demo, --port N, --data DIR.</summary>
public sealed record CommandLine(bool Demo, int Port, string? Data)
{
    public const int DefaultPort = 5080;

    /// <exception cref="ArgumentException">An option is unknown or its value is missing; the message is Dutch and names it.</exception>
    public static CommandLine Parse(string[] args)
    {
        var line = new CommandLine(false, DefaultPort, null);
        for (var at = 0; at < args.Length; at++)
        {
            line = args[at] switch
            {
                "--demo" or "--demo=true" => line with { Demo = true },
                "--port" when int.TryParse(Value(args, ref at), CultureInfo.InvariantCulture, out var port) && port is >= 0 and < 65536 => line with { Port = port },
                "--data" => line with { Data = Value(args, ref at) },
                _ when args[at].StartsWith("--", StringComparison.Ordinal) && args[at].Contains('=', StringComparison.Ordinal) => line,
                var other => throw new ArgumentException($"Onbekende optie: {other}. Mogelijk zijn --demo, --port N en --data MAP."),
            };
        }

        return line;
    }

    private static string Value(string[] args, ref int at) =>
        ++at < args.Length ? args[at] : throw new ArgumentException($"Na {args[at - 1]} hoort een waarde.");
}
