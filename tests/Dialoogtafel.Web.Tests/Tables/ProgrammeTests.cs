using System.Net;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

/// <summary>The programme of a table, and handing it over (R-045, R-062 to, M-10).</summary>
public sealed class ProgrammeTests
{
    [Fact]
    public async Task The_proposal_is_shown_before_anything_is_stored_and_every_step_can_be_changed()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var here = $"/bijeenkomsten/{table.World.Table}/programma";
        var organiser = await (await table.World.SignIn()).Go(here);

        Assert.Contains("Er is nog niets bewaard", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("150 minuten, precies zo lang als de tafel.", organiser.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Db(db => db.ProgrammeSteps.ToListAsync()));
        await organiser.Press("Neem dit programma over");
        Assert.Equal(12, await site.Db(db => db.ProgrammeSteps.CountAsync()));

        await organiser.Follow("Veranderen: Welkom en uitleg");
        await organiser.Press("Bewaren", ("Form.Title", "Welkom"), ("Form.Minutes", "15"), ("Form.Instruction", ""));

        Assert.Contains("160 minuten. Dat is 10 minuten te lang.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Er staat nog geen uitleg bij: Welkom.", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["14.00", "14.15", "14.25"],
            organiser.Page.QuerySelectorAll(".programme h2").Take(3).Select(item => item.Words().Split(' ')[0])
        );
    }

    [Fact]
    public async Task Two_weeks_before_the_table_home_asks_for_a_programme_until_there_is_one()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var start = (await site.Db(db => db.Gatherings.SingleAsync(item => item.Id == table.World.Table)))
            .StartsAt!
            .Value;
        async Task<bool> IsAskedAsync(int days)
        {
            site.Clock.Set(new DateTimeOffset(start.AddDays(-days), TimeSpan.Zero));
            return (await site.NextStepsOf(World.Organiser)).Any(step =>
                step.Sentence.Contains("heeft nog geen programma", StringComparison.Ordinal)
            );
        }

        Assert.False(await IsAskedAsync(15));
        Assert.True(await IsAskedAsync(14));
        await (await (await table.World.SignIn()).Go($"/bijeenkomsten/{table.World.Table}/programma")).Press(
            "Neem dit programma over"
        );
        Assert.False(await IsAskedAsync(13));
    }

    [Fact]
    public async Task A_step_is_added_moved_and_taken_away_and_nothing_typed_is_lost_by_an_error()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var here = $"/bijeenkomsten/{table.World.Table}/programma";
        var organiser = await (await table.World.SignIn()).Go(here);
        await organiser.Press("Neem dit programma over");
        await organiser.Follow("Stap toevoegen");

        await organiser.Press(
            "Bewaren",
            ("Form.Title", "Muziek"),
            ("Form.Minutes", "500"),
            ("Form.Instruction", "Zacht.")
        );
        Assert.Contains("Schrijf een getal van 1 tot 240.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Kies hoe mensen het doen.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press(
            "Bewaren",
            ("Form.Minutes", "5"),
            ("Form.How", nameof(StepForm.Plenary)),
            ("Form.Lead", nameof(StepLead.Both))
        );
        Assert.Equal("Muziek", organiser.Page.QuerySelectorAll(".programme h2").Last().Words().Split(" · ")[1]);
        Assert.Contains("Zacht.", organiser.Text, StringComparison.Ordinal);

        await organiser.Press("Omhoog: Muziek");
        Assert.Equal("Muziek", organiser.Page.QuerySelectorAll(".programme h2")[^2].Words().Split(" · ")[1]);
        await organiser.Follow("Weghalen: Muziek");
        await organiser.Press("Ja, haal de stap weg");
        Assert.DoesNotContain("Zacht.", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_change_one_step_both_see_what_the_other_wrote()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var here = $"/bijeenkomsten/{table.World.Table}/programma";
        var (first, second) = (
            await (await table.World.SignIn()).Go(here),
            await table.World.SignIn(PreparedTable.Cato)
        );
        await first.Press("Neem dit programma over");
        await first.Follow("Veranderen: Kennismaken");
        await second.Go(first.Address.AbsolutePath);
        await first.Press("Bewaren", ("Form.Instruction", "Van de een."));

        await second.Press("Bewaren", ("Form.Instruction", "Van de ander."));

        Assert.Contains(
            "Iemand anders heeft dit intussen veranderd in: “Van de een.”",
            second.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Van de ander.", second.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handing_over_mails_the_whole_programme_to_the_reserve_who_leads_from_then_on()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        var organiser = await (await table.World.SignIn()).Go($"/bijeenkomsten/{table.World.Table}/overdracht");
        await organiser.Press("Ja, draag over aan Hanna");
        Assert.Contains("Kies wie niet kan.", organiser.Text, StringComparison.Ordinal);

        await organiser.Press("Ja, draag over aan Hanna", ("Form.Gone", nameof(StepLead.Process)));

        Assert.Contains("Hanna is nu procesbegeleider.", organiser.Text, StringComparison.Ordinal);
        var mail = await site.Db(db => db.Mails.SingleAsync(item => item.Kind == "draaiboek"));
        Assert.Equal(table.World.Table, mail.GatheringId);
        Assert.Equal(
            HttpStatusCode.OK,
            (await (await table.World.SignIn(PreparedTable.Hanna)).Go(table.Overview)).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await table.World.SignIn(PreparedTable.Fenna)).Go(table.Overview)).Status
        );
        await organiser.Go($"/bijeenkomsten/{table.World.Table}/overdracht");
        Assert.Contains("Er is nog geen reserve", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Materials_are_ticked_off_by_two_people_without_undoing_each_other()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site, ready: false);
        var here = $"/bijeenkomsten/{table.World.Table}/materiaal";
        var (first, second) = (
            await (await table.World.SignIn()).Go(here),
            await (await table.World.SignIn(PreparedTable.Fenna)).Go(here)
        );
        Assert.Contains("0 van 13 klaar.", first.Text, StringComparison.Ordinal);
        await first.Press("Bewaren");
        Assert.Empty(await site.Db(db => db.Materials.ToListAsync()));

        await first.Press("Bewaren", ("Form.Ticks[1].Done", "true"));
        await second.Press("Bewaren", ("Form.Ticks[9].Done", "true"), ("Form.Add", "Verlengsnoer"));

        Assert.Contains("2 van 14 klaar.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Flip-over (Petra)", second.Text, StringComparison.Ordinal);
        Assert.Contains("Thee (Fenna)", second.Text, StringComparison.Ordinal);
    }
}
