namespace Dialoogtafel.Web.Options;

/// <summary>
/// Where data, keys and appsettings.json are: beside Dialoogtafel.sln when there is one above, else beside the binary.
/// </summary>
public static class Paths
{
    public static string Root { get; } = Find();

    /// <summary>Templates are linked content beside the binary.</summary>
    public static string Templates => Path.Combine(AppContext.BaseDirectory, "emailtemplates");

    public static string Absolute(string path) => Path.GetFullPath(path, Root);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dialoogtafel.sln")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
