using System.Net;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Modules.Actions.TeamPages;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.Newsletter;
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
    public async Task The_owner_says_how_it_goes_on_her_own_page_and_may_change_it()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var action = await table.AgreeAsync("Een proefdag regelen", "Anna");
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.Run<MailPump>();
        var anna = await Visitor.To(site).Go(await table.LinkOf(action));
        Assert.StartsWith("/actie/", anna.Address.AbsolutePath, StringComparison.Ordinal);

        await anna.Press("Verstuur mijn antwoord");
        Assert.Equal(HttpStatusCode.BadRequest, anna.Status);
        Assert.Null((await table.ReadAsync(action)).Answer);
        await anna.Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.NeedsHelp)),
            ("Form.Words", "Ik weet niet wie ik moet bellen.")
        );
        Assert.Contains("Dank u wel, Anna. Petra belt u.", anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik weet niet wie", anna.Text, StringComparison.Ordinal);

        var step = Assert.Single(await site.NextStepsOf(World.Organiser), item =>
            item.Sentence == "Anna vroeg om hulp. Het gaat om een actie over werk zoeken en houden."
        );
        var organiser = await (await table.World.SignIn()).Go(step.Href);
        Assert.Contains("Anna vroeg om hulp.", organiser.Text, StringComparison.Ordinal);
        await organiser.Follow("Een proefdag regelen");
        Assert.Contains("Ik weet niet wie ik moet bellen.", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(
            table["Anna"],
            (await site.Db(db => db.ReadLog.SingleAsync(line => line.Page == $"/acties/{action}"))).PersonId
        );

        await anna.Press("Verstuur mijn antwoord", ("Form.Answer", nameof(ActionAnswer.Done)));
        Assert.Contains("Het is klaar. Wij vragen hier niets meer over.", anna.Text, StringComparison.Ordinal);
        Assert.Equal(ActionEnd.Done, (await table.ReadAsync(action)).End);
        await table.DaysAsync(40);
        Assert.Equal([ActionAssignedMail.Name], await table.SentAsync("Anna"));
    }

    [Fact]
    public async Task A_question_that_waits_for_the_mail_server_does_not_leave_when_the_owner_spoke_in_the_meantime()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var (first, second) = (
            await table.AgreeAsync("Een zaal zoeken", "Anna"),
            await table.AgreeAsync("Een folder maken", "Bram")
        );
        await table.DaysAsync(20);
        site.Clock.Move(TimeSpan.FromDays(1));
        await site.Run<FollowUpJob>();
        await (await Visitor.To(site).Go(await table.LinkOf(first))).Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Running))
        );
        await (await Visitor.To(site).Go(await table.LinkOf(second))).Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Done))
        );
        await site.Run<MailPump>();

        var questions = await site.Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail => mail.Kind == ActionQuestionMail.Name)
                .OrderBy(mail => mail.ActionId)
                .ToListAsync()
        );
        Assert.Equal(
            ["Er is intussen een ander antwoord.", "De actie is klaar of gestopt."],
            questions.Select(mail => mail.Reply)
        );
    }

    [Fact]
    public async Task In_the_quiet_hours_nothing_leaves_and_two_actions_of_one_person_are_mailed_on_two_days()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        // 21.30 on the wall.
        site.Clock.Set(new DateTimeOffset(2026, 12, 4, 20, 30, 0, TimeSpan.Zero));
        await table.AgreeAsync("Een zaal zoeken", "Anna");
        await table.AgreeAsync("Een folder maken", "Anna");
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await site.Run<MailPump>();
        Assert.Empty(await table.SentAsync("Anna"));
        site.Clock.Set(new DateTimeOffset(2026, 12, 5, 7, 1, 0, TimeSpan.Zero));
        await site.Run<MailPump>();
        Assert.Single(await table.SentAsync("Anna"));

        // A site that was down until the evening of the day asks in the morning.
        await site.Db(db =>
            db.Actions.ExecuteUpdateAsync(set => set.SetProperty(item => item.AskDueAt, site.Clock.Utc))
        );
        site.Clock.Set(new DateTimeOffset(2026, 12, 5, 21, 0, 0, TimeSpan.Zero));
        await table.JobsAsync();
        Assert.Equal(0, await site.Db(db => db.Mails.CountAsync(mail => mail.Kind == ActionQuestionMail.Name)));
        site.Clock.Set(new DateTimeOffset(2026, 12, 6, 7, 1, 0, TimeSpan.Zero));
        await table.JobsAsync();
        Assert.Equal(2, (await table.SentAsync("Anna")).Count);
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

    [Fact]
    public async Task Without_cookies_the_page_works_under_its_token_and_in_English_for_who_reads_that()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        await site.Db(db =>
            db.Persons.Where(item => item.Id == table["Anna"])
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Language, "en"))
        );
        var action = await table.AgreeAsync("Een proefdag regelen", "Anna");
        using var cookieless = site.CreateDefaultClient(new Uri("https://localhost"));

        var anna = await new Visitor(cookieless).Go(await table.LinkOf(action));
        await anna.Press("Send my answer", ("Form.Answer", nameof(ActionAnswer.Running)));

        Assert.Contains("Good that you are working on it.", anna.Text, StringComparison.Ordinal);
        Assert.Equal(ActionAnswer.Running, (await table.ReadAsync(action)).Answer);
    }

    [Fact]
    public async Task A_mail_that_does_not_arrive_and_an_owner_without_address_stand_on_te_bellen_until_somebody_spoke()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var (bounced, phone) = (
            await table.AgreeAsync("Een zaal zoeken", "Anna"),
            await table.AgreeAsync("Een folder maken", "Dirk")
        );
        await table.AgreeAsync("Nog van niemand", null);
        await site.Db(async db =>
        {
            var mail = await db.Mails.SingleAsync(item => item.Kind == ActionAssignedMail.Name);
            mail.Claim(site.Clock.Utc);
            mail.Refused("550 no such user");
            await db.SaveChangesAsync();
        });
        await site.Run<FollowUpJob>();
        site.Clock.Move(TimeSpan.FromMinutes(5));

        var organiser = await (await table.World.SignIn()).Go("/te-bellen");
        Assert.Equal(
            ["De mail aan Anna kwam niet aan.", "Dirk heeft geen mailadres.", "Er is nog niemand die dit doet."],
            organiser
                .Page.QuerySelectorAll("#acties li > p:first-of-type")
                .Select(item => item.Words().Split(". ")[0] + ".")
        );
        await organiser.PressIn($"actie-{bounced}", "Bewaar dit antwoord");
        Assert.Contains("Kies wat er gezegd is", organiser.Text, StringComparison.Ordinal);
        await organiser.PressIn(
            $"actie-{bounced}",
            "Bewaar dit antwoord",
            ("Call.Answer", nameof(ActionAnswer.Running))
        );
        await organiser.PressIn($"actie-{phone}", "Niet bereikt", ("Call.Note", "Morgen weer."));
        Assert.DoesNotContain(
            "Een folder maken",
            organiser.Page.GetElementById("acties")!.Words(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Een zaal zoeken",
            organiser.Page.GetElementById("acties")!.Words(),
            StringComparison.Ordinal
        );

        // The mail that failed is behind us; the next question is mailed a month after the talk.
        await site.Run<FollowUpJob>();
        Assert.Null((await table.ReadAsync(bounced)).Call);
        await table.DaysAsync(31);
        Assert.Equal([ActionQuestionMail.Name], await table.SentAsync("Anna"));
        Assert.Equal(ActionCall.ByPhone, (await table.ReadAsync(phone)).Call);
    }

    [Fact]
    public async Task After_three_questions_the_coordinator_chooses_and_no_mail_leaves()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var action = await table.AgreeAsync("Een zaal zoeken", "Anna");
        await table.DaysAsync(120);

        Assert.Equal(
            [ActionAssignedMail.Name, ActionQuestionMail.Name, ActionQuestionMail.Name, ActionQuestionMail.Name],
            await table.SentAsync("Anna")
        );
        Assert.Equal(
            ["Hoe gaat het ermee?", "Nog één keer: hoe gaat het?", "Een laatste vraag"],
            (await site.MailsAsync())
                .Where(item => item.Row.Kind == ActionQuestionMail.Name)
                .OrderBy(item => item.Row.SentAt)
                .Select(item => item.Mail.Subject)
        );
        var organiser = await (await table.World.SignIn()).Go("/te-bellen");
        Assert.Contains("Kies nu samen: doorgaan, overdragen of stoppen.", organiser.Text, StringComparison.Ordinal);
        await organiser.Follow("Kies: doorgaan of stoppen");
        await organiser.Press("Stop deze actie");
        Assert.Contains("Schrijf op waarom de actie stopt.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ga door", ("Continue.Target", "2027-06-01"));
        await table.DaysAsync(31);
        Assert.Equal(5, (await table.SentAsync("Anna")).Count);
        organiser = await (await table.World.SignIn()).Go($"/acties/{action}");
        await organiser.Press("Stop deze actie", ("Stop.Reason", "De zaal is er niet meer."));
        await table.DaysAsync(40);
        Assert.Equal(5, (await table.SentAsync("Anna")).Count);
        Assert.Contains(
            "gestopt",
            (await (await Visitor.To(site).Go(await table.LinkOf(action))).Go(await table.LinkOf(action))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_digest_comes_on_Monday_with_something_to_say_and_not_without()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        await table.AgreeAsync("Een zaal zoeken", "Anna");
        await table.DaysAsync(7);
        Assert.Empty(await Digests());

        await table.AgreeAsync("Nog van niemand", null);
        await table.DaysAsync(2);
        Assert.Empty(await Digests());
        await table.DaysAsync(8);
        var mails = await Digests();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal(DayOfWeek.Monday, mail.QueuedAt.DayOfWeek));

        Task<List<OutgoingMail>> Digests() =>
            site.Db(db => db.Mails.AsNoTracking().Where(mail => mail.Kind == ActionDigestMail.Name).ToListAsync());
    }

    [Fact]
    public async Task The_report_names_an_owner_only_with_consent_and_never_a_party_that_says_lived_experience()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var tom = (
            await table.World.Read(await table.World.Invite("Tom", "Ervaringsdeskundige", "tom@voorbeeld.example"))
        ).PersonId;
        await table.AgreeAsync("Een", "Anna", ("Form.Must", "De gemeente"), ("Form.Could", "De bibliotheek"));
        await table.AgreeAsync("Twee", "Bram");
        await table.AgreeAsync("Drie", null, ("Owner.OwnerId", $"{tom}"));
        await table.AgreeAsync("Vier", null);
        await site.Db(async db =>
        {
            foreach (var (name, field) in new[] { ("Bram", ContactField.Name), ("Anna", ContactField.Email) })
            {
                db.Consents.Add(
                    new ConsentRecord
                    {
                        PersonId = table[name],
                        ProjectId = table.World.Project,
                        GatheringId = table.World.Table,
                        Field = field,
                        Purpose = ConsentPurpose.ContactList,
                        TextVersion = "2026-11",
                        Channel = ConsentChannel.Page,
                        GivenAt = site.Clock.Utc,
                    }
                );
            }

            await db.SaveChangesAsync();
        });

        using var scope = site.Services.CreateScope();
        var lines = await scope.ServiceProvider.GetRequiredService<ActionLines>().OfAsync(table.World.Table, default);

        Assert.Equal(["Gemeente", "Bram", "een deelnemer", "nog niemand"], lines.Select(line => line.Who));
        Assert.Equal("De gemeente; misschien ook De bibliotheek", lines[0].Parties);
    }

    [Fact]
    public async Task A_finished_action_is_offered_for_a_newsletter_without_a_name_and_a_stopped_one_is_not()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var (done, stopped) = (
            await table.AgreeAsync("Een zaal zoeken", "Anna"),
            await table.AgreeAsync("Een folder maken", "Bram")
        );
        await (await Visitor.To(site).Go(await table.LinkOf(done))).Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Done))
        );
        await (await (await table.World.SignIn()).Go($"/acties/{stopped}")).Press(
            "Stop deze actie",
            ("Stop.Reason", "Niet meer nodig.")
        );

        using var scope = site.Services.CreateScope();
        var finished = scope.ServiceProvider.GetServices<INewsletterBlockSource>().OfType<FinishedActions>().Single();
        var block = Assert.Single(await finished.OfAsync(table.World.Project, default));

        Assert.Equal(
            ("Een zaal zoeken", "Dit kwam uit het gesprek over werk zoeken en houden. Het is nu klaar."),
            (block.Title, block.Markdown)
        );
    }

    [Fact]
    public async Task Words_about_an_action_go_three_months_after_its_end_and_an_erased_owner_leaves_it_to_nobody()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var (first, second) = (
            await table.AgreeAsync("Een zaal zoeken", "Anna"),
            await table.AgreeAsync("Een folder maken", "Bram")
        );
        var anna = await Visitor.To(site).Go(await table.LinkOf(first));
        await anna.Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Done)),
            ("Form.Words", "kanariewoorden")
        );
        await (await Visitor.To(site).Go(await table.LinkOf(second))).Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Running)),
            ("Form.Words", "kanariewoorden")
        );
        await anna.Go((await LinkToTableAsync(table, "Anna")) + "/gegevens");
        Assert.Contains("Een zaal zoeken", anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanariewoorden", anna.Text, StringComparison.Ordinal);

        var organiser = await (await table.World.SignIn()).Go($"/personen/{table["Bram"]}/wissing");
        await organiser.Press("Ja, wis alles");
        await organiser.Go("/te-bellen");
        Assert.Contains("Er is nog niemand die dit doet.", organiser.Text, StringComparison.Ordinal);
        Assert.All((await table.ReadAsync(second)).Log, line => Assert.Null(line.Words));

        site.Clock.Move(TimeSpan.FromDays(85));
        await site.Run<RetentionJob>();
        Assert.Contains((await table.ReadAsync(first)).Log, line => line.Words is not null);
        site.Clock.Move(TimeSpan.FromDays(10));
        await site.Run<RetentionJob>();
        Assert.DoesNotContain((await table.ReadAsync(first)).Log, line => line.Words is not null);
        Assert.Equal(ActionEnd.Done, (await table.ReadAsync(first)).End);
        Assert.Empty(await site.Db(db => db.Links.Where(link => link.ActionId == first).ToListAsync()));
    }

    private static async Task<string> LinkToTableAsync(AgreedTable table, string name) =>
        await table.World.LinkOf(
            await table.Site.Db(db =>
                db.Invitations.Where(item => item.PersonId == table[name]).Select(item => item.Id).SingleAsync()
            )
        );
}
