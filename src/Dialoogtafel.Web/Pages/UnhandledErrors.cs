using Microsoft.Data.Sqlite;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// Errors in words (S71). An exception becomes the error page; when even that page cannot be made, because the database
/// is gone, a fixed page without any look-up is answered. The log gets kind and place of the exception and never its
/// message, which may quote a person (S67). A disk that is full or locked is 503: reading goes on and waiting helps
/// (F6).
/// </summary>
public static partial class UnhandledErrors
{
    private const string Page = """
        <!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Het lukt nu even niet – Dialoogtafel</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/css/site.css"></head>
        <body class="page"><main><h1>Het lukt nu even niet</h1>
        <p>Dat ligt niet aan u. Ga terug en probeer het over een paar minuten opnieuw. Lukt het weer niet?
        Bel dan het nummer uit uw uitnodiging.</p>
        <p lang="en">Something went wrong on our side. Go back and try again in a few minutes,
        or call the number in your invitation.</p>
        </main></body></html>
        """;

    public static void UseErrorPages(this WebApplication app)
    {
        app.Use(CatchAll);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/fout/500",
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = _ => true,
            }
        );
        app.Use(Note);
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
    }

    /// <summary>503 when the database could not be read or written, else 500.</summary>
    public static int StatusOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // Busy, locked, read-only, input/output error, full, cannot be opened (sqlite.org/rescode.html).
            if (cause is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 })
            {
                return StatusCodes.Status503ServiceUnavailable;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }

    private static async Task CatchAll(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // It was noted on its way.
            http.Response.StatusCode = StatusOf(exception);
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Page);
        }
    }

    private static async Task Note(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(
                http.RequestServices.GetRequiredService<ILoggerFactory>()
                    .CreateLogger(typeof(UnhandledErrors).FullName!),
                FaultText.TypesOf(exception),
                FaultText.PlaceOf(exception)
            );
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed: {Types} {Place}")]
    private static partial void LogFailed(ILogger log, string types, string place);
}
