using Dialoogtafel.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// What earlier versions stored as a mail address, looked at when the site starts: what is plain is cleaned, so that it
/// is found again; a person with one that is not is marked for the list of the organiser. After the first start there
/// is nothing left to do.
/// </summary>
public static class StoredAddresses
{
    public static async Task CheckAsync(DialoogtafelDb db, DateTime now, CancellationToken stop)
    {
        var people = await db
            .Persons.AsNoTracking()
            .Where(item => item.Email != null && item.AddressFailsSince == null)
            .Select(item => new { item.Id, item.Email })
            .ToListAsync(stop);
        var odd = people.Where(item => !IsClean(item.Email!)).Select(item => item.Id).ToList();
        foreach (var person in await db.Persons.Where(item => odd.Contains(item.Id)).ToListAsync(stop))
        {
            person.CheckAddress(now);
        }

        var accounts = await db.Users.Where(item => item.Email != null).OrderBy(item => item.Id).ToListAsync(stop);
        foreach (var account in accounts.Where(item => !IsClean(item.Email!)))
        {
            Clean(account, accounts);
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Stays as it is when it cannot be read, or when somebody else signs in with what it says.</summary>
    private static void Clean(TeamAccount account, List<TeamAccount> all)
    {
        if (
            MailAddress.Read(account.Email).Address is { } address
            && address.ToUpperInvariant() is var normal
            && !all.Exists(item => item != account && item.NormalizedUserName == normal)
        )
        {
            (account.Email, account.UserName, account.NormalizedEmail, account.NormalizedUserName) = (
                address,
                address,
                normal,
                normal
            );
        }
    }

    private static bool IsClean(string address) => MailAddress.Read(address).Address == address;
}
