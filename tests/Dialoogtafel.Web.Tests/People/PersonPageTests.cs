using System.Net;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.People;

public sealed class PersonPageTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Somebody_is_added_with_a_perspective_that_waits_for_her_own_word()
    {
        var project = await site.ProjectAsync("Werk");
        var perspective = await PerspectiveAsync(project, "Ervaringsdeskundige");
        var browser = await site.SignedInAsync("anna", TeamRole.CoResearcher, project);

        using var added = await browser.SendAsync(
            "/netwerk/nieuw",
            "/netwerk/nieuw",
            ("Contact.FirstName", "Carla"),
            ("Contact.Organisation", "Zorgplein"),
            ("Perspective.PerspectiveId", $"{perspective}"),
            ("Perspective.AccordingTo", "Dirk")
        );
        var place = added.Headers.Location!.OriginalString;

        var page = await browser.PageAsync(place);
        Assert.Contains("volgens Dirk, niet bevestigd", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Zorgplein", page.Words(), StringComparison.Ordinal);

        var link = await site.Db(db => db.PersonPerspectives.Select(item => item.Id).SingleAsync());
        using var confirmed = await browser.SendAsync(page, $"{place}/perspectieven/{link}/bevestiging");
        Assert.Contains(
            "zelf gezegd op 2 november 2026",
            (await browser.PageAsync(place)).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_known_address_is_a_question_and_two_people_may_share_it()
    {
        var browser = await AnnaAsync();
        await PersonAsync("Eva", "samen@thuis.example");

        using var asked = await browser.SendAsync(
            "/netwerk/nieuw",
            "/netwerk/nieuw",
            ("Contact.FirstName", "Fatma"),
            ("Contact.Email", "Samen@thuis.example")
        );
        var page = await asked.PageAsync();
        Assert.Contains("Eva", page.Words(), StringComparison.Ordinal);
        Assert.Equal("Fatma", page.QuerySelector("#Contact_FirstName")!.GetAttribute("value"));

        using var added = await browser.SendAsync(page, "/netwerk/nieuw", ("Known.Is", "ander"));
        Assert.Contains(
            "Dit adres is ook van Eva",
            (await browser.PageAsync(added.Headers.Location!.OriginalString)).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_organisation_is_found_by_its_name_whatever_the_capitals()
    {
        var browser = await AnnaAsync();
        var (eva, fatma) = (await PersonAsync("Eva"), await PersonAsync("Fatma"));

        using var first = await browser.SendAsync(
            $"/personen/{eva}",
            $"/personen/{eva}",
            ("Contact.Organisation", "Gemeente 100% Dorp")
        );
        using var second = await browser.SendAsync(
            $"/personen/{fatma}",
            $"/personen/{fatma}",
            ("Contact.Organisation", "gemeente 100% dorp")
        );

        Assert.Equal(
            "Gemeente 100% Dorp",
            await site.Db(db => db.Organisations.Select(item => item.Name).SingleAsync())
        );
        Assert.Equal(2, await site.Db(db => db.Persons.CountAsync(item => item.OrganisationId != null)));
        using var none = await browser.SendAsync($"/personen/{eva}", $"/personen/{eva}", ("Contact.Organisation", ""));
        Assert.Equal(1, await site.Db(db => db.Persons.CountAsync(item => item.OrganisationId != null)));
    }

    [Fact]
    public async Task Who_saves_second_sees_both_texts_and_loses_nothing_typed()
    {
        var browser = await AnnaAsync();
        var eva = await PersonAsync("Eva");
        var early = await browser.PageAsync($"/personen/{eva}");
        using var first = await browser.SendAsync(
            $"/personen/{eva}",
            $"/personen/{eva}",
            ("Contact.Phone", "030 111 11 11")
        );

        using var second = await browser.SendAsync(early, $"/personen/{eva}", ("Contact.Phone", "030 222 22 22"));
        var page = await second.PageAsync();

        Assert.Contains("030 111 11 11", page.Words(), StringComparison.Ordinal);
        Assert.Equal("030 222 22 22", page.QuerySelector("#Contact_Phone")!.GetAttribute("value"));
        using var again = await browser.SendAsync(page, $"/personen/{eva}");
        Assert.Equal(
            "030 222 22 22",
            await site.Db(db => db.Persons.Where(item => item.Id == eva).Select(item => item.Phone).SingleAsync())
        );
    }

    [Fact]
    public async Task Only_she_herself_moves_her_sign_in_address()
    {
        var project = await site.ProjectAsync("Werk");
        var (anna, bert) = (
            await site.MemberAsync("anna", (TeamRole.Organiser, project)),
            await site.MemberAsync("bert", (TeamRole.CoResearcher, project))
        );
        var (annas, berts) = (await site.SignedInAsync(anna), await site.SignedInAsync(bert));

        using var byBert = await berts.SendAsync(
            $"/personen/{anna}",
            $"/personen/{anna}",
            ("Contact.Email", "van-bert@team.example")
        );
        Assert.Equal("anna@team.example", await SignInAddressAsync(anna));

        using var taken = await annas.SendAsync(
            $"/personen/{anna}",
            $"/personen/{anna}",
            ("Contact.Email", "bert@team.example")
        );
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("anna@team.example", await SignInAddressAsync(anna));

        using var herself = await annas.SendAsync(
            $"/personen/{anna}",
            $"/personen/{anna}",
            ("Contact.Email", "nieuw@team.example")
        );
        Assert.Equal("nieuw@team.example", await SignInAddressAsync(anna));
    }

    [Fact]
    public async Task A_new_role_ends_the_former_one_and_both_stay_in_the_history()
    {
        var project = await site.ProjectAsync("Werk");
        var browser = await site.SignedInAsync("anna", TeamRole.Organiser, project);
        var eva = await PersonAsync("Eva");

        await GiveRoleAsync(browser, eva, ParticipationRole.Informant, "belde met ideeën");
        site.Clock.Move(TimeSpan.FromDays(3));
        await GiveRoleAsync(browser, eva, ParticipationRole.Partner, "ja op de uitnodiging");

        var roles = await site.Db(db => db.RoleAssignments.AsNoTracking().OrderBy(item => item.Id).ToListAsync());
        Assert.Equal([site.Clock.Utc, null], roles.Select(item => item.Until));
        var words = (await browser.PageAsync($"/personen/{eva}")).Words();
        Assert.Contains("belde met ideeën", words, StringComparison.Ordinal);
        Assert.Contains("ja op de uitnodiging", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_keeps_its_proof_after_it_was_withdrawn()
    {
        var browser = await AnnaAsync();
        var eva = await PersonAsync("Eva");

        using var given = await browser.SendAsync(
            $"/personen/{eva}",
            $"/personen/{eva}/toestemmingen",
            ("Consent.Purpose", nameof(ConsentPurpose.StayInNetwork)),
            ("Consent.TextVersion", "2026-11"),
            ("Consent.Channel", nameof(ConsentChannel.Phone)),
            ("Consent.GivenOn", "2026-11-01")
        );
        var consent = await site.Db(db => db.Consents.AsNoTracking().SingleAsync());
        site.Clock.Move(TimeSpan.FromDays(1));
        using var withdrawn = await browser.SendAsync(
            $"/personen/{eva}",
            $"/personen/{eva}/toestemmingen/{consent.Id}/intrekking"
        );

        var words = (await browser.PageAsync($"/personen/{eva}")).Words();
        Assert.Contains(
            "1 november 2026, aan de telefoon · tekst 2026-11 · opgeschreven door anna",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("ingetrokken op 3 november 2026", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(ConsentChannel.Phone), "2026-11-03", "Deze dag is nog niet geweest")]
    [InlineData(nameof(ConsentChannel.Page), "2026-11-02", "alleen de persoon zelf")]
    public async Task A_consent_that_cannot_be_so_is_refused(string channel, string day, string because)
    {
        var browser = await AnnaAsync();
        var eva = await PersonAsync("Eva");

        using var refused = await browser.SendAsync(
            $"/personen/{eva}",
            $"/personen/{eva}/toestemmingen",
            ("Consent.Purpose", nameof(ConsentPurpose.Newsletter)),
            ("Consent.TextVersion", "2026-11"),
            ("Consent.Channel", channel),
            ("Consent.GivenOn", day)
        );

        Assert.Contains(because, (await refused.PageAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal(0, await site.Db(db => db.Consents.CountAsync()));
    }

    [Fact]
    public async Task Her_own_wish_not_to_be_approached_is_shown_and_no_form_can_set_it()
    {
        var browser = await AnnaAsync();
        var (eva, fatma) = (await PersonAsync("Eva"), await PersonAsync("Fatma"));
        await site.Db(async db =>
        {
            (await db.Persons.SingleAsync(item => item.Id == eva)).AskRemoval(site.Clock.Utc);
            await db.SaveChangesAsync();
        });

        Assert.Contains(
            "Eva vroeg zelf op 2 november 2026 om niet meer benaderd te worden",
            (await browser.PageAsync($"/personen/{eva}")).Words(),
            StringComparison.Ordinal
        );
        using var posted = await browser.SendAsync(
            $"/personen/{fatma}",
            $"/personen/{fatma}",
            ("Contact.Phone", "030 111 11 11"),
            ("Contact.NotToBeApproachedSince", "2026-11-01"),
            ("NotToBeApproachedSince", "2026-11-01"),
            ("Contact.LimitedLoad", "true")
        );
        var stored = await site.Db(db => db.Persons.AsNoTracking().SingleAsync(item => item.Id == fatma));
        Assert.Equal(
            ("030 111 11 11", (DateTime?)null, false),
            (stored.Phone, stored.NotToBeApproachedSince, stored.LimitedLoad)
        );
    }

    private async Task<HttpClient> AnnaAsync() =>
        await site.SignedInAsync("anna", TeamRole.Organiser, await site.ProjectAsync("Werk"));

    private async Task GiveRoleAsync(HttpClient browser, int person, ParticipationRole role, string reason)
    {
        using var given = await browser.SendAsync(
            $"/personen/{person}",
            $"/personen/{person}/rollen",
            ("GivenRole.Role", role.ToString()),
            ("GivenRole.Reason", reason)
        );
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
    }

    private Task<string?> SignInAddressAsync(int person) =>
        site.Db(db => db.Users.Where(item => item.PersonId == person).Select(item => item.Email).SingleAsync());

    private Task<int> PersonAsync(string firstName, string? email = null) =>
        site.Db(async db =>
        {
            var person = new Person
            {
                FirstName = firstName,
                Email = email,
                CreatedAt = site.Clock.Utc,
            };
            db.Persons.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });

    private Task<int> PerspectiveAsync(int project, string name) =>
        site.Db(async db =>
        {
            var perspective = new Perspective
            {
                ProjectId = project,
                Name = name,
                Kind = PerspectiveKind.LivedExperience,
            };
            db.Perspectives.Add(perspective);
            await db.SaveChangesAsync();
            return perspective.Id;
        });
}
