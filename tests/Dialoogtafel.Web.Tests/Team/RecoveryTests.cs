using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Hosting;
using Dialoogtafel.Web.Modules.Team.SecondFactor;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>
/// A lost key: another organiser takes it away, everybody hears of it, nobody does it for herself. And who leaves is
/// out at once.
/// </summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Another_organiser_takes_the_keys_away_and_everybody_hears_of_it()
    {
        var (anna, bert, chris, _) = await TeamAsync();
        var berts = await site.SignedInAsync(bert);
        Assert.Equal(HttpStatusCode.OK, (await berts.GetAsync("/netwerk")).StatusCode);
        var page = new Visitor(await site.SignedInAsync(anna));

        await page.Go("/team");
        await page.Follow("Nieuwe tweede sleutel");
        await page.Press("Ja, een nieuwe tweede sleutel");
        await site.Run<MailPump>();

        Assert.Equal((HttpStatusCode.OK, "/team"), (page.Status, page.Address.AbsolutePath));
        Assert.StartsWith(
            "/team/inloggen",
            (await berts.GetAsync("/netwerk")).Headers.Location?.OriginalString,
            StringComparison.Ordinal
        );
        var account = await site.Db(db => db.Users.AsNoTracking().SingleAsync(item => item.PersonId == bert));
        Assert.False(account.TwoFactorEnabled);
        Assert.False(await site.Db(db => db.UserTokens.AnyAsync(item => item.UserId == account.Id)));
        Assert.False(
            await site.Db(db => db.Set<IdentityUserPasskey<int>>().AnyAsync(item => item.UserId == account.Id))
        );
        Assert.Single(MailBox.To(site, "bert@team.example"));
        Assert.Contains("anna", MailBox.To(site, "chris@team.example").Single().Text, StringComparison.Ordinal);
        Assert.Empty(MailBox.To(site, "anna@team.example"));
        Assert.NotEqual(0, chris);
    }

    [Fact]
    public async Task Nobody_takes_away_her_own_keys_nor_those_of_another_project()
    {
        var (anna, _, _, project) = await TeamAsync();
        var elsewhere = await site.MemberAsync("dora", (TeamRole.Organiser, await site.ProjectAsync("Elders")));
        await KeyAsync(anna);
        var browser = await site.SignedInAsync(anna);
        var token = (await browser.PageAsync("/team"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .ValueOf();
        var before = DatabaseContent.Of(site);

        foreach (var person in new[] { anna, elsewhere })
        {
            var membership = await site.Db(db =>
                db.Memberships.Where(item => item.PersonId == person).Select(item => item.Id).SingleAsync()
            );
            using var asked = await browser.GetAsync($"/team/leden/{membership}/tweede-sleutel");
            using var sent = await browser.PostAsync(
                $"/team/leden/{membership}/tweede-sleutel",
                new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])
            );
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asked.StatusCode, sent.StatusCode));
        }

        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
        Assert.NotEqual(0, project);
    }

    [Fact]
    public async Task On_the_server_the_command_line_does_it_by_mail_address()
    {
        var (_, bert, _, _) = await TeamAsync();
        Assert.Equal(
            "bert@team.example",
            CommandLine.Parse(["--data", "x", "--reset-second-factor", "bert@team.example"]).ResetSecondFactor
        );

        Assert.Equal(1, await SecondFactorRecovery.RunAsync(site.Services, "niemand@team.example"));
        Assert.True(await HasKeyAsync(bert));
        Assert.Equal(0, await SecondFactorRecovery.RunAsync(site.Services, " Bert@team.example"));

        Assert.False(await HasKeyAsync(bert));
        await site.Run<MailPump>();
        Assert.Single(MailBox.To(site, "anna@team.example"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_leaves_is_out_in_every_browser_at_once(bool guarded)
    {
        using var other = guarded ? new Site() : new Site().With(SeenOnce.Sabotage);
        var project = await other.ProjectAsync("Werk");
        var bert = await other.MemberAsync("bert", (TeamRole.CoResearcher, project));
        HttpClient[] browsers = [await other.SignedInAsync(bert), await other.SignedInAsync(bert)];
        foreach (var browser in browsers)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/netwerk")).StatusCode);
        }

        await other.Db(async db =>
        {
            (await db.Memberships.SingleAsync(item => item.PersonId == bert)).End(other.Clock.Utc);
            await db.SaveChangesAsync();
        });

        foreach (var browser in browsers)
        {
            Assert.Equal(
                guarded ? HttpStatusCode.Redirect : HttpStatusCode.OK,
                (await browser.GetAsync("/netwerk")).StatusCode
            );
        }
    }

    [Fact]
    public async Task Who_leaves_keeps_no_key_and_no_session_behind()
    {
        var (anna, bert, _, project) = await TeamAsync();
        var berts = await site.SignedInAsync(bert);
        var browser = await site.SignedInAsync(anna);
        var membership = await site.Db(db =>
            db.Memberships.Where(item => item.PersonId == bert).Select(item => item.Id).SingleAsync()
        );

        using var ended = await browser.SendAsync("/team", $"/team/leden/{membership}/einde");
        await site.Db(async db =>
        {
            db.Memberships.Add(
                new TeamMembership
                {
                    PersonId = bert,
                    ProjectId = project,
                    Role = TeamRole.CoResearcher,
                    From = site.Clock.Utc,
                }
            );
            await db.SaveChangesAsync();
        });

        Assert.False(await HasKeyAsync(bert));
        Assert.Equal(HttpStatusCode.Redirect, (await berts.GetAsync("/netwerk")).StatusCode);
    }

    /// <summary>Anna and Chris organise; Bert works along and has a key.</summary>
    private async Task<(int Anna, int Bert, int Chris, int Project)> TeamAsync()
    {
        var project = await site.ProjectAsync("Werk");
        var team = (
            await site.MemberAsync("anna", (TeamRole.Organiser, project)),
            await site.MemberAsync("bert", (TeamRole.CoResearcher, project)),
            await site.MemberAsync("chris", (TeamRole.Organiser, project)),
            project
        );
        await KeyAsync(team.Item2);
        return team;
    }

    private Task KeyAsync(int person) =>
        site.Db(async db =>
        {
            var account = await db.Users.SingleAsync(item => item.PersonId == person);
            account.TwoFactorEnabled = true;
            db.Add(
                new IdentityUserPasskey<int>
                {
                    UserId = account.Id,
                    CredentialId = [1, 2, (byte)person],
                    Data = new IdentityPasskeyData
                    {
                        Name = "Telefoon",
                        PublicKey = [1],
                        AttestationObject = [1],
                        ClientDataJson = [1],
                    },
                }
            );
            await db.SaveChangesAsync();
        });

    private Task<bool> HasKeyAsync(int person) =>
        site.Db(db =>
            db.Users.Where(item => item.PersonId == person)
                .Select(item =>
                    item.TwoFactorEnabled && db.Set<IdentityUserPasskey<int>>().Any(key => key.UserId == item.Id)
                )
                .SingleAsync()
        );
}
