using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>
/// Whatever is typed as a mail address, in each form: cleaned where the meaning is plain, else words beside the field
/// and everything typed kept (K-A1, K-A2).
/// </summary>
public sealed class AddressFormTests : IAsyncLifetime
{
    /// <summary>What is typed, and a word of what stands beside the field.</summary>
    private static readonly (string Typed, string Word)[] Refused =
    [
        ("jan jansen@voorbeeld.example", "spatie"),
        ("anna@werk,nl", "komma"),
        ("jan.@voorbeeld.example", "vóór de @"),
        ("jan@voor_beeld.example", "na de @"),
        ("jan@voor\u200Bbeeld.example", "niet ziet"),
        ("jan@werk.example; jan@thuis.example", "meer adressen"),
        ("jan@@voorbeeld.example", "twee @"),
        ("jan", "hoort een @"),
        ("jan@voorbeeld", "na de @"),
        (new string('a', 300) + "@voorbeeld.example", "te lang"),
    ];

    private readonly Site site = new();
    private World world = null!;
    private HttpClient organiser = null!;
    private int guest;

    public static TheoryData<string> Forms =>
        [
            "link-opnieuw",
            "op-de-hoogte",
            "inloggen",
            "eerste",
            "iemand-anders",
            "team",
            "persoon",
            "nieuw",
            "uitnodigen",
            "versturen",
        ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_is_no_address_is_told_beside_its_field_and_kept(string form)
    {
        var (client, path, action, field, others) = await OpenAsync(form);
        foreach (var (typed, word) in Refused)
        {
            using var answer = await client.SendAsync(path, action, [.. others, (field, typed)]);
            Assert.True((int)answer.StatusCode is 200 or 400, $"{typed}: {answer.StatusCode}");
            var page = await answer.PageAsync();
            var id = field.Replace('.', '_');

            Assert.Contains(
                word,
                page.GetElementById($"{id}-error")?.Words() ?? $"nothing beside {field} for {typed}",
                StringComparison.Ordinal
            );
            Assert.Equal(typed, page.GetElementById(id)!.GetAttribute("value"));
            Assert.All(others, other =>
                Assert.Contains(
                    other.Value,
                    page.Forms.SelectMany(item => item.AsServed())
                        .Where(item => item.Key == other.Name)
                        .Select(item => item.Value)
                )
            );
        }
    }

    [Fact]
    public async Task On_an_English_page_the_words_are_English()
    {
        var client = site.Open();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var page = await (await client.FillAsync("/link-opnieuw", ("Form.Address", "anna@werk,nl"))).PageAsync();

        Assert.Equal(
            "Error: There is a comma in this mail address. Do you mean a dot?",
            page.GetElementById("Form_Address-error")!.Words()
        );
    }

    [Fact]
    public async Task Each_line_of_the_allow_list_is_an_address()
    {
        var (client, path, action, _, others) = await OpenAsync("versturen");

        var refused = await (
            await client.SendAsync(
                path,
                action,
                [.. others, ("Form.AllowList", "goed@voorbeeld.example\nanna@werk.\nbert@werk nl")]
            )
        ).PageAsync();
        Assert.Contains(
            "Adres 2: Het stuk na de @ klopt niet.",
            refused.GetElementById("Form_AllowList-error")!.Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Er is nog één adres dat niet klopt.",
            refused.GetElementById("Form_AllowList-error")!.Words(),
            StringComparison.Ordinal
        );
        using var kept = await client.SendAsync(
            path,
            action,
            [.. others, ("Form.AllowList", "Jan <jan@voorbeeld.example>\nmailto:Bert@voorbeeld.example; \u200B")]
        );

        Assert.Equal(
            "jan@voorbeeld.example\nbert@voorbeeld.example",
            await site.Db(db => db.Installation.Select(item => item.AllowList).SingleAsync())
        );
    }

    [Theory]
    [InlineData("Greet <greet@voorbeeld.example>")]
    [InlineData("mailto:greet@voorbeeld.example")]
    [InlineData("greet@voorbeeld.example\u200B")]
    [InlineData("\uFEFFGreet@Voorbeeld.example;")]
    public async Task An_address_with_something_around_it_is_stored_clean_and_found_again(string typed)
    {
        const string clean = "greet@voorbeeld.example";
        foreach (var form in new[] { "uitnodigen", "nieuw" })
        {
            var (client, path, action, field, others) = await OpenAsync(form);
            using var added = await client.SendAsync(
                path,
                action,
                [.. others, (field, typed), ("Known.About", clean), ("Known.Is", KnownPeople.Another)]
            );
            Assert.True((int)added.StatusCode is 302 or 303, form);
        }

        var (team, teamPath, teamAction, teamField, teamOthers) = await OpenAsync("team");
        using var member = await team.SendAsync(
            teamPath,
            teamAction,
            [.. teamOthers, (teamField, typed.Replace("voorbeeld", "team", StringComparison.OrdinalIgnoreCase))]
        );
        using var news = await site.Open()
            .FillAsync("/op-de-hoogte", ("Form.FirstName", "Greet"), ("Form.Address", typed));
        Assert.Equal(
            [clean, clean],
            await site.Db(db =>
                db.Persons.Where(item => item.FirstName == "Jan" && item.Email!.StartsWith("greet@voorbeeld"))
                    .Select(item => item.Email)
                    .ToListAsync()
            )
        );
        Assert.Equal(clean, await site.Db(db => db.SubscriptionRequests.Select(item => item.Email).SingleAsync()));
        Assert.Equal(
            "GREET@TEAM.EXAMPLE",
            await site.Db(db =>
                db.Users.Where(item => item.Email == "greet@team.example")
                    .Select(item => item.NormalizedEmail)
                    .SingleAsync()
            )
        );

        await world.Invite("Greta", "Ervaringsdeskundige", clean);
        using var again = await site.Open().FillAsync("/link-opnieuw", ("Form.Address", typed));
        using var signIn = await site.Open()
            .SendAsync(
                "/team/inloggen",
                "/team/inloggen",
                ("Email", typed.Replace("voorbeeld", "team", StringComparison.OrdinalIgnoreCase))
            );

        Assert.Equal(
            1,
            await site.Db(db => db.Mails.CountAsync(mail => mail.Kind == "link-opnieuw" && mail.Recipient == clean))
        );
        Assert.Equal(
            1,
            await site.Db(db =>
                db.Mails.CountAsync(mail => mail.Kind == "inloggen" && mail.Recipient == "greet@team.example")
            )
        );
    }

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        organiser = (await world.SignIn()).Http;
        guest = await world.Invite("Bram", "Ervaringsdeskundige", "bram@voorbeeld.example");
    }

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    private async Task<(
        HttpClient Client,
        string Path,
        string Action,
        string Field,
        (string Name, string Value)[] Others
    )> OpenAsync(string form) =>
        form switch
        {
            "link-opnieuw" => (site.Open(), "/link-opnieuw", "/link-opnieuw", "Form.Address", []),
            "op-de-hoogte" => (
                site.Open(),
                "/op-de-hoogte",
                "/op-de-hoogte",
                "Form.Address",
                [("Form.FirstName", "Jan")]
            ),
            "inloggen" => (site.Open(), "/team/inloggen", "/team/inloggen", "Email", []),
            "eerste" => await FirstAsync(),
            "iemand-anders" => await GuestAsync(),
            "team" => (
                organiser,
                "/team",
                "/team/leden",
                "Form.Email",
                [("Form.FirstName", "Jan"), ("Form.Role", "Facilitator")]
            ),
            "persoon" => (
                organiser,
                $"/personen/{world.OrganiserPerson}",
                $"/personen/{world.OrganiserPerson}",
                "Contact.Email",
                [("Contact.Phone", "06 555 99 999")]
            ),
            "nieuw" => (organiser, "/netwerk/nieuw", "/netwerk/nieuw", "Contact.Email", [("Contact.FirstName", "Jan")]),
            "uitnodigen" => (
                organiser,
                $"/bijeenkomsten/{world.Table}/uitnodigingen/nieuw",
                $"/bijeenkomsten/{world.Table}/uitnodigingen/nieuw",
                "Form.Email",
                [
                    ("Form.FirstName", "Jan"),
                    (
                        "Form.PerspectiveId",
                        world
                            .Perspectives["Ervaringsdeskundige"]
                            .ToString(System.Globalization.CultureInfo.InvariantCulture)
                    ),
                ]
            ),
            "versturen" => (
                organiser,
                "/beheer/versturen",
                "/beheer/versturen",
                "Form.From",
                [("Form.Route", "Folder"), ("Form.BaseAddress", "https://tafel.example")]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
        };

    private async Task<(HttpClient, string, string, string, (string Name, string Value)[])> FirstAsync()
    {
        var token = SignInSecrets.NewToken();
        await site.Db(async db =>
        {
            // As on a machine without an organiser.
            await db.Memberships.ExecuteDeleteAsync();
            db.SignInRequests.Add(
                new SignInRequest
                {
                    First = true,
                    TokenHash = SignInSecrets.Hash(token),
                    ExpiresAt = site.Clock.Utc + SignInRequest.Lifetime,
                }
            );
            await db.SaveChangesAsync();
        });
        return (
            site.Open(),
            $"/eerste/{token}",
            $"/eerste/{token}",
            "Form.Email",
            [
                ("Form.FirstName", "Jan"),
                ("Form.LastName", "Bos"),
                ("Form.Organisation", "Samen"),
                ("Form.Phone", "06 12 34 56 78"),
            ]
        );
    }

    private async Task<(HttpClient, string, string, string, (string Name, string Value)[])> GuestAsync()
    {
        var visitor = await new Visitor(site.Open()).Go(await world.LinkOf(guest));
        var path = visitor.Address.AbsolutePath + "/iemand-anders";
        return (visitor.Http, path, path, "Form.Address", [("Form.Name", "Jan"), ("Form.Agreed", "Agreed")]);
    }
}
