using System.Net;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Trust;

/// <summary>
/// An address is a key to what somebody typed: whoever may write on a person's page, tries to read as that person (S06,
/// S65). Anna typed an answer and what she needs on her own phone; "kanarie" stands in both.
/// </summary>
public sealed class AddressKeyTests : IAsyncLifetime
{
    private const string Old = "anna@voorbeeld.example";
    private const string Theirs = "mallory@elders.example";
    private readonly Site site = new();
    private AskedTable table = null!;
    private Visitor own = null!;

    private World World => table.World;

    public async Task InitializeAsync() => (table, own) = await TypedAsync(site);

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

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
        Assert.Empty(MailBox.To(site, Theirs));
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

    [Fact]
    public async Task On_the_own_device_one_press_says_that_the_address_is_right_and_then_all_is_shown_again()
    {
        await ChangeAsync(await ColleagueAsync(), "anna@nieuw.example");
        await own.Go(await LinkAgainAsync("anna@nieuw.example"));
        Assert.Contains(
            "Het team heeft uw mailadres veranderd in anna@nieuw.example. Klopt dat?",
            own.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("kanarie", await WordsOnAsync(own), StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", await ReadAsAnnaAsync("anna@nieuw.example"), StringComparison.Ordinal);

        await own.Go(await MyTableAsync());
        await own.Press("Ja, dit adres klopt");

        Assert.DoesNotContain("Klopt dat?", own.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromMinutes(3));
        Assert.Contains("kanarie", await ReadAsAnnaAsync("anna@nieuw.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_device_on_which_something_was_typed_before_is_asked_and_may_say_so()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var fresh = await Visitor.To(site).Go(await LinkAgainAsync(Theirs));

        Assert.DoesNotContain("Klopt dat?", fresh.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Theirs, fresh.Text, StringComparison.Ordinal);
        await TellAsync(fresh, "van mallory");
        await fresh.Go(await MyTableAsync());
        Assert.DoesNotContain("Klopt dat?", fresh.Text, StringComparison.Ordinal);
        await PostAsync(fresh, $"{await MyTableAsync()}/mailadres", ("Right", Theirs));

        await fresh.Go(await MyTableAsync());
        Assert.DoesNotContain("kanarie", await ReadAsAnnaAsync(Theirs, seconds: 200), StringComparison.Ordinal);
        Assert.Contains("van mallory", await WordsOnAsync(fresh), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_typed_while_the_address_was_theirs_confirms_nothing_when_it_is_theirs_again()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var attacker = await Visitor.To(site).Go(await LinkAgainAsync(Theirs));
        await TellAsync(attacker, "van mallory");
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), Old);
        await own.Go(await LinkAgainAsync(Old));
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), Theirs);
        await attacker.Go(await LinkAgainAsync(Theirs));

        Assert.DoesNotContain("Klopt dat?", attacker.Text, StringComparison.Ordinal);
        await PostAsync(attacker, $"{await MyTableAsync()}/mailadres", ("Right", Theirs));
        Assert.DoesNotContain(
            "kanarie",
            await ReadAsAnnaAsync(Theirs, by: attacker, seconds: 200),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_device_that_was_proven_by_the_former_address_is_not_own_any_more_and_a_second_change_gives_nothing()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var attacker = Visitor.To(site);
        Assert.DoesNotContain("kanarie", await ReadAsAnnaAsync(Theirs, by: attacker), StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), Old);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await own.Go(await LinkAgainAsync(Old));
        await TellAsync(own, "kanarie wil nu noten");
        await ChangeAsync(await site.SignedInAsync(World.OrganiserPerson), "mallory2@elders.example");

        Assert.DoesNotContain(
            "kanarie",
            await ReadAsAnnaAsync("mallory2@elders.example", by: attacker, seconds: 200),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_typed_after_the_change_is_shown_on_an_own_device_as_usual()
    {
        await ChangeAsync(await ColleagueAsync(), "anna@nieuw.example");
        site.Clock.Move(TimeSpan.FromMinutes(5));
        var phone = await Visitor.To(site).Go(await LinkAgainAsync("anna@nieuw.example"));
        await TellAsync(phone, "liever thee");

        var elsewhere = await ReadAsAnnaAsync("anna@nieuw.example", seconds: 200);

        Assert.Contains("liever thee", elsewhere, StringComparison.Ordinal);
        Assert.Contains("Wat u daarvoor schreef, ziet u alleen op het apparaat", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_the_new_address_nobody_chooses_who_reads_what_was_typed_before()
    {
        await ChangeAsync(await ColleagueAsync(), Theirs);
        var visitor = await Visitor.To(site).Go(await LinkAgainAsync(Theirs));
        await visitor.Go($"{await MyTableAsync()}/vragen");

        using var answer = await PostAsync(
            visitor,
            $"{await MyTableAsync()}/vragen",
            ("Form.Readers", "BoardWithoutName")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await table.PreparationAsync())?.Readers);
    }

    [Fact]
    public async Task Looking_at_the_page_confirms_nothing_and_neither_does_a_form_as_served()
    {
        await ChangeAsync(await ColleagueAsync(), "anna@nieuw.example");
        await own.Go(await World.LinkOf(table.Anna));
        var before = DatabaseContent.Of(site);
        await own.Go(await MyTableAsync());
        var form = own.Page.Forms.Single(item =>
            item.GetAttribute("action")!.EndsWith("/mailadres", StringComparison.Ordinal)
        );
        using var served = await own.Http.PostAsync(form.GetAttribute("action"), form.Filled());

        Assert.Equal(HttpStatusCode.SeeOther, served.StatusCode);
        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
    }

    private static async Task<(AskedTable, Visitor)> TypedAsync(Site site)
    {
        var asked = await AskedTable.On(site);
        var own = await asked.OpenAsync();
        var page = own.Address.AbsolutePath;
        await TellAsync(own, "kanarie eet geen noten");
        await own.Go(page);
        await own.Follow("Naar de vragen");
        await own.Press("Begin");
        await own.Press("Volgende", ("Form.Text", "de kanarie zingt"));
        await own.Go(page);
        return (asked, own);
    }

    private static async Task TellAsync(Visitor visitor, string words)
    {
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar", ("Form.Text", words));
    }

    /// <summary>Everything on which own words stand, as this browser sees it.</summary>
    private async Task<string> WordsOnAsync(Visitor visitor, AskedTable? asked = null)
    {
        var page = await MyTableAsync(asked);
        var all = new List<string>();
        foreach (
            var part in new[]
            {
                "",
                "/nodig",
                "/vragen",
                "/vragen/nakijken",
                "/vragen/papier",
                "/gegevens",
                "/gegevens/bestand",
                "/gegevens/pagina",
            }
        )
        {
            all.Add(await visitor.Http.GetStringAsync(page + part));
        }

        var question = await (asked ?? table).Site.Db(db =>
            db.Questions.OrderBy(item => item.Id).Select(item => item.Id).FirstAsync()
        );
        all.Add(await visitor.Http.GetStringAsync($"{page}/vragen/{question}"));
        return string.Join('\n', all);
    }

    /// <summary>
    /// Asks the link again on a fresh browser, has a link mailed to see the answers, opens it and reads everything.
    /// </summary>
    private async Task<string> ReadAsAnnaAsync(
        string address,
        AskedTable? asked = null,
        int seconds = 0,
        Visitor? by = null
    )
    {
        var here = (asked ?? table).Site;
        here.Clock.Move(TimeSpan.FromSeconds(seconds));
        var visitor = by ?? Visitor.To(here);
        var known = MailBox.To(here, address).Count;
        await visitor.Go("/link-opnieuw");
        await visitor.Press("Stuur mij mijn link", ("Form.Address", address));
        await here.Run<MailPump>();
        if (MailBox.To(here, address).Count == known)
        {
            return "";
        }

        await visitor.Go(MailBox.To(here, address)[^1].LinkTo("/u/"));
        if (visitor.Page.QuerySelector("[name=SendLink]") is not null)
        {
            await visitor.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        }
        else
        {
            await PostAsync(visitor, $"{await MyTableAsync(asked)}/terugzien", ("SendLink", "true"));
        }

        here.Clock.Move(TimeSpan.FromSeconds(1));
        await here.Run<MailPump>();
        await visitor.Go(MailBox.To(here, address)[^1].LinkTo("/u/"));
        await visitor.Press("Ja, toon mijn antwoorden");
        return await WordsOnAsync(visitor, asked);
    }

    private async Task<string> LinkAgainAsync(string address)
    {
        var visitor = await Visitor.To(site).Go("/link-opnieuw");
        await visitor.Press("Stuur mij mijn link", ("Form.Address", address));
        await site.Run<MailPump>();
        site.Clock.Move(TimeSpan.FromMinutes(3));
        return MailBox.To(site, address)[^1].LinkTo("/u/");
    }

    private static Task<HttpResponseMessage> PostAsync(
        Visitor visitor,
        string path,
        params (string Name, string Value)[] fields
    ) =>
        visitor.Http.PostAsync(
            path,
            new FormUrlEncodedContent(
                fields
                    .Append(
                        (
                            "__RequestVerificationToken",
                            visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.ValueOf()
                        )
                    )
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            )
        );

    private Task<HttpClient> ColleagueAsync() => ColleagueAsync(World);

    private static async Task<HttpClient> ColleagueAsync(World world) =>
        await world.Site.SignedInAsync(
            await world.Member("Jan", "jan@team.example", TeamRole.CoResearcher, world.Project)
        );

    private Task<HttpResponseMessage> ChangeAsync(
        HttpClient browser,
        string address,
        params (string Name, string Value)[] more
    ) => ChangeAsync(browser, address, table, more);

    private static async Task<HttpResponseMessage> ChangeAsync(
        HttpClient browser,
        string address,
        AskedTable asked,
        params (string Name, string Value)[] more
    )
    {
        var person = (await asked.World.Read(asked.Anna)).PersonId;
        return await browser.SendAsync(
            $"/personen/{person}",
            $"/personen/{person}",
            [("Contact.Email", address), .. more]
        );
    }

    private async Task<(string?, string)> AddressAsync() =>
        (await World.Read(table.Anna)).Person is { } person ? (person.Email, person.LastName) : default;

    private Task<int> PersonAsync(string address) =>
        site.Db(db => db.Persons.Where(item => item.Email == address).Select(item => item.Id).SingleAsync());

    private async Task<string> MyTableAsync(AskedTable? asked = null)
    {
        var invitation = await (asked ?? table).World.Read((asked ?? table).Anna);
        var link = await (asked ?? table).Site.Db(db =>
            db.Links.Where(item => item.PersonId == invitation.PersonId && item.Purpose == LinkPurpose.MyTable)
                .OrderByDescending(item => item.Id)
                .Select(item => item.Id)
                .FirstAsync()
        );
        return $"/mijn-tafel/{link}";
    }

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
            return $"/n/{site.Services.GetRequiredService<Web.Links.LinkTokens>().For(link)}";
        });
    }
}
