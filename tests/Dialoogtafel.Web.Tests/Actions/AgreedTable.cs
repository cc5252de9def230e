using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Actions;

/// <summary>
/// A table after which actions are written down: Anna and Bram have an address, Dirk has a phone only.
/// </summary>
public sealed class AgreedTable
{
    private readonly Dictionary<string, int> people = [];

    private AgreedTable(World world) => World = world;

    public World World { get; }
    public Site Site => World.Site;
    public int this[string name] => people[name];

    public static async Task<AgreedTable> On(Site site)
    {
        var table = new AgreedTable(await World.On(site));
        foreach (
            var (name, email) in new[]
            {
                ("Anna", "anna@voorbeeld.example"),
                ("Bram", "bram@voorbeeld.example"),
                ("Dirk", null),
            }
        )
        {
            var invitation = await table.World.Invite(name, "Gemeente", email, "06 555 12 345");
            await table.World.AnswerAsync(invitation, RsvpAnswer.Yes);
            table.people[name] = (await table.World.Read(invitation)).PersonId;
        }

        // After the table; what the invitations mailed is out of the way.
        site.Clock.Set(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero));
        await site.Run<MailPump>();
        await site.Db(db => db.Reminders.ExecuteDeleteAsync());
        return table;
    }

    /// <summary>Writes an action down as an organiser does, and gives its number.</summary>
    public async Task<int> AgreeAsync(string text, string? owner, params (string Name, string Value)[] more)
    {
        var organiser = await (await World.SignIn()).Go($"/bijeenkomsten/{World.Table}/acties/nieuw");
        (string Name, string Value)[] usual =
        [
            ("Form.Text", text),
            ("Owner.OwnerId", owner is null ? "" : $"{this[owner]}"),
            ("Form.Level", nameof(ActionLevel.Own)),
        ];
        await organiser.Press(
            "Bewaren",
            [.. usual.ExceptBy(more.Select(field => field.Name), field => field.Name), .. more]
        );
        Assert.True(Regex.IsMatch(organiser.Address.AbsolutePath, @"^/acties/\d+$"), organiser.Text);
        return int.Parse(organiser.Address.Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task<AgreedAction> ReadAsync(int id) =>
        Site.Db(db =>
            db.Actions.AsNoTracking()
                .Include(item => item.Owner)
                .Include(item => item.Log)
                .SingleAsync(item => item.Id == id)
        );

    /// <summary>The path of the link to an action: /a/….</summary>
    public async Task<string> LinkOf(int action)
    {
        var link = await Site.Db(db =>
            db.Links.AsNoTracking().SingleAsync(item => item.ActionId == action && item.WithdrawnAt == null)
        );
        Assert.Equal(LinkPurpose.Action, link.Purpose);
        return $"/a/{Site.Services.GetRequiredService<LinkTokens>().For(link)}";
    }

    /// <summary>Lets days pass, at eleven in the morning, with the jobs of each.</summary>
    public async Task DaysAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            Site.Clock.Move(TimeSpan.FromDays(1));
            await JobsAsync();
        }
    }

    public async Task JobsAsync()
    {
        await Site.Run<FollowUpJob>();
        await Site.Run<ActionDigestJob>();
        await Site.Run<MailPump>();
    }

    public Task<List<string>> SentAsync(string owner) =>
        Site.Db(db =>
            db.Mails.Where(mail =>
                    mail.PersonId == this[owner] && mail.ActionId != null && mail.State == MailState.Sent
                )
                .OrderBy(mail => mail.SentAt)
                .Select(mail => mail.Kind)
                .ToListAsync()
        );
}
