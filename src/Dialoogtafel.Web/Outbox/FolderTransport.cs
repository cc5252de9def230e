using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Delivers into a local folder, one .eml file a mail; the default in development. A file appears whole or not at all;
/// its name is the time (UTC) and the Message-ID, so a second sending of the same mail is a second file. A full disk or
/// missing right is <see cref="SendOutcome.TryAgain"/>.
/// </summary>
public sealed partial class FolderTransport(string folder, TimeProvider time) : IMailTransport
{
    /// <summary>A folder has no distance to wait for.</summary>
    public int Lanes => 1;

    public IMailSession Open() => new Session(folder, time);

    private sealed class Session(string folder, TimeProvider time) : IMailSession
    {
        public async Task<SendResult> SendAsync(
            string from,
            string to,
            ReadOnlyMemory<byte> bytes,
            CancellationToken stop
        )
        {
            var name =
                time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)
                + "-"
                + MessageIdOf(bytes.Span);
            var unfinished = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}.tmp");
            try
            {
                Directory.CreateDirectory(folder);
                await File.WriteAllBytesAsync(unfinished, bytes, stop);
                File.Move(unfinished, Path.Combine(folder, name + ".eml"), overwrite: true);
                return new(SendOutcome.Accepted, "250 in de map gelegd");
            }
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                TryDelete(unfinished);
                var reason =
                    exception is OperationCanceledException
                        ? "Gestopt vóór het versturen."
                        : "De postmap is niet beschrijfbaar.";
                return new(SendOutcome.TryAgain, reason);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private static string MessageIdOf(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 16_384)]);
        var id = MessageId().Match(head).Groups[1].Value;
        return SafeNameOf(id);
    }

    /// <summary>The part of a file's name that says which mail it is.</summary>
    internal static string SafeNameOf(string messageId)
    {
        var safe = string.Concat(
            messageId.Trim('<', '>').Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '@' ? c : '_')
        );
        return safe.Length == 0 ? "zonder-kenmerk" : safe[..Math.Min(safe.Length, 120)];
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The half file is hidden and harmless; the mail itself is tried again.
        }
    }

    [GeneratedRegex(
        @"^Message-ID:\s*<([^>\r\n]*)>",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex MessageId();
}
