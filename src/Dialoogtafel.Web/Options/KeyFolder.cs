using System.Security.Cryptography;

namespace Dialoogtafel.Web.Options;

/// <summary>
/// The two secrets of our own in the keys folder, 32 random bytes each, made at the first start and readable by the
/// owner alone.
/// </summary>
public sealed class KeyFolder(string folder)
{
    /// <summary>Derives the tokens of personal links; without it all links must be sent again.</summary>
    public byte[] LinkSecret { get; } = ReadOrMake(folder, "link-secret");

    /// <summary>Encrypts typed answers and mail bytes; without it they are unreadable for ever.</summary>
    public byte[] FieldKey { get; } = ReadOrMake(folder, "field-key");

    private static byte[] ReadOrMake(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            var fresh = file + ".new";
            File.WriteAllText(fresh, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(fresh, file, overwrite: false);
        }

        var key = Convert.FromBase64String(File.ReadAllText(file).Trim());
        return key.Length == 32
            ? key
            : throw new InvalidOperationException(
                $"Het geheim {file} is niet goed: verwacht 32 bytes in base64. Zet de reservekopie terug."
            );
    }
}
