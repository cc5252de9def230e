using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable;

/// <summary>
/// Keeps what somebody says after the table. Words typed in one place never replace those of another; an empty box
/// erases nothing; the same form twice is kept once.
/// </summary>
public sealed class FetchDesk(DialoogtafelDb db, FieldCipher cipher)
{
    /// <param name="device">Hash of the device of her own page; null for the team and where cookies are
    /// refused.</param>
    public async Task KeepAsync(
        int invitation,
        string? device,
        Hand by,
        FetchOutcome outcome,
        string? words,
        DateTime now,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var mine = device is null
            ? null
            : await db.FetchChecks.SingleOrDefaultAsync(
                item => item.InvitationId == invitation && item.Device == device,
                stop
            );
        var last = mine
            ?? await db
                .FetchChecks.Where(item =>
                    item.InvitationId == invitation && item.Device == null && item.ById == by.ById
                )
                .OrderByDescending(item => item.Id)
                .FirstOrDefaultAsync(stop);
        if (
            last is not null
            && (last.Outcome, last.Channel) == (outcome, by.Channel)
            && (last.Words is { } known ? cipher.Open(known) : "") == (words?.Trim() ?? "")
        )
        {
            return;
        }

        var typed = string.IsNullOrWhiteSpace(words) ? null : cipher.Seal(words.Trim());
        if (mine is null)
        {
            db.FetchChecks.Add(
                new FetchCheck
                {
                    InvitationId = invitation,
                    Outcome = outcome,
                    Words = typed,
                    Device = device,
                    At = now,
                    Channel = by.Channel,
                    ById = by.ById,
                }
            );
        }
        else
        {
            (mine.Outcome, mine.Words, mine.At) = (outcome, typed ?? mine.Words, now);
        }

        await turn.SaveAsync(stop);
    }
}
