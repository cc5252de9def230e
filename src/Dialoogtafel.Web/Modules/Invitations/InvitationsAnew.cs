using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>The mails about one invitation that wait, as they are now.</summary>
public sealed class InvitationsAnew(
    DialoogtafelDb db,
    InvitationLetters letters,
    ReminderLetters reminders,
    TableNews news
) : IMakesAnew
{
    public async Task<Letter?> AnewAsync(OutgoingMail mail, CancellationToken stop)
    {
        var invitation = mail.InvitationId is not { } id
            ? null
            : await db.Invitations.AsNoTracking().WithFacts().SingleOrDefaultAsync(item => item.Id == id, stop);
        if (invitation?.Gathering?.StartsAt is null)
        {
            return null;
        }

        if (mail.Key.StartsWith(Reminder.MailKeyBegin, StringComparison.Ordinal))
        {
            var reminder = (
                await db.Reminders.AsNoTracking().Where(item => item.InvitationId == invitation.Id).ToListAsync(stop)
            ).Find(item => item.MailKey == mail.Key);
            return reminder is null ? null : await reminders.OfAsync(invitation, reminder, stop);
        }

        // Told once, in the confirmation or by a mail of its own: which of the two was decided when they answered.
        var tells = !await db.Reminders.AnyAsync(
            item =>
                item.InvitationId == invitation.Id
                && item.Kind == ReminderKind.QuestionsReady
                && (item.QueuedAt != null || item.StoppedAt == null),
            stop
        );
        return mail.Kind switch
        {
            // Its promise to call was kept meanwhile, and no day was named: what it would say is stored nowhere.
            _ when invitation is { State: InvitationState.Maybe, SilentUntil: null, CallAskedBefore: null } => null,
            InvitationMail.Name when invitation.Answer is null => await letters.InviteAsync(invitation, stop),
            ChairForYouMail.Name => await letters.ChairGivenAsync(invitation, stop, tells),
            MovedMail.Name when mail.Was is { } was => await news.MovedLetterAsync(
                invitation,
                was,
                mail.Entry is not null,
                stop
            ),
            CancelledMail.Name => await news.CancelledLetterAsync(
                invitation,
                (await ToldLast.OfAsync(db, invitation.GatheringId, stop)).To(
                    invitation.Id,
                    Appointment.Of(invitation.Gathering)!
                ),
                mail.Entry is not null,
                stop
            ),
            OffTheListMail.Name => await news.OffTheListLetterAsync(invitation, stop),
            _ when mail.AnswerNumber == invitation.AnswerNumber && MailCatalogue.Confirmations.Contains(mail.Kind) =>
                await letters.ConfirmAsync(invitation, stop, tells),
            _ => null,
        };
    }
}
