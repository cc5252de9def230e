using System.Net;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>Who sees what of the network.</summary>
public sealed class NetworkReachTests : NetworkFixture
{
    [Fact]
    public async Task A_co_researcher_of_one_project_sees_nothing_of_another_but_names_and_how_to_reach_people()
    {
        var (mine, other) = (await site.ProjectAsync("Mijnproject"), await site.ProjectAsync("Kanarieproject"));
        var carla = await PersonAsync("Carla", "Zand");
        var foreign = await KnownAsync(other, "Kanarieperspectief", PerspectiveKind.LivedExperience, carla);
        await KnownAsync(mine, "Werkgever", PerspectiveKind.Party);
        await RoleAsync(other, carla, ParticipationRole.Informant, "kanariereden");
        await site.Db(async db =>
        {
            db.Consents.Add(
                new ConsentRecord
                {
                    PersonId = carla,
                    ProjectId = other,
                    Purpose = ConsentPurpose.Newsletter,
                    TextVersion = "kanarietekst",
                    Channel = ConsentChannel.Paper,
                    GivenAt = site.Clock.Utc,
                }
            );
            await db.SaveChangesAsync();
        });
        await site.InvitedAsync(other, foreign, carla, "Kanarieonderwerp");
        var browser = await site.SignedInAsync("anna", TeamRole.CoResearcher, mine);
        var link = await site.Db(db =>
            Task.FromResult(db.PersonPerspectives.Single(item => item.PersonId == carla).Id)
        );
        var consent = await site.Db(db => Task.FromResult(db.Consents.Single().Id));

        var pages = new[] { "/netwerk", $"/netwerk?perspectief={foreign}", $"/personen/{carla}", "/netwerk/nieuw" };
        foreach (var path in pages)
        {
            Assert.DoesNotContain("kanarie", await browser.GetStringAsync(path), StringComparison.OrdinalIgnoreCase);
        }

        using var informants = await browser.SendAsync(
            "/netwerk",
            "/netwerk",
            ("Form.Role", nameof(ParticipationRole.Informant))
        );
        Assert.DoesNotContain("Carla", (await informants.PageAsync()).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Carla",
            (await browser.PageAsync($"/netwerk?perspectief={foreign}")).Words(),
            StringComparison.Ordinal
        );
        Assert.Contains("Carla Zand", (await browser.PageAsync("/netwerk")).Words(), StringComparison.Ordinal);

        var person = await browser.PageAsync($"/personen/{carla}");
        var token = person
            .QuerySelector("form[action^='/personen/'] input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        foreach (
            var (action, fields) in new (string, Dictionary<string, string>)[]
            {
                ($"/personen/{carla}/perspectieven/{link}/bevestiging", []),
                (
                    $"/personen/{carla}/perspectieven",
                    new() { ["Perspective.PerspectiveId"] = $"{foreign}", ["Perspective.AccordingTo"] = "x" }
                ),
                (
                    $"/personen/{carla}/rollen",
                    new()
                    {
                        ["GivenRole.ProjectId"] = $"{other}",
                        ["GivenRole.Role"] = "Partner",
                        ["GivenRole.Reason"] = "x",
                    }
                ),
                (
                    $"/personen/{carla}/toestemmingen",
                    new()
                    {
                        ["Consent.ProjectId"] = $"{other}",
                        ["Consent.Purpose"] = "Newsletter",
                        ["Consent.TextVersion"] = "x",
                        ["Consent.Channel"] = "Phone",
                        ["Consent.GivenOn"] = "2026-11-01",
                    }
                ),
                ($"/personen/{carla}/toestemmingen/{consent}/intrekking", []),
            }
        )
        {
            using var refused = await browser.PostAsync(
                action,
                new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)])
            );
            Assert.Equal((action, HttpStatusCode.NotFound), (action, refused.StatusCode));
        }

        Assert.Null(await site.Db(db => Task.FromResult(db.Consents.Single().WithdrawnAt)));
        Assert.Null(
            await site.Db(db => Task.FromResult(db.PersonPerspectives.Single(item => item.Id == link).ConfirmedAt))
        );
    }

    [Theory]
    [InlineData(TeamRole.Administrator)]
    [InlineData(TeamRole.Facilitator)]
    public async Task Who_does_not_recruit_finds_no_network_and_no_persons(TeamRole role)
    {
        var project = await site.ProjectAsync("Werk");
        var carla = await PersonAsync("Carla", "Zand");
        var browser = await site.SignedInAsync("bob", role, role == TeamRole.Administrator ? null : project);

        foreach (var path in new[] { "/netwerk", "/netwerk/nieuw", $"/personen/{carla}", "/team" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await browser.GetAsync(path)).StatusCode));
        }
    }
}
