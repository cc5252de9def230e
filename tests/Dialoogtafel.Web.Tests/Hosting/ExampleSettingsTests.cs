using System.Reflection;
using Dialoogtafel.Web.Options;
using Microsoft.Extensions.Configuration;

namespace Dialoogtafel.Web.Tests.Hosting;

public sealed class ExampleSettingsTests
{
    private static readonly IConfigurationSection Example = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(Paths.Root, "appsettings.example.json"))
        .Build()
        .GetSection(InstallationOptions.Section);

    [Fact]
    public void The_example_names_every_technical_setting_and_nothing_else()
    {
        // Demo is set by --demo and never from a file.
        Assert.Equal(
            Names(typeof(InstallationOptions)).Where(name => name != nameof(InstallationOptions.Demo)).Order(),
            Example.GetChildren().Select(item => item.Key).Order()
        );
        Assert.Equal(
            Names(typeof(SmtpOptions)).Order(),
            Example.GetSection(nameof(InstallationOptions.Smtp)).GetChildren().Select(item => item.Key).Order()
        );
    }

    [Fact]
    public void The_example_shows_the_values_that_count_without_it()
    {
        var read = new InstallationOptions();
        Example.Bind(read);

        Assert.Equal(Values(new InstallationOptions()), Values(read));
        Assert.Equal(Values(new SmtpOptions()), Values(read.Smtp));
    }

    private static IEnumerable<string> Names(Type type) => Settable(type).Select(property => property.Name);

    private static List<string> Values(object options) =>
        [
            .. Settable(options.GetType())
                .Where(property => property.PropertyType != typeof(SmtpOptions))
                .Select(property => $"{property.Name}={property.GetValue(options) ?? "null"}"),
        ];

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties().Where(property => property.CanWrite);
}
