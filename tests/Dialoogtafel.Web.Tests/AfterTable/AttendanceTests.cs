using System.Net;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>Who was there is a fact of its own; the day after, who was there is thanked (M-14).</summary>
public sealed class AttendanceTests
{
    [Fact]
    public async Task From_the_start_on_the_team_ticks_who_was_there_and_the_answer_and_the_role_stay_as_they_were()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go(table.Path("afloop"));
        Assert.Contains("Deze tafel is nog niet geweest", organiser.Text, StringComparison.Ordinal);
        site.Clock.Set(BeenTable.Evening);
        var roles = await site.Db(db => db.RoleAssignments.CountAsync());

        organiser = await (await table.World.SignIn()).Go(table.Path("afloop"));
        await organiser.Press("Bewaar wie er was");
        Assert.Contains("Vink eerst aan wie er was.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press(
            "Bewaar wie er was",
            (BeenTable.BoxOf(organiser, "Anna"), "true"),
            (BeenTable.BoxOf(organiser, "Fenna"), "true")
        );

        Assert.Equal(["Anna: Present", "Bram: Absent", "Fenna: Present", "Gijs: Absent"], await MarksAsync(site));
        Assert.Equal(InvitationState.Yes, (await table.World.Read(table["Bram"])).State);
        Assert.Equal(roles, await site.Db(db => db.RoleAssignments.CountAsync()));
        Assert.Contains("1 deelnemer was er.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Aangevinkt door Petra op donderdag 3 december.", organiser.Text, StringComparison.Ordinal);
        await organiser.Go($"/bijeenkomsten/{table.World.Table}");
        Assert.Contains("1 deelnemer was er.", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_tick_one_list_without_undoing_each_other_and_it_can_be_changed_later()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var (first, second) = (
            await (await table.World.SignIn()).Go(table.Path("afloop")),
            await (await table.World.SignIn(PreparedTable.Gijs)).Go(table.Path("afloop"))
        );
        await first.Press("Bewaar wie er was", (BeenTable.BoxOf(first, "Bram"), "true"));

        await second.Press("Bewaar wie er was", (BeenTable.BoxOf(second, "Cor"), "true"));

        Assert.Equal(
            ["Anna: Present", "Bram: Present", "Cor: Present", "Fenna: Absent", "Gijs: Absent"],
            await MarksAsync(site)
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await (await table.World.SignIn(PreparedTable.Hanna)).Go(table.Path("afloop"))).Status
        );
    }

    [Fact]
    public async Task The_day_after_who_was_there_is_thanked_once_and_nobody_else()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        await table.AtAsync(new(2026, 12, 4, 8, 30, 0, TimeSpan.Zero));
        Assert.Empty(await table.SentAsync("bedankt"));

        await table.AtAsync(new(2026, 12, 4, 9, 30, 0, TimeSpan.Zero));
        await table.TickAsync();
        await table.AtAsync(new(2026, 12, 5, 9, 30, 0, TimeSpan.Zero));

        var mail = Assert.Single(await table.SentAsync("bedankt"));
        Assert.Equal("anna@voorbeeld.example", mail.Recipient);
        Assert.Contains("Bedankt dat u er was", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_stop_when_she_was_not_there_after_all_and_come_no_more_after_two_weeks()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna", "Bram");
        var organiser = await (await table.World.SignIn()).Go(table.Path("afloop"));
        await organiser.Press("Bewaar wie er was", (BeenTable.BoxOf(organiser, "Anna"), ""));
        Assert.Contains("Anna: Absent", await MarksAsync(site));

        await table.AtAsync(new(2026, 12, 4, 9, 30, 0, TimeSpan.Zero));
        Assert.Equal("bram@voorbeeld.example", Assert.Single(await table.SentAsync("bedankt")).Recipient);

        site.Clock.Set(new(2026, 12, 17, 14, 0, 0, TimeSpan.Zero));
        await table.TickAsync("Anna");
        await table.AtAsync(new(2026, 12, 18, 9, 30, 0, TimeSpan.Zero));
        Assert.Single(await table.SentAsync("bedankt"));
    }

    [Fact]
    public async Task Home_asks_to_tick_then_to_make_the_report()
    {
        using var site = new Site();
        var table = await BeenTable.On(site);
        await table.PumpAsync();
        var organiser = await (await table.World.SignIn()).Go("/start");
        Assert.Equal(
            "Wie was er bij de tafel over werk zoeken en houden?Vink aan wie er was",
            organiser.Page.QuerySelector(".next-step")!.Words()
        );

        await table.TickAsync("Anna");
        Assert.Contains("Maak het verslag", (await organiser.Go("/start")).Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> MarksAsync(Site site) =>
        [
            .. await site.Db(db =>
                (
                    from mark in db.Attendances
                    join person in db.Persons on mark.PersonId equals person.Id
                    orderby person.FirstName
                    select person.FirstName + ": " + (mark.Presence == Presence.Present ? "Present" : "Absent")
                ).ToListAsync()
            ),
        ];
}
