using System.Text;

namespace Dialoogtafel.Web.Calendar;

/// <summary>Content lines of RFC 5545: CRLF, folded at 75 octets, never inside a character.</summary>
internal sealed class CalendarText
{
    private const int OctetLimit = 75;
    private readonly StringBuilder _output = new();

    public void Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetLimit)
            {
                _output.Append("\r\n ");
                octets = 1;
            }
            _output.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        _output.Append("\r\n");
    }

    /// <summary>
    /// A finished text, folded anew: some writers fold inside a character, and half of one is lost on the way.
    /// </summary>
    public static string FoldAgain(string text)
    {
        var again = new CalendarText();
        foreach (
            var line in text.ReplaceLineEndings("\n")
                .Replace("\n ", "", StringComparison.Ordinal)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        )
            again.Line(line);
        return again.ToString();
    }

    public override string ToString() => _output.ToString();
}
