using System.Globalization;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Hosting;

/// <summary>
/// The options of <c>./run</c>: --demo, --port N, --data DIR, and --reset-second-factor EMAIL, which does that alone
/// and stops.
/// </summary>
public sealed record CommandLine(bool Demo, int Port, string? Data)
{
    /// <summary>The sign-in address of a member whose second factor goes; null = start the site.</summary>
    public string? ResetSecondFactor { get; init; }

    /// <exception cref="ArgumentException">An option is unknown or its value is missing; the message is Dutch and names
    /// it.</exception>
    public static CommandLine Parse(string[] args)
    {
        var line = new CommandLine(false, InstallationOptions.DefaultPort, null);
        for (var at = 0; at < args.Length; at++)
        {
            line = args[at] switch
            {
                "--demo" or "--demo=true" => line with { Demo = true },
                "--port"
                    when int.TryParse(Value(args, ref at), CultureInfo.InvariantCulture, out var port)
                        && port is >= 0 and < 65536 => line with
                {
                    Port = port,
                },
                "--reset-second-factor" => line with { ResetSecondFactor = Value(args, ref at) },
                "--data" => line with { Data = Value(args, ref at) },
                _ when args[at].StartsWith("--", StringComparison.Ordinal)
                        && args[at].Contains('=', StringComparison.Ordinal) => line,
                var other => throw new ArgumentException(
                    $"Onbekende optie: {other}. Mogelijk zijn --demo, --port N, --data MAP en "
                        + "--reset-second-factor MAILADRES."
                ),
            };
        }

        return line;
    }

    private static string Value(string[] args, ref int at) =>
        ++at < args.Length ? args[at] : throw new ArgumentException($"Na {args[at - 1]} hoort een waarde.");
}
