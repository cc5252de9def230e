using System.Net;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Series;

public sealed class NewSeriesTests : IAsyncLifetime
{
    private static readonly (string, string)[] Work =
    [
        ("Form.Subject", "werk zoeken en houden"),
        ("Form.Date", "2026-12-09"),
        ("Form.PlaceName", "De Schakel"),
        ("Form.Address", "Dorpsstraat 1, Zandwijk"),
        ("Form.SecondDate", "2027-01-20"),
    ];

    private readonly Site site = new();
    private HttpClient client = null!;
    private int me;

    public async Task InitializeAsync() =>
        (client, me) = await site.SignInAsync(TeamRole.Organiser, await site.ProjectAsync("Meedoen"));

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_series_comes_with_both_tables_ready_to_recruit()
    {
        using var answer = await client.FillAsync("/reeksen/nieuw", Work);

        var series = await site.Db(db =>
            db.Series.Include(item => item.Gatherings)
                    .ThenInclude(item => item.Location)
                .Include(item => item.LifeDomain)
                .SingleAsync()
        );
        Assert.Equal($"/reeksen/{series.Id}/partijen", answer.Headers.Location?.OriginalString);
        Assert.Equal("Arbeid", series.LifeDomain!.Name);
        Assert.Equal(
            [GatheringFocus.ProblemsAndChances, GatheringFocus.SolutionsAndActions],
            series.Gatherings.OrderBy(item => item.Number).Select(item => item.Focus)
        );
        // 13.30 in Amsterdam, in winter.
        Assert.Equal(
            [new DateTime(2026, 12, 9, 12, 30, 0), new DateTime(2027, 1, 20, 12, 30, 0)],
            series.Gatherings.OrderBy(item => item.Number).Select(item => item.StartsAt!.Value)
        );
        Assert.All(series.Gatherings, table =>
        {
            Assert.Equal(
                (me, 150, 10, "De Schakel, Dorpsstraat 1, Zandwijk"),
                (table.ContactPersonId, table.Minutes, table.MaxSeats, table.Location!.OneLine)
            );
            Assert.Contains("arbeid", table.Purpose, StringComparison.Ordinal);
            Assert.False(table.Purpose.EndsWith('.'), "The invitation puts the full stop.");
        });
    }

    [Fact]
    public async Task A_further_kind_of_gathering_leaves_a_dialogue_table_what_it_is()
    {
        await site.Db(async db =>
        {
            db.GatheringKinds.Add(
                new GatheringKind
                {
                    Key = "leertafel",
                    Name = "Leertafel",
                    Minutes = 60,
                    MinSeats = 2,
                    MaxSeats = 4,
                    ApproachFrom = 5,
                    ApproachTo = 6,
                    ReleaseDays = 1,
                    GatheringsInSeries = 1,
                    HoldsChairs = false,
                    NeedsLivedExperience = false,
                    NeedsTwoFacilitators = false,
                }
            );
            await db.SaveChangesAsync();
        });

        using var answer = await client.FillAsync("/reeksen/nieuw", Work);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var tables = await site.Db(db => db.Gatherings.Include(item => item.Kind).ToListAsync());
        Assert.Equal(2, tables.Count);
        Assert.All(tables, table =>
            Assert.Equal((GatheringKind.Dialogue, 150, 10), (table.Kind!.Key, table.Minutes, table.MaxSeats))
        );
        foreach (var page in new[] { answer.Headers.Location!.OriginalString, $"/bijeenkomsten/{tables[0].Id}" })
        {
            Assert.NotNull((await client.PageAsync(page)).QuerySelector("h1"));
        }

        Assert.NotNull((await client.PageAsync("/domeinen")).QuerySelector("h1"));
    }

