using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// Somebody who asks a page, how she relates to project A, and her browser with a form token of her own.
/// </summary>
public sealed record Asker(
    string Name,
    TeamRole? Role,
    bool InProject,
    bool SignedIn,
    HttpClient Browser,
    string FormToken
)
{
    public override string ToString() => Name;
}

/// <summary>
/// Project A with a table, an invitation and a mail; project B beside it; and everybody who may not see project A, or
/// not all of it. The ids of the things of project A fill in the addresses of the routes.
/// </summary>
public sealed class Cast
{
    public const string Guest = "Wytske-Kanarie";

    private Cast(World world) => World = world;

    public World World { get; }
    public int Invitation { get; private set; }
    public Guid Mail { get; private set; }
    public int Membership { get; private set; }
    public int Action { get; private set; }
    public int Issue { get; private set; }
    public List<Asker> Askers { get; } = [];

    public Asker this[string name] => Askers.Single(asker => asker.Name == name);

    public static async Task<Cast> On(Site site)
    {
        var cast = new Cast(await World.On(site));
        var (world, other) = (cast.World, await World.Beside(cast.World, "quirine@ander.example"));
        cast.Invitation = await world.Invite(
            Guest,
            "Ervaringsdeskundige",
            "wytske@voorbeeld.example",
            approached: false
        );
        cast.Issue = await site.Db(async db =>
        {
            var issue = new NewsletterIssue
            {
                ProjectId = world.Project,
                Title = "Nieuws",
                Body = "Er is nieuws.",
                CreatedAt = site.Clock.Utc,
            };
            db.NewsletterIssues.Add(issue);
            await db.SaveChangesAsync();
            return issue.Id;
        });
        var organiser = await cast.AddAsync("organiser of A", world.OrganiserPerson, TeamRole.Organiser, true);
        using var sent = await organiser.PostAsync(Asking.PathOf("POST uitnodigingen/{id:int}/verzending", cast));
        Assert.True((int)sent.StatusCode is 302 or 303);
        (cast.Mail, cast.Membership) = await site.Db(async db =>
            (
                (await db.Mails.SingleAsync()).Id,
                (await db.Memberships.SingleAsync(item => item.ProjectId == world.Project)).Id
            )
        );

        cast.Action = await site.Db(async db =>
        {
            var action = new AgreedAction
            {
                GatheringId = world.Table,
                Text = "Een afspraak van tafel A",
                CreatedAt = site.Clock.Utc,
            };
            db.Actions.Add(action);
            await db.SaveChangesAsync();
            return action.Id;
        });
        await cast.AddAsync("organiser of B", other.OrganiserPerson, TeamRole.Organiser, false);
        await cast.AddAsync(
            "co-researcher of B",
            await world.Member("Carola", "carola@team.example", TeamRole.CoResearcher, other.Project),
            TeamRole.CoResearcher,
            false
        );
        await cast.AddAsync(
            "facilitator of B",
            await world.Member("Frits", "frits@team.example", TeamRole.Facilitator, other.Project),
            TeamRole.Facilitator,
            false
        );
        await cast.AddAsync(
            "co-researcher of A",
            await world.Member("Cato", "cato@team.example", TeamRole.CoResearcher, world.Project),
            TeamRole.CoResearcher,
            true
        );
        await cast.AddAsync(
            "facilitator of A",
            await world.Member("Fenna", "fenna@team.example", TeamRole.Facilitator, world.Project),
            TeamRole.Facilitator,
            true
        );
        await cast.AddAsync(
            "administrator",
            await world.Member("Beheer", "beheer@team.example", TeamRole.Administrator, null),
            TeamRole.Administrator,
            false
        );
        var gone = await world.Member("Former", "former@team.example", TeamRole.Organiser, world.Project);
        var former = await cast.AddAsync("former organiser of A", gone, null, false);
        await site.Db(async db =>
        {
            (await db.Memberships.SingleAsync(item => item.PersonId == gone)).End(site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        // Her old cookie with a token that is good for nobody: what she would have from the front page.
        cast.Askers[^1] = former with
        {
            SignedIn = false,
            FormToken = await TokenAsync(former.Browser, "/link-opnieuw"),
        };
        var nobody = site.Open();
        cast.Askers.Add(new Asker("nobody", null, false, false, nobody, await TokenAsync(nobody, "/link-opnieuw")));
        return cast;
    }

    private async Task<Asker> AddAsync(string name, int person, TeamRole? role, bool inProject)
    {
        var browser = await World.Site.SignedInAsync(person);
        Askers.Add(new Asker(name, role, inProject, true, browser, await TokenAsync(browser, "/start")));
        return Askers[^1];
    }

    private static async Task<string> TokenAsync(HttpClient browser, string page) =>
        (await browser.PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.ValueOf();
}

/// <summary>Requests as an asker makes them: with her cookies and, when posting, a form token that is hers.</summary>
public static class Asking
{
    /// <summary>The address of a route for the things of project A.</summary>
    public static string PathOf(string route, Cast cast)
    {
        var id = SiteRoutes.Rules[route].Scope switch
        {
            Scope.Project => cast.World.Project,
            Scope.Series => cast.World.Series,
            Scope.Gathering => cast.World.Table,
            Scope.Invitation => cast.Invitation,
            Scope.Action => cast.Action,
            Scope.Newsletter => cast.Issue,
            Scope.Anywhere => cast.Membership,
            _ => throw new InvalidOperationException("No id for this scope."),
        };
        var path = route
            .Split(' ')[1]
            .Replace("{id:int}", $"{id}", StringComparison.Ordinal)
            .Replace("{id:guid}", $"{cast.Mail}", StringComparison.Ordinal);
        // A second number: the first perspective, question or list that there is.
        return "/" + Regex.Replace(path, @"\{\w+:int\}", "1");
    }

    public static Task<HttpResponseMessage> AskAsync(this Asker asker, string route, Cast cast) =>
        route.StartsWith("POST ", StringComparison.Ordinal)
            ? asker.PostAsync(PathOf(route, cast))
            : asker.Browser.GetAsync(PathOf(route, cast));

    public static Task<HttpResponseMessage> PostAsync(
        this Asker asker,
        string path,
        params (string Name, string Value)[] fields
    ) =>
        asker.Browser.PostAsync(
            path,
            new FormUrlEncodedContent(
                fields
                    .Append(("__RequestVerificationToken", asker.FormToken))
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            )
        );
}
