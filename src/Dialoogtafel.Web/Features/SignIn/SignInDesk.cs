using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Mail.Templates;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.SignIn;

/// <summary>Makes a sign-in request and mails its link; for an unknown address the request is made too and nothing is mailed.</summary>
public sealed class SignInDesk(DialoogtafelDb db, Outbox outbox, Installation installation, Nudge nudge)
{
    /// <summary>Links asked for one account within ten minutes; more are not mailed.</summary>
    private const int MaxOpen = 5;

    public async Task SendAsync(HttpContext http, string address, DateTime now, CancellationToken stop)
    {
        var normalised = address.ToUpperInvariant();
        var account = await db.Users.Include(item => item.Person).SingleOrDefaultAsync(item => item.NormalizedEmail == normalised, stop);
        var form = http.Request.Form["Terug"].FirstOrDefault();
        var token = SignInSecrets.NewToken();
        db.SignInRequests.Add(new SignInRequest
        {
            AccountId = account?.Id, TokenHash = SignInSecrets.Hash(token), BrowserHash = SignInSecrets.MarkBrowser(http, form), ExpiresAt = now + SignInRequest.Lifetime,
        });
        if (account is not null && await FewOpenAsync(account.Id, now, stop))
        {
            var settings = await installation.ReadAsync(stop);
            await outbox.AddAsync(new Letter
            {
                Text = new SignInMail { FirstName = account.Person!.FirstName, Link = installation.Link(settings, $"team/in/{token}") },
                To = account.Person, Key = $"inloggen:{SignInSecrets.Hash(token)}", StaleAt = now + SignInRequest.Lifetime, Unlisted = true,
            }, stop);
        }

        await db.SaveChangesAsync(stop);
        nudge.Wake();
    }

    private async Task<bool> FewOpenAsync(int account, DateTime now, CancellationToken stop)
    {
        var since = now + SignInRequest.Lifetime - TimeSpan.FromMinutes(10);
        return await db.SignInRequests.CountAsync(item => item.AccountId == account && item.ExpiresAt > since, stop) < MaxOpen;
    }
}
