using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>
/// Reminders in virtual time: what a person gets in the weeks before a table on 3 December 2026, 14.00.
/// </summary>
public sealed class ReminderTests
{
    private const string Lived = "Ervaringsdeskundige";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Fact]
    public async Task Who_does_not_answer_gets_two_reminders_and_no_more()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal([("herinnering", "2026-11-09 10:00"), ("herinnering", "2026-11-16 10:00")], sent[anna]);
    }

    [Fact]
    public async Task A_ja_stops_the_questions_and_brings_the_two_practical_mails()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await LiveAsync(site, until: new DateTime(2026, 11, 10));
        await AnswerAsync(world, anna, RsvpAnswer.Yes);

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(
            [
                ("herinnering", "2026-11-09 10:00"),
                ("bevestiging", "2026-11-10 00:00"),
                ("praktisch", "2026-11-26 10:00"),
                ("praktisch", "2026-12-02 10:00"),
            ],
            sent[anna]
        );
    }

    [Fact]
    public async Task Who_cancels_hears_nothing_practical_any_more()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await LiveAsync(site, until: new DateTime(2026, 11, 27));
        await AnswerAsync(world, anna, RsvpAnswer.No);

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(["bevestiging", "praktisch", "bedankt-nee"], sent[anna].Select(mail => mail.Kind));
        Assert.Contains(await site.Db(db => db.Reminders.ToListAsync()), reminder =>
            reminder is { Kind: ReminderKind.DayBefore, StopReason: "Er is een ander antwoord." }
        );
    }

    [Fact]
    public async Task Who_will_know_later_is_asked_on_that_day_and_not_before()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        var visitor = Visitor.To(site);
        await visitor.Go(await world.LinkOf(anna));
        await visitor.Follow("Antwoord geven");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Undecided"));
        await visitor.Press("Verstuur", ("Form.When", "NextWeek"));

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(("herinnering", "2026-11-16 10:00"), sent[anna].Single(mail => mail.Kind == "herinnering"));
    }

    [Fact]
    public async Task Somebody_who_joins_the_day_before_gets_the_confirmation_alone()
    {
        using var site = new Site();
        var world = await World.On(site);
        site.Clock.Set(new DateTimeOffset(2026, 12, 2, 11, 0, 0, TimeSpan.Zero));
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(["bevestiging"], sent[anna].Select(mail => mail.Kind));
    }

    [Theory]
    [InlineData("2026-12-10", "2026-12-03 10:00", "2026-12-09 10:00")]
    [InlineData("2026-11-06", null, "2026-11-05 10:00")]
    public async Task Reminders_move_with_the_table_and_one_whose_moment_is_past_stops(
        string day,
        string? week,
        string before
    )
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await world.MoveAsync(("Form.Date", day));
        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 11));

        Assert.Equal(
            new[] { week, before }.OfType<string>(),
            sent[anna].Where(mail => mail.Kind == "praktisch").Select(mail => mail.At)
        );
    }

    [Fact]
    public async Task A_table_that_moves_after_the_week_before_was_told_tells_it_again()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await LiveAsync(site, until: new DateTime(2026, 11, 27));
        await world.MoveAsync(("Form.Date", "2026-12-17"));

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 18));

        Assert.Equal(
            ["2026-11-26 10:00", "2026-12-10 10:00", "2026-12-16 10:00"],
            sent[anna].Where(mail => mail.Kind == "praktisch").Select(mail => mail.At)
        );
    }

    [Fact]
    public async Task Two_tables_on_two_days_give_one_mail_a_day_and_the_day_before_goes_first()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        // The same person comes to a table six days later: its week-before falls on the first one's day-before.
        var second = await SecondTableAsync(world, days: 6);
        await AnswerAsync(world, second.Invitation, RsvpAnswer.Yes, second.Table);

        await LiveAsync(site, until: new DateTime(2026, 12, 10));

        var days = await site.Db(db =>
            db.Mails.Where(mail => mail.Kind == "praktisch")
                .OrderBy(mail => mail.SentAt)
                .Select(mail => new { mail.InvitationId, mail.SentAt })
                .ToListAsync()
        );
        Assert.Equal(4, days.Count);
        Assert.Equal(4, days.Select(mail => LocalTime.ToLocal(mail.SentAt!.Value, Zone).Date).Distinct().Count());
        Assert.Equal(anna, days[1].InvitationId);
        Assert.Equal(new DateTime(2026, 12, 3, 8, 0, 0), LocalTime.ToLocal(days[2].SentAt!.Value, Zone));
    }

    [Theory]
    [InlineData("2026-12-02", "2026-12-04", "2026-11-26 10:00", "2026-12-02 10:00", "2026-12-03 10:00")]
    // The day before the new day is over: the confirmation of the move said it all.
    [InlineData("2026-12-01", "2026-12-02", "2026-11-26 10:00")]
    public async Task A_table_that_moves_by_one_day_moves_its_reminders_as_well(
        string on,
        string day,
        params string[] told
    )
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await LiveAsync(
            site,
            until: DateTime.Parse(on, System.Globalization.CultureInfo.InvariantCulture).AddHours(12)
        );
        await world.MoveAsync(("Form.Date", day));

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 5));

        Assert.Equal(told, sent[anna].Where(mail => mail.Kind == "praktisch").Select(mail => mail.At));
    }

    [Fact]
    public async Task A_reminder_that_could_not_leave_by_day_waits_for_the_morning()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await LiveAsync(site, until: new DateTime(2026, 11, 9));
        await WithoutMailAsync(site, until: new DateTime(2026, 11, 9, 20, 30, 0));

        var sent = await LiveAsync(site, until: new DateTime(2026, 11, 12));

        Assert.Equal([("herinnering", "2026-11-10 08:00")], sent[anna]);
    }

    [Fact]
    public async Task A_mail_that_says_morgen_does_not_leave_on_the_day_itself()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await LiveAsync(site, until: new DateTime(2026, 12, 2));
        await WithoutMailAsync(site, until: new DateTime(2026, 12, 3, 7, 30, 0));

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(["2026-11-26 10:00"], sent[anna].Where(mail => mail.Kind == "praktisch").Select(mail => mail.At));
        Assert.Single(await world.RowsOf("praktisch"), mail =>
            mail is { State: MailState.Dropped, Reply: not null }
            && mail.Reply.StartsWith("Te laat", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_second_of_two_tables_on_one_day_is_told_in_the_morning_that_it_is_today()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        var second = await SecondTableAsync(world, days: 0);
        await AnswerAsync(world, second.Invitation, RsvpAnswer.Yes, second.Table);
        await LiveAsync(site, until: new DateTime(2026, 12, 2));

        await LiveAsync(site, until: new DateTime(2026, 12, 4));

        var words = MailBox.To(site, "anna@voorbeeld.example").TakeLast(2).Select(mail => mail.Text).ToList();
        Assert.Contains("Morgen is het zover.", words[0], StringComparison.Ordinal);
        Assert.Contains("Vandaag is het zover.", words[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Morgen", words[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_week_without_the_site_only_what_is_still_true_leaves()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await InviteAsync(world, "Bert", "bert@voorbeeld.example");
        site.Clock.Set(new DateTimeOffset(2026, 12, 2, 12, 0, 0, TimeSpan.Zero));

        await LiveAsync(site, until: new DateTime(2026, 12, 4));

        var mails = await site.Db(db =>
            db.Mails.Where(mail => mail.Kind == "praktisch" || mail.Kind == "herinnering").ToListAsync()
        );
        Assert.Equal((anna, "praktisch"), Assert.Single(mails.Select(mail => (mail.InvitationId!.Value, mail.Kind))));
    }

    [Fact]
    public async Task A_stopped_process_in_the_middle_makes_nothing_go_twice()
    {
        using var site = new Site();
        var world = await World.On(site);
        await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        site.Clock.Set(new DateTimeOffset(2026, 11, 9, 9, 30, 0, TimeSpan.Zero));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.Run<ReminderJob>()));
        await site.Run<ReminderJob>();

        Assert.Single(await site.Db(db => db.Mails.Where(mail => mail.Kind == "herinnering").ToListAsync()));
    }

    private static async Task<int> InviteAsync(World world, string name, string email)
    {
        var id = await world.Invite(name, Lived, email, approached: false);
        await world.Site.Db(async db =>
        {
            var invitation = await db.Invitations.Include(item => item.Gathering).SingleAsync(item => item.Id == id);
            invitation.Approach(new Hand(ContactChannel.Mail, world.OrganiserPerson), world.Site.Clock.Utc);
            await new ReminderDesk(db, world.Site.Services.GetRequiredService<InstallationOptions>()).SyncAsync(
                invitation.Gathering!,
                [invitation],
                world.Site.Clock.Utc,
                default
            );
            await db.SaveChangesAsync();
        });
        return id;
    }

    private static async Task AnswerAsync(World world, int invitation, RsvpAnswer answer, int? table = null)
    {
        await using var scope = world.Site.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<AnswerDesk>()
            .TakeAsync(table ?? world.Table, invitation, answer, Hand.Self, world.Site.Clock.Utc, default);
    }

    private static Task<(int Table, int Invitation)> SecondTableAsync(World world, int days) =>
        world.Site.Db(async db =>
        {
            var first = await db.Gatherings.AsNoTracking().SingleAsync();
            var table = Gathering.Of(await db.DialogueKindAsync(), 2);
            db.Entry(table).Property(item => item.SeriesId).CurrentValue = first.SeriesId;
            (table.StartsAt, table.ContactPersonId, table.LocationId) = (
                first.StartsAt!.Value.AddDays(days),
                first.ContactPersonId,
                first.LocationId
            );
            db.Gatherings.Add(table);
            await db.SaveChangesAsync();
            var person = await db.Invitations.Select(item => item.PersonId).SingleAsync();
            var invitation = new Invitation
            {
                GatheringId = table.Id,
                PersonId = person,
                PerspectiveId = world.Perspectives[Lived],
                ViaWhom = "Petra",
                CreatedAt = world.Site.Clock.Utc,
            };
            db.Invitations.Add(invitation);
            db.Links.Add(
                new PersonalLink
                {
                    Purpose = LinkPurpose.MyTable,
                    PersonId = person,
                    GatheringId = table.Id,
                    CreatedAt = world.Site.Clock.Utc,
                }
            );
            await db.SaveChangesAsync();
            return (table.Id, invitation.Id);
        });

    /// <summary>
    /// Hour by hour until a local moment, while no mail can leave: where the local mailbox should be stands a file.
    /// </summary>
    private static async Task WithoutMailAsync(Site site, DateTime until)
    {
        var kept = site.MailFolder + "-kept";
        var there = Directory.Exists(site.MailFolder);
        if (there)
        {
            Directory.Move(site.MailFolder, kept);
        }

        await File.WriteAllTextAsync(site.MailFolder, "");
        await LiveAsync(site, until);
        File.Delete(site.MailFolder);
        if (there)
        {
            Directory.Move(kept, site.MailFolder);
        }
    }

    /// <summary>Hour by hour until a local moment; gives what each invitation got, with the local time.</summary>
    private static async Task<Dictionary<int, List<(string Kind, string At)>>> LiveAsync(Site site, DateTime until)
    {
        while (LocalTime.ToLocal(site.Clock.Utc, Zone) < until)
        {
            await site.Run<ReminderJob>();
            await site.Run<MailPump>();
            // Every even hour of the wall clock: reminders are due at ten, and the quiet hours end at eight.
            site.Clock.Move(TimeSpan.FromHours(LocalTime.ToLocal(site.Clock.Utc, Zone).Hour % 2 == 0 ? 2 : 1));
        }
        await site.Run<MailPump>();
        var mails = await site.Db(db =>
            db.Mails.Where(mail => mail.State == MailState.Sent && mail.InvitationId != null)
                .OrderBy(mail => mail.SentAt)
                .ToListAsync()
        );
        return mails
            .GroupBy(mail => mail.InvitationId!.Value)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .Select(mail =>
                            (
                                mail.Kind,
                                LocalTime
                                    .ToLocal(mail.SentAt!.Value, Zone)
                                    .ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)
                            )
                        )
                        .ToList()
            );
    }
}
