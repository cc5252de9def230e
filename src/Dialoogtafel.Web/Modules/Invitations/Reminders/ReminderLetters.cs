using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Modules.Invitations.Reminders;

/// <summary>
/// The mail of a reminder (M-02, M-06, M-07, M-09, M-14), from the facts as they are now; adds nothing.
/// </summary>
public sealed class ReminderLetters(IEnumerable<IReminderSource> sources)
{
    /// <summary>Its key makes it go once for each day on which it is due.</summary>
    /// <param name="invitation">With its facts.</param>
    public async Task<Letter> OfAsync(Invitation invitation, Reminder reminder, CancellationToken stop)
    {
        var source = sources.Single(item => item.Makes(reminder.Kind));
        var says = await source.TextAsync(invitation, reminder.Kind, stop);
        var gathering = invitation.Gathering!;
        return new Letter
        {
            Text = says.Text,
            To = invitation.Person!,
            From = gathering.ContactPerson,
            Key = reminder.MailKey,
            GatheringId = invitation.GatheringId,
            InvitationId = invitation.Id,
            AnswerNumber = invitation.AnswerNumber,
            StaleAt = says.StaleAt,
            Tells = says.NamesTheTable ? Appointment.Of(gathering) : null,
        };
    }
}
