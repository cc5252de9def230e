using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Browser.Tests.Trials;

/// <summary>What came of one trial.</summary>
/// <param name="LostSeconds">Between the first key that is stored nowhere and the mishap.</param>
/// <param name="LostKeys">Keys typed before the mishap that are stored nowhere.</param>
/// <param name="SlowSeconds">How far the bound was moved because the machine was slow.</param>
public sealed record Outcome(
    int Seed,
    string What,
    double LostSeconds,
    int LostKeys,
    double SlowSeconds,
    IReadOnlyList<string> Faults
)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed, 3} {What, -28} lost {LostSeconds:0.00} s, {LostKeys} keys; slow "
                + $"{SlowSeconds:0.00} s {string.Join(" · ", Faults)}"
        );
}

/// <summary>
/// Looks at everything that is stored, and knows no rule of the product but these: what was promised is there; what was
/// ever stored is still there, or has grown; nothing else than words that were typed is there. Which row, device, tab
/// or revision holds it is not asked.
/// </summary>
/// <param name="patience">How long a save of a page that stays open may take.</param>
public sealed partial class Oracle(TypingSite site, Guest guest, TimeSpan patience)
{
    readonly ConcurrentDictionary<(int Question, string Text), bool> earlier = new();
    readonly List<string> faults = [];
    double lostSeconds,
        slowSeconds;
    int lostKeys;

    public IReadOnlyList<string> Faults => faults;

    /// <summary>
    /// Looks again and again until it is told to stop, and remembers every text that was ever stored.
    /// </summary>
    public async Task LookOnAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await LookAsync();
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                // Just now the file of a killed site is being put right by the one that starts; the next look is soon.
            }

            await Task.Delay(150, CancellationToken.None);
        }
    }

    /// <summary>
    /// Waits until the site has this text; a page that stays open may not lose one key, however long it was cut off.
    /// </summary>
    public async Task ArrivesAsync(int question, string text, string where)
    {
        var until = TimeProvider.System.GetUtcNow() + patience;
        while (TimeProvider.System.GetUtcNow() < until)
        {
            if (Holds(await LookAsync(), question, text))
                return;
            await Task.Delay(150);
        }

        faults.Add($"{where}: a page that stayed open never saved '{Tail(text)}'");
    }

    /// <summary>A page with script ended at this moment.</summary>
    public async Task EndedAsync(int question, Watch watch)
    {
        var stored = await LookAsync();
        foreach (var save in watch.Saves.Where(item => item.Ok && item.Text.Trim().Length > 0))
            earlier[(question, save.Text.TrimEnd())] = true;
        if (!Holds(stored, question, watch.Promised))
            faults.Add($"lost more than two seconds: '{Tail(watch.Promised)}' of '{Tail(watch.Text)}'");
        var lost = watch.Strokes.Where(item => !Holds(stored, question, item.Text.TrimEnd())).ToList();
        lostKeys += lost.Count;
        if (lost.Count > 0)
            lostSeconds = Math.Max(lostSeconds, (watch.Now - lost[0].At) / 1000);
        slowSeconds = Math.Max(slowSeconds, watch.Slowness / 1000);
    }

    /// <summary>A page was served with this text: then it may not disappear either.</summary>
    public void WasStored(int question, string text) => earlier[(question, text)] = true;

    /// <summary>A page without script was gone before its button: it alone is lost.</summary>
    public void LostPage(string text) => lostKeys += text.Length;

    public async Task MustHoldAsync(int question, string text, string why)
    {
        if (!Holds(await LookAsync(), question, text))
            faults.Add($"{why}: '{Tail(text)}' is not stored");
    }

    public void Check(bool right, string fault)
    {
        if (!right)
            faults.Add(fault);
    }

    /// <summary>The words of this trial on a page.</summary>
    public static IReadOnlyList<string> WordsIn(string page) =>
        [.. Word().Matches(page).Select(item => item.Value).Distinct()];

    public async Task<Outcome> JudgeAsync(int seed, string what)
    {
        var stored = await LookAsync();
        foreach (var (question, text) in earlier.Keys)
            if (!Holds(stored, question, text))
            {
                var now = stored.Where(item => item.Question == question).Select(item => $"'{Tail(item.Text)}'");
                faults.Add($"overwritten: '{Tail(text)}' by {string.Join(" | ", now)}");
            }
        foreach (var (_, text) in stored)
            if (Word().Replace(text, "").Trim().Length > 0 && !Half().IsMatch(text))
                faults.Add($"nobody typed '{Tail(text)}'");
        return new Outcome(seed, what, lostSeconds, lostKeys, slowSeconds, [.. faults.Distinct()]);
    }

    async Task<IReadOnlyList<(int Question, string Text)>> LookAsync()
    {
        var stored = await site.StoredAsync(guest);
        foreach (var item in stored)
            earlier[item] = true;
        return stored;
    }

    /// <summary>The same text, or one that goes on after it.</summary>
    static bool Holds(IReadOnlyList<(int Question, string Text)> stored, int question, string text) =>
        text.Length == 0
        || stored.Any(item => item.Question == question && item.Text.StartsWith(text, StringComparison.Ordinal));

    static string Tail(string text) => text.Length > 40 ? $"…{text[^40..]}" : text;

    [GeneratedRegex("woord[a-z]\\d+")]
    private static partial Regex Word();

    // The last word may be cut off anywhere.
    [GeneratedRegex("^( +woord[a-z]\\d+| +w(o(o(r(d([a-z]\\d*)?)?)?)?)?)+$")]
    private static partial Regex Half();
}
