using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.SignIn;

/// <summary>
/// Makes a sign-in request and mails its link. For an address that nobody signs in with the same work is done and
/// nothing is mailed, so that neither page nor time tells who is in the team (S09). The link goes to the address of the
/// account, never to one that a colleague typed on the person's page: else editing a page would be a way into
/// somebody's account.
/// </summary>
public sealed class SignInDesk(DialoogtafelDb db, MailOutbox outbox, Installation installation)
{
    /// <summary>Links mailed to one account within ten minutes; more are not mailed (S72).</summary>
    public const int MaxLinks = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <param name="address">Cleaned, as the form gives it.</param>
    /// <param name="browser">Hash of the key of the browser that asks.</param>
    public async Task SendAsync(string address, string browser, DateTime now, CancellationToken stop)
    {
        var account = await FindAsync(address, now, stop);
        var token = SignInSecrets.NewToken();
        var hash = SignInSecrets.Hash(token);
        db.SignInRequests.Add(
            new SignInRequest
            {
                AccountId = account?.Id,
                TokenHash = hash,
                BrowserHash = browser,
                ExpiresAt = now + SignInRequest.Lifetime,
            }
        );
        var settings = await installation.ReadAsync(stop);
        var to = new Person
        {
            FirstName = account?.Person!.FirstName ?? "",
            LastName = account?.Person!.LastName ?? "",
            Email = account?.Email ?? address,
        };
        var mail = await outbox.AddAsync(
            new Letter
            {
                Text = new SignInMail
                {
                    FirstName = to.FirstName,
                    Link = installation.Link(settings, $"team/in/{token}"),
                },
                To = to,
                Key = $"inloggen:{hash}",
                StaleAt = now + SignInRequest.Lifetime,
                Unlisted = true,
            },
            stop
        );
        if (account is null && mail is not null)
        {
            db.Entry(mail).State = EntityState.Detached;
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>
    /// The account that signs in with this address; null also for former members and when enough links are under way.
    /// </summary>
    private async Task<TeamAccount?> FindAsync(string address, DateTime now, CancellationToken stop)
    {
        var normalised = address.ToUpperInvariant();
        var since = now + SignInRequest.Lifetime - Window;
        return await db
            .Users.Include(item => item.Person)
            .OrderBy(item => item.Id)
            .FirstOrDefaultAsync(
                item =>
                    item.NormalizedEmail == normalised
                    && db.Memberships.Any(membership =>
                        membership.PersonId == item.PersonId && membership.Until == null
                    )
                    && db.SignInRequests.Count(request => request.AccountId == item.Id && request.ExpiresAt > since)
                        < MaxLinks,
                stop
            );
    }
}
