using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>What a person takes along of what is kept of her (S61, S64).</summary>
public sealed class PersonFileTests : ErasureFixture
{
    [Fact]
    public async Task The_file_of_a_person_holds_all_of_hers_and_nothing_of_others()
    {
        using var site = new Site();
        var (world, canary, _) = await CastAsync(site);
        var browser = site.Open();
        var page = await new Visitor(browser).Go(await world.LinkOf(canary));
        var organiser = await site.SignedInAsync(world.OrganiserPerson);

        var own = await typedIn!.GetStringAsync($"{page.Address.AbsolutePath}/gegevens/bestand");
        var forwarded = await browser.GetStringAsync($"{page.Address.AbsolutePath}/gegevens/bestand");
        var forTeam = await organiser.GetStringAsync(
            $"/personen/{(await world.Read(canary)).PersonId}/dossier/bestand"
        );

        Assert.All(Canaries, word => Assert.Contains(word, own, StringComparison.Ordinal));
        Assert.All(Canaries, word => Assert.Contains(word, forTeam, StringComparison.Ordinal));
        Assert.DoesNotContain("kanariemaandag", forwarded, StringComparison.Ordinal);
        Assert.All(new[] { own, forwarded, forTeam }, file =>
            Assert.DoesNotContain(
                "deelnemer.test",
                file.Replace("kanarie@deelnemer.test", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            )
        );
        Assert.All(new[] { own, forwarded, forTeam }, file =>
            Assert.DoesNotContain("Bodil", file, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_file_names_each_mail_in_the_language_of_the_reader()
    {
        using var site = new Site();
        var (world, canary, _) = await CastAsync(site);
        var link = await world.LinkOf(canary);
        var browser = site.Open();
        var page = await new Visitor(browser).Go(link);
        var dutch = await browser.GetStringAsync($"{page.Address.AbsolutePath}/gegevens/pagina");
        await site.Db(db => db.Persons.ExecuteUpdateAsync(set => set.SetProperty(item => item.Language, "en")));
        var english = await browser.GetStringAsync($"{page.Address.AbsolutePath}/gegevens/pagina");

        Assert.Contains("Uitnodiging, ", dutch, StringComparison.Ordinal);
        Assert.Contains("Meedenken op afstand, ", dutch, StringComparison.Ordinal);
        Assert.Contains("Invitation, ", english, StringComparison.Ordinal);
    }
}
