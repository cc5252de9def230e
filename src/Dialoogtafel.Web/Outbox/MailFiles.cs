using System.Globalization;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// The files of the local mailbox, made by <see cref="FolderTransport"/>: found again to remove them.
/// </summary>
public sealed class MailFiles(InstallationOptions options)
{
    private const string Moment = "yyyyMMdd'T'HHmmssfff'Z'";

    public void Delete(IReadOnlyCollection<string> messageIds)
    {
        var names = messageIds.Select(FolderTransport.SafeNameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Files())
        {
            if (names.Contains(NameOf(file)))
            {
                File.Delete(file);
            }
        }
    }

    /// <returns>How many went.</returns>
    public int DeleteBefore(DateTime moment)
    {
        var old = Files().Where(file => MomentOf(file) < moment).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    private IEnumerable<string> Files() =>
        Directory.Exists(options.MailFolder) ? Directory.EnumerateFiles(options.MailFolder, "*.eml") : [];

    private static string NameOf(string file) =>
        Path.GetFileNameWithoutExtension(file) is { } name
        && name.IndexOf('-', StringComparison.Ordinal) is var dash and > 0
            ? name[(dash + 1)..]
            : "";

    private static DateTime? MomentOf(string file) =>
        DateTime.TryParseExact(
            Path.GetFileName(file).Split('-')[0],
            Moment,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;
}
