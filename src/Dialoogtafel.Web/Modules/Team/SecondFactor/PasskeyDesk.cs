using System.Globalization;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dialoogtafel.Web.Modules.Team.SecondFactor;

/// <summary>
/// Adds a passkey and asks for one, with Identity's own handler (WebAuthn level 3). The challenge is kept with the
/// session, works once and for ten minutes. The domain is that of the base address and never one that a request names
/// (S18).
/// </summary>
public sealed class PasskeyDesk(
    DialoogtafelDb db,
    UserManager<TeamAccount> users,
    SecondFactors factors,
    AddedKey addedKey,
    Installation installation,
    TimeProvider clock
)
{
    private const string Provider = "passkey-vraag";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private long Now => clock.GetUtcNow().UtcTicks;

    /// <summary>What the browser needs to make a passkey, as JSON.</summary>
    public async Task<string> AskNewAsync(HttpContext http, Actor me, CancellationToken stop)
    {
        var account = await AccountAsync(me, stop);
        var made = await (await HandlerAsync(stop)).MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(CultureInfo.InvariantCulture),
                Name = account.Email!,
                DisplayName = account.Person!.FullName,
            },
            http
        );
        await KeepAsync(me, made.AttestationState, stop);
        return made.CreationOptionsJson;
    }

    /// <summary>What the browser needs to show that it has one of this member's passkeys, as JSON.</summary>
    public async Task<string> AskKnownAsync(HttpContext http, Actor me, CancellationToken stop)
    {
        var made = await (await HandlerAsync(stop)).MakeRequestOptionsAsync(await AccountAsync(me, stop), http);
        await KeepAsync(me, made.AssertionState, stop);
        return made.RequestOptionsJson;
    }

    /// <returns>False when the answer does not belong to the question; nothing is stored then.</returns>
    public async Task<bool> AddAsync(
        HttpContext http,
        Actor me,
        string? credential,
        string name,
        CancellationToken stop
    )
    {
        if (await TakeAsync(me, stop) is not { } state || string.IsNullOrEmpty(credential))
        {
            return false;
        }

        var result = await (await HandlerAsync(stop)).PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AttestationState = state,
            }
        );
        if (!result.Succeeded)
        {
            return false;
        }

        await using var turn = await db.BeginWriteAsync(stop);
        var account = await AccountAsync(me, stop);
        result.Passkey.Name = name;
        account.TwoFactorEnabled = true;
        if (!(await users.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded)
        {
            return false;
        }

        await factors.EndOthersAsync(me, stop);
        await addedKey.TellAsync(me, "een passkey", stop);
        await turn.SaveAsync(stop);
        return true;
    }

    /// <returns>Whether a passkey of this very member answered.</returns>
    public async Task<bool> ProveAsync(HttpContext http, Actor me, string? credential, CancellationToken stop)
    {
        if (await TakeAsync(me, stop) is not { } state || string.IsNullOrEmpty(credential))
        {
            return false;
        }

        var result = await (await HandlerAsync(stop)).PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        return result.Succeeded
            && result.User.Id == me.AccountId
            && (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded;
    }

    private async Task<PasskeyHandler<TeamAccount>> HandlerAsync(CancellationToken stop)
    {
        var host = new Uri(installation.BaseAddress(await installation.ReadAsync(stop))).Host;
        return new PasskeyHandler<TeamAccount>(
            users,
            Microsoft.Extensions.Options.Options.Create(
                new IdentityPasskeyOptions
                {
                    ServerDomain = host,
                    // With "no-referrer" a browser sends no origin along with a form, so the one that it signed is held
                    // against our own address.
                    ValidateOrigin = asked =>
                        ValueTask.FromResult(
                            !asked.CrossOrigin
                                && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
                                && origin.Host == host
                                && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback)
                        ),
                }
            )
        );
    }

    private Task<TeamAccount> AccountAsync(Actor me, CancellationToken stop) =>
        db.Users.Include(item => item.Person).SingleAsync(item => item.Id == me.AccountId, stop);

    private async Task KeepAsync(Actor me, string? state, CancellationToken stop)
    {
        db.UserTokens.RemoveRange(
            await db
                .UserTokens.Where(item => item.UserId == me.AccountId && item.LoginProvider == Provider)
                .ToListAsync(stop)
        );
        await db.SaveChangesAsync(stop);
        db.UserTokens.Add(
            new IdentityUserToken<int>
            {
                UserId = me.AccountId,
                LoginProvider = Provider,
                Name = me.Session,
                Value = $"{Now.ToString(CultureInfo.InvariantCulture)}|{state}",
            }
        );
        await db.SaveChangesAsync(stop);
    }

    private async Task<string?> TakeAsync(Actor me, CancellationToken stop)
    {
        var row = await db.UserTokens.SingleOrDefaultAsync(
            item => item.UserId == me.AccountId && item.LoginProvider == Provider && item.Name == me.Session,
            stop
        );
        if (row?.Value?.Split('|', 2) is not [var at, var state])
        {
            return null;
        }

        db.UserTokens.Remove(row);
        await db.SaveChangesAsync(stop);
        return Now - long.Parse(at, CultureInfo.InvariantCulture) < Lifetime.Ticks ? state : null;
    }
}
