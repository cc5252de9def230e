using System.Collections.Concurrent;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// S67: no name, address, number, typed word or token reaches the log, also when something goes wrong.
/// </summary>
public sealed class LogTests
{
    private readonly Capture log = new();

    [Fact]
    public async Task A_full_table_and_its_scanners_leave_no_personal_data_in_the_log()
    {
        using var site = Logged();
        await FullHouse.On(site);
        var links = (await site.MailsAsync())
            .SelectMany(mail => mail.Links)
            .Select(link => link.PathAndQuery)
            .Distinct()
            .ToList();
        foreach (var link in links)
        {
            await new Scanner(site, keepsCookies: true).VisitAsync(link);
        }

        var tokens = links
            .Select(link => link.Split('/', '?').MaxBy(part => part.Length)!)
            .Where(part => part.Length >= 39);
        var canaries = FullHouse.Canaries.Concat(tokens).ToList();
        var found = log
            .Lines.Where(line => canaries.Any(canary => line.Contains(canary, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        Assert.Empty(found);
    }

    [Fact]
    public async Task An_unforeseen_error_is_logged_by_kind_and_place_and_without_its_message()
    {
        using var site = Logged()
            .With(services => services.Configure<MvcOptions>(options => options.Filters.Add(new Trip())));

        using var answer = await site.Open().GetAsync("/privacy?geheim=kanarie-in-adres");

        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(log.Lines, line =>
            line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)
            && line.Contains(nameof(Trip), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(log.Lines, line => line.Contains("kanarie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_database_never_logs_what_it_stores()
    {
        using var site = Logged();
        using var scope = site.Services.CreateScope();
        var options = scope.ServiceProvider.GetRequiredService<DbContextOptions<DialoogtafelDb>>();

        Assert.False(
            options
                .FindExtension<Microsoft.EntityFrameworkCore.Infrastructure.CoreOptionsExtension>()!
                .IsSensitiveDataLoggingEnabled
        );
        Assert.False(
            site.Services.GetRequiredService<ILoggerFactory>()
                .CreateLogger("Microsoft.EntityFrameworkCore.Database.Command")
                .IsEnabled(LogLevel.Information)
        );
        Assert.False(
            site.Services.GetRequiredService<ILoggerFactory>()
                .CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics")
                .IsEnabled(LogLevel.Information)
        );
    }

    /// <summary>As the site logs in real life: Information for our own words, Warning for the framework's.</summary>
    private Site Logged() =>
        new Site().With(services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.Configure<LoggerFilterOptions>(options => options.MinLevel = LogLevel.Information);
        });

    private sealed class Trip : IActionFilter
    {
        public void OnActionExecuting(ActionExecutingContext context)
        {
            // Once: the error page is made by a controller too.
            if (
                context.HttpContext.Request.Query.ContainsKey("geheim") && !context.RouteData.Values.ContainsKey("code")
            )
            {
                throw new InvalidOperationException("Kanarie-naam heeft deze rol al.");
            }
        }

        public void OnActionExecuted(ActionExecutedContext context) { }
    }

    private sealed class Capture : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose() { }
    }
}
