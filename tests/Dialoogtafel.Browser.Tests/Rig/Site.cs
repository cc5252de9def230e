using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// The real site on a real loopback port, in this process, with a data folder of its own that goes away afterwards.
/// </summary>
public sealed class Site : WebApplicationFactory<Program>
{
    readonly Dictionary<string, string> settings;

    // Every site would watch its folders; a Linux user has 128 watchers in all, and the files do not change during a
    // test.
    static Site() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    /// <param name="settings">Configuration keys and values, over those of the site's own files.</param>
    public Site(params (string Key, string Value)[] settings)
    {
        this.settings = settings.ToDictionary(s => s.Key, s => s.Value);
        UseKestrel(0);
    }

    /// <summary>Starts as the demo does: with --demo.</summary>
    public bool Demo { get; init; }

    /// <summary>
    /// A clock that a test moves, without the clock engine: the test runs the jobs. Null = as in real life.
    /// </summary>
    public FixedClock? Clock { get; init; }

    public string Folder { get; init; } = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;

    /// <summary>False keeps the folder, for another site on it.</summary>
    public bool RemoveFolder { get; init; } = true;

    /// <summary>What a saboteur changes; null = the product as it is.</summary>
    public Action<IServiceCollection>? Sabotage { get; init; }

    /// <summary>The address that a browser opens; starts the site when first asked.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        }
    }

    public string Url(string path) => new Uri(Address, path).ToString();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Dialoogtafel:DataFolder", Path.Combine(Folder, "data"));
        builder.UseSetting("Dialoogtafel:KeysFolder", Path.Combine(Folder, "keys"));
        if (Demo)
            builder.UseSetting("demo", "true");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => Sabotage?.Invoke(services));
        if (Clock is { } clock)
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.Remove(
                    services.Single(service =>
                        service.ServiceType == typeof(IHostedService)
                        && service.ImplementationType == typeof(ClockEngine)
                    )
                );
                services.AddSingleton<IStartupFilter, LastingCookies>();
            });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (RemoveFolder && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
