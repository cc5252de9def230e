using AngleSharp.Html.Dom;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Home;

public sealed class HomeTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task An_empty_home_has_one_button_for_who_may_make_a_table()
    {
        var project = await site.ProjectAsync("Meedoen");
        var (organiser, _) = await site.SignInAsync(TeamRole.Organiser, project);
        var (facilitator, _) = await site.SignInAsync(TeamRole.Facilitator, project, "Bea");
        var (technician, _) = await site.SignInAsync(TeamRole.Administrator, null, "Cor");

        Assert.Equal(["/reeksen/nieuw"], Buttons(await organiser.PageAsync("/start")));
        Assert.Empty(Buttons(await facilitator.PageAsync("/start")));
        Assert.Equal(["/beheer/status"], Buttons(await technician.PageAsync("/start")));
    }

    [Fact]
    public async Task The_most_urgent_step_is_the_only_button()
    {
        var project = await site.ProjectAsync("Meedoen");
        var (client, _) = await site.SignInAsync(TeamRole.Organiser, project);
        var ids = await site.SeriesAsync(project);

        Assert.Equal([$"/reeksen/{ids.Series}/partijen"], Buttons(await client.PageAsync("/start")));
        using var planned = await client.FillAsync($"/reeksen/{ids.Series}/partijen");
        Assert.Equal([$"/bijeenkomsten/{ids.First}/werving"], Buttons(await client.PageAsync("/start")));
        await site.Db(db => db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.MinSeats, 0)));
        site.Clock.Move(TimeSpan.FromDays(5));
        Assert.Equal([$"/bijeenkomsten/{ids.First}/gegevens"], Buttons(await client.PageAsync("/start")));
        await site.Db(db =>
            db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.IntendedOutcome, "een lijst"))
        );
        Assert.Equal([$"/bijeenkomsten/{ids.Second}/gegevens"], Buttons(await client.PageAsync("/start")));
    }

    [Fact]
    public async Task A_table_is_before_today_or_after_by_the_local_day()
    {
        var project = await site.ProjectAsync("Meedoen");
        var (client, _) = await site.SignInAsync(TeamRole.Organiser, project);
        // 23.30 in Amsterdam on 2 November: still today, though 22.30 UTC.
        var ids = await site.SeriesAsync(project, new DateTime(2026, 11, 2, 22, 30, 0, DateTimeKind.Utc));

        Assert.Equal([$"/bijeenkomsten/{ids.First}"], Tables(await client.PageAsync("/start")));
        Assert.Equal([$"/bijeenkomsten/{ids.Second}"], Tables(await client.PageAsync("/start?fase=voor")));
        Assert.Empty(Tables(await client.PageAsync("/start?fase=na")));
        // 00.05 in Amsterdam.
        site.Clock.Set(new DateTimeOffset(2026, 11, 2, 23, 5, 0, TimeSpan.Zero));
        Assert.Equal([$"/bijeenkomsten/{ids.First}"], Tables(await client.PageAsync("/start?fase=na")));
    }

    private static IEnumerable<string?> Buttons(IHtmlDocument page) =>
        page.QuerySelectorAll("main .button").Select(link => link.GetAttribute("href"));

    private static IEnumerable<string?> Tables(IHtmlDocument page) =>
        page.QuerySelectorAll("main .doors a").Select(link => link.GetAttribute("href"));
}
