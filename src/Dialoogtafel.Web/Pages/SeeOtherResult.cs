using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Pages;

/// <summary>303: what was sent is taken, look there. A reload of the next page sends nothing again.</summary>
public sealed class SeeOtherResult(string path) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
    }
}
