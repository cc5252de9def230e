using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>
/// An invitation sent by hand beside automatic mail: Fons was asked for one table on Monday 2 November 2026 and is
/// asked once more by mail on Monday the 9th at 10.00; on that day an organiser invites him for a second table.
/// </summary>
public sealed class OneADayTests
{
    private const string Lived = "Ervaringsdeskundige";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Fact]
    public async Task After_an_automatic_mail_the_invitation_waits_for_the_morning_and_the_page_says_so_first()
    {
        using var site = new Site();
        var (world, first, second) = await StartAsync(site, "2026-11-09 09:00");
        await LiveAsync(site, "2026-11-09 14:00");

        var organiser = await (await world.SignIn()).Go($"/uitnodigingen/{second}/voorbeeld");
        Assert.Contains(
            "Fons krijgt de uitnodiging morgen om 8.00 uur: vandaag ging er al een mail.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Verstuur naar Fons");
        Assert.Contains("gaat morgen om 8.00 uur weg", organiser.Text, StringComparison.Ordinal);
        await LiveAsync(site, "2026-11-11 00:00");

        Assert.Equal(
            [(first, "herinnering", "2026-11-09 10:00"), (second, "uitnodiging", "2026-11-10 08:00")],
            await SentAsync(site)
        );
    }

    [Fact]
    public async Task Before_all_concepts_are_sent_the_page_names_who_gets_it_tomorrow()
    {
        using var site = new Site();
        var (world, _, second) = await StartAsync(site, "2026-11-09 09:00");
        var table = (await world.Read(second)).GatheringId;
        await OtherAsync(world, table, "Bo");
        await LiveAsync(site, "2026-11-09 14:00");

        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{table}/verzending");
        Assert.Contains(
            "Fons krijgt de uitnodiging morgen om 8.00 uur: vandaag ging er al een mail.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Bo krijgt", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, naar 2 mensen");

        Assert.Contains("Fons krijgt de uitnodiging morgen om 8.00 uur", organiser.Text, StringComparison.Ordinal);
        await LiveAsync(site, "2026-11-11 00:00");
        Assert.Equal(
            ["2026-11-09 15:00", "2026-11-10 08:00"],
            (await SentAsync(site)).Where(mail => mail.Kind == "uitnodiging").Select(mail => mail.At)
        );
    }

    [Fact]
    public async Task An_automatic_mail_that_has_not_left_gives_way_and_comes_the_next_morning()
    {
        using var site = new Site();
        var (world, first, second) = await StartAsync(site, "2026-11-09 10:00");
        // Composed, and the pump has not come by yet.
        await site.Run<ReminderJob>();

        var organiser = await (await world.SignIn()).Go($"/uitnodigingen/{second}/voorbeeld");
        Assert.DoesNotContain("vandaag ging er al een mail", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Verstuur naar Fons");
        await LiveAsync(site, "2026-11-12 00:00");

        Assert.Equal(
            [(second, "uitnodiging", "2026-11-09 11:00"), (first, "herinnering", "2026-11-10 08:00")],
            await SentAsync(site)
        );
    }

    [Fact]
    public async Task Two_invitations_on_one_day_go_on_two_days()
    {
        using var site = new Site();
        var (world, _, second) = await StartAsync(site, "2026-11-04 14:00");
        var third = await InvitedAgainAsync(world, 3);
        var organiser = await world.SignIn();
        foreach (var id in new[] { second, third })
        {
            await organiser.Go($"/uitnodigingen/{id}/voorbeeld");
            await organiser.Press("Verstuur naar Fons");
        }

        await LiveAsync(site, "2026-11-06 00:00");

        Assert.Equal(
            [(second, "uitnodiging", "2026-11-04 15:00"), (third, "uitnodiging", "2026-11-05 08:00")],
            await SentAsync(site)
        );
    }

    [Fact]
    public async Task Invitations_that_waited_for_the_server_leave_one_a_day()
    {
        using var site = new Site();
        var (world, _, second) = await StartAsync(site, "2026-11-04 18:00");
        var third = await InvitedAgainAsync(world, 3);
        var organiser = await world.SignIn();
        // Where the local mailbox should be stands a file: nothing can leave.
        await File.WriteAllTextAsync(site.MailFolder, "");
        foreach (var (id, until) in new[] { (second, "2026-11-05 18:00"), (third, "2026-11-06 11:00") })
        {
            using var sent = await organiser.Http.SendAsync(
                $"/uitnodigingen/{id}/voorbeeld",
                $"/uitnodigingen/{id}/verzending"
            );
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
            await LiveAsync(site, until);
        }

        File.Delete(site.MailFolder);
        await LiveAsync(site, "2026-11-07 12:00");

        Assert.Equal(
            ["2026-11-06", "2026-11-07 08:00"],
            (await SentAsync(site)).Select((mail, at) => at == 0 ? mail.At[..10] : mail.At)
        );
    }

    [Fact]
    public async Task An_invitation_for_a_table_that_would_have_begun_by_then_does_not_wait()
    {
        using var site = new Site();
        var (world, _, second) = await StartAsync(site, "2026-11-09 09:00");
        await LiveAsync(site, "2026-11-09 14:00");
        await site.Db(db =>
            db.Gatherings.Where(item =>
                    db.Invitations.Any(invitation => invitation.Id == second && invitation.GatheringId == item.Id)
                )
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(item => item.StartsAt, new DateTime(2026, 11, 10, 6, 30, 0, DateTimeKind.Utc))
                )
        );

        var organiser = await (await world.SignIn()).Go($"/uitnodigingen/{second}/voorbeeld");
        await organiser.Press("Verstuur naar Fons");
        await LiveAsync(site, "2026-11-10 00:00");

        Assert.Contains(await SentAsync(site), mail => mail is { Kind: "uitnodiging", At: "2026-11-09 15:00" });
    }

    [Fact]
    public async Task Without_the_rule_two_come_on_one_day()
    {
        using var site = new Site().With(services =>
            services.ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors(new EverythingIsAsked()))
        );
        var (world, _, second) = await StartAsync(site, "2026-11-09 09:00");
        await LiveAsync(site, "2026-11-09 14:00");
        var organiser = await (await world.SignIn()).Go($"/uitnodigingen/{second}/voorbeeld");
        await organiser.Press("Verstuur naar Fons");
        await LiveAsync(site, "2026-11-10 00:00");

        Assert.Equal(["herinnering", "uitnodiging"], (await SentAsync(site)).Select(mail => mail.Kind));
    }

    /// <summary>
    /// Fons, asked for the first table on 2 November, and the concept of his invitation for a second one; it is now a
    /// local moment.
    /// </summary>
    private static async Task<(World World, int First, int Second)> StartAsync(Site site, string at)
    {
        var world = await World.On(site);
        var first = await world.Invite("Fons", Lived, "fons@voorbeeld.example", approached: false);
        await site.Db(async db =>
        {
            var invitation = await db.Invitations.Include(item => item.Gathering).SingleAsync();
            invitation.Approach(new Hand(ContactChannel.Phone, world.OrganiserPerson), site.Clock.Utc);
            await new ReminderDesk(db, site.Services.GetRequiredService<InstallationOptions>()).SyncAsync(
                invitation.Gathering!,
                [invitation],
                site.Clock.Utc,
                default
            );
            await db.SaveChangesAsync();
        });
        var second = await InvitedAgainAsync(world, 2);
        site.Clock.Set(LocalTime.ToUtc(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Zone));
        return (world, first, second);
    }

    private static Task<int> InvitedAgainAsync(World world, int number) =>
        world.Site.Db(async db =>
        {
            var first = await db.Gatherings.AsNoTracking().SingleAsync(item => item.Number == 1);
            var table = Gathering.Of(await db.DialogueKindAsync(), number);
            db.Entry(table).Property(item => item.SeriesId).CurrentValue = first.SeriesId;
            (table.StartsAt, table.ContactPersonId, table.LocationId) = (
                first.StartsAt!.Value.AddDays(7 * number),
                first.ContactPersonId,
                first.LocationId
            );
            table.ProcessFacilitatorId = first.ProcessFacilitatorId;
            db.Gatherings.Add(table);
            await db.SaveChangesAsync();
            return await AddAsync(db, world, table.Id, await db.Invitations.Select(item => item.PersonId).FirstAsync());
        });

    private static Task<int> OtherAsync(World world, int table, string name) =>
        world.Site.Db(async db =>
        {
            var person = new Person
            {
                FirstName = name,
                Email = $"{name}@voorbeeld.example",
                CreatedAt = world.Site.Clock.Utc,
            };
            db.Persons.Add(person);
            await db.SaveChangesAsync();
            return await AddAsync(db, world, table, person.Id);
        });

    private static async Task<int> AddAsync(DialoogtafelDb db, World world, int table, int person)
    {
        var invitation = new Invitation
        {
            GatheringId = table,
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
                GatheringId = table,
                CreatedAt = world.Site.Clock.Utc,
            }
        );
        await db.SaveChangesAsync();
        return invitation.Id;
    }

    /// <summary>Hour by hour until a local moment.</summary>
    private static async Task LiveAsync(Site site, string until)
    {
        var end = DateTime.Parse(until, System.Globalization.CultureInfo.InvariantCulture);
        while (LocalTime.ToLocal(site.Clock.Utc, Zone) < end)
        {
            await site.Run<ReminderJob>();
            await site.Run<MailPump>();
            site.Clock.Move(TimeSpan.FromHours(1));
        }
    }

    private static async Task<List<(int Invitation, string Kind, string At)>> SentAsync(Site site) =>
        [
            .. (
                await site.Db(db =>
                    db.Mails.AsNoTracking()
                        .Where(mail => mail.State == MailState.Sent && mail.InvitationId != null)
                        .OrderBy(mail => mail.SentAt)
                        .ToListAsync()
                )
            ).Select(mail =>
                (
                    mail.InvitationId!.Value,
                    mail.Kind,
                    LocalTime
                        .ToLocal(mail.SentAt!.Value, Zone)
                        .ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)
                )
            ),
        ];
}
