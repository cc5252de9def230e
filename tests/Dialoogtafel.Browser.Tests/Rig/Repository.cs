namespace Dialoogtafel.Browser.Tests.Rig;

static class Repository
{
    /// <summary>The folder that holds Dialoogtafel.sln.</summary>
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Dialoogtafel.sln")))
                return folder.FullName;
        throw new InvalidOperationException("Dialoogtafel.sln is not found above " + AppContext.BaseDirectory);
    }
}