    [Theory]
    [InlineData("2027-03-28", "02:30", "bestaat niet", "Form_Time")]
    [InlineData("2027-10-31", "02:30", "komt twee keer voor", "Form_Time")]
    [InlineData("2026-11-01", "13:30", "al geweest", "Form_Date")]
    public async Task A_moment_that_cannot_be_is_refused_beside_its_field(
        string date,
        string time,
        string words,
        string field
    )
    {
        using var answer = await client.FillAsync(
            "/reeksen/nieuw",
            [.. Work[..1], ("Form.Date", date), ("Form.Time", time), .. Work[2..4]]
        );

        var page = await answer.PageAsync();
        Assert.Contains(words, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("werk zoeken en houden", page.QuerySelector("#Form_Subject")!.ValueOf());
        Assert.Equal(time, page.QuerySelector("#Form_Time")!.ValueOf());
        Assert.Equal(0, await site.Db(db => db.Series.CountAsync()));
    }

    [Fact]
    public async Task Table_2_comes_after_table_1()
    {
        using var answer = await client.FillAsync("/reeksen/nieuw", [.. Work[..4], ("Form.SecondDate", "2026-12-01")]);
        Assert.NotNull((await answer.PageAsync()).QuerySelector("#Form_SecondDate-error"));
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_series()
    {
        using var first = await client.FillAsync("/reeksen/nieuw", Work);
        using var second = await client.FillAsync("/reeksen/nieuw", Work);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(
            (1, 2),
            (await site.Db(db => db.Series.CountAsync()), await site.Db(db => db.Gatherings.CountAsync()))
        );
    }

    [Fact]
    public async Task The_project_is_asked_only_when_there_are_two_and_another_one_is_not_there()
    {
        Assert.Null((await client.PageAsync("/reeksen/nieuw")).QuerySelector("#Form_ProjectId"));
        var strange = await site.ProjectAsync("Elders");
        var page = await client.PageAsync("/reeksen/nieuw");
        var values = Work.ToDictionary();
        values["Form.ProjectId"] = $"{strange}";
        values["__RequestVerificationToken"] = page.QuerySelector("main [name=__RequestVerificationToken]")!.ValueOf();
        using var answer = await client.PostAsync("/reeksen/nieuw", new FormUrlEncodedContent(values));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_further_table_takes_over_place_and_numbers_and_asks_its_date()
    {
        using var made = await client.FillAsync("/reeksen/nieuw", Work);
        var id = await site.Db(db => db.Series.Select(item => item.Id).SingleAsync());
        var page = await client.PageAsync($"/reeksen/{id}");
        using var answer = await client.SendAsync(page, $"/reeksen/{id}/tafels");
        using var again = await client.SendAsync(page, $"/reeksen/{id}/tafels");

        var third = await site.Db(db =>
            db.Gatherings.Include(item => item.Location).SingleAsync(item => item.Number == 3)
        );
        Assert.Equal($"/bijeenkomsten/{third.Id}/gegevens", answer.Headers.Location?.OriginalString);
        Assert.Equal(answer.Headers.Location, again.Headers.Location);
        Assert.Equal((null, "De Schakel", me), (third.StartsAt, third.Location!.Name, third.ContactPersonId));
    }

    [Fact]
    public async Task Somebody_who_saves_an_older_text_sees_both()
    {
        using var made = await client.FillAsync("/reeksen/nieuw", Work);
        var path = $"/reeksen/{await site.Db(db => db.Series.Select(item => item.Id).SingleAsync())}";
        var mine = await client.PageAsync(path);
        using var other = await client.FillAsync(path, ("Form.Subject", "werk houden"));
        using var late = await client.SendAsync(mine, path, ("Form.Subject", "een baan vinden"));

        var page = await late.PageAsync();
        Assert.Contains(
            "werk houden",
            page.QuerySelector("#Form_Subject-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("een baan vinden", page.QuerySelector("#Form_Subject")!.ValueOf());
        using var chosen = await client.SendAsync(page, path);
        Assert.Equal("een baan vinden", await site.Db(db => db.Series.Select(item => item.Subject).SingleAsync()));
    }

    [Fact]
    public async Task Two_people_who_change_different_fields_both_keep_their_text()
    {
        using var made = await client.FillAsync("/reeksen/nieuw", Work);
        var path = $"/reeksen/{await site.Db(db => db.Series.Select(item => item.Id).SingleAsync())}";
        var mine = await client.PageAsync(path);
        using var other = await client.FillAsync(path, ("Form.Subject", "werk houden"));
        using var late = await client.SendAsync(mine, path, ("Form.Themes", "rust"));

        Assert.Equal(path, late.Headers.Location?.OriginalString);
        Assert.Equal(
            ("werk houden", "rust"),
            await site.Db(async db =>
                await db.Series.Select(item => ValueTuple.Create(item.Subject, item.Themes)).SingleAsync()
            )
        );
    }
}
