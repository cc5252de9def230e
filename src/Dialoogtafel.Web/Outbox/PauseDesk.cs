using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Whether sending stands still because the server refuses us. It begins at once where every server would say the same
/// (sign-in, MAIL FROM, the limit of our account), and else with the second mail, to another domain, that meets such a
/// refusal with none accepted in between: the server of one recipient stops nobody else.
/// </summary>
public sealed class PauseDesk(DialoogtafelDb db)
{
    private static readonly Func<DialoogtafelDb, Task<SendingPause?>> Find = EF.CompileAsyncQuery(
        (DialoogtafelDb db) => db.SendingPauses.AsTracking().FirstOrDefault()
    );

    private SendingPause? standing;

    /// <summary>For pages; null while nothing holds the mail up.</summary>
    public Task<SendingPause?> ReadAsync(CancellationToken stop) =>
        db.SendingPauses.AsNoTracking().SingleOrDefaultAsync(item => item.Since != null, stop);

    /// <summary>For the pump, as the first thing in each transaction: how it stands.</summary>
    public async Task LookAsync() => standing = await FindAsync();

    /// <summary>As it stood at the last look and was learnt since.</summary>
    public bool Holds(DateTime now) => standing?.Holds(now) == true;

    /// <summary>What the end of one mail tells about us, since the last look. The caller saves.</summary>
    /// <returns>True when it is about us and not about this mail.</returns>
    public async Task<bool> LearnAsync(OutgoingMail mail, SendResult result, DateTime now)
    {
        if (Holds(now))
        {
            // It was under way when the pause began, and tells nothing new.
            return result.Outcome == SendOutcome.AboutUs;
        }

        switch (result.Outcome)
        {
            case SendOutcome.AboutUs:
                return await RefusedAsync(mail, result, now);
            case SendOutcome.Accepted when standing is not null:
                db.SendingPauses.Remove(standing);
                standing = null;
                break;
            // Not one that was under way when the pause began: somebody pressed "Probeer het nu" since.
            case SendOutcome.TryAgain
            or SendOutcome.Uncertain when !(mail.LeaseUntil - OutgoingMail.Lease < standing?.Since):
                standing?.LearntNothing(now);
                break;
        }

        return false;
    }

    /// <summary>The next mail is tried now instead of later.</summary>
    public async Task TryNowAsync(DateTime now, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        (await FindAsync())?.TryNow(now);
        await write.SaveAsync(stop);
    }

    /// <summary>The settings are others: what was said of the former ones does not count any more.</summary>
    public async Task EndAsync(CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        if (await FindAsync() is { } pause)
        {
            db.SendingPauses.Remove(pause);
        }

        await write.SaveAsync(stop);
    }

    private async Task<bool> RefusedAsync(OutgoingMail mail, SendResult result, DateTime now)
    {
        var cause = result.Cause!.Value;
        var isFirst = standing is null;
        if (!result.IsCertain && standing is { Since: null } && await IsSameDomainAsync(standing.FirstMailId, mail))
        {
            return false;
        }

        if (standing is null)
        {
            db.SendingPauses.Add(standing = SendingPause.Suspected(mail.Id, cause, result.Reply));
        }

        if (!result.IsCertain && isFirst)
        {
            return false;
        }

        standing.Refused(cause, result.Reply, now);
        return true;
    }

    private async Task<bool> IsSameDomainAsync(Guid first, OutgoingMail mail) =>
        await db.Mails.Where(item => item.Id == first).Select(item => item.Recipient).SingleOrDefaultAsync()
            is { } recipient
        && DomainOf(recipient) == DomainOf(mail.Recipient);

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private Task<SendingPause?> FindAsync() => Find(db);
}
