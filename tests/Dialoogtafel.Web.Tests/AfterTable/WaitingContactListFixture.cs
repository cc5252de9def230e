using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>A contact list with Dina on it, sent at nine in the evening for the next morning.</summary>
public abstract class WaitingContactListFixture
{
    protected const string Address = "dina.kanarie@voorbeeld.example";
    protected const string Phone = "06 404 07 777";
    protected static readonly DateTimeOffset Nine = new(2026, 12, 3, 20, 0, 0, TimeSpan.Zero);
    protected static readonly DateTimeOffset Morning = new(2026, 12, 4, 7, 0, 30, TimeSpan.Zero);

    /// <summary>
    /// Anna, Bram and Dina were there; Anna gives her name, Dina all she has. At nine the organiser sends the list, for
    /// the morning.
    /// </summary>
    protected static async Task<PreparedTable> AtNineAsync(Site site, bool anna = true, bool send = true)
    {
        var table = await PreparedTable.On(site);
        await table.JoinAsync("Dina", "Gemeente", RsvpAnswer.Yes);
        await site.Db(async db =>
        {
            var dina = await db.Persons.SingleAsync(item => item.FirstName == "Dina");
            (dina.Email, dina.Phone, dina.Organisation) = (
                Address,
                Phone,
                new Organisation { Name = "Bakkerij Kanarie" }
            );
            await db.SaveChangesAsync();
        });
        await table.World.SendAsync();
        site.Clock.Set(BeenTable.Evening);
        await table.TickAsync("Anna", "Bram", "Dina");
        await table.GiveAsync(
            "Dina",
            ContactField.Name,
            ContactField.Email,
            ContactField.Phone,
            ContactField.Organisation
        );
        if (anna)
        {
            await table.GiveAsync("Anna", ContactField.Name);
        }

        site.Clock.Set(Nine);
        if (send)
        {
            var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst/verzending"));
            await organiser.Press("Ja, naar 3 mensen", ("Send.When", "InTheMorning"));
            site.Clock.Move(TimeSpan.FromMinutes(2));
            await site.Run<MailPump>();
            Assert.Empty(await ListsAsync(site));
        }

        return table;
    }

    protected static async Task LeaveAsync(PreparedTable table)
    {
        table.Site.Clock.Set(Morning);
        await table.Site.Run<MailPump>();
    }

    protected static async Task ChooseAsync(PreparedTable table, params string[] fields)
    {
        string[] all = ["Give.Name", "Give.Phone", "Give.Email", "Give.Organisation"];
        var dina = await table.LookBackOf("Dina");
        await dina.Press("Bewaar mijn keuze", [.. all.Select(field => (field, fields.Contains(field) ? "true" : ""))]);
        Assert.Equal(System.Net.HttpStatusCode.OK, dina.Status);
    }

    protected static int PersonOf(PreparedTable table) => table.World.Read(table["Dina"]).Result.PersonId;

    protected static async Task<List<MailedLinks.Composed>> ListsAsync(Site site) =>
        [.. (await site.MailsAsync()).Where(mail => mail.Row is { Kind: "contactlijst", State: MailState.Sent })];

    protected static void AssertNoTraceIn(string text) =>
        Assert.All(new[] { "kanarie", Phone, Phone.Replace(" ", "", StringComparison.Ordinal) }, canary =>
            Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase)
        );
}
