using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// A mail's html inside a frame of our own pages: its inline styles count, nothing in it can run, load or lead away.
/// </summary>
public static class MailFrame
{
    public static ContentResult Of(Controller controller, string html)
    {
        controller.Response.Headers.ContentSecurityPolicy =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        return controller.Content(html, "text/html; charset=utf-8");
    }
}
