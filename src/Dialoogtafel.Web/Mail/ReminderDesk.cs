using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>Keeps the reminders of invitations what they should be, in the same save as the change that they follow from.</summary>
public sealed class ReminderDesk(DialoogtafelDb db, InstallationOptions options)
{
    private readonly ReminderPlan plan = new(options.Reminders, options.Zone);

    /// <summary>To be called after every change of an invitation or of its table, before the save. The invitations are stored already.</summary>
    public async Task SyncAsync(Gathering gathering, IReadOnlyCollection<Invitation> invitations, DateTime now, CancellationToken stop)
    {
        var ids = invitations.Select(item => item.Id).ToList();
        var known = (await db.Reminders.Where(item => ids.Contains(item.InvitationId)).ToListAsync(stop)).ToLookup(item => item.InvitationId);
        foreach (var invitation in invitations)
        {
            var reminders = known[invitation.Id].ToList();
            var before = reminders.Count;
            plan.Sync(invitation, gathering, reminders, now);
            db.Reminders.AddRange(reminders.Skip(before));
        }
    }
}
