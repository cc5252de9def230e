using System.Net;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Newsletter;

/// <summary>The page of one's own about the news, and stopping it (RFC 8058, S04).</summary>
public sealed class MyNewsletterTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_mail_program_stops_the_news_with_one_post_without_cookie_and_a_second_one_changes_nothing()
    {
        var (world, link) = await SubscriberAsync();
        using var http = site.CreateDefaultClient(new Uri("https://localhost"));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
        {
            (await http.SendAsync(new HttpRequestMessage(method, $"{link}/af"))).Dispose();
            Assert.True(await GetsAsync(world));
        }

        using var nothing = await http.PostAsync($"{link}/af", new FormUrlEncodedContent([new("anders", "ja")]));
        Assert.Equal((HttpStatusCode.BadRequest, true), (nothing.StatusCode, await GetsAsync(world)));

        using var stopped = await http.PostAsync(
            $"{link}/af",
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")])
        );
        Assert.Equal((HttpStatusCode.OK, false), (stopped.StatusCode, await GetsAsync(world)));
        var before = DatabaseContent.Of(site);
        using var again = await http.PostAsync(
            $"{link}/af",
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")])
        );
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
        Assert.NotNull((await site.Db(db => db.RoleAssignments.SingleAsync())).Until);
    }

    [Theory]
    [InlineData("multipart")]
    [InlineData("text/plain")]
    public async Task Any_body_that_carries_the_pair_stops_it(string kind)
    {
        var (world, link) = await SubscriberAsync();
        using var http = site.CreateDefaultClient(new Uri("https://localhost"));
        HttpContent body =
            kind == "multipart"
                ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
                : new StringContent("List-Unsubscribe=One-Click");
        using var stopped = await http.PostAsync($"{link}/af", body);
        Assert.Equal((HttpStatusCode.OK, false), (stopped.StatusCode, await GetsAsync(world)));
    }

    [Fact]
    public async Task The_page_stops_one_project_starts_another_and_changes_the_language()
    {
        var (world, link) = await SubscriberAsync();
        var other = await site.ProjectAsync("Wonen");
        var page = await Visitor.To(site).Go(link);
        Assert.StartsWith("/mijn-nieuwsbrief/", page.Address.AbsolutePath, StringComparison.Ordinal);
        await page.Press("Verstuur mijn keuze");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Zet eerst een vinkje", page.Text, StringComparison.Ordinal);

        await page.Press(
            "Verstuur mijn keuze",
            ("Form.Stop", $"{world.Project}"),
            ("Form.Start", $"{other}"),
            ("Form.OtherLanguage", "true")
        );

        Assert.Contains("It has been changed, Roos.", page.Text, StringComparison.Ordinal);
        Assert.False(await GetsAsync(world));
        Assert.Equal(
            [other],
            await site.Db(db =>
                db.Consents.Where(item => item.WithdrawnAt == null).Select(item => item.ProjectId!.Value).ToListAsync()
            )
        );
        Assert.Equal("en", (await site.Db(db => db.Persons.SingleAsync(item => item.FirstName == "Roos"))).Language);
    }

    [Fact]
    public async Task News_of_a_project_without_a_public_page_cannot_be_asked_for()
    {
        var (_, link) = await SubscriberAsync();
        var closed = await site.ProjectAsync("Besloten");
        await site.Db(async db =>
        {
            (await db.Projects.SingleAsync(item => item.Id == closed)).ShowPage(false, site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        var page = await Visitor.To(site).Go(link);
        Assert.DoesNotContain("Besloten", page.Text, StringComparison.Ordinal);
        await page.Press("Verstuur mijn keuze", ("Form.Start", $"{closed}"));
        Assert.Equal(0, await site.Db(db => db.Consents.CountAsync(item => item.ProjectId == closed)));
    }

    [Fact]
    public async Task Stopping_the_news_stops_no_invitation()
    {
        var (world, link) = await SubscriberAsync();
        using var http = site.CreateDefaultClient(new Uri("https://localhost"));
        using var stopped = await http.PostAsync(
            $"{link}/af",
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")])
        );
        Assert.Null(
            (await site.Db(db => db.Persons.SingleAsync(item => item.FirstName == "Roos"))).NotToBeApproachedSince
        );
        Assert.Contains(
            "dan krijgt u een uitnodiging",
            await stopped.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.False(await GetsAsync(world));
    }

    [Fact]
    public async Task Who_wants_to_be_off_everything_is_erased_a_day_later()
    {
        var (_, link) = await SubscriberAsync();
        var page = await Visitor.To(site).Go(link);
        await page.Follow("Haal mij overal weg");
        await page.Press("Verstuur mijn keuze");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await page.Press("Verstuur mijn keuze", ("Form.Choice", "Remove"));
        Assert.Contains("U staat niet meer op de lijst, Roos", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["weghalen-verzoek", "wij-wissen"],
            await site.Db(db =>
                db.Mails.Where(mail => mail.Kind.StartsWith("w"))
                    .Select(mail => mail.Kind)
                    .OrderBy(kind => kind)
                    .ToListAsync()
            )
        );

        site.Clock.Move(TimeSpan.FromHours(25));
        await site.Run<RetentionJob>();
        Assert.Equal(0, await site.Db(db => db.Persons.CountAsync(item => item.FirstName == "Roos")));
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(link)).Status);
    }

    [Fact]
    public async Task The_front_page_offers_to_go_on_as_who_opened_her_page_here()
    {
        var (_, link) = await SubscriberAsync();
        var page = await Visitor.To(site).Go(link);
        await page.Go("/");
        await page.Follow("Verder als Roos");
        Assert.Contains("Mijn nieuwsbrief", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Verder als", (await Visitor.To(site).Go("/")).Text, StringComparison.Ordinal);
    }

    /// <summary>Roos, who gets the news of the project, and her link.</summary>
    private async Task<(World World, string Link)> SubscriberAsync()
    {
        var world = await World.On(site);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await using var write = await db.BeginWriteAsync();
        var roos = new Person
        {
            FirstName = "Roos",
            Email = "roos@lezer.example",
            CreatedAt = site.Clock.Utc,
        };
        db.Persons.Add(roos);
        await db.SaveChangesAsync();
        await scope
            .ServiceProvider.GetRequiredService<Subscriptions>()
            .StartAsync(roos, await db.Projects.SingleAsync(), "vroeg erom", site.Clock.Utc, default);
        await write.SaveAsync();
        var link = await db.Links.SingleAsync(item => item.Purpose == LinkPurpose.Newsletter);
        return (world, $"/n/{scope.ServiceProvider.GetRequiredService<LinkTokens>().For(link)}");
    }

    private async Task<bool> GetsAsync(World world) =>
        await site.Db(db => db.Consents.AnyAsync(item => item.ProjectId == world.Project && item.WithdrawnAt == null));
}
