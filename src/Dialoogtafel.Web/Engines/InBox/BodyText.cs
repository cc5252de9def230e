using System.Text;

namespace Dialoogtafel.Web.Engines;

/// <summary>Puts the text of a part into seven-bit lines of at most 76 characters (RFC 2045), CRLF between them.</summary>
internal static class BodyText
{
    /// <summary>
    /// Quoted-printable: readable in the raw mail. Any line end in the text counts as one; other controls than tab are left out.
    /// </summary>
    public static void QuotedPrintable(StringBuilder output, string text)
    {
        foreach (var line in DraftRules.Body(text).Split('\n'))
        {
            QuotedPrintableLine(output, Encoding.UTF8.GetBytes(line));
            output.Append("\r\n");
        }
    }

    /// <summary>Base64: the bytes arrive exactly, line ends included; for files.</summary>
    public static void Base64(StringBuilder output, string text)
    {
        foreach (var line in Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Chunk(76))
            output.Append(line).Append("\r\n");
    }

    private static void QuotedPrintableLine(StringBuilder output, byte[] line)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isLast = i == line.Length - 1;
            // White space at the end of a line may get lost on the way.
            var isBare = line[i] is >= 33 and <= 126 and not (byte)'=' || (line[i] is (byte)' ' or (byte)'\t' && !isLast);
            var width = isBare ? 1 : 3;
            if (column + width > 75)
            {
                output.Append("=\r\n");
                column = 0;
            }
            if (isBare)
                output.Append((char)line[i]);
            else
                output.Append('=').Append(Convert.ToHexString(line, i, 1));
            column += width;
        }
    }
}
