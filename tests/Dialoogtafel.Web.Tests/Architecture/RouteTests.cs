using System.Reflection;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// S12: every action says who may, and a change of the list of routes shows up in the diff.
/// </summary>
public sealed class RouteTests
{
    private const string Approved = "tests/Dialoogtafel.Web.Tests/Architecture/routes.approved.txt";

    // Answer without a controller and say nothing about anybody.
    private static readonly string[] Health = ["healthz", "healthz/ready"];

    [Fact]
    public void Every_route_says_who_may()
    {
        using var site = new Site();
        var missing = Routes(site).Where(route => !SiteRoutes.Rules.ContainsKey(route));
        Assert.Empty(missing);
    }

    [Fact]
    public void What_is_read_from_the_actions_are_the_routes_of_the_site()
    {
        using var site = new Site();
        Assert.Empty(SiteRoutes.Rules.Keys.Except(Routes(site)));
    }

    /// <summary>Of a controller and its base the nearest would not win when they are of another kind.</summary>
    [Fact]
    public void No_controller_says_twice_who_may() =>
        Assert.DoesNotContain(
            typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Controller))),
            type => type.GetCustomAttributes<RightAttribute>(inherit: true).Count() > 1
        );

    [Fact]
    public async Task A_new_or_changed_route_is_approved_by_a_person()
    {
        var file = Path.Combine(Paths.Root, Approved);
        var now = string.Concat(
            SiteRoutes
                .Rules.OrderBy(row => row.Key.Split(' ')[1], StringComparer.Ordinal)
                .ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => Line(row.Key, row.Value))
        );
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(file, now);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), now);
    }

    private static string Line(string route, Rule rule)
    {
        var who = rule.Open ? "open" : $"{rule.Scope}: {string.Join(", ", rule.Roles)}{InWords(rule.Factors)}";
        return $"{route.Split(' ')[0], -4} /{route.Split(' ')[1]} · {who}\n";
    }

    private static string InWords(Factors factors) =>
        factors switch
        {
            Factors.Both => " · two factors",
            Factors.Link => " · by the link alone",
            _ => "",
        };

    private static List<string> Routes(Site site) =>
        [
            .. from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let path = endpoint.RoutePattern.RawText!.TrimStart('/')
            where !Health.Contains(path)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
            select SiteRoutes.Key(method, path),
        ];
}
