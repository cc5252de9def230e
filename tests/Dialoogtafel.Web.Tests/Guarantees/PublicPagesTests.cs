using System.Globalization;
using System.Text.RegularExpressions;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// S69: a visitor without a link looks at every page that is open, and finds no person, no place and no day of
/// a table, and no number of people below five. The routes come from what stands at the actions, so that a new open
/// page is looked at from its first day.
/// </summary>
public sealed partial class PublicPagesTests
{
    [Fact]
    public async Task A_visitor_without_a_link_finds_nothing_of_a_table_or_a_person_on_any_open_page()
    {
        using var site = new Site();
        var house = await FullHouse.On(site);
        var facts = await FactsAsync(site);
        var (pages, found) = (0, new List<string>());
        foreach (
            var path in SiteRoutes
                .Rules.Where(row => row.Value.Open && row.Key.StartsWith("GET ", StringComparison.Ordinal))
                .SelectMany(row => PathsOf(row.Key.Split(' ')[1]))
        )
        {
            using var answer = await site.Open().GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
            pages += answer.IsSuccessStatusCode ? 1 : 0;
            var text = (await answer.PageAsync()).DocumentElement.TextContent;
            found.AddRange(
                facts
                    .Where(fact => text.Contains(fact, StringComparison.OrdinalIgnoreCase))
                    .Select(fact => $"{path}: {fact}")
            );
            found.AddRange(FewPeople().Matches(text).Select(match => $"{path}: {match.Value}"));
        }

        Assert.Empty(found);
        Assert.True(pages >= 8, $"only {pages} pages opened");

        // The proof that this can fail: her own page says when and where.
        var own = await house.MyTableOfAsync("Amarins");
        Assert.Contains(facts, fact =>
            own.Page.DocumentElement.TextContent.Contains(fact, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Matches(FewPeople(), "Er zitten 3 mensen aan tafel.");
    }

    /// <summary>
    /// Names and addresses of people (not those of the organisation), places, and days of tables in the forms in which
    /// a page writes them.
    /// </summary>
    private static async Task<List<string>> FactsAsync(Site site) =>
        await site.Db(async db =>
        {
            var people = await db.Persons.AsNoTracking().Where(person => person.ErasedAt == null).ToListAsync();
            var tables = await db.Gatherings.AsNoTracking().Include(item => item.Location).ToListAsync();
            var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
            var days = tables
                .Select(item => item.StartsAt)
                .OfType<DateTime>()
                .Select(at => TimeZoneInfo.ConvertTimeFromUtc(at, zone))
                .SelectMany(day =>
                    new[] { "d MMMM", "d-M-yyyy", "yyyy-MM-dd" }.SelectMany(form =>
                        new[] { "nl-NL", "en-GB" }.Select(language =>
                            day.ToString(form, CultureInfo.GetCultureInfo(language))
                        )
                    )
                );
            return people
                .SelectMany(person => new[] { person.FirstName, person.LastName, person.Email, person.Phone })
                .Concat(tables.SelectMany(item => new[] { item.Location?.Name, item.Location?.Address }))
                .Concat(days)
                .Where(fact => fact?.Length > 2)
                .Select(fact => fact!)
                .Distinct()
                .ToList();
        });

    /// <summary>The address with numbers that exist and one that does not; a token is one that opens nothing.</summary>
    private static IEnumerable<string> PathsOf(string template)
    {
        foreach (var number in new[] { 1, 2, 3, 987 })
        {
            var path =
                "/"
                + Number()
                    .Replace(template, number.ToString(CultureInfo.InvariantCulture))
                    .Replace("{token}", "ietsdatniemandheeft", StringComparison.Ordinal);
            yield return path;
            if (!template.Contains('{', StringComparison.Ordinal))
            {
                yield return path + "?verstuurd=true";
                yield break;
            }
        }
    }

    [GeneratedRegex(@"\{\w+:int\}")]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b[0-4] (mensen|personen|persoon|deelnemers?|partners?|meedenkers?|belangstellenden|lezers?"
            + @"|ervaringsdeskundigen|naasten|people|participants?|readers?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FewPeople();
}
