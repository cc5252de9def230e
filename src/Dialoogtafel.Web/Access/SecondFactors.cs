using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Access;

/// <summary>What became of a code that was typed.</summary>
public enum CodeOutcome
{
    Right,
    Wrong,

    /// <summary>Too many wrong ones: nothing is tried until the wait is over.</summary>
    Wait,
}

/// <summary>
/// The code app and the passkeys of an account. The secret of the app is encrypted with the field key; a code works
/// once. After five wrong codes each further one makes the account wait, from one to fifteen minutes; nobody is ever
/// locked out for good (S11).
/// </summary>
public sealed class SecondFactors(DialoogtafelDb db, FieldCipher cipher, TimeProvider clock)
{
    private const string Provider = "tweede-stap";
    private const string App = "app";
    private const string NewApp = "app-nieuw";
    private const string LastStep = "app-stap";
    private const int FreeTries = 5;
    private const int LongestWait = 15;

    /// <summary>How long a secret that is shown waits for its first code.</summary>
    private static readonly TimeSpan Pending = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<bool> HasAppAsync(int account, CancellationToken stop) =>
        db.UserTokens.AnyAsync(
            item => item.UserId == account && item.LoginProvider == Provider && item.Name == App,
            stop
        );

    /// <summary>
    /// Makes the secret of an app that is being added. It belongs to this session and ten minutes (K-F3); one that
    /// another session began is void from here on, and is never shown again.
    /// </summary>
    public async Task BeginAppAsync(Actor me, CancellationToken stop)
    {
        if (await PendingAppAsync(me, stop) is null)
        {
            var begun = string.Create(
                CultureInfo.InvariantCulture,
                $"{me.Session}|{(Now + Pending).Ticks}|{Sealed(AppCodes.NewSecret())}"
            );
            await PutAsync(me.AccountId, NewApp, begun, stop);
            await db.SaveChangesAsync(stop);
        }
    }

    /// <summary>
    /// The secret that this session began with; null when it did not, when its time is over, or when another session
    /// began since.
    /// </summary>
    public async Task<string?> PendingAppAsync(Actor me, CancellationToken stop) =>
        (await TokenAsync(me.AccountId, NewApp, stop))?.Value?.Split('|') is [var session, var until, var secret]
        && session == me.Session
        && long.Parse(until, CultureInfo.InvariantCulture) > Now.Ticks
            ? Opened(secret)
            : null;

    /// <summary>Takes the app in use once it gave a right code. All other sessions of this account end.</summary>
    /// <param name="added">What belongs to it, in the same transaction.</param>
    public async Task<CodeOutcome> ConfirmAppAsync(Actor me, string? typed, Func<Task> added, CancellationToken stop) =>
        await TryAsync(
            me.AccountId,
            () => PendingAppAsync(me, stop),
            typed,
            stop,
            async secret =>
            {
                await PutAsync(me.AccountId, App, Sealed(secret), stop);
                db.UserTokens.Remove((await TokenAsync(me.AccountId, NewApp, stop))!);
                (await db.Users.SingleAsync(item => item.Id == me.AccountId, stop)).TwoFactorEnabled = true;
                await EndOthersAsync(me, stop);
                await added();
            }
        );

    public Task<CodeOutcome> CheckCodeAsync(int account, string? typed, CancellationToken stop) =>
        TryAsync(
            account,
            async () => Opened((await TokenAsync(account, App, stop))?.Value),
            typed,
            stop,
            _ => Task.CompletedTask
        );

    /// <summary>
    /// Ends every session of this account but this one, in the running save: who is in there with the mailed link alone
    /// is not in with the new key.
    /// </summary>
    public async Task EndOthersAsync(Actor me, CancellationToken stop) =>
        db.UserTokens.RemoveRange(
            await db
                .UserTokens.Where(item =>
                    item.UserId == me.AccountId && item.LoginProvider == TeamSession.Provider && item.Name != me.Session
                )
                .ToListAsync(stop)
        );

