using System.Globalization;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.SecondFactor;

/// <summary>Mails the account's own address that a key was added, in the transaction in which it was (K-F3).</summary>
public sealed class AddedKey(DialoogtafelDb db, MailOutbox outbox, Installation installation, TimeProvider clock)
{
    /// <param name="what">"een passkey" or "een app met codes".</param>
    public async Task TellAsync(Actor me, string what, CancellationToken stop)
    {
        var address = await db
            .Users.Where(item => item.Id == me.AccountId)
            .Select(item => item.Email)
            .SingleAsync(stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new KeyAddedMail
                {
                    FirstName = me.Person.FirstName,
                    Key = what,
                    Link = installation.Link(await installation.ReadAsync(stop), "team/tweede-stap"),
                },
                // To the address of the account, as every sign-in mail: not to one that a colleague typed.
                To = new Person
                {
                    FirstName = me.Person.FirstName,
                    LastName = me.Person.LastName,
                    Email = address,
                },
                Key = string.Create(
                    CultureInfo.InvariantCulture,
                    $"tweede-sleutel-erbij:{me.AccountId}:{clock.GetUtcNow().UtcTicks}"
                ),
            },
            stop
        );
    }
}
