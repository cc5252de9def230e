using System.Globalization;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.SecondFactor;

/// <summary>
/// Takes a member's second factor away so that she can set up a new one: passkeys, code app and all sessions go in one
/// transaction with the mails to her and to every other organiser (S11: a reset is never unseen). On the page by
/// another organiser, with one organiser alone on the server.
/// </summary>
public sealed partial class SecondFactorRecovery(
    DialoogtafelDb db,
    SecondFactors factors,
    MailOutbox outbox,
    Installation installation,
    TimeProvider clock,
    ILogger<SecondFactorRecovery> log
)
{
    /// <param name="by">The organiser; null on the command line.</param>
    /// <returns>The name of the member.</returns>
    public async Task<string> TakeAwayAsync(int accountId, Actor? by, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var account = await db.Users.Include(item => item.Person).SingleAsync(item => item.Id == accountId, stop);
        await factors.ForgetAsync(account, stop);
        var told = await db
            .Users.Include(item => item.Person)
            .Where(item =>
                item.Id == accountId
                || (
                    db.Memberships.Any(membership =>
                        membership.PersonId == item.PersonId
                        && membership.Until == null
                        && membership.Role == TeamRole.Organiser
                    ) && (by == null || item.Id != by.AccountId)
                )
            )
            .ToListAsync(stop);
        var settings = await installation.ReadAsync(stop);
        var moment = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
        foreach (var member in told)
        {
            await outbox.AddAsync(
                new Letter
                {
                    Text = new SecondFactorGoneMail
                    {
                        FirstName = member.Person!.FirstName,
                        Who = account.Person!.FullName,
                        By = by?.Person.FullName ?? "degene die de site beheert",
                        Link = installation.Link(settings, "team/tweede-stap"),
                    },
                    // To the address of the account, as every sign-in mail: not to one that a colleague typed on her
                    // page.
                    To = new Person
                    {
                        FirstName = member.Person.FirstName,
                        LastName = member.Person.LastName,
                        Email = MailAddress.Read(member.Email).Address,
                    },
                    Key = $"tweede-sleutel-weg:{accountId}:{moment}:{member.Id}",
                },
                stop
            );
        }

        await turn.SaveAsync(stop);
        Taken(log, accountId, by?.AccountId);
        return account.Person!.FullName;
    }

    /// <summary>The command line's way: by sign-in address. The mails leave at the next start of the site.</summary>
    /// <returns>The exit code: 1 when nobody signs in with this address.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string address)
    {
        await using var scope = services.CreateAsyncScope();
        var found = await scope
            .ServiceProvider.GetRequiredService<SecondFactorRecovery>()
            .TakeAwayAsync(address, CancellationToken.None);
        Console.WriteLine(
            found
                ? "De tweede sleutel is weg. Start de site weer; de mails hierover gaan dan uit."
                : "Niemand logt in met dit mailadres. Er is niets veranderd."
        );
        return found ? 0 : 1;
    }

    /// <returns>False when nobody signs in with the address.</returns>
    public async Task<bool> TakeAwayAsync(string address, CancellationToken stop)
    {
        var normalised = (MailAddress.Read(address).Address ?? address.Trim()).ToUpperInvariant();
        var accounts = await db
            .Users.Where(item => item.NormalizedEmail == normalised)
            .Select(item => item.Id)
            .ToListAsync(stop);
        foreach (var account in accounts)
        {
            await TakeAwayAsync(account, null, stop);
        }

        return accounts.Count > 0;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The second factor of account {Account} was taken away by account {By} (none: on the command line)."
    )]
    private static partial void Taken(ILogger log, int account, int? by);
}
