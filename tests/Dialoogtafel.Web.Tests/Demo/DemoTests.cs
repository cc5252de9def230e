using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Demo;

public sealed class DemoTests : DemoFixture
{
    [Fact]
    public async Task The_demo_shows_eighteen_people_in_every_state()
    {
        await using var site = new Site { Demo = true };

        var invitations = await site.Db(db =>
            db.Invitations.AsNoTracking()
                .Where(item => item.Gathering!.StartsAt > site.Clock.Utc)
                .Include(item => item.Person)
                .Include(item => item.History)
                .ToListAsync()
        );

        Assert.Equal(18, invitations.Select(item => item.PersonId).Distinct().Count());
        Assert.Equal(
            Enum.GetValues<InvitationState>().Where(state => state != InvitationState.Withdrawn).Order(),
            invitations.Select(item => item.State).Distinct().Order()
        );
        Assert.Equal(7, invitations.Count(item => item.State == InvitationState.Yes));
        Assert.Equal(
            ["Fatma", "Nadia"],
            invitations
                .Where(item => item.State == InvitationState.Waiting)
                .Select(item => item.Person!.FirstName)
                .Order()
        );
        Assert.Single(invitations, item => item.Person!.Email is null);
        Assert.Contains(invitations.GroupBy(item => item.Person!.Email), mailbox =>
            mailbox.Key is not null && mailbox.Count() == 2
        );
        Assert.Contains(invitations.SelectMany(item => item.History), item =>
            item is { Channel: ContactChannel.Phone, ById: not null }
        );
        Assert.Contains(invitations.SelectMany(item => item.History), item =>
            item is { Channel: ContactChannel.Page, ById: null }
        );
        Assert.All(invitations.SelectMany(item => item.History), item => Assert.InRange(item.At.Hour, 7, 20));
        Assert.All(invitations, item =>
            Assert.Equal(
                item.State,
                item.History.OrderBy(line => line.At).LastOrDefault()?.State ?? InvitationState.Concept
            )
        );
    }

    [Fact]
    public async Task The_demo_shows_mails_in_every_state_and_each_can_be_read()
    {
        await using var site = new Site { Demo = true };
        var states = await site.Db(db => db.Mails.Select(mail => mail.State).Distinct().ToListAsync());
        Assert.Equal(Enum.GetValues<MailState>().Where(state => state != MailState.Sending).Order(), states.Order());

        var links = await LinksAsync(site);
        var client = site.Open();
        using var entered = await client.PostAsync(
            new Uri(links.GetProperty("organiser").GetString()!).AbsolutePath,
            null
        );
        var list = await client.PageAsync("/beheer/post?toon=onzeker");
        var href = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        var mail = await client.PageAsync(href);

        Assert.Contains("Leyla", mail.Words(), StringComparison.Ordinal);
        Assert.Contains(mail.QuerySelectorAll(".mail-text a"), link =>
            link.GetAttribute("href")!.Contains("/u/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_table_has_its_reminders_planned_and_three_people_told_what_they_need()
    {
        await using var site = new Site { Demo = true };
        var links = await LinksAsync(site);
        var table = await site.Db(db =>
            db.Gatherings.Where(item => item.Number == 1 && item.StartsAt > site.Clock.Utc)
                .Select(item => item.Id)
                .SingleAsync()
        );
        var visitor = new Visitor(site.Open());
        using var entered = await visitor.Http.PostAsync(
            new Uri(links.GetProperty("organiser").GetString()!).AbsolutePath,
            null
        );

        await visitor.Go($"/bijeenkomsten/{table}");
        Assert.Contains(
            "3 mensen lieten weten wat nodig is. 1 naaste of begeleider komt mee.",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Herinnering een week vooraf: gaat op", visitor.Text, StringComparison.Ordinal);
        // Pieter was asked before them and has no address.
        Assert.Contains(
            "wij vragen het op donderdag 5 november nog een keer aan 2 mensen",
            visitor.Text,
            StringComparison.Ordinal
        );
        var open = await site.Db(db =>
            db.Reminders.Where(item => item.QueuedAt == null && item.StoppedAt == null)
                .Select(item => item.Kind)
                .ToListAsync()
        );
        Assert.Equal(
            [
                ReminderKind.NoAnswer,
                ReminderKind.NoAnswerAgain,
                ReminderKind.KnowsNow,
                ReminderKind.WeekBefore,
                ReminderKind.DayBefore,
                ReminderKind.QuestionsAgain,
            ],
            open.Distinct().Order()
        );
        Assert.Equal(7, open.Count(kind => kind == ReminderKind.DayBefore));
        Assert.Contains(await site.Db(db => db.Needs.ToListAsync()), item =>
            item is { Channel: ContactChannel.Phone, ById: not null }
        );
    }

    [Fact]
    public async Task Three_people_asked_for_the_news_and_a_newsletter_waits_for_somebody_to_send_it()
    {
        await using var site = new Site { Demo = true };
        var visitor = new Visitor(site.Open());
        using var entered = await visitor.Http.PostAsync(
            new Uri((await LinksAsync(site)).GetProperty("organiser").GetString()!).AbsolutePath,
            null
        );

        await visitor.Go("/nieuwsbrieven");
        await visitor.Follow("Wij beginnen met de gesprekken over werk");
        await visitor.Follow("Naar het versturen");

        Assert.Contains(
            "Onder wie: Cor Aalbers, Willemijn Postma, Yusra Demir.",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Een rustige plek helpt",
            (await Visitor.To(site).Go("/onderzoek/1")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_questions_stand_ready_and_people_answered_in_every_way()
    {
        await using var site = new Site { Demo = true };

        var table = await site.Db(db =>
            db.Gatherings.AsNoTracking().SingleAsync(item => item.Number == 1 && item.StartsAt > site.Clock.Utc)
        );
        var answers = await site.Db(db => db.Answers.AsNoTracking().ToListAsync());
        var preparations = await site.Db(db => db.Preparations.AsNoTracking().ToListAsync());
        var again = await site.Db(db =>
            db.Reminders.AsNoTracking()
                .Where(item =>
                    item.Kind == ReminderKind.QuestionsAgain && item.QueuedAt == null && item.StoppedAt == null
                )
                .ToListAsync()
        );

        Assert.NotNull(table.QuestionsReadyAt);
        Assert.Equal(
            [ContactChannel.Page, ContactChannel.Phone, ContactChannel.Paper],
            answers.Select(item => item.Channel).Distinct().Order()
        );
        Assert.All(answers, item => Assert.Equal(item.Channel == ContactChannel.Page, item.ById is null));
        Assert.Single(answers.GroupBy(item => (item.InvitationId, item.QuestionId)), pair => pair.Count() == 2);
        Assert.Single(preparations, item =>
            item is { DoneBy: PreparedBy.Thinking } && answers.All(answer => answer.InvitationId != item.InvitationId)
        );
        Assert.Single(preparations, item => item.Readers == AnswerReaders.OnlyMe);
        Assert.All(answers, item => Assert.InRange(item.At, table.QuestionsReadyAt!.Value, site.Clock.Utc));
        // Henk did nothing yet, Priya and Marloes are busy.
        Assert.Equal(3, again.Count);
        Assert.Contains(await site.Db(db => db.Mails.Where(mail => mail.Kind == "vragen-vooraf").ToListAsync()), mail =>
            mail.State == MailState.Sent
        );
    }
}
