using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Newsletter;

/// <summary>One mail an issue and reader, whatever happens on the way (S42, S43, D-01).</summary>
public sealed class NewsletterSendingTests
{
    private const int Count = 120;

    [Fact]
    public async Task Fifty_presses_at_once_and_three_runs_at_once_make_one_mail_for_each_reader()
    {
        using var site = new Site();
        var world = await World.On(site);
        await world.ReadersAsync(Names(30));
        var issue = await world.IssueAsync(null);
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{issue}/verzending");
        var form = organiser.Page.Forms.Single(item =>
            item.GetAttribute("action") == $"/nieuwsbrieven/{issue}/verzending"
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    organiser.Http.PostAsync($"/nieuwsbrieven/{issue}/verzending", form.Filled(("Form.When", "Soon")))
                )
        );
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await Task.WhenAll(site.Run<NewsletterJob>(), site.Run<NewsletterJob>(), site.Run<NewsletterJob>());
        await site.Run<NewsletterJob>();

        Assert.Equal(30, await site.Db(db => db.Mails.CountAsync()));
        Assert.Equal(30, await site.Db(db => db.Mails.Select(mail => mail.PersonId).Distinct().CountAsync()));
        Assert.NotNull((await site.Db(db => db.NewsletterIssues.SingleAsync())).QueuedAt);
    }

    [Fact]
    public async Task Many_readers_get_one_each_after_an_interrupted_run_and_connection_and_doubles_are_listed()
    {
        await using var sink = new SmtpSink();
        using var site = Through(sink);
        var world = await ConfirmedAsync(site, sink);
        var readers = await world.ReadersAsync(Names(Count));
        var issue = await world.IssueAsync(site.Clock.Utc);
        await HalfAsync(site, issue, readers[..70]);
        Assert.True(await site.Run<NewsletterJob>());
        Assert.Equal(Count, await site.Db(db => db.Mails.CountAsync(mail => mail.IssueId == issue)));

        // The server takes one mail and hangs up before it says so.
        sink.At(SmtpStep.Dot, [.. Enumerable.Repeat<SinkAct?>(null, 40), new SinkAct.Drop()]);
        await site.Run<MailPump>();
        var doubted = await site.Db(db => db.Mails.SingleAsync(mail => mail.DoubtedAt != null));
        Assert.Equal(MailState.Queued, doubted.State);
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.Run<MailPump>();

        Assert.Equal(Count, await site.Db(db => db.Mails.CountAsync(mail => mail.State == MailState.Sent)));
        var copies = sink
            .Mails.GroupBy(mail => mail.To.Single())
            .ToDictionary(own => own.Key, own => own.Select(mail => mail.Text).ToList());
        Assert.Equal(Count, copies.Count);
        Assert.Equal([doubted.Recipient], copies.Where(own => own.Value.Count > 1).Select(own => own.Key));
        Assert.Single(copies[doubted.Recipient].Distinct());
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{issue}");
        var name = await site.Db(db =>
            db.Persons.Where(person => person.Id == doubted.PersonId).Select(person => person.FirstName).SingleAsync()
        );
        Assert.Contains($"De verbinding brak af bij {name}.", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_doubt_waits_for_a_person_and_a_crash_counts_as_the_first()
    {
        await using var sink = new SmtpSink();
        using var site = Through(sink);
        var world = await ConfirmedAsync(site, sink);
        await world.ReadersAsync("Roos");
        await world.IssueAsync(site.Clock.Utc);
        await site.Run<NewsletterJob>();
        await site.Db(async db =>
        {
            (await db.Mails.SingleAsync()).Claim(site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        site.Clock.Move(OutgoingMail.Lease + TimeSpan.FromMinutes(1));
        await site.Run<MailUpkeep>();
        Assert.Equal(MailState.Queued, (await site.Db(db => db.Mails.SingleAsync())).State);

        site.Clock.Move(TimeSpan.FromMinutes(2));
        sink.At(SmtpStep.Dot, new SinkAct.Drop());
        await site.Run<MailPump>();
        Assert.Equal(MailState.Uncertain, (await site.Db(db => db.Mails.SingleAsync())).State);
    }

    [Fact]
    public async Task Who_stops_after_it_was_queued_gets_nothing()
    {
        using var site = new Site();
        var world = await World.On(site);
        var readers = await world.ReadersAsync("Roos", "Sem");
        await world.IssueAsync(site.Clock.Utc);
        await site.Run<NewsletterJob>();
        await site.Db(async db =>
        {
            (await db.Consents.SingleAsync(item => item.PersonId == readers[0])).Withdraw(site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        await site.Run<MailPump>();

        Assert.Equal([(readers[0], MailState.Dropped), (readers[1], MailState.Sent)], await StatesAsync(site));
    }

    [Fact]
    public async Task Personal_mail_goes_first_and_whoever_had_a_mail_today_gets_the_newsletter_in_the_morning()
    {
        await using var sink = new SmtpSink();
        using var site = Through(sink);
        var world = await ConfirmedAsync(site, sink);
        var readers = await world.ReadersAsync("Roos", "Sem");
        await world.IssueAsync(site.Clock.Utc);
        await site.Run<NewsletterJob>();
        // Roos is invited by hand on the same day, after the newsletter was queued.
        await site.Db(async db =>
        {
            var invitation = new Invitation
            {
                GatheringId = world.Table,
                PersonId = readers[0],
                PerspectiveId = world.Perspectives["Gemeente"],
                ViaWhom = "Petra",
                ApproacherId = world.OrganiserPerson,
                CreatedAt = site.Clock.Utc,
            };
            db.Invitations.Add(invitation);
            db.Links.Add(
                new PersonalLink
                {
                    Purpose = LinkPurpose.MyTable,
                    PersonId = readers[0],
                    GatheringId = world.Table,
                    CreatedAt = site.Clock.Utc,
                }
            );
            await db.SaveChangesAsync();
        });
        var invitation = await site.Db(db => db.Invitations.Select(item => item.Id).SingleAsync());
        var organiser = await (await world.SignIn()).Go($"/uitnodigingen/{invitation}/voorbeeld");
        await organiser.Press("Verstuur naar Roos");
        Assert.Contains("over 60 seconden", organiser.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.Run<MailPump>();

        Assert.Equal(["roos@lezer.example", "sem@lezer.example"], sink.Mails.Select(mail => mail.To.Single()));
        site.Clock.Set(new DateTimeOffset(2026, 11, 3, 6, 59, 0, TimeSpan.Zero));
        await site.Run<MailPump>();
        Assert.Equal(2, sink.Mails.Count);
        site.Clock.Set(new DateTimeOffset(2026, 11, 3, 7, 0, 1, TimeSpan.Zero));
        await site.Run<MailPump>();
        Assert.Equal(
            ["roos@lezer.example", "sem@lezer.example", "roos@lezer.example"],
            sink.Mails.Select(mail => mail.To.Single())
        );
    }

    [Fact]
    public async Task A_reminder_does_not_wait_for_a_newsletter_that_is_queued_and_does_after_one_that_has_left()
    {
        using var site = new Site();
        var world = await World.On(site);
        var reader = (await world.ReadersAsync("Roos"))[0];
        await world.IssueAsync(site.Clock.Utc);
        await site.Run<NewsletterJob>();
        Assert.False(await IsTakenAsync(site, reader));
        await site.Run<MailPump>();
        Assert.True(await IsTakenAsync(site, reader));
        site.Clock.Move(TimeSpan.FromDays(1));
        Assert.False(await IsTakenAsync(site, reader));
    }

    [Fact]
    public async Task The_post_lists_of_a_newsletter_only_what_went_wrong()
    {
        await using var sink = new SmtpSink();
        using var site = Through(sink);
        var world = await ConfirmedAsync(site, sink);
        await world.ReadersAsync("Roos", "Sem");
        await world.IssueAsync(site.Clock.Utc);
        await site.Run<NewsletterJob>();
        sink.At(SmtpStep.Rcpt, new SinkAct.Say("550 5.1.1 no such user"));
        await site.Run<MailPump>();
        var organiser = await (await world.SignIn()).Go("/beheer/post");
        // Both were due at one moment: either of them went first and was refused.
        Assert.Single(new[] { "Roos", "Sem" }, name => organiser.Text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_quiet_hours_nothing_of_it_is_made_or_sent()
    {
        using var site = new Site();
        var world = await World.On(site);
        await world.ReadersAsync("Roos");
        site.Clock.Set(new DateTimeOffset(2026, 11, 2, 20, 30, 0, TimeSpan.Zero));
        var issue = await world.IssueAsync(null);
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{issue}/verzending");
        Assert.Contains(
            "De mails gaan op dinsdag 3 november om 8.00 uur weg.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Ja, naar één persoon", ("Form.When", "Soon"));
        site.Clock.Move(TimeSpan.FromHours(2));
        await site.Run<NewsletterJob>();
        Assert.Equal(0, await site.Db(db => db.Mails.CountAsync()));
        site.Clock.Set(new DateTimeOffset(2026, 11, 3, 7, 0, 1, TimeSpan.Zero));
        await site.Run<NewsletterJob>();
        Assert.Equal(1, await site.Db(db => db.Mails.CountAsync()));
    }

    private static string[] Names(int count) => [.. Enumerable.Range(1, count).Select(number => $"Lezer{number:000}")];

    private static Site Through(SmtpSink sink) =>
        new Site()
            .With("BaseAddress", "https://tafel.example")
            .With("Smtp:Host", "127.0.0.1")
            .With("Smtp:Port", $"{sink.Port}")
            .With("Smtp:Security", "None")
            .With("Smtp:From", World.From);

    /// <summary>The test mail of this server was seen.</summary>
    private static async Task<World> ConfirmedAsync(Site site, SmtpSink sink)
    {
        var world = await World.On(site);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort) = (MailRoute.Smtp, "127.0.0.1", sink.Port);
            await db.SaveChangesAsync();
        });
        return world;
    }

    /// <summary>What a run leaves that was killed after some of its mails.</summary>
    private static async Task HalfAsync(Site site, int id, List<int> readers)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id);
        issue.Publish(site.Clock.Utc);
        await scope
            .ServiceProvider.GetRequiredService<NewsletterMails>()
            .AddAsync(
                issue,
                await db.Projects.SingleAsync(item => item.Id == issue.ProjectId),
                await db.Persons.Where(person => readers.Contains(person.Id)).ToListAsync(),
                site.Clock.Utc,
                default
            );
        await db.SaveChangesAsync();
    }

    private static async Task<bool> IsTakenAsync(Site site, int person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OneADay>().IsTakenAsync(person, site.Clock.Utc);
    }

    private static async Task<List<(int, MailState)>> StatesAsync(Site site) =>
        [
            .. (await site.Db(db => db.Mails.AsNoTracking().OrderBy(mail => mail.PersonId).ToListAsync())).Select(
                mail => (mail.PersonId!.Value, mail.State)
            ),
        ];
}
