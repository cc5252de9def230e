using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.MyTable;

public sealed class AnswerTests
{
    private const string Lived = "Ervaringsdeskundige";

    [Fact]
    public async Task A_ja_is_noted_seated_and_confirmed_by_mail()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var visitor = Visitor.To(site);

        await visitor.Go(await world.LinkOf(anna));
        Assert.StartsWith("/mijn-tafel/", visitor.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Komt u op donderdag 3 december", visitor.Text, StringComparison.Ordinal);
        await visitor.Follow("Antwoord geven");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));

        Assert.Contains("genoteerd", visitor.Text, StringComparison.Ordinal);
        var invitation = await world.Read(anna);
        Assert.Equal(InvitationState.Yes, invitation.State);
        Assert.Equal([InvitationState.Approached, InvitationState.Yes], invitation.History.Select(line => line.State));
        var mail = await site.Db(db => db.Mails.SingleAsync());
        Assert.Equal("bevestiging", mail.Kind);
        Assert.Equal(ParticipationRole.Partner, (await site.Db(db => db.RoleAssignments.SingleAsync())).Role);
    }

    [Theory]
    [InlineData("Undecided", "wanneer", "nog-niet")]
    [InlineData("Contribute", "meegeven", "meedenken")]
    [InlineData("SomeoneElse", "iemand-anders", "iemand-anders")]
    [InlineData("No", "genoteerd", "bedankt-nee")]
    public async Task Every_other_answer_leads_on_and_is_confirmed_too(string choice, string next, string mail)
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var visitor = Visitor.To(site);

        await visitor.Go(await world.LinkOf(anna));
        await visitor.Follow("Antwoord geven");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", choice));

        Assert.Contains(next, visitor.Address.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(mail, (await site.Db(db => db.Mails.SingleAsync())).Kind);
    }

    [Fact]
    public async Task What_is_told_after_weet_ik_nog_niet_replaces_the_waiting_confirmation()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var visitor = Visitor.To(site);

        await visitor.Go(await world.LinkOf(anna));
        await visitor.Follow("Antwoord geven");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Undecided"));
        await visitor.Press("Verstuur", ("Form.When", "NextWeek"));
        await site.Run<MailPump>();
        site.Clock.Move(TimeSpan.FromHours(1));
        await site.Run<MailPump>();

        var invitation = await world.Read(anna);
        Assert.Equal(FixedClock.Start.UtcDateTime.AddDays(14), invitation.SilentUntil);
        Assert.Single(Directory.GetFiles(site.MailFolder, "*.eml"));
    }

    [Fact]
    public async Task Words_typed_here_are_not_shown_in_another_browser_until_the_person_proves_that_it_is_hers()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var (own, other) = (Visitor.To(site), Visitor.To(site));
        var link = await world.LinkOf(anna);

        await own.Go(link);
        await own.Follow("Antwoord geven");
        await own.Press("Verstuur mijn antwoord", ("Form.Answer", "Contribute"));
        await own.Press(
            "Verstuur",
            ("Form.How", "CallMe"),
            ("Form.Phone", "06 555 12 345"),
            ("Form.CallWhen", "kanarie-in-de-ochtend")
        );
        await other.Go(link);

        Assert.Contains("kanarie-in-de-ochtend", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", other.Text, StringComparison.Ordinal);
        await other.Press("Stuur mij een link om mijn antwoorden te zien");
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        await other.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        await site.Run<MailPump>();
        await other.Go(
            MailBox.All(site).Single(mail => mail.Text.Contains("30 minuten", StringComparison.Ordinal)).LinkTo("/u/")
        );
        Assert.DoesNotContain("kanarie", other.Text, StringComparison.Ordinal);
        await other.Press("Ja, toon mijn antwoorden");
        Assert.Contains("kanarie-in-de-ochtend", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_a_withdrawn_link_and_a_number_without_cookie_look_the_same()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var link = await world.LinkOf(anna);
        await site.Db(async db =>
        {
            (await db.Links.SingleAsync()).Withdraw(site.Clock.Utc);
            await db.SaveChangesAsync();
        });

        var pages = new List<string>();
        foreach (var path in new[] { link, link[..^1] + "x", "/u/onzin", "/mijn-tafel/1", "/mijn-tafel/99999" })
        {
            using var http = site.CreateClient();
            var response = await http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            pages.Add(
                System.Text.RegularExpressions.Regex.Replace(
                    await response.Content.ReadAsStringAsync(),
                    "value=\"CfDJ[^\"]+\"",
                    ""
                )
            );
        }

        Assert.Single(pages.Distinct());
        Assert.Contains("Stuur mij mijn link", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_cookies_the_page_works_under_its_token()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        using var http = site.CreateClient(
            new()
            {
                BaseAddress = new Uri("https://localhost"),
                HandleCookies = false,
                AllowAutoRedirect = false,
            }
        );
        var visitor = new Visitor(http);

        await visitor.Go(await world.LinkOf(anna));
        await visitor.Follow("Antwoord geven");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "No"));

        Assert.StartsWith("/u/", visitor.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(InvitationState.No, (await world.Read(anna)).State);
    }

    [Fact]
    public async Task An_answer_after_the_start_is_refused_in_words_and_the_choice_stays()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var visitor = Visitor.To(site);
        await visitor.Go(await world.LinkOf(anna));
        await visitor.Follow("Antwoord geven");
        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 5, 0, TimeSpan.Zero));

        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("Bel ons", visitor.Text, StringComparison.Ordinal);
        Assert.Null((await world.Read(anna)).Answer);
    }

    [Fact]
    public async Task Off_the_list_frees_the_chair_and_tells_the_organiser()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var visitor = Visitor.To(site);
        await visitor.Go(await world.LinkOf(anna));
        await visitor.Follow("Haal mij van de lijst");

        await visitor.Press("Verstuur", ("Form.Choice", "Remove"));

        var invitation = await world.Read(anna);
        Assert.Equal(InvitationState.Withdrawn, invitation.State);
        Assert.NotNull(invitation.Person!.RemovalRequestedAt);
        Assert.Equal(
            ["weghalen-verzoek", "wij-wissen"],
            await site.Db(db => db.Mails.Select(mail => mail.Kind).OrderBy(kind => kind).ToListAsync())
        );
    }
}
