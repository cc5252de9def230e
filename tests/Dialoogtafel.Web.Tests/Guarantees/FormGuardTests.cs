using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>S16: a form that another site made a browser send does nothing.</summary>
public sealed class FormGuardTests
{
    /// <summary>
    /// Under a token the address is the authority and no cookie exists; the error page stands in for a failed form.
    /// </summary>
    private static readonly string[] Routes =
    [
        .. SiteRoutes.Rules.Keys.Where(route =>
            route.StartsWith("POST ", StringComparison.Ordinal)
            && !route.Contains("{token}", StringComparison.Ordinal)
            && !route.Contains("fout/", StringComparison.Ordinal)
        ),
    ];

    [Fact]
    public async Task Every_form_without_its_token_is_refused_and_changes_nothing()
    {
        using var site = new Site();
        var cast = await Cast.On(site);
        var (browser, link) = await BrowserAsync(cast);
        var before = DatabaseContent.Of(site);

        foreach (var route in Routes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, PathOf(route, cast, link))
            {
                Content = new FormUrlEncodedContent([new("Form.Answer", "No"), new("Email", World.Organiser)]),
            };
            request.Headers.Add("Origin", "https://evil.example");
            using var answer = await browser.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{route}: {answer.StatusCode}");
        }

        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
        Assert.True(Routes.Length > 30);
    }

    [Fact]
    public async Task Saboteur_without_the_guard_another_site_gives_the_answer()
    {
        using var site = new Site().Without<FormGuard>();
        var cast = await Cast.On(site);
        var (browser, link) = await BrowserAsync(cast);
        var before = DatabaseContent.Of(site);

        using var answer = await browser.PostAsync(
            PathOf("POST mijn-tafel/{linkId:int}/antwoord", cast, link),
            new FormUrlEncodedContent([new("Form.Answer", "No")])
        );

        Assert.Contains("Invitations.Answer", DatabaseContent.Of(site).ChangesSince(before));
    }

    /// <summary>The organiser's browser, in which a participant's link was opened too.</summary>
    private static async Task<(HttpClient Browser, string Link)> BrowserAsync(Cast cast)
    {
        // As whoever set up the site she is the technical administrator too.
        await cast.World.Site.Db(db =>
        {
            db.Memberships.Add(
                new TeamMembership
                {
                    PersonId = cast.World.OrganiserPerson,
                    Role = TeamRole.Administrator,
                    From = cast.World.Site.Clock.Utc,
                }
            );
            return db.SaveChangesAsync();
        });
        var browser = cast["organiser of A"].Browser;
        var at = await new Visitor(browser).Go(await cast.World.LinkOf(cast.Invitation));
        return (browser, at.Address.AbsolutePath);
    }

    private static string PathOf(string route, Cast cast, string link) =>
        Asking
            .PathOf(route, cast)
            .Replace("/mijn-tafel/{linkId:int}", link, StringComparison.Ordinal)
            .Replace("{perspective:int}", "1", StringComparison.Ordinal)
            .Replace("{question:int}", "1", StringComparison.Ordinal)
            .Replace("{consent:int}", "1", StringComparison.Ordinal);
}
