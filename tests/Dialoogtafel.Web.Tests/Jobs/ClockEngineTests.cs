using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Dialoogtafel.Web.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dialoogtafel.Web.Tests.Jobs;

public sealed class ClockEngineTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private readonly SetClock _clock = new("2026-10-24T12:00:00Z");
    private readonly Diary _diary = new();
    private readonly Lines _log = new();

    [Fact]
    public async Task A_nudge_runs_the_job_at_once_and_many_nudges_run_it_once_more()
    {
        await using var services = Services(ScheduleEntry.Of<Noting>("pump", "0 0 1 1 *", "test", onNudge: true));
        await using var engine = await StartAsync(services);
        var nudge = services.GetRequiredService<Nudge>();

        await _diary.NextAsync();
        _diary.Gate = new SemaphoreSlim(0);
        nudge.Wake();
        await _diary.NextAsync();
        for (var i = 0; i < 100; i++)
            nudge.Wake();
        _diary.Gate.Release(100);

        await _diary.NextAsync();
        nudge.Wake();
        await _diary.NextAsync();
        Assert.Equal(4, _diary.Runs);
    }

    [Fact]
    public async Task Setting_the_clock_back_does_not_hold_up_a_job_until_the_old_hour_comes_again()
    {
        await using var services = Services(ScheduleEntry.Of<Noting>("pump", "*/5 * * * *", "test"));
        await using var engine = await StartAsync(services);
        await _diary.NextAsync();
        var storage = services.GetRequiredService<JobStorage>();
        Postpone(storage, "pump", TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(5));

        _clock.Set("2026-10-24T07:00:00Z");

        await UntilAsync(() => NextOf(storage, "pump") < TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(6));
    }

    /// <param name="part">The part of Hangfire that finds its memory broken: planning, or enqueueing.</param>
    [Theory]
    [InlineData(nameof(RecurringJobManager))]
    [InlineData(nameof(BackgroundJobClient))]
    public async Task A_fault_of_the_clock_is_told_and_the_jobs_go_on(string part)
    {
        var faulty = new FaultyStorage(part);
        await using var services = Services(
            collection => collection.AddSingleton<JobStorage>(faulty),
            ScheduleEntry.Of<Noting>("pump", "* * * * *", "test")
        );
        await using var engine = await StartAsync(services);

        await _diary.NextAsync();

        Assert.Equal(0, faulty.Faults);
        Assert.Contains(_log.All, line =>
            line.Contains(nameof(TimeoutException), StringComparison.Ordinal)
            && !line.Contains("anna@deelnemer.example", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_job_that_fails_runs_again_and_holds_up_no_other()
    {
        _diary.Fails = true;
        await using var services = Services(
            ScheduleEntry.Of<Stuck>("stuck", "* * * * * *", "test"),
            ScheduleEntry.Of<Noting>("pump", "* * * * * *", "test")
        );
        await using var engine = await StartAsync(services);

        await _diary.NextAsync();
        await _diary.NextAsync();
        Assert.Contains(_log.All, line =>
            line.Contains("pump", StringComparison.Ordinal)
            && line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_log_names_the_failure_in_one_line_without_its_message()
    {
        _diary.Fails = true;
        await using var services = Services();

        Assert.False(await services.GetRequiredService<JobRunner>().RunAsync<Noting>(CancellationToken.None));

        var line = Assert.Single(_log.All);
        Assert.Contains(nameof(Noting), line, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@deelnemer.example", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public async Task Every_run_has_a_scope_of_its_own()
    {
        await using var services = Services();
        var runner = services.GetRequiredService<JobRunner>();
        Assert.True(await runner.RunAsync<Noting>(CancellationToken.None));
        Assert.True(await runner.RunAsync<Noting>(CancellationToken.None));
        Assert.Equal(2, _diary.Scopes.Distinct().Count());
    }

    private ServiceProvider Services(params ScheduleEntry[] entries) => Services(_ => { }, entries);

    private ServiceProvider Services(Action<IServiceCollection> change, params ScheduleEntry[] entries)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_log))
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(_diary)
            .AddSingleton(new Schedule(Amsterdam, entries))
            .AddScoped<Scope>()
            .AddClockEngine();
        change(services);
        return services.BuildServiceProvider();
    }

    /// <summary>As a job stands whose next run was planned by a clock that was ahead.</summary>
    private static void Postpone(JobStorage storage, string name, DateTime until)
    {
        using var connection = storage.GetConnection();
        connection.SetRangeInHash($"recurring-job:{name}", [new("NextExecution", JobHelper.SerializeDateTime(until))]);
        using var change = connection.CreateWriteTransaction();
        change.AddToSet("recurring-jobs", name, JobHelper.ToTimestamp(until));
        change.Commit();
        Assert.True(NextOf(storage, name) > TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(4));
    }

    private static DateTime? NextOf(JobStorage storage, string name)
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs([name]).Single().NextExecution;
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var tries = 0; !done(); tries++)
        {
            Assert.True(tries < 300, "It did not come about within half a minute.");
            await Task.Delay(100);
        }
    }

    private static async Task<Running> StartAsync(ServiceProvider services)
    {
        var engine = services.GetServices<IHostedService>().OfType<ClockEngine>().Single();
        await engine.StartAsync(CancellationToken.None);
        return new Running(engine);
    }

    private sealed class Running(ClockEngine engine) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await engine.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class Scope;

    /// <summary>Hangfire's memory, which gives up twice; its words may quote somebody.</summary>
    private sealed class FaultyStorage(string part) : JobStorage
    {
        private readonly InMemoryStorage _inner = new();
        private int _faults = 2;

        public int Faults => Math.Max(0, Volatile.Read(ref _faults));

        public override IMonitoringApi GetMonitoringApi() => _inner.GetMonitoringApi();

        public override IStorageConnection GetConnection() =>
            Environment.StackTrace.Contains($".{part}.", StringComparison.Ordinal)
            && Interlocked.Decrement(ref _faults) >= 0
                ? throw new TimeoutException("for anna@deelnemer.example")
                : _inner.GetConnection();

        public override bool HasFeature(string featureId) => _inner.HasFeature(featureId);
    }

    /// <summary>Notes that it ran; a nightmare of personal data when it fails.</summary>
    private sealed class Noting(Diary diary, Scope scope) : IJob
    {
        public async Task RunAsync(CancellationToken stop)
        {
            var gate = diary.Gate;
            diary.Note(scope);
            if (gate is not null)
                await gate.WaitAsync(stop);
            if (diary.Fails)
                throw new InvalidOperationException("550 anna@deelnemer.example\nis unknown");
        }
    }

    private sealed class Stuck : IJob
    {
        public Task RunAsync(CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }

    private sealed class Diary
    {
        private readonly Channel<object> _runs = Channel.CreateUnbounded<object>();
        private int _count;

        public int Runs => Volatile.Read(ref _count);
        public ConcurrentQueue<object> Scopes { get; } = new();
        public SemaphoreSlim? Gate { get; set; }
        public bool Fails { get; set; }

        public void Note(object scope)
        {
            Scopes.Enqueue(scope);
            Interlocked.Increment(ref _count);
            _runs.Writer.TryWrite(scope);
        }

        public async Task NextAsync() => await _runs.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class SetClock(string now) : TimeProvider
    {
        private (DateTimeOffset Shown, long At) _set = (
            DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
            System.GetTimestamp()
        );

        public void Set(string to) =>
            _set = (DateTimeOffset.Parse(to, CultureInfo.InvariantCulture), System.GetTimestamp());

        public override DateTimeOffset GetUtcNow() => _set.Shown + System.GetElapsedTime(_set.At);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Enqueue(formatter(state, exception) + exception?.Message);

        public void Dispose() { }
    }
}
