using System.Globalization;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Access;

/// <summary>Holds every request against the right that stands at its action, before the action runs.</summary>
public sealed class RightsFilter(DialoogtafelDb db) : IAsyncAuthorizationFilter
{
    private const string SecondStepPath = "/team/tweede-stap";

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        // Of the controller and of the action: what stands nearest counts.
        var right = context.ActionDescriptor.EndpointMetadata.OfType<RightAttribute>().LastOrDefault();
        if (right is MayAttribute rule)
        {
            context.Result = Actor.Of(http) is { } actor
                ? await CheckAsync(context, actor, rule) ?? SecondFirst(context, actor, rule)
                : SignInFirst(http.Request);
        }
        else if (right is not OpenAttribute)
        {
            context.Result = new NotFoundResult();
        }
    }

    /// <summary>
    /// A page waits behind the second step. A form does nothing and gives back what was typed, to copy.
    /// </summary>
    private IActionResult? SecondFirst(AuthorizationFilterContext context, Actor actor, MayAttribute rule)
    {
        var asks = rule.Factors == Factors.Both || (rule.Factors == Factors.Own && actor.HasSecondFactor);
        if (!asks || actor.TwiceAt is not null)
        {
            return null;
        }

        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.HttpContext.Response.Headers.Location =
                $"{SecondStepPath}?terug={Uri.EscapeDataString(request.Path + request.QueryString)}";
            return new StatusCodeResult(StatusCodes.Status303SeeOther);
        }

        string[] typed = request.HasFormContentType
            ?
            [
                .. request
                    .Form.Where(field => !field.Key.StartsWith('_'))
                    .SelectMany(field => field.Value)
                    .OfType<string>()
                    .Where(value => value.Trim().Contains(' ', StringComparison.Ordinal)),
            ]
            : [];
        return new ViewResult
        {
            StatusCode = StatusCodes.Status403Forbidden,
            ViewName = "SecondStepFirst",
            ViewData = new ViewDataDictionary<SecondStepFirst>(new EmptyModelMetadataProvider(), context.ModelState)
            {
                Model = new(typed),
            },
        };
    }

    private async Task<IActionResult?> CheckAsync(AuthorizationFilterContext context, Actor actor, MayAttribute rule)
    {
        if (rule.Scope == Scope.Anywhere)
        {
            return actor.Has(null, [.. rule.Roles]) ? null : new NotFoundResult();
        }

        var id = Convert.ToInt32(context.RouteData.Values["id"], CultureInfo.InvariantCulture);
        var project = await ProjectAsync(rule.Scope, id);
        return project is { } found && actor.Has(found, [.. rule.Roles]) ? null : new NotFoundResult();
    }

    private Task<int?> ProjectAsync(Scope scope, int id) =>
        (
            scope switch
            {
                Scope.Project => db.Projects.Where(item => item.Id == id).Select(item => (int?)item.Id),
                Scope.Series => db.Series.Where(item => item.Id == id).Select(item => (int?)item.ProjectId),
                Scope.Gathering => db
                    .Gatherings.Where(item => item.Id == id)
                    .Select(item => (int?)item.Series!.ProjectId),
                Scope.Invitation => db
                    .Invitations.Where(item => item.Id == id)
                    .Select(item => (int?)item.Gathering!.Series!.ProjectId),
                Scope.Action => db
                    .Actions.Where(item => item.Id == id)
                    .Select(item => (int?)item.Gathering!.Series!.ProjectId),
                Scope.Newsletter => db
                    .NewsletterIssues.Where(item => item.Id == id)
                    .Select(item => (int?)item.ProjectId),
                _ => throw new InvalidOperationException($"No project for {scope}."),
            }
        ).SingleOrDefaultAsync();

    private static RedirectResult SignInFirst(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
            ? new RedirectResult($"/team/inloggen?terug={Uri.EscapeDataString(request.Path + request.QueryString)}")
            : new RedirectResult("/team/inloggen");
}

/// <summary>The page in place of a form that asked two factors of a session with one.</summary>
/// <param name="Typed">What stood in it and has more than one word; nothing of it is stored.</param>
public sealed record SecondStepFirst(IReadOnlyList<string> Typed)
{
    /// <summary>Where to go on afterwards; null = the page that comes after signing in.</summary>
    public string? Back { get; init; }
}
