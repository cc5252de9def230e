using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>Table 2 starts with the report and the priorities of table 1 (R-038, R-060, R-068, M-17).</summary>
public sealed class SecondTableTests
{
    [Fact]
    public async Task Its_programme_begins_with_what_table_1_put_first_and_people_are_invited_again_with_the_report()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var second = await AddTableAsync(table);
        var organiser = await (await table.World.SignIn()).Go(table.Path("notities"));
        await organiser.Press("Bewaar de notities", ("Form.Lines", "kans: een jobcoach vanaf dag één"));
        await organiser.Press("Prioriteit: een jobcoach");
        await (await organiser.Go(table.Path("verslag"))).Press("Maak het verslag");
        foreach (var who in new[] { PreparedTable.Fenna, PreparedTable.Gijs })
        {
            await (await (await table.World.SignIn(who)).Go(table.Path("verslag"))).Press("Ik ben akkoord");
        }

        await organiser.Go(table.Path("verslag/verzending"));
        await organiser.Press("Ja, naar 2 mensen");
        await table.PumpAsync();
        site.Clock.Move(TimeSpan.FromDays(1));

        foreach (var page in new[] { "programma", "programma/papier" })
        {
            await organiser.Go($"/bijeenkomsten/{second}/{page}");
            Assert.Contains(
                "Uit tafel 1: dit komt eerst een jobcoach vanaf dag één kans",
                organiser.Text,
                StringComparison.Ordinal
            );
        }

        Assert.NotNull(organiser.Page.QuerySelector($"a[href='{table.Path("verslag")}']"));
        await organiser.Go($"/bijeenkomsten/{second}/werving");
        await organiser.Press("Nodig de mensen van de vorige tafel uit");
        Assert.Contains("Anna staat op de lijst. Er is nog niets verstuurd.", organiser.Text, StringComparison.Ordinal);
        var (first, again) = (
            await table.World.Read(table["Anna"]),
            await site.Db(db => db.Invitations.SingleAsync(item => item.GatheringId == second))
        );
        Assert.Equal(
            (first.PersonId, first.PerspectiveId, first.ViaWhom, (DateTime?)null),
            (again.PersonId, again.PerspectiveId, again.ViaWhom, again.ApproachedAt)
        );

        await organiser.Go($"/bijeenkomsten/{second}/verzending");
        await organiser.Press("Ja, naar 1 mens");
        await table.PumpAsync();
        var mail = (await site.MailsAsync()).Single(item =>
            item.Row.Kind == "uitnodiging" && item.Row.GatheringId == second
        );
        Assert.Contains("U was ook bij de vorige tafel.", mail.Mail.Text, StringComparison.Ordinal);
        var report = mail.Links.Single(item => item.AbsolutePath.StartsWith("/v/", StringComparison.Ordinal));
        Assert.Contains(
            "een jobcoach vanaf dag één",
            (await new Visitor(site.Open()).Go(report.AbsolutePath)).Text,
            StringComparison.Ordinal
        );
    }

    private static Task<int> AddTableAsync(PreparedTable table) =>
        table.Site.Db(async db =>
        {
            var series = await db
                .Series.Include(item => item.Gatherings)
                .SingleAsync(item => item.Id == table.World.Series);
            var next = Gathering.Of(await db.DialogueKindAsync(), 2);
            (next.StartsAt, next.ContactPersonId) = (
                new DateTime(2027, 1, 21, 13, 0, 0, DateTimeKind.Utc),
                table.World.OrganiserPerson
            );
            // What an invitation names.
            (next.LocationId, next.ProcessFacilitatorId) = (
                series.Gatherings[0].LocationId,
                series.Gatherings[0].ProcessFacilitatorId
            );
            series.Gatherings.Add(next);
            await db.SaveChangesAsync();
            return next.Id;
        });
}
