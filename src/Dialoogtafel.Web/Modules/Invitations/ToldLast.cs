using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// What each invited person was told last of when and where one table is, read from the mails about it.
/// </summary>
public sealed class ToldLast
{
    private readonly ILookup<int, Told> mails;

    private ToldLast(ILookup<int, Told> mails) => this.mails = mails;

    public static async Task<ToldLast> OfAsync(DialoogtafelDb db, int gathering, CancellationToken stop) =>
        new(
            (
                await db
                    .Mails.AsNoTracking()
                    .IgnoreAutoIncludes()
                    .Where(mail => mail.GatheringId == gathering && mail.InvitationId != null && mail.Tells != null)
                    .Select(mail => new Told(
                        mail.Id,
                        mail.InvitationId!.Value,
                        mail.State,
                        mail.QueuedAt,
                        mail.Tells!,
                        mail.Was
                    ))
                    .ToListAsync(stop)
            ).ToLookup(mail => mail.Invitation)
        );

    /// <summary>
    /// The newest mail that may have arrived. Without one (asked by phone, or told by an earlier version) it is what
    /// stood before the newest move that was not told, and else <paramref name="otherwise"/>.
    /// </summary>
    public Appointment To(int invitation, Appointment otherwise)
    {
        var inOrder = mails[invitation]
            .OrderByDescending(mail => mail.QueuedAt)
            .ThenByDescending(mail => mail.Id)
            .ToList();
        return inOrder.FirstOrDefault(mail => OutgoingMail.MayHaveArrived(mail.State))?.Tells
            ?? inOrder.FirstOrDefault(mail => mail.Was is not null)?.Was
            ?? otherwise;
    }

    private sealed record Told(
        Guid Id,
        int Invitation,
        MailState State,
        DateTime QueuedAt,
        Appointment Tells,
        Appointment? Was
    );
}
