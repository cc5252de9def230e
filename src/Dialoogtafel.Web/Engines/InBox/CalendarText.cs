using System.Text;

namespace Dialoogtafel.Web.Engines;

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

    /// <summary>A TEXT value (RFC 5545 section 3.3.11). Line ends stay as \n, other controls go.</summary>
    public void Text(string name, string value)
    {
        var escaped = new StringBuilder();
        foreach (var rune in value.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                escaped.Append("\\n");
            else if (rune.Value == '\t' || (!OneLine.IsBreak(rune) && !OneLine.IsDirectionMark(rune.Value)))
                escaped.Append(rune.Value is '\\' or ';' or ',' ? "\\" : "").Append(rune.ToString());
        }
        Line($"{name}:{escaped}");
    }

    public override string ToString() => _output.ToString();
}
