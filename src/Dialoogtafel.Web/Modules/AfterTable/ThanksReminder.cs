using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;

namespace Dialoogtafel.Web.Modules.AfterTable;

/// <summary>The thanks of the days after a table, to who was there (M-14).</summary>
public sealed class ThanksReminder(TableFacts about) : IReminderSource
{
    public bool Makes(ReminderKind kind) => kind == ReminderKind.Thanks;

    public async Task<ReminderText> TextAsync(Invitation invitation, ReminderKind kind, CancellationToken stop)
    {
        var facts = await about.OfAsync(invitation, stop);
        return new(
            new ThanksMail
            {
                FirstName = facts.FirstName,
                Subject = facts.Subject,
                Date = DateOnly.FromDateTime(facts.Start),
                Link = facts.Link,
                Contact = facts.Contact,
                Phone = facts.Phone,
            },
            invitation.Gathering!.StartsAt!.Value + ReminderRule.ThanksStale
        )
        {
            NamesTheTable = false,
        };
    }
}
