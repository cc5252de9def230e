using System.Net;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Modules.Actions.TeamPages;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Actions;

/// <summary>
/// Actions of a table: writing them down, handing over, the page of the owner, te bellen (R-072, R-120 to R-131, A-14,
/// M-19, M-20, M-22).
/// </summary>
public sealed class ActionTests
{
    [Fact]
    public async Task Who_takes_an_action_on_reads_in_a_mail_what_was_agreed_by_when_and_whom_to_call()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);

        var action = await table.AgreeAsync(
            "Een proefdag regelen",
            "Anna",
            ("Form.TargetOn", "2027-02-01"),
            ("Form.NextStep", "Bel de gemeente"),
            ("Form.Must", "De gemeente\nDe bibliotheek"),
            ("Form.Level", nameof(ActionLevel.Board)),
            ("Form.DecisionMaker", "de directeur")
        );
        Assert.Empty(await table.SentAsync("Anna"));
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.Run<MailPump>();

        var mail = (await site.MailsAsync()).Single(item => item.Row.Kind == ActionAssignedMail.Name).Mail.Text;
        foreach (
            var said in new[]
            {
                "Een proefdag regelen",
                "Bel de gemeente",
                "1 februari 2027",
                "Petra",
                "06 555 00 001",
                "Wat u van ons mag verwachten",
                await table.LinkOf(action),
            }
        )
        {
            Assert.Contains(said, mail, StringComparison.Ordinal);
        }

        var organiser = await (await table.World.SignIn()).Go($"/acties/{action}");
        Assert.Contains("De gemeente, De bibliotheek", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("bestuur: de directeur", organiser.Text, StringComparison.Ordinal);
        await organiser.Go($"/reeksen/{table.World.Series}/acties?toon={nameof(ActionFilter.Higher)}");
        Assert.Contains("Een proefdag regelen", organiser.Text, StringComparison.Ordinal);
        await organiser.Go($"/reeksen/{table.World.Series}/acties?toon={nameof(ActionFilter.Late)}");
        Assert.DoesNotContain("Een proefdag regelen", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_waits_says_what_was_changed_since_and_does_not_leave_to_who_does_it_no_more()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var action = await table.AgreeAsync("Een proefdag regelen", "Anna");
        var organiser = await (await table.World.SignIn()).Go($"/acties/{action}/gegevens");
        await organiser.Press("Bewaren", ("Form.Text", "Twee proefdagen regelen"));
        var old = await table.LinkOf(action);
        await organiser.Go($"/acties/{action}/overdracht");
        await organiser.Press("Draag over", ("Owner.OwnerId", $"{table["Bram"]}"));
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.Run<MailPump>();

        Assert.Empty(await table.SentAsync("Anna"));
        Assert.Equal([ActionAssignedMail.Name], await table.SentAsync("Bram"));
        Assert.Contains(
            "Twee proefdagen",
            (await site.MailsAsync()).Single(item => item.Row.Kind == ActionAssignedMail.Name).Mail.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await table.ReadAsync(action)).Mails);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Visitor.To(site).Go(await table.LinkOf(action))).Status);
    }

    [Fact]
    public async Task A_third_action_for_one_person_asks_for_a_tick_and_who_can_take_little_for_a_helper()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        await table.AgreeAsync("Een", "Anna");
        await table.AgreeAsync("Twee", "Anna");
        await site.Db(async db =>
        {
            (await db.Persons.SingleAsync(item => item.Id == table["Bram"])).LimitedLoad = true;
            await db.SaveChangesAsync();
        });

        var organiser = await (await table.World.SignIn()).Go($"/bijeenkomsten/{table.World.Table}/acties/nieuw");
        await organiser.Press(
            "Bewaren",
            ("Form.Text", "Drie"),
            ("Owner.OwnerId", $"{table["Anna"]}"),
            ("Form.Level", nameof(ActionLevel.Own))
        );
        Assert.Contains("Anna heeft al 2 open acties.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Bewaren", ("Owner.Anyway", "true"));
        Assert.Equal(3, await site.Db(db => db.Actions.CountAsync(item => item.OwnerId == table["Anna"])));

        await organiser.Go($"/bijeenkomsten/{table.World.Table}/acties/nieuw");
        await organiser.Press(
            "Bewaren",
            ("Form.Text", "Vier"),
            ("Owner.OwnerId", $"{table["Bram"]}"),
            ("Form.Level", nameof(ActionLevel.Own))
        );
        Assert.Contains(
            "Bram kan niet veel tegelijk doen. Kies ook iemand die meehelpt.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Vier", organiser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await organiser.Press("Bewaren", ("Owner.CoOwnerId", $"{table["Anna"]}"));
        Assert.Contains("De actie staat op de lijst.", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_presses_of_one_button_write_down_one_action_and_two_readers_see_each_others_changes()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var here = $"/bijeenkomsten/{table.World.Table}/acties/nieuw";
        (string Name, string Value)[] typed =
        [
            ("Form.Text", "Een zaal zoeken"),
            ("Owner.OwnerId", $"{table["Anna"]}"),
            ("Form.Level", nameof(ActionLevel.Own)),
        ];
        var organiser = await table.World.SignIn();
        var page = await organiser.Http.PageAsync(here);
        var answers = await Task.WhenAll(
            organiser.Http.SendAsync(page, here, typed),
            organiser.Http.SendAsync(page, here, typed)
        );
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString).Distinct());
        var action = await site.Db(db => db.Actions.SingleAsync());
        Assert.Equal(1, await site.Db(db => db.Mails.CountAsync(mail => mail.ActionId == action.Id)));

        var (one, other) = (
            await organiser.Go($"/acties/{action.Id}/gegevens"),
            await (await table.World.SignIn()).Go($"/acties/{action.Id}/gegevens")
        );
        await one.Press("Bewaren", ("Form.NextStep", "Bel de bibliotheek."));
        await other.Press("Bewaren", ("Form.NextStep", "Mail de bibliotheek."));
        Assert.Contains(
            "Iemand anders heeft dit intussen veranderd in: “Bel de bibliotheek.”",
            other.Text,
            StringComparison.Ordinal
        );
    }
}
