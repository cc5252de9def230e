using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>
/// Who takes something back while a contact list waits for the morning, stands in it without that (R-101, A-16).
/// </summary>
public sealed class ConsentTakenBackTests : WaitingContactListFixture
{
    /// <summary>
    /// Every way in which Dina leaves the list after nine in the evening, or something of her does; and whether she
    /// still gets one herself.
    /// </summary>
    private static readonly Dictionary<string, (Func<PreparedTable, Task> Act, bool DinaGetsOne)> Ways = new()
    {
        ["on her own page"] = (table => ChooseAsync(table), true),
        ["by the team on her page"] = (WithdrawByTeamAsync, true),
        ["by phone"] = (SayAsync, true),
        ["haal mij van de lijst on Mijn tafel"] = (RemoveAsync, false),
        ["haal mij overal weg on another page"] = (
            async table =>
                await InScope(table, scope =>
                    scope
                        .GetRequiredService<RemovalDesk>()
                        .AskAsync(PersonOf(table), table.World.Project, table.Site.Clock.Utc, default)
                ),
            false
        ),
        ["erased at once"] = (
            async table =>
                await InScope(table, scope =>
                    scope
                        .GetRequiredService<Eraser>()
                        .EraseAsync(PersonOf(table), Hand.Self, table.Site.Clock.Utc, default)
                ),
            false
        ),
        ["was not there after all"] = (UntickAsync, false),
        ["taken off the list of the table"] = (
            async table =>
                await (await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Dina"]}/intrekking")).Press(
                    "Ja, haal van de lijst"
                ),
            false
        ),
        ["below the pages"] = (
            table =>
                table.Site.Db(db =>
                    db.Consents.Where(item => item.PersonId == PersonOf(table))
                        .ExecuteUpdateAsync(set => set.SetProperty(item => item.WithdrawnAt, table.Site.Clock.Utc))
                ),
            true
        ),
    };

    public static TheoryData<string> AllWays => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Who_takes_everything_back_in_the_evening_stands_in_no_list_that_leaves_in_the_morning(string way)
    {
        using var site = new Site();
        var table = await AtNineAsync(site);
        var id = PersonOf(table);

        site.Clock.Set(Nine.AddMinutes(40));
        await Ways[way].Act(table);
        await LeaveAsync(table);

        AssertNoTrace(site);
        var lists = await ListsAsync(site);
        Assert.Equal(
            Ways[way].DinaGetsOne
                ? ["anna@voorbeeld.example", "bram@voorbeeld.example", Address]
                : ["anna@voorbeeld.example", "bram@voorbeeld.example"],
            lists.Select(mail => mail.Row.Recipient).Order()
        );
        Assert.All(lists, mail => Assert.Contains("Anna", mail.Mail.Text, StringComparison.Ordinal));
        Assert.All(lists, mail =>
            Assert.DoesNotContain("Gooi de vorige lijst weg", mail.Mail.Text, StringComparison.Ordinal)
        );
        // Who received what is true: one version, of the people who got it.
        var version = Assert.Single(
            await site.Db(db => db.ContactListVersions.Include(item => item.Receipts).ToListAsync())
        );
        Assert.Equal(lists.Count, version.Receipts.Count);
        Assert.Equal(Ways[way].DinaGetsOne, version.Receipts.Exists(receipt => receipt.PersonId == id));
    }

    [Theory]
    [InlineData("on her own page")]
    [InlineData("by the team on her page")]
    [InlineData("haal mij van de lijst on Mijn tafel")]
    [InlineData("haal mij overal weg on another page")]
    [InlineData("erased at once")]
    [InlineData("was not there after all")]
    public async Task What_was_taken_back_does_not_rest_in_the_outbox_until_the_morning(string way)
    {
        using var site = new Site();
        var table = await AtNineAsync(site);

        await Ways[way].Act(table);

        Assert.All((await site.MailsAsync()).Where(mail => mail.Row.Kind == "contactlijst"), mail =>
            AssertNoTraceIn(mail.Mail.Text + mail.Mail.Html)
        );
    }

    [Fact]
    public async Task One_field_taken_back_is_gone_and_the_others_stay()
    {
        using var site = new Site();
        var table = await AtNineAsync(site);

        await ChooseAsync(table, "Give.Name", "Give.Email");
        await LeaveAsync(table);

        var lists = await ListsAsync(site);
        Assert.Equal(3, lists.Count);
        Assert.All(lists, mail =>
            Assert.DoesNotContain(Phone, mail.Mail.Text + mail.Mail.Html, StringComparison.Ordinal)
        );
        Assert.All(lists, mail => Assert.Contains(Address, mail.Mail.Text, StringComparison.Ordinal));
        Assert.All(lists, mail => Assert.Equal(Morning.UtcDateTime, mail.Row.SentAt));
    }

    [Fact]
    public async Task With_nobody_left_on_it_no_list_leaves_and_the_page_says_so()
    {
        using var site = new Site();
        var table = await AtNineAsync(site, anna: false);

        await ChooseAsync(table);
        await LeaveAsync(table);

        Assert.Empty(await ListsAsync(site));
        Assert.Empty(await site.Db(db => db.ContactListVersions.SelectMany(item => item.Receipts).ToListAsync()));
        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst"));
        Assert.Contains("Niet verstuurd: er stond niemand meer op.", organiser.Text, StringComparison.Ordinal);
        await organiser.Go(table.Path("afloop"));
        Assert.DoesNotContain("Versie 1 is verstuurd", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_her_mind_twice_gets_one_list_that_says_what_she_said_last()
    {
        using var site = new Site();
        var table = await AtNineAsync(site);

        await ChooseAsync(table);
        await ChooseAsync(table, "Give.Name", "Give.Phone", "Give.Email", "Give.Organisation");
        await ChooseAsync(table);
        await ChooseAsync(table, "Give.Name", "Give.Phone");
        await LeaveAsync(table);

        var lists = await ListsAsync(site);
        Assert.Equal(3, lists.Count);
        Assert.All(lists, mail => Assert.Contains(Phone, mail.Mail.Text, StringComparison.Ordinal));
        Assert.All(lists.Where(mail => mail.Row.Recipient != Address), mail =>
            Assert.DoesNotContain(Address, mail.Mail.Text, StringComparison.Ordinal)
        );
    }

    private static async Task WithdrawByTeamAsync(PreparedTable table)
    {
        var organiser = await table.World.SignIn();
        for (var field = 0; field < 4; field++)
        {
            await organiser.Go($"/personen/{PersonOf(table)}");
            var form = organiser.Page.Forms.First(item =>
                item.GetAttribute("action")?.EndsWith("/intrekking", StringComparison.Ordinal) == true
            );
            using var answer = await organiser.Http.PostAsync(form.GetAttribute("action"), form.Filled());
            Assert.True((int)answer.StatusCode < 400);
        }

        Assert.Equal(4, await table.Site.Db(db => db.Consents.CountAsync(item => item.WithdrawnAt != null)));
    }

    private static async Task SayAsync(PreparedTable table)
    {
        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Dina"]}/terugblik");
        await organiser.Press(
            "Bewaar dit voor Dina",
            ("Form.Channel", "Phone"),
            ("Form.ContactList", "Asked"),
            ("Form.Name", "false"),
            ("Form.Phone", "false"),
            ("Form.Email", "false"),
            ("Form.Organisation", "false")
        );
        Assert.Contains("Opgeschreven wat Dina vertelde.", organiser.Text, StringComparison.Ordinal);
    }

    private static async Task RemoveAsync(PreparedTable table)
    {
        var dina = await new Visitor(table.Site.Open()).Go(await table.World.LinkOf(table["Dina"]));
        await dina.Go(dina.Address.AbsolutePath + "/van-de-lijst");
        await dina.Press("Verstuur mijn keuze", ("Form.Choice", "Remove"));
        Assert.Contains("U staat niet meer op de lijst", dina.Text, StringComparison.Ordinal);
    }

    private static async Task UntickAsync(PreparedTable table)
    {
        var organiser = await (await table.World.SignIn()).Go(table.Path("afloop"));
        await organiser.Press("Bewaar wie er was", (BeenTable.BoxOf(organiser, "Dina"), ""));
    }

    private static async Task InScope(PreparedTable table, Func<IServiceProvider, Task> act)
    {
        await using var scope = table.Site.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    /// <summary>In no mail that left, of whatever kind, to anybody else.</summary>
    private static void AssertNoTrace(Site site)
    {
        var mails = MailBox.All(site).Where(mail => !mail.IsTo(Address)).ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => AssertNoTraceIn(mail.Text + File.ReadAllText(mail.File)));
    }
}
