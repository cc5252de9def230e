using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>People whose words can be found again wherever they stand.</summary>
public abstract class ErasureFixture
{
    protected static readonly string[] Canaries =
    [
        "Kanarielieve",
        "Kanariestra",
        "kanarie@deelnemer.test",
        "06 555 99 123",
        "kanarievereniging",
        "kanariemaandag",
        "kanariezin",
    ];

    /// <summary>The browser in which the person made of canaries typed.</summary>
    protected HttpClient? typedIn;

    /// <summary>
    /// One person made of canaries who was mailed, and typed something; and one other who did the same.
    /// </summary>
    protected async Task<(World World, int Canary, int Other)> CastAsync(Site site)
    {
        var world = await World.On(site);
        var ids = await world.Invite(
            [
                ("Kanarielieve", "Gemeente", "kanarie@deelnemer.test", "06 555 99 123"),
                ("Bodil", "Gemeente", "bo@deelnemer.test", "06 555 99 124"),
            ],
            approached: false
        );
        var cipher = site.Services.GetRequiredService<FieldCipher>();
        await site.Db(async db =>
        {
            var invitation = await db.Invitations.Include(item => item.Person).SingleAsync(item => item.Id == ids[0]);
            invitation.Person!.LastName = "Kanariestra";
            invitation.Person.Organisation = new Organisation { Name = "kanarievereniging" };
            invitation.OwnSentence = cipher.Seal("kanariezin");
            await db.SaveChangesAsync();
        });
        var organiser = await world.SignIn();
        foreach (var (id, name) in ids.Zip(["Kanarielieve", "Bodil"]))
        {
            await organiser.Go($"/uitnodigingen/{id}/voorbeeld");
            await organiser.Press($"Verstuur naar {name}");
        }

        foreach (var (id, words) in ids.Zip(["kanariemaandag", "dinsdag"]))
        {
            var browser = site.Open();
            var person = await new Visitor(browser).Go(await world.LinkOf(id));
            await person.Go(person.Address.AbsolutePath + "/antwoord");
            await person.Press("Verstuur mijn antwoord", ("Form.Answer", "Contribute"));
            await person.Press("Verstuur", ("Form.How", "CallMe"), ("Form.CallWhen", words));
            typedIn ??= browser;
        }

        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.Run<MailPump>();
        Assert.NotEmpty(Directory.GetFiles(site.MailFolder, "*.eml"));
        return (world, ids[0], ids[1]);
    }
}
