using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>A table on 3 December 2026 and Anna, who is invited to it.</summary>
public abstract class PreparationMailFixture : IAsyncLifetime
{
    protected const string Lived = "Ervaringsdeskundige";
    protected static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    protected readonly Site site = new();
    protected World world = null!;
    protected int anna;

    public async Task InitializeAsync()
    {
        world = await World.On(site, 10, (Lived, 0));
        anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    protected async Task<string> TextAsync(int invitation, string kind) =>
        (await world.MailsOf(invitation)).Single(mail => mail.Row.Kind == kind).Mail.Text;

    /// <summary>Each half hour until a local moment; gives what Anna got since, without the confirmation.</summary>
    protected async Task<List<(string Kind, string At)>> LiveAsync(string until)
    {
        var end = DateTime.Parse(until, CultureInfo.InvariantCulture);
        while (LocalTime.ToLocal(site.Clock.Utc, Zone) < end)
        {
            await site.Run<ReminderJob>();
            await site.Run<MailPump>();
            // Every even hour of the wall clock: reminders are due at ten, and the quiet hours end at eight.
            var now = LocalTime.ToLocal(site.Clock.Utc, Zone);
            var step = TimeSpan.FromMinutes((now.Hour % 2 == 0 ? 120 : 60) - now.Minute);
            site.Clock.Move(now + step > end && now < end ? end - now : step);
        }

        var mails = await site.Db(db =>
            db.Mails.Where(mail => mail.State == MailState.Sent && mail.InvitationId == anna)
                .OrderBy(mail => mail.SentAt)
                .ToListAsync()
        );
        return mails
            .Where(mail => mail.Kind is not ("bevestiging" or "verplaatst"))
            .Select(mail =>
                (
                    mail.Kind,
                    LocalTime.ToLocal(mail.SentAt!.Value, Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)
                )
            )
            .ToList();
    }
}
