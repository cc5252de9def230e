using System.Net;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>A table with answers, and Ine, who works along in the project.</summary>
public abstract class ReadersFixture : IAsyncLifetime
{
    protected const string Ine = "ine@team.example";
    protected const string Secret = "kanarie op de begane grond";
    protected readonly Site site = new();
    protected PreparedTable table = null!;
    protected int ine;

    protected World World => table.World;
    protected string Details => $"/bijeenkomsten/{World.Table}/gegevens";
    protected string Over => $"/bijeenkomsten/{World.Table}/overdracht";

    public async Task InitializeAsync()
    {
        table = await PreparedTable.On(site);
        ine = await World.Member("Ine", Ine, TeamRole.Facilitator, World.Project);
        await World.SendAsync();
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    protected async Task ChooseAsync(Visitor visitor, string duty, int? person)
    {
        await visitor.Go(Details);
        await visitor.Press("Bewaren", ($"Form.{duty}FacilitatorId", $"{person}"));
    }

    /// <summary>Presses the button below the form; the same stands above it.</summary>
    protected static async Task AgreeAsync(Visitor visitor, params (string Name, string Value)[] typed)
    {
        var button = visitor.Page.QuerySelector("form#details .buttons button")!;
        Assert.StartsWith("Ja, bewaar", button.Words(), StringComparison.Ordinal);
        button.TextContent = "Onderaan";
        await visitor.Press("Onderaan", typed);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    protected async Task<bool> ReadsAsync(string address) =>
        (await (await World.SignIn(address)).Go(table.Overview)).Status == HttpStatusCode.OK;

    protected Task<int> PersonAsync(string address) =>
        site.Db(db => db.Persons.Where(item => item.Email == address).Select(item => item.Id).SingleAsync());

    protected Task MembershipAsync(int person, TeamRole role) =>
        site.Db(async db =>
        {
            db.Memberships.Add(
                new TeamMembership
                {
                    PersonId = person,
                    ProjectId = World.Project,
                    Role = role,
                    From = site.Clock.Utc,
                }
            );
            await db.SaveChangesAsync();
        });

    protected Task<List<OutgoingMail>> RowsAsync() =>
        site.Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail => mail.Kind.StartsWith("leest-mee"))
                .OrderBy(mail => mail.QueuedAt)
                .ThenBy(mail => mail.Id)
                .ToListAsync()
        );

    protected async Task<string> MailToAsync(string address) =>
        (await site.MailsAsync())
            .Last(mail =>
                mail.Row.Kind.StartsWith("leest-mee", StringComparison.Ordinal) && mail.Row.Recipient == address
            )
            .Mail.Text.ReplaceLineEndings(" ");
}
