using System.Globalization;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Rights;

/// <summary>Holds every request against the <see cref="RightsTable"/> before its action runs.</summary>
public sealed class RightsFilter(DialoogtafelDb db) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var key = RightsTable.Key(http.Request.Method, context.ActionDescriptor.AttributeRouteInfo?.Template);
        if (!RightsTable.Rules.TryGetValue(key, out var rule))
        {
            context.Result = new NotFoundResult();
        }
        else if (!rule.Open)
        {
            context.Result = Actor.Of(http) is { } actor ? await CheckAsync(context, actor, rule) : SignInFirst(http.Request);
        }
    }

    private async Task<IActionResult?> CheckAsync(AuthorizationFilterContext context, Actor actor, Rule rule)
    {
        if (rule.Scope == Scope.Anywhere)
        {
            return actor.Has(null, [.. rule.Roles]) ? null : new NotFoundResult();
        }

        var id = Convert.ToInt32(context.RouteData.Values["id"], CultureInfo.InvariantCulture);
        var project = await ProjectAsync(rule.Scope, id);
        return project is { } found && actor.Has(found, [.. rule.Roles]) ? null : new NotFoundResult();
    }

    private Task<int?> ProjectAsync(Scope scope, int id) => (scope switch
    {
        Scope.Project => db.Projects.Where(item => item.Id == id).Select(item => (int?)item.Id),
        Scope.Series => db.Series.Where(item => item.Id == id).Select(item => (int?)item.ProjectId),
        Scope.Gathering => db.Gatherings.Where(item => item.Id == id).Select(item => (int?)item.Series!.ProjectId),
        Scope.Invitation => db.Invitations.Where(item => item.Id == id).Select(item => (int?)item.Gathering!.Series!.ProjectId),
        _ => throw new InvalidOperationException($"No project for {scope}."),
    }).SingleOrDefaultAsync();

    private static RedirectResult SignInFirst(HttpRequest request) => HttpMethods.IsGet(request.Method)
        ? new RedirectResult($"/team/inloggen?terug={Uri.EscapeDataString(request.Path + request.QueryString)}")
        : new RedirectResult("/team/inloggen");
}
