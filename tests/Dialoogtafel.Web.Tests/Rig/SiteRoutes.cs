using System.Reflection;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>What stands at an action, for one of its routes.</summary>
/// <param name="Open">Nobody in particular.</param>
public sealed record Rule(bool Open, Scope Scope, IReadOnlyList<TeamRole> Roles, Factors Factors);

/// <summary>The rights matrix, read from the actions: every route with what stands at it.</summary>
public static class SiteRoutes
{
    /// <summary>By "GET bijeenkomsten/{id:int}". An action that says nothing has no row.</summary>
    public static IReadOnlyDictionary<string, Rule> Rules { get; } =
        (
            from controller in typeof(Program).Assembly.GetTypes()
            where controller.IsSubclassOf(typeof(Controller)) && !controller.IsAbstract
            from action in controller.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            let right = action.GetCustomAttribute<RightAttribute>() ?? controller.GetCustomAttribute<RightAttribute>()
            where right is not null
            from route in RoutesOf(controller, action)
            select (route, right)
        )
            .Distinct()
            .ToDictionary(row => row.route, row => RuleOf(row.right));

    /// <summary>"GET bijeenkomsten/{id:int}" for a method and a route template.</summary>
    public static string Key(string method, string? template) => $"{(method == "HEAD" ? "GET" : method)} {template}";

    private static IEnumerable<string> RoutesOf(Type controller, MethodInfo action)
    {
        var prefixes = controller.GetCustomAttributes<RouteAttribute>().Select(route => route.Template).ToList();
        return from verb in action.GetCustomAttributes<HttpMethodAttribute>()
            from prefix in prefixes.Count == 0 ? [""] : prefixes
            from method in verb.HttpMethods
            select Key(method, AttributeRouteModel.CombineTemplates(prefix, verb.Template)?.TrimStart('/'));
    }

    private static Rule RuleOf(RightAttribute right) =>
        right is MayAttribute may
            ? new(false, may.Scope, may.Roles, may.Factors)
            : new(true, Scope.Anywhere, [], Factors.Own);
}
