using System.Net;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>
/// What earlier versions stored as an address: read, kept, cleaned where it is plain, and else listed once (K-A1).
/// </summary>
public sealed class StoredAddressTests
{
    private const string Bad = "jan jansen@voorbeeld.example";
    private const string List = "/netwerk/mailadressen";

    [Fact]
    public async Task A_stored_address_that_does_not_pass_is_read_and_does_not_stand_in_the_way_of_another_field()
    {
        await using var site = new Site();
        var world = await World.On(site);
        var person = (
            await world.Read(await world.Invite("Jan", "Ervaringsdeskundige", "jan@voorbeeld.example"))
        ).PersonId;
        await StoreAsync(site, person, Bad);

        await site.Db(async db =>
        {
            var stored = await db.Persons.SingleAsync(item => item.Id == person);
            Assert.Equal(Bad, stored.Email);
            stored.Phone = "06 555 88 888";
            await db.SaveChangesAsync();
        });
        var page = await (await world.SignIn()).Go($"/personen/{person}");
        await page.Press("Gegevens bewaren", ("Contact.Phone", "06 555 77 777"));

        Assert.Contains("De gegevens zijn bewaard.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            (Bad, "06 555 77 777"),
            await site.Db(async db =>
                await db
                    .Persons.Where(item => item.Id == person)
                    .Select(item => ValueTuple.Create(item.Email, item.Phone))
                    .SingleAsync()
            )
        );
        await page.Press("Gegevens bewaren", ("Contact.Email", "jan jansen2@voorbeeld.example"));
        Assert.Contains("spatie", page.Page.GetElementById("Contact_Email-error")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_stored_address_has_a_setter_that_cleans_or_refuses()
    {
        var account = new TeamAccount { PersonId = 1, Email = "Jan <jan@voorbeeld.example>" };
        var settings = new InstallationSettings
        {
            MailFrom = "mailto:Post@Voorbeeld.example",
            AllowList = "Jan <jan@voorbeeld.example>\npiet@voorbeeld.example,",
        };
        Assert.Equal(
            ("jan@voorbeeld.example", "post@voorbeeld.example", "jan@voorbeeld.example\npiet@voorbeeld.example"),
            (account.Email, settings.MailFrom, settings.AllowList)
        );

        Assert.Equal("Email", Assert.Throws<DomainRuleException>(() => account.Email = Bad).Field);
        Assert.Equal("MailFrom", Assert.Throws<DomainRuleException>(() => settings.MailFrom = Bad).Field);
        Assert.Equal("AllowList", Assert.Throws<DomainRuleException>(() => settings.AllowList = Bad).Field);
        Assert.Throws<DomainRuleException>(() =>
            new SubscriptionRequest
            {
                ProjectId = 1,
                TokenHash = "",
                FirstName = "",
                Language = "nl",
                AskedAt = default,
                Email = Bad,
            }
        );

        await using var site = new Site();
        var id = await site.MemberAsync("Anna", (TeamRole.Administrator, null));
        await site.Db(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, Bad)));
        await site.Db(db =>
            db.Installation.ExecuteUpdateAsync(set =>
                set.SetProperty(item => item.MailFrom, Bad).SetProperty(item => item.AllowList, Bad)
            )
        );
        await site.Db(async db =>
        {
            var (stored, row) = (
                await db.Users.SingleAsync(item => item.PersonId == id),
                await db.Installation.SingleAsync()
            );
            Assert.Equal((Bad, Bad, Bad), (stored.Email, row.MailFrom, row.AllowList));
            (stored.SecurityStamp, row.Phone) = ("anders", "030 555 00 01");
            await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task After_the_update_what_is_plain_is_clean_and_the_rest_is_listed_until_it_is_mended_or_seen()
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        World world;
        int jan,
            greet,
            bram;
        await using (var before = new Site { Folder = folder, RemoveFolder = false })
        {
            world = await World.On(before);
            await World.Beside(world, "quirine@ander.example");
            var invited = await world.Invite([
                ("Jan", "Ervaringsdeskundige", null, "06 555 11 111"),
                ("Greet", "Ervaringsdeskundige", null, null),
                ("Bram", "Ervaringsdeskundige", null, null),
            ]);
            (jan, greet, bram) = (
                (await world.Read(invited[0])).PersonId,
                (await world.Read(invited[1])).PersonId,
                (await world.Read(invited[2])).PersonId
            );
            await StoreAsync(before, jan, Bad);
            await StoreAsync(before, greet, "anna@werk,nl");
            await StoreAsync(before, bram, "bram <bram@voorbeeld.example>\u200B");
        }

        await using var site = new Site { Folder = folder };
        world = world.In(site);
        Assert.Equal(
            "bram@voorbeeld.example",
            await site.Db(db => db.Persons.Where(item => item.Id == bram).Select(item => item.Email).SingleAsync())
        );
        Assert.Contains(await site.NextStepsOf(World.Organiser), step =>
            step.Sentence == "2 mailadressen kloppen niet." && step.Href == List
        );
        Assert.DoesNotContain(await site.NextStepsOf("quirine@ander.example"), step => step.Href == List);
        Assert.DoesNotContain(
            "Jan",
            (await (await world.SignIn("quirine@ander.example")).Go(List)).Text,
            StringComparison.Ordinal
        );

        var organiser = await (await world.SignIn()).Go(List);
        Assert.Contains("Er staat een spatie in dit mailadres.", RowOf(organiser, jan), StringComparison.Ordinal);
        Assert.Contains("06 555 11 111", RowOf(organiser, jan), StringComparison.Ordinal);
        Assert.Contains("Bedoelt u een punt?", RowOf(organiser, greet), StringComparison.Ordinal);
        Assert.Contains("geen telefoonnummer", RowOf(organiser, greet), StringComparison.Ordinal);

        await (await organiser.Go($"/personen/{jan}")).Press(
            "Gegevens bewaren",
            ("Contact.Email", "jan.jansen@voorbeeld.example")
        );
        Assert.Contains(await site.NextStepsOf(World.Organiser), step => step.Sentence == "Eén mailadres klopt niet.");
        await (await organiser.Go(List)).Press("Gezien");

        Assert.DoesNotContain(await site.NextStepsOf(World.Organiser), step => step.Href == List);
        Assert.Equal(
            (true, true, "anna@werk,nl"),
            await site.Db(db =>
                db.Persons.Where(item => item.Id == greet)
                    .Select(item =>
                        ValueTuple.Create(item.AddressFailsSince != null, item.AddressSeenAt != null, item.Email)
                    )
                    .SingleAsync()
            )
        );
        Assert.Contains("Hier staat niemand meer", (await organiser.Go(List)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TeamRole.Organiser, HttpStatusCode.OK)]
    [InlineData(TeamRole.CoResearcher, HttpStatusCode.OK)]
    [InlineData(TeamRole.Facilitator, HttpStatusCode.NotFound)]
    [InlineData(TeamRole.Administrator, HttpStatusCode.NotFound)]
    public async Task The_list_is_for_whoever_sees_the_network(TeamRole role, HttpStatusCode expected)
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync(role);

        using var answer = await client.GetAsync(List);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static string RowOf(Visitor page, int person) =>
        page.Page.QuerySelector($"a[href='/personen/{person}']")!.Closest("li")!.Words();

    /// <summary>As an earlier version stored it.</summary>
    private static Task StoreAsync(Site site, int person, string address) =>
        site.Db(db => db.Database.ExecuteSqlAsync($"UPDATE Persons SET Email = {address} WHERE Id = {person}"));
}
