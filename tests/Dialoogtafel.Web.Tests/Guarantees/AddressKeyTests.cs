using System.Net;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// An address is a key to what somebody typed: whoever may write on a person's page, tries to read as that person (S06,
/// S65). Anna typed an answer and what she needs on her own phone; "kanarie" stands in both.
/// </summary>
public sealed class AddressKeyTests : AddressKeyFixture
{
    [Fact]
    public async Task Somebody_of_another_project_cannot_change_the_address_and_keeps_what_was_typed()
    {
        var other = await site.SignedInAsync("mallory", TeamRole.CoResearcher, await site.ProjectAsync("Elders"));

        var answer = await ChangeAsync(other, Theirs, ("Contact.LastName", "Bos-Jansen"));
        var page = await answer.PageAsync();

        Assert.Contains("die meewerkt in een project van Anna", page.Words(), StringComparison.Ordinal);
        Assert.Equal(Theirs, page.QuerySelector("#Contact_Email")!.ValueOf());
        Assert.Equal("Bos-Jansen", page.QuerySelector("#Contact_LastName")!.ValueOf());
        Assert.Equal((Old, ""), await AddressAsync());
        Assert.DoesNotContain("kanarie", await ReadAsAnnaAsync(Theirs), StringComparison.Ordinal);
        Assert.Contains("kanarie", await WordsOnAsync(own), StringComparison.Ordinal);

        // Everything but the address stays as it was for them.
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await ChangeAsync(other, Old, ("Contact.Phone", "030 111 11 11"))).StatusCode
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_factor_is_not_enough_and_gives_back_what_was_typed(bool guarded)
    {
        using var open = guarded ? new Site() : new Site().With(OneFactorIsEnough.Sabotage);
        var (asked, _) = await TypedAsync(open);
        var browser = await open.SignedInByLinkAsync(
            await asked.World.Member("Mallory", "mallory@team.example", TeamRole.CoResearcher, asked.World.Project)
        );
        var person = (await asked.World.Read(asked.Anna)).PersonId;

        using var answer = await browser.SendAsync(
            $"/personen/{person}",
            $"/personen/{person}",
            ("Contact.Email", Theirs),
            ("Contact.Organisation", "Zorgplein")
        );

        Assert.Equal(guarded ? HttpStatusCode.Forbidden : HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            guarded ? Old : Theirs,
            await open.Db(db => db.Persons.Where(item => item.Id == person).Select(item => item.Email).SingleAsync())
        );
        if (guarded)
        {
            var page = await answer.PageAsync();
            Assert.Equal(
                [Theirs, "Zorgplein"],
                page.QuerySelectorAll(".mail-text").Select(item => item.TextContent).Intersect([Theirs, "Zorgplein"])
            );
            Assert.Equal(
                $"/team/tweede-stap?terug=%2Fpersonen%2F{person}",
                page.QuerySelector("main a.button")!.GetAttribute("href")
            );
            using var rest = await browser.SendAsync(
                $"/personen/{person}",
                $"/personen/{person}",
                ("Contact.Organisation", "Zorgplein")
            );
            Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_two_factors_the_new_address_opens_nothing_that_was_typed_before(bool guarded)
    {
        using var open = guarded ? new Site() : new Site().With(TeamAddressIsTrusted.Sabotage);
        var (asked, _) = await TypedAsync(open);

        await ChangeAsync(await ColleagueAsync(asked.World), Theirs, asked);

        Assert.Equal(!guarded, (await ReadAsAnnaAsync(Theirs, asked)).Contains("kanarie", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_old_address_hears_it_without_the_new_one_and_the_change_is_logged()
    {
        var colleague = await ColleagueAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(colleague, Theirs)).StatusCode);
        await site.Run<MailPump>();

        var mail = Assert.Single(MailBox.To(site, Old));
        Assert.Contains(
            "m…@elders.example",
            mail.Text.Replace("\u200C", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("Hogeschool Voorbeeld", mail.Text, StringComparison.Ordinal);
        Assert.Contains("030 555 00 00", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mallory@", await File.ReadAllTextAsync(mail.File), StringComparison.Ordinal);
        // What waited goes along, with the new link, behind which nothing that was typed can be seen.
        var waited = Assert.Single(MailBox.To(site, Theirs));
        Assert.Contains("Subject: Fijn dat u komt", waited.Headers, StringComparison.Ordinal);
        Assert.Equal(await World.LinkOf(table.Anna), waited.LinkTo("/u/"));
        var (reader, person) = (await PersonAsync("jan@team.example"), (await World.Read(table.Anna)).PersonId);
        var row = await site.Db(db => db.ReadLog.SingleAsync(item => item.PersonId == person));
        Assert.Equal((reader, $"/personen/{person}", site.Clock.Utc), (row.ReaderId, row.Page, row.At));
    }

    [Fact]
    public async Task Every_link_that_was_mailed_before_is_dead_and_so_is_the_page_that_it_opened()
    {
        var before = await World.LinkOf(table.Anna);
        var newsletter = await LinkAsync(LinkPurpose.Newsletter);
        Assert.Equal(HttpStatusCode.OK, (await Visitor.To(site).Go(newsletter)).Status);

        await ChangeAsync(await ColleagueAsync(), Theirs);

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(before)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(newsletter)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Go(await MyTableAsync())).Status);
        Assert.Equal(HttpStatusCode.OK, (await Visitor.To(site).Go(await World.LinkOf(table.Anna))).Status);
    }

    [Fact]
    public async Task A_link_to_see_the_answers_that_was_asked_before_is_dead_too()
    {
        var elsewhere = await Visitor.To(site).Go(await World.LinkOf(table.Anna));
        await elsewhere.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        await site.Run<MailPump>();
        var proof = MailBox
            .To(site, Old)
            .Single(mail => mail.Text.Contains("30 minuten", StringComparison.Ordinal))
            .LinkTo("/u/");

        await ChangeAsync(await ColleagueAsync(), Theirs);

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(proof)).Status);
    }

    private async Task<(string?, string)> AddressAsync() =>
        (await World.Read(table.Anna)).Person is { } person ? (person.Email, person.LastName) : default;

    private Task<int> PersonAsync(string address) =>
        site.Db(db => db.Persons.Where(item => item.Email == address).Select(item => item.Id).SingleAsync());

    private async Task<string> LinkAsync(LinkPurpose purpose)
    {
        var (person, project) = ((await World.Read(table.Anna)).PersonId, World.Project);
        return await site.Db(async db =>
        {
            var link = db
                .Links.Add(
                    new PersonalLink
                    {
                        Purpose = purpose,
                        PersonId = person,
                        ProjectId = project,
                        CreatedAt = site.Clock.Utc,
                    }
                )
                .Entity;
            await db.SaveChangesAsync();
            return $"/n/{site.Services.GetRequiredService<LinkTokens>().For(link)}";
        });
    }
}
