using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>A reminder that meets another mail of that day, the night or a site that stands still.</summary>
public sealed class LateReminderTests : ReminderFixture
{
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
}
