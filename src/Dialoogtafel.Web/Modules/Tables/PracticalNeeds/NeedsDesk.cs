using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>
/// Keeps and erases what people need at a table, told on their own page or written down by the team.
/// </summary>
public sealed class NeedsDesk(DialoogtafelDb db, FieldCipher cipher)
{
    /// <summary>
    /// Keeps the form for this device; without a device it is a telling of its own. Never over the words of another
    /// device, and the same form twice is kept once.
    /// </summary>
    /// <returns>False when the form was empty: nothing changed.</returns>
    public async Task<bool> KeepAsync(
        int invitation,
        string? device,
        Hand by,
        NeedsForm form,
        DateTime now,
        CancellationToken stop
    )
    {
        if (form.IsEmpty)
        {
            return false;
        }

        await using var transaction = await db.BeginWriteAsync(stop);
        var row = await db
            .Needs.Where(item => item.InvitationId == invitation && item.Device == device && item.ById == by.ById)
            .OrderByDescending(item => item.Id)
            .FirstOrDefaultAsync(stop);
        var told = NeedsTold.Open(row, cipher);
        var next = (device is null ? NeedsTold.Open(null, cipher) : told).With(form);
        if (row is not null && told.SaysTheSame(next))
        {
            return true;
        }

        if (row is null || device is null)
        {
            db.Needs.Add(
                new Needs
                {
                    InvitationId = invitation,
                    Device = device,
                    Words = next.Seal(cipher),
                    Companions = next.Companions,
                    At = now,
                    Channel = by.Channel,
                    ById = by.ById,
                }
            );
        }
        else
        {
            (row.Words, row.Companions, row.At) = (next.Seal(cipher), next.Companions, now);
        }

        await transaction.SaveAsync(stop);
        return true;
    }

    /// <summary>Erases these tellings of one invitation.</summary>
    public Task EraseAsync(int invitation, IReadOnlyList<int> rows, CancellationToken stop) =>
        db.Needs.Where(item => item.InvitationId == invitation && rows.Contains(item.Id)).ExecuteDeleteAsync(stop);
}
