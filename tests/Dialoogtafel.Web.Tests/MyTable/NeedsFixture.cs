using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>Somebody who comes and tells what she needs.</summary>
public abstract class NeedsFixture
{
    protected const string Canary = "kanarie eet geen noten";

    internal static (string Name, string Value)[] Everything =>
        [
            ("Form.SeatByTheDoor", "true"),
            ("Form.MoreBreaks", "true"),
            ("Form.Text", Canary),
            ("Form.Companion", "Comes"),
            ("Form.CompanionName", "Dirk Kanariestra"),
        ];

    internal static async Task<Visitor> AnswersAsync(World world, int invitation, string answer)
    {
        var visitor = await Visitor.To(world.Site).Go(await world.LinkOf(invitation));
        await visitor.Follow("Antwoord geven");
        return await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", answer));
    }

    internal static Task<List<NeedsTold>> ToldAsync(Site site) =>
        site.Db(async db =>
            (await db.Needs.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).ConvertAll(item =>
                NeedsTold.Open(item, site.Services.GetRequiredService<FieldCipher>())
            )
        );

    protected static async Task<(World World, int Anna, Visitor Visitor)> ComesAsync(Site site)
    {
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Gemeente", "anna@voorbeeld.example");
        return (world, anna, await AnswersAsync(world, anna, "Yes"));
    }

    protected static async Task TellAsync(Visitor visitor)
    {
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar", Everything);
    }
}
