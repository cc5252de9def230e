using System.Text;
using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>Writes header fields (RFC 5322), folded at 76, text outside ASCII as encoded words (RFC 2047, UTF-8, Q).</summary>
internal sealed class HeaderWriter(StringBuilder output)
{
    private const int LineLimit = 76;
    private const string WordStart = "=?utf-8?Q?";
    private const string WordEnd = "?=";
    private int _column;

    /// <summary>A field whose value is text for people, such as Subject. Any text is accepted.</summary>
    public void Text(string name, string value)
    {
        var line = OneLine.Of(value);
        Start(name);
        if (IsPlain(line) && line.Split(' ').All(word => word.Length < LineLimit - name.Length - 2))
            Words(line.Split(' '));
        else
            Words(EncodedWords(line, LineLimit - _column - 1));
        End();
    }

    /// <summary>A field that a program reads, such as List-Unsubscribe. ASCII passes as it is, folded at spaces only; line breaks and
    /// over-long words are refused before (<see cref="DraftRules"/>).</summary>
    public void Token(string name, string value)
    {
        if (!IsPlain(value))
        {
            Text(name, value);
            return;
        }
        Start(name);
        Words(value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        End();
    }

    /// <exception cref="FormatException">The address is not valid.</exception>
    public void Mailbox(string name, Mailbox mailbox)
    {
        var address = AddressForm.Of(mailbox.Address);
        var display = OneLine.Name(mailbox.Name);
        Start(name);
        if (display.Length == 0)
        {
            Words([address]);
        }
        else
        {
            Words(IsPlain(display) && display.Length <= 60 ? [Phrase(display)] : EncodedWords(display, LineLimit - _column - 1));
            Words([$"<{address}>"]);
        }
        End();
    }

    private void Start(string name)
    {
        output.Append(name).Append(':');
        _column = name.Length + 1;
        _atStart = true;
    }

    private bool _atStart;

    private void Words(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            // Never before the first word: a line with only a field name is legal, but some servers drop it.
            if (!_atStart && _column + 1 + word.Length > LineLimit)
            {
                output.Append("\r\n");
                _column = 0;
            }
            output.Append(' ').Append(word);
            _column += 1 + word.Length;
            _atStart = false;
        }
    }

    private void End() => output.Append("\r\n");

    /// <summary>Text that holds "=?" is encoded too, so that it reads back as it was typed.</summary>
    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    /// <summary>Atoms as they are, else a quoted string; quotes and backslashes are gone already.</summary>
    private static string Phrase(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '\'') ? name : $"\"{name}\"";

    /// <summary>
    /// Whole characters only in each word; spaces are inside the words, because a reader drops the white space between two of them.
    /// </summary>
    private static List<string> EncodedWords(string text, int firstLimit)
    {
        var words = new List<string>();
        var current = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = Encode(rune);
            var limit = (words.Count == 0 ? firstLimit : LineLimit - 1) - WordStart.Length - WordEnd.Length;
            if (current.Length > 0 && current.Length + piece.Length > limit)
            {
                words.Add(WordStart + current + WordEnd);
                current.Clear();
            }
            current.Append(piece);
        }
        words.Add(WordStart + current + WordEnd);
        return words;
    }

    /// <summary>Only the characters that RFC 2047 section 5 (3) allows in a phrase stay bare, so one form serves every field.</summary>
    private static string Encode(Rune rune)
    {
        if (rune.Value == ' ')
            return "_";
        if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            return rune.ToString();
        Span<byte> bytes = stackalloc byte[4];
        var length = rune.EncodeToUtf8(bytes);
        return string.Concat(Convert.ToHexString(bytes[..length]).Chunk(2).Select(pair => $"={pair[0]}{pair[1]}"));
    }
}
