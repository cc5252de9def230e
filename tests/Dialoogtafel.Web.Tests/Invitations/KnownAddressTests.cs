using System.Net;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>
/// A known address is a question wherever a person can be added, and nobody is made before it is answered (K-C1).
/// </summary>
public sealed class KnownAddressTests : IDisposable
{
    private const string Address = "amina@voorbeeld.example";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("amina@voorbeeld.example")]
    [InlineData(" Amina@Voorbeeld.example ")]
    [InlineData("AMINA@VOORBEELD.EXAMPLE")]
    [InlineData("mailto:amina@voorbeeld.example")]
    [InlineData("Amina Bouzid <amina@voorbeeld.example>")]
    public async Task Inviting_asks_whether_it_is_the_known_person_and_keeps_what_was_typed(string typed)
    {
        var (world, petra) = await WithAminaAsync();

        await InviteAsync(world, petra, "A.", typed);

        Assert.Contains("Dit adres kennen wij al: is het Amina Bouzid?", petra.Text, StringComparison.Ordinal);
        Assert.Equal("een buurvrouw", petra.Page.QuerySelector("#Form_ViaWhom")!.ValueOf());
        Assert.Equal(0, await site.Db(db => db.Invitations.CountAsync()));
        Assert.Equal(2, await site.Db(db => db.Persons.CountAsync()));
    }

    [Fact]
    public async Task Ja_invites_the_known_person_and_doubles_nothing()
    {
        var (world, petra) = await WithAminaAsync();
        await InviteAsync(world, petra, "A.", Address);

        await petra.Press("Bekijk de uitnodiging", ("Known.Is", $"{await AminaAsync()}"));

        Assert.EndsWith("/voorbeeld", petra.Address.AbsolutePath, StringComparison.Ordinal);
        var invitation = await site.Db(db => db.Invitations.Include(item => item.Person).SingleAsync());
        Assert.Equal(
            (await AminaAsync(), "Amina", "06 555 00 009"),
            (invitation.PersonId, invitation.Person!.FirstName, invitation.Person.Phone)
        );
        Assert.Equal(2, await site.Db(db => db.Persons.CountAsync()));
    }

    [Fact]
    public async Task Nee_makes_somebody_else_with_the_same_address()
    {
        var (world, petra) = await WithAminaAsync();
        await InviteAsync(world, petra, "Fatma", Address);

        await petra.Press("Bekijk de uitnodiging", ("Known.Is", "ander"));

        Assert.Equal(
            ["Amina", "Fatma"],
            await site.Db(db =>
                db.Persons.Where(item => item.Email == Address)
                    .OrderBy(item => item.Id)
                    .Select(item => item.FirstName)
                    .ToListAsync()
            )
        );
        Assert.Equal("Fatma", await site.Db(db => db.Invitations.Select(item => item.Person!.FirstName).SingleAsync()));
    }

    [Fact]
    public async Task An_answer_is_about_the_address_that_was_asked_and_a_person_who_was_not_asked_cannot_be_chosen()
    {
        var (world, petra) = await WithAminaAsync();
        await PersonAsync("Joke", "Bos", "joke@voorbeeld.example");
        await InviteAsync(world, petra, "Fatma", Address);

        await petra.Press("Bekijk de uitnodiging", ("Form.Email", "joke@voorbeeld.example"), ("Known.Is", "ander"));
        Assert.Contains("is het Joke Bos?", petra.Text, StringComparison.Ordinal);
        await petra.Press("Bekijk de uitnodiging", ("Known.Is", $"{await AminaAsync()}"));

        Assert.Contains("is het Joke Bos?", petra.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.Db(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task Who_is_on_the_list_of_this_table_already_is_said_with_a_link()
    {
        var (world, petra) = await WithAminaAsync();
        await InviteAsync(world, petra, "A.", Address);
        await petra.Press("Bekijk de uitnodiging", ("Known.Is", $"{await AminaAsync()}"));
        var first = await site.Db(db => db.Invitations.Select(item => item.Id).SingleAsync());
        await InviteAsync(world, petra, "A.", Address);

        await petra.Press("Bekijk de uitnodiging", ("Known.Is", $"{await AminaAsync()}"));

        Assert.Contains("Amina Bouzid staat al op de lijst van deze tafel", petra.Text, StringComparison.Ordinal);
        Assert.Contains(petra.Page.QuerySelectorAll("main a"), link =>
            link.GetAttribute("href") == $"/uitnodigingen/{first}"
        );
        Assert.Equal(1, await site.Db(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task Of_several_people_with_one_address_each_can_be_chosen()
    {
        var (world, petra) = await WithAminaAsync();
        await PersonAsync("Karim", "Bouzid", Address);
        await InviteAsync(world, petra, "K.", Address);
        Assert.Contains("Dit adres kennen wij al. Wie is het?", petra.Text, StringComparison.Ordinal);

        await petra.Press("Bekijk de uitnodiging", ("Known.Is", $"{await PersonOf("Karim")}"));

        Assert.Equal("Karim", await site.Db(db => db.Invitations.Select(item => item.Person!.FirstName).SingleAsync()));
    }

    [Fact]
    public async Task Two_presses_at_once_with_a_new_address_make_one_person()
    {
        var (world, petra) = await WithAminaAsync();
        await petra.Go($"/bijeenkomsten/{world.Table}/uitnodigingen/nieuw");
        var path = $"/bijeenkomsten/{world.Table}/uitnodigingen/nieuw";
        (string, string)[] typed =
        [
            ("Form.FirstName", "Nora"),
            ("Form.Email", "nora@voorbeeld.example"),
            ("Form.PerspectiveId", $"{world.Perspectives["Ervaringsdeskundige"]}"),
            ("Form.ViaWhom", "een buurvrouw"),
        ];

        using var one = await petra.Http.SendAsync(petra.Page, path, typed);
        using var two = await petra.Http.SendAsync(petra.Page, path, typed);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.BadRequest), (one.StatusCode, two.StatusCode));
        Assert.Equal(1, await site.Db(db => db.Persons.CountAsync(item => item.FirstName == "Nora")));
    }

    [Fact]
    public async Task The_network_asks_the_same_and_ja_leads_to_the_known_person()
    {
        var (_, petra) = await WithAminaAsync();
        await petra.Go("/netwerk/nieuw");
        await petra.Press("Toevoegen", ("Contact.FirstName", "A."), ("Contact.Email", Address));
        Assert.Contains("Dit adres kennen wij al: is het Amina Bouzid?", petra.Text, StringComparison.Ordinal);

        await petra.Press("Toevoegen", ("Known.Is", $"{await AminaAsync()}"));

        Assert.Equal($"/personen/{await AminaAsync()}", petra.Address.AbsolutePath);
        Assert.Equal(2, await site.Db(db => db.Persons.CountAsync()));
    }

    [Fact]
    public async Task The_team_asks_the_same_before_anybody_is_added()
    {
        var (_, petra) = await WithAminaAsync();
        await petra.Go("/team");
        await petra.Press(
            "Toevoegen aan het team",
            ("Form.FirstName", "A."),
            ("Form.Email", Address),
            ("Form.Role", "CoResearcher")
        );
        Assert.Contains("Dit adres kennen wij al: is het Amina Bouzid?", petra.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.Db(db => db.Memberships.CountAsync()));

        await petra.Press("Toevoegen aan het team", ("Known.Is", $"{await AminaAsync()}"));

        Assert.Equal(
            await AminaAsync(),
            await site.Db(db =>
                db.Memberships.Where(item => item.Role == TeamRole.CoResearcher)
                    .Select(item => item.PersonId)
                    .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task An_address_that_somebody_signs_in_with_stays_theirs()
    {
        var (_, petra) = await WithAminaAsync();
        await petra.Go("/team");
        await petra.Press(
            "Toevoegen aan het team",
            ("Form.FirstName", "Quirine"),
            ("Form.Email", World.Organiser),
            ("Form.Role", "CoResearcher")
        );

        await petra.Press("Toevoegen aan het team", ("Known.Is", "ander"));

        Assert.Contains("Met dit adres logt Petra al in", petra.Text, StringComparison.Ordinal);
        Assert.Equal(2, await site.Db(db => db.Persons.CountAsync()));
        Assert.Equal(1, await site.Db(db => db.Memberships.CountAsync()));
    }

    private async Task<(World World, Visitor Petra)> WithAminaAsync()
    {
        var world = await World.On(site);
        await PersonAsync("Amina", "Bouzid", Address);
        return (world, await world.SignIn());
    }

    private Task PersonAsync(string first, string last, string address) =>
        site.Db(db =>
        {
            db.Persons.Add(
                new Person
                {
                    FirstName = first,
                    LastName = last,
                    Email = address,
                    CreatedAt = site.Clock.Utc,
                }
            );
            return db.SaveChangesAsync();
        });

    private Task<int> AminaAsync() => PersonOf("Amina");

    private Task<int> PersonOf(string name) =>
        site.Db(db => db.Persons.Where(item => item.FirstName == name).Select(item => item.Id).SingleAsync());

    private static async Task InviteAsync(World world, Visitor petra, string name, string address)
    {
        await petra.Go($"/bijeenkomsten/{world.Table}/uitnodigingen/nieuw");
        await petra.Press(
            "Bekijk de uitnodiging",
            ("Form.FirstName", name),
            ("Form.Email", address),
            ("Form.Phone", "06 555 00 009"),
            ("Form.PerspectiveId", $"{world.Perspectives["Ervaringsdeskundige"]}"),
            ("Form.ViaWhom", "een buurvrouw")
        );
    }
}