    /// <exception cref="DomainRuleException">It is the only one.</exception>
    public async Task RemoveAppAsync(int account, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (!await db.Set<IdentityUserPasskey<int>>().AnyAsync(item => item.UserId == account, stop))
        {
            throw Only();
        }

        db.UserTokens.RemoveRange(
            await db
                .UserTokens.Where(item => item.UserId == account && item.LoginProvider == Provider)
                .ToListAsync(stop)
        );
        await turn.SaveAsync(stop);
    }

    /// <exception cref="DomainRuleException">It is the only one.</exception>
    public async Task RemovePasskeyAsync(int account, byte[] credential, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var all = await db.Set<IdentityUserPasskey<int>>().Where(item => item.UserId == account).ToListAsync(stop);
        if (all.Count <= 1 && !await HasAppAsync(account, stop))
        {
            throw Only();
        }

        db.RemoveRange(all.Where(item => item.CredentialId.AsSpan().SequenceEqual(credential)));
        await turn.SaveAsync(stop);
    }

    /// <summary>
    /// Takes away every passkey, the app and all sessions of this account, in the running save: for recovery and for
    /// who leaves.
    /// </summary>
    public async Task ForgetAsync(TeamAccount account, CancellationToken stop)
    {
        db.RemoveRange(
            await db.Set<IdentityUserPasskey<int>>().Where(item => item.UserId == account.Id).ToListAsync(stop)
        );
        db.UserTokens.RemoveRange(await db.UserTokens.Where(item => item.UserId == account.Id).ToListAsync(stop));
        (account.TwoFactorEnabled, account.AccessFailedCount, account.LockoutEnd) = (false, 0, null);
        account.SecurityStamp = SignInSecrets.NewToken();
    }

    private async Task<CodeOutcome> TryAsync(
        int account,
        Func<Task<string?>> secretOf,
        string? typed,
        CancellationToken stop,
        Func<string, Task> whenRight
    )
    {
        // One at a time: a code that is sent twice at the same moment must not work twice.
        await using var turn = await db.BeginWriteAsync(stop);
        var row = await db.Users.SingleAsync(item => item.Id == account, stop);
        if (row.LockoutEnd is { } end && end > clock.GetUtcNow())
        {
            return CodeOutcome.Wait;
        }

        var outcome = CodeOutcome.Wrong;
        var last = long.Parse((await TokenAsync(account, LastStep, stop))?.Value ?? "0", CultureInfo.InvariantCulture);
        if (await secretOf() is { } secret && AppCodes.Match(secret, typed, last, Now) is { } step)
        {
            (row.AccessFailedCount, row.LockoutEnd, outcome) = (0, null, CodeOutcome.Right);
            await PutAsync(account, LastStep, step.ToString(CultureInfo.InvariantCulture), stop);
            await whenRight(secret);
        }
        else if (++row.AccessFailedCount >= FreeTries)
        {
            row.LockoutEnd =
                clock.GetUtcNow()
                + TimeSpan.FromMinutes(Math.Min(LongestWait, 1 << Math.Min(4, row.AccessFailedCount - FreeTries)));
        }

        await turn.SaveAsync(stop);
        return outcome;
    }

    private Task<IdentityUserToken<int>?> TokenAsync(int account, string name, CancellationToken stop) =>
        db.UserTokens.SingleOrDefaultAsync(
            item => item.UserId == account && item.LoginProvider == Provider && item.Name == name,
            stop
        );

    private async Task PutAsync(int account, string name, string value, CancellationToken stop)
    {
        if (await TokenAsync(account, name, stop) is { } known)
        {
            known.Value = value;
            return;
        }

        db.UserTokens.Add(
            new IdentityUserToken<int>
            {
                UserId = account,
                LoginProvider = Provider,
                Name = name,
                Value = value,
            }
        );
    }

    private string Sealed(string secret) => Convert.ToBase64String(cipher.Seal(secret).Bytes);

    private string? Opened(string? value) =>
        value is null ? null : cipher.Open(new SealedText(Convert.FromBase64String(value)));

    private static DomainRuleException Only() => new("Dit is uw enige tweede sleutel. Voeg eerst een andere toe.");
}
