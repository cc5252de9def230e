using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// The real site on a data folder of its own, with a fixed clock and no clock engine: a test runs the jobs itself.
/// </summary>
public class Site : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = [];
    private readonly List<Action<IServiceCollection>> changes = [];

    static Site()
    {
        // Every site would watch its folders; a Linux user has 128 watchers in all, and the files do not change during
        // a test.
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }

    public Site()
    {
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    public FixedClock Clock { get; } = new();

    public string Folder { get; init; } = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;

    /// <summary>False keeps the data folder, to start a second site on it.</summary>
    public bool RemoveFolder { get; init; } = true;

    /// <summary>Runs the clock engine and the system's clock, as in real life.</summary>
    public bool RealTime { get; init; }

    /// <summary>Starts as the demo does: with --demo.</summary>
    public bool Demo { get; init; }

    /// <summary>
    /// Begins without a database, as a first start does; else the site finds the empty one of a fresh installation.
    /// </summary>
    public bool Bare { get; init; }

    public string MailFolder => Path.Combine(Folder, "data", "mail");

    public Site With(string setting, string value)
    {
        settings[$"Dialoogtafel:{setting}"] = value;
        return this;
    }

    public Site With(Action<IServiceCollection> change)
    {
        changes.Add(change);
        return this;
    }

    /// <summary>Does something with the database in a scope of its own.</summary>
    public async Task<T> Db<T>(Func<DialoogtafelDb, Task<T>> action)
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<DialoogtafelDb>());
    }

    public Task Db(Func<DialoogtafelDb, Task> action) =>
        Db(async db =>
        {
            await action(db);
            return 0;
        });

    public Task<bool> Run<TJob>()
        where TJob : IJob => Services.GetRequiredService<JobRunner>().RunAsync<TJob>(CancellationToken.None);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!Bare && !Demo && !RealTime && !File.Exists(Path.Combine(Folder, "data", "dialoogtafel.db")))
        {
            EmptyDatabase.CopyTo(Folder);
        }

        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        builder.UseSetting("Dialoogtafel:DataFolder", Path.Combine(Folder, "data"));
        builder.UseSetting("Dialoogtafel:KeysFolder", Path.Combine(Folder, "keys"));
        if (Demo)
        {
            builder.UseSetting("demo", "true");
        }

        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            if (!RealTime)
            {
                services.AddSingleton<TimeProvider>(Clock);
                var engine = services.Single(service =>
                    service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(ClockEngine)
                );
                services.Remove(engine);
            }

            changes.ForEach(change => change(services));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (RemoveFolder && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
