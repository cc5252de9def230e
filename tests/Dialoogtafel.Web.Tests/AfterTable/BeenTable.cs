using AngleSharp.Dom;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>
/// The prepared table after it took place: Anna and Bram had a chair, Cor thought along, Fenna and Gijs led it, Hanna
/// was in reserve.
/// </summary>
internal static class BeenTable
{
    public static readonly DateTimeOffset Evening = new(2026, 12, 3, 16, 0, 0, TimeSpan.Zero);

    public static async Task<PreparedTable> On(Site site, params string[] present)
    {
        var table = await PreparedTable.On(site);
        site.Clock.Set(Evening);
        if (present.Length > 0)
        {
            await table.TickAsync(present);
        }

        return table;
    }

    public static string Path(this PreparedTable table, string page) => $"/bijeenkomsten/{table.World.Table}/{page}";

    public static async Task<Visitor> TickAsync(this PreparedTable table, params string[] present)
    {
        var organiser = await (await table.World.SignIn()).Go(table.Path("afloop"));
        return await organiser.Press(
            "Bewaar wie er was",
            [.. present.Select(name => (BoxOf(organiser, name), "true"))]
        );
    }

    /// <summary>The name of the box beside this name.</summary>
    public static string BoxOf(Visitor at, string name) =>
        at
            .Page.QuerySelectorAll("label.check")
            .Single(label => label.Words().StartsWith(name, StringComparison.Ordinal))
            .QuerySelector("input[type=checkbox]")!
            .GetAttribute("name")!;

    /// <summary>In a browser of its own, by the mailed link.</summary>
    public static async Task<Visitor> LookBackOf(this PreparedTable table, string name)
    {
        var person = await new Visitor(table.Site.Open()).Go(await table.World.LinkOf(table[name]));
        return await person.Go(person.Address.AbsolutePath + "/terugblik");
    }

    /// <summary>Gives exactly these fields, below the page.</summary>
    public static Task GiveAsync(this PreparedTable table, string name, params ContactField[] fields) =>
        table.Site.Db(async db =>
        {
            var person = await db
                .Invitations.Where(item => item.Id == table[name])
                .Select(item => item.PersonId)
                .SingleAsync();
            db.Consents.AddRange(
                ContactList.Change(
                    [],
                    fields.ToHashSet(),
                    new(
                        person,
                        table.World.Project,
                        table.World.Table,
                        "1",
                        ConsentChannel.Paper,
                        table.World.OrganiserPerson
                    ),
                    table.Site.Clock.Utc
                )
            );
            await db.SaveChangesAsync();
        });

    public static async Task AtAsync(this PreparedTable table, DateTimeOffset moment)
    {
        table.Site.Clock.Set(moment);
        await table.Site.Run<ReminderJob>();
        await table.PumpAsync();
    }

    public static async Task PumpAsync(this PreparedTable table)
    {
        table.Site.Clock.Move(TimeSpan.FromSeconds(61));
        await table.Site.Run<MailPump>();
    }

    public static async Task<IReadOnlyList<(string Recipient, string Text)>> SentAsync(
        this PreparedTable table,
        string kind
    ) =>
        [
            .. (await table.Site.MailsAsync())
                .Where(mail => mail.Row.Kind == kind && mail.Row.State == MailState.Sent)
                .Select(mail => (mail.Row.Recipient, mail.Mail.Text)),
        ];
}
