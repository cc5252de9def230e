using System.Net;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Team;

public sealed class TeamPageTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_new_member_gets_a_mail_and_can_sign_in()
    {
        var browser = await OrganiserAsync("anna", await site.ProjectAsync("Werk"));

        using var added = await AddAsync(browser, "Bert", "bert@team.example", TeamRole.CoResearcher);
        await site.Run<MailPump>();

        Assert.Equal("/team", added.Headers.Location!.OriginalString);
        Assert.Contains(
            "/team/inloggen",
            MailBox.To(site, "bert@team.example")[0].LinkTo("/team/inloggen"),
            StringComparison.Ordinal
        );
        var asking = site.Open();
        using var sent = await asking.SendAsync("/team/inloggen", "/team/inloggen", ("Email", "bert@team.example"));
        await site.Run<MailPump>();
        using var entered = await asking.PostAsync(
            MailBox
                .To(site, "bert@team.example")
                .Single(mail => mail.Text.Contains("/team/in/", StringComparison.Ordinal))
                .LinkTo("/team/in/"),
            null
        );
        Assert.Equal(HttpStatusCode.OK, (await asking.GetAsync("/netwerk")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asking.GetAsync("/team")).StatusCode);
    }

    [Fact]
    public async Task The_one_person_known_with_the_address_becomes_the_member_when_the_organiser_says_so()
    {
        var browser = await OrganiserAsync("anna", await site.ProjectAsync("Werk"));
        var bert = await PersonAsync("Bert", "bert@team.example");

        using var asked = await AddAsync(browser, "B.", "Bert@Team.example", TeamRole.Facilitator);
        using var added = await browser.SendAsync(await asked.PageAsync(), "/team/leden", ("Known.Is", $"{bert}"));

        Assert.Equal(
            bert,
            await site.Db(db =>
                db.Users.Where(item => item.Email == "bert@team.example").Select(item => item.PersonId).SingleAsync()
            )
        );
        Assert.Equal(2, await site.Db(db => db.Persons.CountAsync()));
    }

    [Fact]
    public async Task When_two_people_share_the_address_nobody_is_guessed()
    {
        var browser = await OrganiserAsync("anna", await site.ProjectAsync("Werk"));
        var known = new[]
        {
            await PersonAsync("Eva", "samen@thuis.example"),
            await PersonAsync("Fatma", "samen@thuis.example"),
        };

        using var asked = await AddAsync(browser, "Gerda", "samen@thuis.example", TeamRole.Facilitator);
        Assert.Equal(1, await site.Db(db => db.Memberships.CountAsync()));
        using var added = await browser.SendAsync(await asked.PageAsync(), "/team/leden", ("Known.Is", "ander"));

        var member = await site.Db(db =>
            db.Memberships.Where(item => item.Role == TeamRole.Facilitator).Select(item => item.PersonId).SingleAsync()
        );
        Assert.DoesNotContain(member, known);
    }

    [Fact]
    public async Task The_same_role_twice_is_refused_and_what_was_typed_stays()
    {
        var project = await site.ProjectAsync("Werk");
        var browser = await OrganiserAsync("anna", project);
        var anna = await site.Db(db =>
            db.Persons.Where(item => item.Email == "anna@team.example").Select(item => item.Id).SingleAsync()
        );

        using var asked = await AddAsync(browser, "Anna", "anna@team.example", TeamRole.Organiser);
        using var again = await browser.SendAsync(await asked.PageAsync(), "/team/leden", ("Known.Is", $"{anna}"));
        var page = await again.PageAsync();

        Assert.Contains("heeft deze rol al", page.Words(), StringComparison.Ordinal);
        Assert.Equal("anna@team.example", page.QuerySelector("#Form_Email")!.GetAttribute("value"));
        Assert.Equal(1, await site.Db(db => db.Memberships.CountAsync()));
        Assert.Equal(0, await site.Db(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task An_administrator_belongs_to_no_project()
    {
        var browser = await OrganiserAsync("anna", await site.ProjectAsync("Werk"));

        using var added = await AddAsync(browser, "Tim", "tim@team.example", TeamRole.Administrator);

        Assert.Null(
            await site.Db(db =>
                db.Memberships.Where(item => item.Role == TeamRole.Administrator)
                    .Select(item => item.ProjectId)
                    .SingleAsync()
            )
        );
        Assert.Contains("beheerder", (await browser.PageAsync("/team")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_ended_is_out_at_once()
    {
        var project = await site.ProjectAsync("Werk");
        var browser = await OrganiserAsync("anna", project);
        var bert = await site.MemberAsync("bert", (TeamRole.CoResearcher, project));
        var berts = await site.SignedInAsync(bert);
        var membership = await MembershipAsync(bert);

        using var ended = await browser.SendAsync("/team", $"/team/leden/{membership}/einde");

        Assert.StartsWith(
            "/team/inloggen",
            (await berts.GetAsync("/netwerk")).Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
        Assert.Equal(
            site.Clock.Utc,
            await site.Db(db =>
                db.Memberships.Where(item => item.Id == membership).Select(item => item.Until).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task The_last_organiser_stays_also_when_two_put_each_other_out_at_once()
    {
        var project = await site.ProjectAsync("Werk");
        var (anna, bert) = (
            await site.MemberAsync("anna", (TeamRole.Organiser, project)),
            await site.MemberAsync("bert", (TeamRole.Organiser, project))
        );
        var (annas, berts) = (await site.SignedInAsync(anna), await site.SignedInAsync(bert));
        var (hers, his) = (await MembershipAsync(anna), await MembershipAsync(bert));
        var (annasPage, bertsPage) = (await annas.PageAsync("/team"), await berts.PageAsync("/team"));

        await Task.WhenAll(
            annas.SendAsync(annasPage, $"/team/leden/{his}/einde"),
            berts.SendAsync(bertsPage, $"/team/leden/{hers}/einde")
        );

        Assert.Equal(1, await site.Db(db => db.Memberships.CountAsync(item => item.Until == null)));
        var (last, own) = await site.Db(db => db.Memberships.AnyAsync(item => item.Id == hers && item.Until == null))
            ? (annas, hers)
            : (berts, his);
        using var refused = await last.SendAsync("/team", $"/team/leden/{own}/einde");
        Assert.Contains("Dit is de laatste organisator", (await refused.PageAsync()).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organiser_sees_and_ends_nobody_of_another_project()
    {
        var (mine, other) = (await site.ProjectAsync("Werk"), await site.ProjectAsync("Kanarie"));
        var browser = await OrganiserAsync("anna", mine);
        await site.MemberAsync("zelda", (TeamRole.Organiser, other));
        var yvette = await site.MemberAsync("yvette", (TeamRole.CoResearcher, other));
        var membership = await MembershipAsync(yvette);
        var page = await browser.PageAsync("/team");
        var token = page.QuerySelector("form[action='/team/leden'] input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        using var ended = await browser.PostAsync(
            $"/team/leden/{membership}/einde",
            new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("project", $"{mine}")])
        );
        using var added = await browser.SendAsync(
            page,
            "/team/leden",
            ("Form.ProjectId", $"{other}"),
            ("Form.FirstName", "X"),
            ("Form.Email", "x@team.example"),
            ("Form.Role", "Organiser")
        );

        Assert.DoesNotContain("yvette", page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/team?project={other}")).StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (ended.StatusCode, added.StatusCode));
        Assert.Equal(3, await site.Db(db => db.Memberships.CountAsync(item => item.Until == null)));
    }

    [Fact]
    public async Task Who_organises_two_projects_chooses_which_team_to_see()
    {
        var (one, two) = (await site.ProjectAsync("Arbeid"), await site.ProjectAsync("Wonen"));
        var browser = await site.SignedInAsync(
            await site.MemberAsync("anna", (TeamRole.Organiser, one), (TeamRole.Organiser, two))
        );
        await site.MemberAsync("bert", (TeamRole.CoResearcher, two));

        Assert.DoesNotContain("bert", (await browser.PageAsync("/team")).Words(), StringComparison.Ordinal);
        Assert.Contains("bert", (await browser.PageAsync($"/team?project={two}")).Words(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> OrganiserAsync(string name, int project) =>
        await site.SignedInAsync(name, TeamRole.Organiser, project);

    private static Task<HttpResponseMessage> AddAsync(HttpClient browser, string name, string email, TeamRole role) =>
        browser.SendAsync(
            "/team",
            "/team/leden",
            ("Form.FirstName", name),
            ("Form.Email", email),
            ("Form.Role", role.ToString())
        );

    private Task<int> MembershipAsync(int person) =>
        site.Db(db => db.Memberships.Where(item => item.PersonId == person).Select(item => item.Id).SingleAsync());

    private Task<int> PersonAsync(string firstName, string email) =>
        site.Db(async db =>
        {
            var person = new Person
            {
                FirstName = firstName,
                Email = email,
                CreatedAt = site.Clock.Utc,
            };
            db.Persons.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });
}
