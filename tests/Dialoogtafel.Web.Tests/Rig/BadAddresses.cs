using Dialoogtafel.Domain.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// Addresses that no mail reaches, as they stood in databases before there was a rule; written past every form and
/// setter.
/// </summary>
public static class BadAddresses
{
    /// <summary>One of each kind that was seen or thought of.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "jan jansen@voorbeeld.example",
        "anna@werk,nl",
        "Jan <jan@voorbeeld.example>",
        "jan.@voorbeeld.example",
        ".jan@voorbeeld.example",
        "jan..j@voorbeeld.example",
        "jan\u200Bj@voorbeeld.example",
        "\uFEFFjan@voorbeeld.example",
        "\u202Ejan@voorbeeld.example",
        "jan\u00ADj@voorbeeld.example",
        new string('a', 300) + "@voorbeeld.example",
        new string('b', 65) + "@voorbeeld.example",
        "jan\0@voorbeeld.example",
        "jan\n@voorbeeld.example",
        "jan@voorbeeld.example\r\nBcc: piet@voorbeeld.example",
        "jan\t@voorbeeld.example",
        "@voorbeeld.example",
        "jan@",
        "jan",
        "@",
        "jan@@voorbeeld.example",
        "jan@piet@voorbeeld.example",
        "jan@voorbeeld",
        "jan@-voorbeeld.example",
        "jan@voor_beeld.example",
        "jan@voorbeeld..example",
        "jan@voorbeeld.example.",
        "\"jan\"@voorbeeld.example",
        "jan@[192.0.2.1]",
        "jan;piet@voorbeeld.example",
        "jan@voorbeeld.example, piet@voorbeeld.example",
        "mailto:jan@voorbeeld.example",
        "jan(werk)@voorbeeld.example",
        "jan@voorbeeld.example>",
        "jan@voorbeeld\u2028.example",
        "n.v.t.",
        "geen",
        "06-12345678",
    ];

    /// <summary>From now on this address stands with everybody of this first name.</summary>
    public static async Task BreakAsync(this Site site, string name, string address = "jan jansen@voorbeeld.example") =>
        Assert.NotEqual(
            0,
            await site.Db(db =>
                db.Persons.Where(item => item.FirstName == name)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, address))
            )
        );

    /// <summary>Of every mail of this kind, whose it is and where it stands.</summary>
    public static Task<Dictionary<string, MailState>> StatesOf(this Site site, string kind) =>
        site.Db(db =>
            db.Mails.Where(mail => mail.Kind == kind && mail.State != MailState.Dropped)
                .Join(
                    db.Persons,
                    mail => mail.PersonId,
                    person => person.Id,
                    (mail, person) => new { person.FirstName, mail.State }
                )
                .ToDictionaryAsync(item => item.FirstName, item => item.State)
        );

    /// <summary>The organiser of a world, also when no mail reaches her any more.</summary>
    public static async Task<Visitor> OrganiserAsync(this World world) =>
        new(await world.Site.SignedInAsync(world.OrganiserPerson));
}
