using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>Invites, answers and lets the weeks pass, hour by hour, before a table on 3 December 2026, 14.00.</summary>
public abstract class ReminderFixture
{
    protected const string Lived = "Ervaringsdeskundige";
    protected static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    protected static async Task<int> InviteAsync(World world, string name, string email)
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

    protected static async Task AnswerAsync(World world, int invitation, RsvpAnswer answer, int? table = null)
    {
        await using var scope = world.Site.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<AnswerDesk>()
            .TakeAsync(table ?? world.Table, invitation, answer, Hand.Self, world.Site.Clock.Utc, default);
    }

    /// <summary>Hour by hour until a local moment; gives what each invitation got, with the local time.</summary>
    protected static async Task<Dictionary<int, List<(string Kind, string At)>>> LiveAsync(Site site, DateTime until)
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
