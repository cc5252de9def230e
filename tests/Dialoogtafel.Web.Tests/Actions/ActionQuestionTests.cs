using System.Net;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Actions;

/// <summary>
/// The question how an action goes: by mail, on the own page, on te bellen (R-125, R-130, M-20).
/// </summary>
public sealed class ActionQuestionTests
{
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
}
