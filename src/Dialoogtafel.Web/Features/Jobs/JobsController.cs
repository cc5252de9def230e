using System.Globalization;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Engines;
using Dialoogtafel.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Features.Jobs;

/// <summary>
/// Taken: what the site does by itself and how it went, for the technical administrator, to look at only. Where the engines have a page of
/// their own it stands here instead. No job carries anybody's data.
/// </summary>
public sealed class JobsController(Schedule schedule, JobRunner runner, JobsBoard board, WallClock wall, TimeProvider clock) : TeamController(clock)
{
    private const string Root = "/beheer/taken";

    [HttpGet("beheer/taken/{**deel}")]
    public async Task<IActionResult> Show(string? deel)
    {
        if (!JobsBoard.Exists)
        {
            return deel is null ? View(new JobsPage([.. schedule.Entries.Select(RowOf)])) : NotFound();
        }

        await board.ShowAsync(HttpContext, Root);
        return new EmptyResult();
    }

    /// <summary>The numbers of the engines' own page, which asks for them by a form; changes nothing.</summary>
    [HttpPost("beheer/taken/stats")]
    public Task<IActionResult> Numbers() => Show("stats");

    private JobRow RowOf(ScheduleEntry entry)
    {
        var run = runner.LastOf(entry.Name);
        var next = run?.Ended is { } ended ? schedule.NextAfter(entry.Rule, run.Began, ended) : (DateTimeOffset?)null;
        return new JobRow(entry.Name, HowOften(entry), Local(run?.Began), run is { Ended: null }, Local(next), Local(run?.Failed), run?.Fault);
    }

    private static string HowOften(ScheduleEntry entry) => entry.Rule switch
    {
        ScheduleRule.Every { Pause: var pause } => $"elke {InWords(pause)}{(entry.OnNudge ? ", en meteen als er iets klaarstaat" : "")}",
        ScheduleRule.Daily { At: var at } => $"elke dag om {at.ToString("H.mm", CultureInfo.InvariantCulture)} uur",
        _ => throw new InvalidOperationException("A rule without words: " + entry.Rule.GetType().Name),
    };

    private static string InWords(TimeSpan pause) => pause switch
    {
        { TotalSeconds: < 60 } => $"{pause.TotalSeconds:0} seconden",
        { TotalMinutes: 1 } => "minuut",
        { TotalMinutes: < 60 } => $"{pause.TotalMinutes:0} minuten",
        { TotalHours: 1 } => "uur",
        _ => $"{pause.TotalHours:0} uur",
    };

    private DateTime? Local(DateTimeOffset? moment) => moment is { } at ? wall.Local(at.UtcDateTime) : null;
}

public sealed record JobsPage(IReadOnlyList<JobRow> Rows);

/// <param name="Fault">Kinds of exceptions, never their words: those may quote somebody's data.</param>
public sealed record JobRow(string Name, string HowOften, DateTime? Began, bool Runs, DateTime? Next, DateTime? Failed, string? Fault);
