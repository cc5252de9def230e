using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// One process at a time on one SQLite file: the mails that are under way at start were left by a process that died,
/// and that is only true when no other one lives. The system lets go of the lock when a process ends, also by a kill.
/// </summary>
public sealed class DataFolderLock(InstallationOptions options) : IDisposable
{
    private FileStream? held;

    /// <exception cref="InvalidOperationException">Another process uses these data; the message is Dutch.</exception>
    public void Take()
    {
        Directory.CreateDirectory(options.DataFolder);
        try
        {
            held = new FileStream(
                options.DatabaseFile + ".in-use",
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                $"De gegevens in {options.DataFolder} zijn al in gebruik door een ander Dialoogtafel. Stop dat eerst."
            );
        }
    }

    public void Dispose() => held?.Dispose();
}
