using System.Globalization;
using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>
/// Every page of the team that exists: the actions of the site are the list, so a new page is looked at without being
/// named here.
/// </summary>
[Collection("Browser")]
public sealed class TeamPageTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    [BrowserFact(html: true)]
    public async Task Axe_and_the_validator_find_nothing_in_either_theme_on_a_desk_or_on_a_phone()
    {
        await demo.LetTheOrganiserReadAnswersAsync();
        var page = await browser.NewPage();
        await demo.SignInAsync(page);
        var (served, problems) = (new Dictionary<string, string>(), new List<string>());
        foreach (var path in await PathsAsync())
        {
            var answer = (await page.GotoAsync(demo.Url(path)))!;
            Assert.True(answer.Status == 200, $"{path} answers {answer.Status}");
            served[path] = await answer.TextAsync();
            if (await page.Locator("main").CountAsync() == 0)
                continue;
            // Colours do not depend on the width, and the frame around the page is looked at in all four on the first
            // one.
            var wholly = served.Count == 1;
            foreach (
                var (device, theme) in new[] { (Device.Desktop, ColorScheme.Light), (Device.Phone, ColorScheme.Dark) }
            )
            {
                await page.SetViewportSizeAsync(device.Width, device.Height);
                problems.AddRange(
                    (wholly ? await page.AxeInBothThemes() : await page.AxeIn(theme)).Select(line =>
                        $"{path} at {device.Width}: {line}"
                    )
                );
                await page.ShotIfAsked($"team{path.Replace('/', '-')}-{device.Width}");
            }

            await page.SetViewportSizeAsync(320, 640);
            problems.AddRange((await page.StickingOut()).Select(part => $"{path} at 320: {part} is too wide"));
            await page.SetViewportSizeAsync(Device.Desktop.Width, Device.Desktop.Height);
        }

        problems.AddRange(await Html.Problems(served));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await page.Context.CloseAsync();
    }

    /// <summary>Each GET route with real numbers; an invitation and a mail in every state.</summary>
    async Task<IReadOnlyList<string>> PathsAsync()
    {
        var paths = new List<string>();
        foreach (
            var (route, rule) in SiteRoutes.Rules.Where(item =>
                !item.Value.Open
                && item.Key.StartsWith("GET ", StringComparison.Ordinal)
                && !item.Key.EndsWith("/bestand", StringComparison.Ordinal)
                && !item.Key.EndsWith("/pagina", StringComparison.Ordinal)
            )
        )
        {
            var path = "/" + route["GET ".Length..];
            if (path.StartsWith("/beheer/taken", StringComparison.Ordinal))
            {
                // Hangfire's own page: its looks are not ours to judge.
                continue;
            }

            paths.AddRange(
                path.Split('{').Length switch
                {
                    1 => [path],
                    2 => (await NumbersAsync(path, rule)).Select(number =>
                        path.Replace("{id:int}", number, StringComparison.Ordinal)
                            .Replace("{id:guid}", number, StringComparison.Ordinal)
                    ),
                    _ => await PartsAsync(path),
                }
            );
        }

        Assert.DoesNotContain(paths, path => path.Contains('{', StringComparison.Ordinal));
        return paths;
    }

    /// <summary>Routes that name a part of a table besides the table.</summary>
    Task<List<string>> PartsAsync(string path) =>
        demo.Db(async db =>
        {
            if (path.Contains("{step:int}", StringComparison.Ordinal))
            {
                var steps = (await db.ProgrammeSteps.AsNoTracking().ToListAsync()).DistinctBy(step => step.Form);
                return steps
                    .Select(step =>
                        path.Replace("{id:int}", Word(step.GatheringId), StringComparison.Ordinal)
                            .Replace("{step:int}", Word(step.Id), StringComparison.Ordinal)
                    )
                    .ToList();
            }

            if (path.Contains("{note:int}", StringComparison.Ordinal))
            {
                var notes = (await db.TableNotes.AsNoTracking().ToListAsync()).DistinctBy(note => note.Kind).Take(2);
                return notes
                    .Select(note =>
                        path.Replace("{id:int}", Word(note.GatheringId), StringComparison.Ordinal)
                            .Replace("{note:int}", Word(note.Id), StringComparison.Ordinal)
                    )
                    .ToList();
            }

            var sets = await db.QuestionSets.AsNoTracking().Include(item => item.Questions).ToListAsync();
            IEnumerable<(int Table, string Part, int Number)> parts = path.Contains(
                "{set:int}",
                StringComparison.Ordinal
            )
                ? sets.Select(set => (set.GatheringId, "{set:int}", set.Id))
                : sets.SelectMany(set =>
                    set.Questions.DistinctBy(question => question.Kind)
                        .Select(question => (set.GatheringId, "{question:int}", question.Id))
                );
            return parts
                .Select(part =>
                    path.Replace("{id:int}", Word(part.Table), StringComparison.Ordinal)
                        .Replace(part.Part, Word(part.Number), StringComparison.Ordinal)
                )
                .ToList();
        });

    Task<List<string>> NumbersAsync(string path, Rule rule) =>
        demo.Db(async db =>
            rule.Scope switch
            {
                Scope.Project => Words(await db.Projects.Select(item => item.Id).ToListAsync()),
                Scope.Series => Words(await db.Series.Select(item => item.Id).ToListAsync()),
                // What comes after a table is looked at where there was one; the rest at the table that is being
                // prepared, and its plain page at each.
                Scope.Gathering when path.Split('/').Length == 3 => Words(
                    await db.Gatherings.Select(item => item.Id).ToListAsync()
                ),
                Scope.Gathering => Words(
                        await db
                            .Gatherings.Where(item =>
                                After.Contains(path.Split('/', 4)[3].Split('/')[0])
                                    == db.TableReports.Any(report => report.GatheringId == item.Id)
                                && item.StartsAt != null
                            )
                            .OrderByDescending(item => item.StartsAt)
                            .Select(item => item.Id)
                            .ToListAsync()
                    )
                    .Take(1)
                    .ToList(),
                Scope.Action => Words(
                    (await db.Actions.AsNoTracking().ToListAsync())
                        .DistinctBy(item => (item.End, item.Answer))
                        .Select(item => item.Id)
                ),
                Scope.Newsletter => Words(
                    (await db.NewsletterIssues.AsNoTracking().ToListAsync())
                        .DistinctBy(item => item.State)
                        .Select(item => item.Id)
                ),
                Scope.Invitation when path.EndsWith("/terugblik", StringComparison.Ordinal) => Words(
                    await db
                        .Invitations.Where(item =>
                            db.TableReports.Any(report => report.GatheringId == item.GatheringId)
                        )
                        .OrderBy(item => item.Id)
                        .Take(1)
                        .Select(item => item.Id)
                        .ToListAsync()
                ),
                // The page of an invitation differs by its state; the others less.
                Scope.Invitation => Words(
                    (await db.Invitations.AsNoTracking().ToListAsync())
                        .DistinctBy(item => item.State)
                        .Select(item => item.Id)
                        .Take(path.Split('/').Length == 3 ? int.MaxValue : 3)
                ),
                _ when path.StartsWith("/personen/", StringComparison.Ordinal) => Words(
                    await db
                        .Persons.OrderBy(item => item.Id)
                        .Select(item => item.Id)
                        .Where(id => id == 1 || id > 5)
                        .Take(3)
                        .ToListAsync()
                ),
                _ when path.StartsWith("/team/leden/", StringComparison.Ordinal) => Words(
                    await db
                        .Memberships.Where(item => item.Role == Domain.Team.TeamRole.CoResearcher && item.Until == null)
                        .Take(1)
                        .Select(item => item.Id)
                        .ToListAsync()
                ),
                // The picture of a mail is there as long as its bytes.
                _ when path.EndsWith("/beeld", StringComparison.Ordinal) =>
                [
                    .. (await db.Mails.AsNoTracking().Where(item => item.Stored != null).ToListAsync())
                        .DistinctBy(item => item.State)
                        .Select(item => item.Id.ToString()),
                ],
                _ when path.StartsWith("/beheer/post/", StringComparison.Ordinal) =>
                [
                    .. (await db.Mails.AsNoTracking().ToListAsync())
                        .DistinctBy(item => item.State)
                        .Select(item => item.Id.ToString()),
                ],
                _ => throw new InvalidOperationException($"What does the number in {path} name?"),
            }
        );

    static readonly string[] After = ["afloop", "notities", "terugblik", "verslag", "contactlijst"];

    static List<string> Words(IEnumerable<int> numbers) => [.. numbers.Select(Word)];

    static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);
}
