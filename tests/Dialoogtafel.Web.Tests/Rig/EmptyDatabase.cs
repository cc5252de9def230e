using Microsoft.Data.Sqlite;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// The database of a fresh installation at <see cref="FixedClock.Start"/>: made once in a process by starting a site,
/// and copied for each test.
/// </summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<byte[]> Ready = new(Make);

    public static void CopyTo(string folder)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        File.WriteAllBytes(Path.Combine(data, "dialoogtafel.db"), Ready.Value);
    }

    private static byte[] Make()
    {
        using var site = new Site { Bare = true };
        _ = site.Services;
        var copy = Path.Combine(site.Folder, "ready.db");
        using (
            var connection = new SqliteConnection(
                $"Data Source={Path.Combine(site.Folder, "data", "dialoogtafel.db")};Pooling=False"
            )
        )
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            command.ExecuteNonQuery();
        }

        return File.ReadAllBytes(copy);
    }
}
