using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// Every form carries its antiforgery token (S16), except those that post under a personal token: there no cookie
/// exists and the token in the address is the authority. A form that lost its cookie gets a page that says what to do;
/// nothing is stored.
/// </summary>
public sealed class FormGuard(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        // The page that says what went wrong also stands in for a failed form, and changes nothing.
        var exempt =
            context.RouteData.Values.ContainsKey("token")
            || context.Filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any();
        if (HttpMethods.IsPost(http.Request.Method) && !exempt && !await antiforgery.IsRequestValidAsync(http))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }
}
