using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>The real site on a real loopback port, in this process, with a data folder of its own that goes away afterwards.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    readonly Dictionary<string, string> settings;

    /// <param name="settings">Configuration keys and values, over those of the site's own files.</param>
    public Site(params (string Key, string Value)[] settings)
    {
        this.settings = settings.ToDictionary(s => s.Key, s => s.Value);
        UseKestrel(0);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;

    /// <summary>The address that a browser opens; starts the site when first asked.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    public string Url(string path) => new Uri(Address, path).ToString();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Dialoogtafel:DataFolder", Path.Combine(Folder, "data"));
        builder.UseSetting("Dialoogtafel:KeysFolder", Path.Combine(Folder, "keys"));
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
