using System.Net;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Newsletter;

/// <summary>Writing an issue, looking at it, and saying who gets it and when (R-126, S46, M-26).</summary>
public sealed class NewsletterPagesTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task An_organiser_writes_previews_tries_and_sends_and_the_site_shows_it_when_it_has_left()
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos", "Sem");
        var organiser = await (await world.SignIn()).Go("/nieuwsbrieven");
        await organiser.Press("Nieuw concept");
        await organiser.Press(
            "Bewaren",
            ("Form.Title", "Wat er gebeurde"),
            ("Form.Body", "## Kamer\r\nEr is een **rustige** kamer.")
        );
        var here = organiser.Address.AbsolutePath;
        var preview = await organiser.Http.GetStringAsync(here + "/mail");
        Assert.Contains("<h3", preview, StringComparison.Ordinal);
        Assert.Contains("Beste Petra", preview, StringComparison.Ordinal);
        await organiser.Press("Stuur een proef aan mijzelf");
        await organiser.Follow("Naar het versturen");
        Assert.Contains("Onder wie: Roos, Sem.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, naar 2 mensen");
        Assert.Contains("Kies wanneer de nieuwsbrief weggaat.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, naar 2 mensen", ("Form.When", "Soon"));
        Assert.Contains("Tot dan kunt u haar terughalen.", organiser.Text, StringComparison.Ordinal);
        var open = $"/nieuwsbrief/{here.Split('/')[^1]}";
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(open)).Status);

        await LeaveAsync();

        var mails = await site.MailsAsync();
        Assert.Equal(["nieuwsbrief", "nieuwsbrief", "nieuwsbrief-proef"], mails.Select(mail => mail.Row.Kind).Order());
        await organiser.Go(here);
        Assert.Equal("2", organiser.Page.QuerySelector(".facts dd")!.Words());
        var visitor = await Visitor.To(site).Go($"/onderzoek/{world.Project}");
        await visitor.Follow("Wat er gebeurde");
        Assert.Equal(open, visitor.Address.AbsolutePath);
        Assert.Contains("rustige kamer", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_carries_the_headers_to_stop_and_its_links_work_for_its_reader_alone()
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        await world.IssueAsync(site.Clock.Utc);
        await LeaveAsync();
        var mail = Assert.Single(await site.MailsAsync());
        var head = System
            .Text.Encoding.UTF8.GetString(mail.Bytes)
            .Split("\r\n\r\n")[0]
            .Replace("\r\n ", " ", StringComparison.Ordinal);
        var stop = mail.Links.Single(link => link.AbsolutePath.EndsWith("/af", StringComparison.Ordinal));

        Assert.Contains($"List-Unsubscribe: <{stop}>", head, StringComparison.Ordinal);
        Assert.Contains("Reply-To: Petra <petra@hogeschool.example>", head, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", head, StringComparison.Ordinal);
        using var http = site.CreateDefaultClient(new Uri("https://localhost"));
        using var answer = await http.PostAsync(
            stop.AbsolutePath,
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")])
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await site.Db(db => db.Consents.SingleAsync())).WithdrawnAt);
    }

    [Fact]
    public async Task Only_the_chosen_roles_get_it_and_the_page_says_who_does_not()
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        await world.ReadersAsync(ParticipationRole.Partner, "Sem");
        await world.ReadersAsync(ParticipationRole.Informant, "Tess");
        var issue = await world.IssueAsync(null);
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{issue}");
        foreach (var box in new[] { "CoResearchers", "Informants", "Public" })
        {
            organiser.Page.QuerySelector($"#Form_{box}")!.RemoveAttribute("checked");
        }

        await organiser.Press("Bewaren");
        await organiser.Follow("Naar het versturen");

        Assert.Contains("Onder wie: Sem.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "2 mensen vroegen om de nieuwsbrief, maar horen niet bij deze groepen.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Ja, naar één persoon", ("Form.When", "Soon"));
        await LeaveAsync();
        Assert.Equal(["sem@lezer.example"], await site.Db(db => db.Mails.Select(mail => mail.Recipient).ToListAsync()));
    }

    [Fact]
    public async Task It_is_taken_back_until_its_moment_and_no_longer()
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        var issue = await world.IssueAsync(null);
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{issue}/verzending");
        await organiser.Press(
            "Ja, naar één persoon",
            ("Form.When", "Later"),
            ("Form.Date", "2026-11-03"),
            ("Form.Time", "09:00")
        );
        await organiser.Press("Haal terug");
        Assert.Contains("Er is niets verstuurd.", organiser.Text, StringComparison.Ordinal);
        site.Clock.Set(new DateTimeOffset(2026, 11, 3, 8, 0, 1, TimeSpan.Zero));
        await site.Run<NewsletterJob>();
        Assert.Equal(0, await site.Db(db => db.Mails.CountAsync()));

        await organiser.Go($"/nieuwsbrieven/{issue}/verzending");
        await organiser.Press("Ja, naar één persoon", ("Form.When", "Soon"));
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await organiser.Press("Haal terug");
        Assert.Contains("Dit kan niet meer", organiser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-28", "02:30", "Deze tijd bestaat niet")]
    [InlineData("2026-11-03", "22:15", "Tussen 20.00 en 8.00 uur gaat er geen nieuwsbrief weg.")]
    [InlineData("2026-11-01", "12:00", "Dit moment is al geweest.")]
    [InlineData("", "12:00", "Kies een dag.")]
    public async Task A_moment_that_cannot_be_is_refused_in_words(string date, string time, string words)
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{await world.IssueAsync(null)}/verzending");
        await organiser.Press("Ja, naar één persoon", ("Form.When", "Later"), ("Form.Date", date), ("Form.Time", time));
        Assert.Contains(words, organiser.Text, StringComparison.Ordinal);
        Assert.Null((await site.Db(db => db.NewsletterIssues.SingleAsync())).SendAt);
    }

    [Fact]
    public async Task A_number_that_changed_meanwhile_is_asked_again()
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{await world.IssueAsync(null)}/verzending");
        await world.ReadersAsync("Sem");
        await organiser.Press("Ja, naar één persoon", ("Form.When", "Soon"));
        Assert.Contains("eerst 1, nu 2", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, naar 2 mensen", ("Form.When", "Soon"));
        Assert.NotNull((await site.Db(db => db.NewsletterIssues.SingleAsync())).SendAt);
    }

    [Fact]
    public async Task A_co_researcher_writes_and_does_not_send()
    {
        var world = await World.On(site);
        await world.Member("Cato", "cato@team.example", TeamRole.CoResearcher, world.Project);
        var issue = await world.IssueAsync(null);
        var cato = await (await world.SignIn("cato@team.example")).Go($"/nieuwsbrieven/{issue}");
        await cato.Press("Bewaren", ("Form.Body", "Van Cato."));
        Assert.Contains("Een organisator verstuurt de nieuwsbrief.", cato.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cato.Go($"/nieuwsbrieven/{issue}/verzending")).Status);
    }

    [Fact]
    public async Task A_text_that_a_mail_cannot_show_and_a_title_that_says_too_much_are_refused()
    {
        var world = await World.On(site);
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{await world.IssueAsync(null)}");
        await organiser.Press(
            "Bewaren",
            ("Form.Title", "Leven met hersenletsel"),
            ("Form.Body", "![kat](https://voorbeeld.example/kat.png)")
        );
        Assert.Contains("Noem geen hersenletsel in de titel", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Regel 1: Plaatjes kunnen niet in een mail.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("kat.png", organiser.Page.QuerySelector("#Form_Body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concept_is_thrown_away_after_a_question_and_what_has_left_stays()
    {
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        var (draft, left) = (await world.IssueAsync(null), await world.IssueAsync(site.Clock.Utc));
        await LeaveAsync();
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{draft}");
        await organiser.Follow("Gooi dit concept weg");
        await organiser.Press("Ja, gooi weg");
        Assert.Equal([left], await site.Db(db => db.NewsletterIssues.Select(item => item.Id).ToListAsync()));
        await organiser.Go($"/nieuwsbrieven/{left}/weglating");
        Assert.Equal($"/nieuwsbrieven/{left}", organiser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Two_people_who_write_one_issue_both_see_what_the_other_wrote()
    {
        var world = await World.On(site);
        var here = $"/nieuwsbrieven/{await world.IssueAsync(null)}";
        var (first, second) = (await (await world.SignIn()).Go(here), await (await world.SignIn()).Go(here));
        await first.Press("Bewaren", ("Form.Body", "Van de een."));
        await second.Press("Bewaren", ("Form.Body", "Van de ander."));
        Assert.Contains(
            "Iemand anders heeft dit intussen veranderd in: “Van de een.”",
            second.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Van de ander.",
            second.Page.QuerySelector("#Form_Body")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_offered_text_is_put_below_the_text_and_can_be_changed()
    {
        using var offering = new Site().With(services => services.AddSingleton<INewsletterBlockSource, Offer>());
        var world = await World.On(offering);
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{await world.IssueAsync(null, "Boven.")}");
        await organiser.Press("Bewaren", ("Form.Blocks", "actie:1"));
        Assert.Equal(
            "Boven.\n\n### Een kamer\nDe kamer is er.",
            (await offering.Db(db => db.NewsletterIssues.SingleAsync())).Body
        );
    }

    [Fact]
    public async Task A_new_series_makes_one_concept_that_asks_who_must_hear_each_other()
    {
        var world = await World.On(site);
        var (first, second) = (
            await (await world.SignIn()).Go($"/reeksen/{world.Series}"),
            await (await world.SignIn()).Go($"/reeksen/{world.Series}")
        );
        await first.Press("Vertel het uw netwerk");
        await second.Press("Vertel het uw netwerk");

        Assert.Equal(first.Address, second.Address);
        var issue = await site.Db(db => db.NewsletterIssues.SingleAsync());
        Assert.Equal((IssueState.Draft, "Wie moeten elkaar horen?"), (issue.State, issue.Title));
        Assert.Contains("gesprekken over werk zoeken en houden", issue.Body, StringComparison.Ordinal);
    }

    private async Task LeaveAsync()
    {
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.Run<NewsletterJob>();
        await site.Run<MailPump>();
    }

    private sealed class Offer : INewsletterBlockSource
    {
        public Task<IReadOnlyList<NewsletterBlock>> OfAsync(int project, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<NewsletterBlock>>([
                new("actie:1", "Een kamer", "De kamer is er.", DateTime.UnixEpoch),
            ]);
    }
}
