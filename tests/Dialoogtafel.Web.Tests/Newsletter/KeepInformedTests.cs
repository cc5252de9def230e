using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Newsletter;

/// <summary>Publiek: asking for the news on the site and on Mijn tafel (R-010, R-011, R-126, S09).</summary>
public sealed class KeepInformedTests : IDisposable
{
    private const string Address = "roos@lezer.example";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Nobody_is_stored_before_the_owner_of_the_address_says_yes()
    {
        var world = await World.On(site);
        var people = await site.Db(db => db.Persons.CountAsync());
        var visitor = await AskAsync("Roos", Address);
        Assert.Contains("Kijk in uw mail", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(
            (people, 0, 1),
            await site.Db(async db =>
                (
                    await db.Persons.CountAsync(),
                    await db.Consents.CountAsync(),
                    await db.SubscriptionRequests.CountAsync()
                )
            )
        );

        var page = await Visitor.To(site).Go(await AskedLinkAsync());
        await page.Press("Meld mij aan");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Zet eerst het vinkje.", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.Db(db => db.Consents.CountAsync()));
        await page.Press("Meld mij aan", ("Form.Yes", "true"));

        Assert.Contains("U krijgt de nieuwsbrief", page.Text, StringComparison.Ordinal);
        var roos = await site.Db(db => db.Persons.SingleAsync(item => item.Email == Address));
        var consent = await site.Db(db => db.Consents.SingleAsync());
        Assert.Equal(
            (roos.Id, world.Project, ConsentPurpose.Newsletter, ConsentChannel.Page, null),
            (consent.PersonId, consent.ProjectId!.Value, consent.Purpose, consent.Channel, consent.RecordedById)
        );
        Assert.Equal(ParticipationRole.Public, (await site.Db(db => db.RoleAssignments.SingleAsync())).Role);
        Assert.Contains("nieuws-aan", await KindsAsync());
    }

    [Fact]
    public async Task Saying_yes_twice_is_saying_it_once()
    {
        await World.On(site);
        await AskAsync("Roos", Address);
        var link = await AskedLinkAsync();
        var (first, second) = (await Visitor.To(site).Go(link), await Visitor.To(site).Go(link));
        await Task.WhenAll(
            first.Press("Meld mij aan", ("Form.Yes", "true")),
            second.Press("Meld mij aan", ("Form.Yes", "true"))
        );

        Assert.Equal(
            (1, 1),
            await site.Db(async db =>
                (await db.Consents.CountAsync(), await db.Persons.CountAsync(item => item.Email == Address))
            )
        );
        Assert.Equal(1, (await KindsAsync()).Count(kind => kind == "nieuws-aan"));
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_page_and_the_same_mail()
    {
        var world = await World.On(site);
        await world.Invite("Roos", "Ervaringsdeskundige", Address);
        var known = await AskAsync("Roos", Address);
        var unknown = await AskAsync("Roos", "nieuw@lezer.example");

        Assert.Equal(known.Text, unknown.Text);
        var mails = (await site.MailsAsync()).Where(mail => mail.Row.Kind == "op-de-hoogte").ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Null(mail.Row.PersonId));
        Assert.Single(mails.Select(mail => mail.Mail.Subject).Distinct());
    }

    [Fact]
    public async Task A_person_is_found_by_address_and_first_name_and_a_partner_stays_partner()
    {
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Ervaringsdeskundige", Address);
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await AskAsync("anna", Address);
        await SayYesAsync();
        var person = (await world.Read(anna)).PersonId;
        Assert.Equal(person, (await site.Db(db => db.Consents.SingleAsync())).PersonId);
        Assert.Equal(
            [ParticipationRole.Partner],
            await site.Db(db =>
                db.RoleAssignments.Where(item => item.PersonId == person && item.Until == null)
                    .Select(item => item.Role)
                    .ToListAsync()
            )
        );

        // Somebody else with the same mailbox is another person.
        await AskAsync("Bram", Address);
        await SayYesAsync();
        Assert.Equal(2, await site.Db(db => db.Persons.CountAsync(item => item.Email == Address)));
    }

    [Fact]
    public async Task Who_does_not_come_asks_for_the_news_on_her_own_page_and_becomes_publiek_with_history()
    {
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Ervaringsdeskundige", Address);
        var page = await Visitor.To(site).Go($"{await world.LinkOf(anna)}/antwoord");
        await page.Press("Verstuur mijn antwoord", ("Form.Answer", "No"));
        await page.Follow("Houd mij op de hoogte");
        await page.Press("Houd mij op de hoogte");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await page.Press("Houd mij op de hoogte", ("Form.Yes", "true"));
        Assert.Contains("U krijgt de nieuwsbrief", page.Text, StringComparison.Ordinal);

        // Later she comes after all: publiek ends, partner begins, the news goes on.
        site.Clock.Move(TimeSpan.FromDays(1));
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        var roles = await site.Db(db => db.RoleAssignments.OrderBy(item => item.From).ToListAsync());
        Assert.Equal([ParticipationRole.Public, ParticipationRole.Partner], roles.Select(item => item.Role));
        Assert.Equal([true, false], roles.Select(item => item.Until is not null));
        Assert.Null((await site.Db(db => db.Consents.SingleAsync())).WithdrawnAt);
    }

    [Fact]
    public async Task Publiek_stands_on_no_board_no_list_to_call_and_no_question_set()
    {
        var world = await World.On(site);
        await AskAsync("Rozemarijn", Address);
        await SayYesAsync();
        var organiser = await world.SignIn();

        foreach (var path in new[] { "", "/werving", "/verzending", "/vragen", "/behoeften", "/programma" })
        {
            await organiser.Go($"/bijeenkomsten/{world.Table}{path}");
            Assert.Equal(HttpStatusCode.OK, organiser.Status);
            Assert.DoesNotContain("Rozemarijn", organiser.Text, StringComparison.Ordinal);
        }

        await organiser.Go("/te-bellen");
        Assert.DoesNotContain("Rozemarijn", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.Db(db => db.Invitations.CountAsync()));
        await organiser.Go("/netwerk");
        Assert.Contains("Rozemarijn", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_yes_goes_after_seven_days_with_its_line_in_the_log()
    {
        await World.On(site);
        await AskAsync("Roos", Address);
        var link = await AskedLinkAsync();
        await site.Run<MailPump>();
        site.Clock.Move(SubscriptionRequest.Lifetime - TimeSpan.FromMinutes(1));
        await site.Run<MailUpkeep>();
        Assert.Equal(HttpStatusCode.OK, (await Visitor.To(site).Go(link)).Status);

        site.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(link)).Status);
        await site.Run<MailUpkeep>();
        Assert.Equal(
            (0, 0),
            await site.Db(async db =>
                (
                    await db.SubscriptionRequests.CountAsync(),
                    await db.Mails.CountAsync(mail => mail.Recipient == Address)
                )
            )
        );
    }

    [Fact]
    public async Task One_address_is_mailed_three_times_an_hour_at_most_and_the_page_says_the_same()
    {
        await World.On(site);
        for (var time = 0; time < 5; time++)
        {
            Assert.Contains("Kijk in uw mail", (await AskAsync("Roos", Address)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(3, (await KindsAsync()).Count(kind => kind == "op-de-hoogte"));
    }

    [Fact]
    public async Task Requests_and_their_mails_go_with_the_person()
    {
        await World.On(site);
        await AskAsync("Roos", Address);
        await SayYesAsync();
        await AskAsync("Roos", Address);
        await site.Run<MailPump>();
        var roos = await site.Db(db =>
            db.Persons.Where(item => item.Email == Address).Select(item => item.Id).SingleAsync()
        );
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.True(
                await scope
                    .ServiceProvider.GetRequiredService<Eraser>()
                    .EraseAsync(roos, Hand.Self, site.Clock.Utc, default)
            );
        }

        Assert.Equal(
            (0, 0, 0),
            await site.Db(async db =>
                (
                    await db.SubscriptionRequests.CountAsync(),
                    await db.Mails.CountAsync(mail => mail.Recipient == Address),
                    await db.Links.CountAsync(link => link.PersonId == roos)
                )
            )
        );
        Assert.Empty(MailBox.To(site, Address));
    }

    private async Task<Visitor> AskAsync(string name, string address)
    {
        var visitor = await Visitor.To(site).Go("/op-de-hoogte");
        return await visitor.Press("Stuur mij de mail", ("Form.FirstName", name), ("Form.Address", address));
    }

    private async Task<string> AskedLinkAsync() =>
        (await site.MailsAsync())
            .Last(mail => mail.Row.Kind == "op-de-hoogte")
            .Links.Single(link => link.AbsolutePath.StartsWith("/op-de-hoogte/", StringComparison.Ordinal))
            .AbsolutePath;

    private async Task SayYesAsync() =>
        await (await Visitor.To(site).Go(await AskedLinkAsync())).Press("Meld mij aan", ("Form.Yes", "true"));

    private async Task<List<string>> KindsAsync() =>
        await site.Db(db => db.Mails.Select(mail => mail.Kind).ToListAsync());
}
