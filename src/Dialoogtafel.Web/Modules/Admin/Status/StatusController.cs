using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.Status;

/// <summary>
/// Hoe het met de site gaat: for organisers and the technical administrator. Numbers only, nobody's name or address.
/// </summary>
[May(Who.Technical, Scope.Anywhere)]
public sealed class StatusController(
    DialoogtafelDb db,
    SiteHealth health,
    PauseReader pause,
    Installation installation,
    InstallationOptions options,
    WallClock wall,
    FieldCipher cipher,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("beheer/status")]
    public async Task<IActionResult> Show(CancellationToken stop)
    {
        var settings = await installation.ReadAsync(stop);
        var counts = await db
            .Mails.GroupBy(mail => mail.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(item => item.Key, item => item.Count, stop);
        var address = installation.BaseAddress(settings);
        return View(
            new StatusPage
            {
                Version = typeof(StatusController).Assembly.GetName().Version?.ToString(3) ?? "?",
                Schema = await db
                    .Database.SqlQuery<int>($"SELECT user_version AS Value FROM pragma_user_version")
                    .SingleAsync(stop),
                DatabaseBytes = SizeOf(options.DatabaseFile) + SizeOf(options.DatabaseFile + "-wal"),
                OldestUnsent = await health.OldestUnsentAsync(stop),
                Mails = [.. Enum.GetValues<MailState>().Select(state => (state, counts.GetValueOrDefault(state)))],
                LocalNow = wall.Local(Now),
                TimeZone = options.TimeZone,
                ClockLag = await health.ClockLagAsync(stop),
                HasServer = installation.Server(settings, cipher) is not null,
                SendingOn = settings.SendingOnAt is not null,
                SenderProblem = installation.SenderProblem(settings),
                Address = address,
                Reach = SendingRule.ReachOf(address),
                KeysBesideData = LiesIn(options.KeysFolder, options.DataFolder),
                Demo = options.Demo,
                FailingJobs =
                [
                    .. health
                        .FailingJobs()
                        .Select(job => new FailingJob(
                            job.Name,
                            job.Run.FailuresInARow,
                            wall.Local(job.Run.FailsSince!.Value.UtcDateTime),
                            job.Run.Fault
                        )),
                ],
                Pause = await pause.FindAsync(Now, stop),
                SeesJobs = Me.Has(null, TeamRole.Administrator),
            }
        );
    }

    /// <summary>
    /// Who copies the data folder then copies the keys too, and with both together everything is readable (S59).
    /// </summary>
    private static bool LiesIn(string folder, string parent) =>
        !Path.GetRelativePath(Path.GetFullPath(parent), Path.GetFullPath(folder))
            .StartsWith("..", StringComparison.Ordinal);

    private static long SizeOf(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;
}

/// <param name="Since">Local.</param>
/// <param name="Fault">Kinds of exceptions, never their words: those may quote somebody's data.</param>
public sealed record FailingJob(string Name, int Times, DateTime Since, string? Fault);

public sealed record StatusPage
{
    public required string Version { get; init; }
    public required int Schema { get; init; }
    public required long DatabaseBytes { get; init; }
    public required TimeSpan? OldestUnsent { get; init; }
    public required IReadOnlyList<(MailState State, int Count)> Mails { get; init; }
    public required DateTime LocalNow { get; init; }
    public required string TimeZone { get; init; }
    public required TimeSpan ClockLag { get; init; }
    public required bool HasServer { get; init; }
    public required bool SendingOn { get; init; }
    public required string? SenderProblem { get; init; }
    public required string Address { get; init; }
    public required AddressReach Reach { get; init; }
    public required bool KeysBesideData { get; init; }
    public required bool Demo { get; init; }
    public required PauseView? Pause { get; init; }
    public required bool SeesJobs { get; init; }
    public required IReadOnlyList<FailingJob> FailingJobs { get; init; }

    public bool MailWaitsTooLong => OldestUnsent > SiteHealth.MailMayWait;
    public bool ClockWentBack => ClockLag > SiteHealth.ClockMayLag;

    /// <summary>"0,4 MB".</summary>
    public string DatabaseSize => (DatabaseBytes / 1_000_000.0).ToString("0.0 'MB'", Language.Dutch);
}
