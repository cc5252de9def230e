using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>
/// Lines about the place are written in Dutch by the team; who reads English is told what each is about.
/// </summary>
public sealed class PlaceInEnglishTests
{
    [Fact]
    public async Task What_the_team_wrote_about_the_place_says_in_English_what_it_is_about()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example");
        await site.Db(async db =>
        {
            var place = await db.Locations.SingleAsync();
            (place.Wheelchair, place.QuietRoom) = ("drempelvrij", "naast de zaal");
            await db.SaveChangesAsync();
        });

        var visitor = await (await Visitor.To(site).Go(await world.LinkOf(anna))).Press("English");

        Assert.Contains("Quiet room: naast de zaal", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Wheelchair: drempelvrij", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["naast de zaal", "drempelvrij"],
            visitor.Page.QuerySelectorAll("dd [lang=nl]").Select(line => line.Words())
        );
        var dutch = await Visitor.To(site).Go(await world.LinkOf(anna));
        Assert.DoesNotContain("Rolstoel:", dutch.Text, StringComparison.Ordinal);
    }
}
