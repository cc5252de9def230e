using System.Net;
using System.Net.Http.Headers;
using Dialoogtafel.Web.Pages;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Pages;

public sealed class ErrorPageTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task An_unknown_address_says_what_to_do_and_whom_to_call()
    {
        await PhoneAsync();

        var page = await site.Open().PageAsync("/bestaat-niet", HttpStatusCode.NotFound);

        Assert.Equal("Deze pagina is er niet", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href='tel:0301234567']"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_expired_and_stores_nothing()
    {
        using var response = await site.Open()
            .PostAsync("/team/inloggen", new FormUrlEncodedContent([new("Email", "anna@team.example")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "ververs de pagina en verstuur het formulier opnieuw",
            (await response.PageAsync()).Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await site.Db(db => db.SignInRequests.CountAsync(item => !item.First)));
    }

    [Fact]
    public async Task A_form_sent_to_an_unknown_address_gets_the_page_too()
    {
        using var response = await site.Open().PostAsync("/bestaat-niet", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Deze pagina is er niet", (await response.PageAsync()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task It_is_English_for_who_reads_English()
    {
        var client = site.Open();
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));

        Assert.Equal(
            "This page does not exist",
            (await client.PageAsync("/bestaat-niet", HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent
        );
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_failure_of_ours_shows_no_stack(string method)
    {
        site.With(services =>
            services.AddSingleton<IStartupFilter>(new Fails(() => new InvalidOperationException("kanarie-geheim")))
        );

        using var response = await site.Open().SendAsync(new HttpRequestMessage(new HttpMethod(method), "/stuk"));
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Er ging bij ons iets mis", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie-geheim", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_a_matter_of_waiting()
    {
        site.With(services =>
            services.AddSingleton<IStartupFilter>(
                new Fails(() => new DbUpdateException("kanarie", new SqliteException("full", 13)))
            )
        );

        using var response = await site.Open().GetAsync("/stuk");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("over een paar minuten", (await response.PageAsync()).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_there_is_still_a_page_in_words()
    {
        var client = site.Open();
        await client.GetAsync("/");
        await site.Db(async db =>
        {
            await db.Database.ExecuteSqlAsync($"ALTER TABLE Installation RENAME TO Weg");
        });

        using var response = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Het lukt nu even niet", (await response.PageAsync()).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fout/200", HttpStatusCode.NotFound)]
    [InlineData("/fout/99999", HttpStatusCode.NotFound)]
    [InlineData("/fout/503", HttpStatusCode.ServiceUnavailable)]
    public async Task Nobody_can_make_it_say_that_all_is_well(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await site.Open().GetAsync(path)).StatusCode);

    [Fact]
    public void A_mistake_of_ours_is_not_taken_for_a_full_disk()
    {
        Assert.Equal(
            StatusCodes.Status500InternalServerError,
            UnhandledErrors.StatusOf(new DbUpdateException("x", new SqliteException("constraint", 19)))
        );
        Assert.Equal(
            StatusCodes.Status503ServiceUnavailable,
            UnhandledErrors.StatusOf(new SqliteException("locked", 5))
        );
    }

    private Task PhoneAsync() =>
        site.Db(async db =>
        {
            (await db.Installation.SingleAsync()).Phone = "030 123 45 67";
            await db.SaveChangesAsync();
        });

    /// <summary>A page that fails, behind everything that stands before every page.</summary>
    private sealed class Fails(Func<Exception> make) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.Use((http, rest) => http.Request.Path == "/stuk" ? throw make() : rest(http));
            };
    }
}
