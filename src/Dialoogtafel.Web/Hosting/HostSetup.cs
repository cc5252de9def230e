using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.HttpOverrides;

namespace Dialoogtafel.Web.Hosting;

/// <summary>From command line, file and environment to checked options.</summary>
public static class HostSetup
{
    /// <summary>Pages and style sheets are found whatever folder the command was given in.</summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var source = Path.Combine(Paths.Root, "src", "Dialoogtafel.Web");
        return new WebApplicationOptions
        {
            // Only --name=value is configuration; our own options are read by CommandLine.
            Args = [.. args.Where(arg => arg.Contains('=', StringComparison.Ordinal))],
            ContentRootPath = Directory.Exists(source) ? source : AppContext.BaseDirectory,
        };
    }

    public static InstallationOptions Read(WebApplicationBuilder builder, CommandLine line)
    {
        builder.Configuration.Sources.Insert(
            0,
            new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
            {
                Path = Path.Combine(Paths.Root, "appsettings.json"),
                Optional = true,
                FileProvider = null,
            }
        );
        foreach (var source in builder.Configuration.Sources.OfType<FileConfigurationSource>())
        {
            source.ResolveFileProvider();
        }

        var options = new InstallationOptions();
        builder.Configuration.GetSection(InstallationOptions.Section).Bind(options);
        Place(options, line);
        Startup.Check(options);
        if (options.Demo || builder.Configuration["urls"] is null)
        {
            // The demo listens on this computer only, whatever the environment says.
            builder.WebHost.UseUrls($"http://localhost:{line.Port}");
        }

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor
        );
        return options;
    }

    private static void Place(InstallationOptions options, CommandLine line)
    {
        options.Demo = line.Demo;
        options.DataFolder = Paths.Absolute(line.Data ?? options.DataFolder);
        if (line.Data is not null && options.KeysFolder == new InstallationOptions().KeysFolder)
        {
            options.KeysFolder = Path.Combine(options.DataFolder, "keys");
        }

        if (line.Demo)
        {
            options.DataFolder = Path.Combine(options.DataFolder, "demo");
            options.KeysFolder = Path.Combine(options.DataFolder, "keys");
            options.BaseAddress = null;
        }

        options.KeysFolder = Paths.Absolute(options.KeysFolder);
    }
}
