using System.Text.Json;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Trials;

/// <summary>
/// One key as the page felt it: when, and what stood in the box after it. Times are milliseconds of the page's own
/// clock.
/// </summary>
public sealed record Stroke(double At, string Text);

/// <summary>
/// One save by itself: what it carried, when it left, when it was answered (0 = not yet), and whether with yes.
/// </summary>
public sealed record Save(string Text, double Begun, double Answered, bool Ok);

/// <summary>The page could do nothing for so long, until then.</summary>
public sealed record Stall(double At, double For);

/// <summary>What a page knows of itself at one moment.</summary>
public sealed record Watch(
    double Now,
    IReadOnlyList<Stroke> Strokes,
    IReadOnlyList<Save> Saves,
    IReadOnlyList<Stall> Stalls
)
{
    /// <summary>What a save may take to reach the site; what it took longer is not the script's.</summary>
    const double Travel = 500;

    const double Promise = 2000;

    /// <summary>What stood in the box; empty before the first key.</summary>
    public string Text => Strokes.Count == 0 ? "" : Strokes[^1].Text.TrimEnd();

    /// <summary>
    /// What must be stored when the page ends now: everything typed up to two seconds ago. A machine under load may
    /// keep the page from running its timer, or the site from answering; by exactly that time, measured in the page,
    /// the bound moves back, and the trial reports it.
    /// </summary>
    public string Promised =>
        Strokes.LastOrDefault(item => item.At + Promise + SlownessSince(item.At) <= Now)?.Text.TrimEnd() ?? "";

    /// <summary>How much of the bound was moved by the machine.</summary>
    public double Slowness => SlownessSince(Now - Promise);

    double SlownessSince(double from) =>
        Stalls.Where(item => item.At >= from).Sum(item => item.For)
        + Saves
            .Where(item => item.Begun >= from)
            .Select(item => (item.Answered > 0 ? item.Answered : Now) - item.Begun - Travel)
            .Append(0)
            .Max();
}

/// <summary>
/// Types numbered words, key by key, at the pace of a person; each word is found nowhere else on the site.
/// </summary>
public sealed class Typist(IPage page, string mark, Random random)
{
    /// <summary>Only looks: at keys, at saves, and at whether the page was kept from running.</summary>
    public const string Watcher = """
        (() => {
          const now = () => performance.timeOrigin + performance.now();
          const seen = window.seen = { strokes: [], saves: [], stalls: [], now };
          let beat = now();
          setInterval(() => {
            const at = now();
            if (at - beat > 200) seen.stalls.push({ at, for: at - beat - 100 });
            beat = at;
          }, 100);
          addEventListener('input', event => seen.strokes.push({ at: now(), text: event.target.value }), true);
          const real = window.fetch;
          window.fetch = async (address, how) => {
            if (how?.method !== 'POST') return real(address, how);
            const save = { text: how.body.get('Form.Text') ?? '', begun: now(), answered: 0, ok: false };
            seen.saves.push(save);
            try {
              const answer = await real(address, how);
              save.ok = answer.ok;
              return answer;
            } finally { save.answered = now(); }
          };
        })();
        """;

    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    int words;

    public IPage Page => page;

    /// <summary>The pieces are whole words or halves: the moment after it may fall anywhere.</summary>
    public async Task TypeAsync(double seconds)
    {
        await page.Locator("textarea").FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        var until = TimeProvider.System.GetUtcNow().AddSeconds(seconds);
        while (true)
        {
            foreach (var key in $" woord{mark}{++words}")
            {
                if (TimeProvider.System.GetUtcNow() >= until)
                    return;
                await page.Keyboard.TypeAsync(key.ToString());
                await Task.Delay(random.Next(20, 130));
            }

            if (random.Next(6) == 0)
                await Task.Delay(random.Next(300, 1_600));
        }
    }

    public async Task<Watch> WatchAsync() =>
        JsonSerializer.Deserialize<Watch>(
            await page.EvaluateAsync<string>("() => JSON.stringify({ ...window.seen, now: window.seen.now() })"),
            Web
        )!;

    /// <summary>What stands in the box; also without script.</summary>
    public async Task<string> BoxAsync() => (await page.Locator("textarea").InputValueAsync()).TrimEnd();
}
