using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>
/// A contact list that waits for the morning tells no more than what people give at the moment that it leaves (R-101,
/// A-16).
/// </summary>
public sealed class WaitingContactListTests
{
    private const string Address = "dina.kanarie@voorbeeld.example";
    private const string Phone = "06 404 07 777";
    private static readonly DateTimeOffset Nine = new(2026, 12, 3, 20, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Morning = new(2026, 12, 4, 7, 0, 30, TimeSpan.Zero);

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

    [Theory]
    [InlineData("Phone", "06 909 09 090", Phone)]
    [InlineData("Email", "dina.nieuw@voorbeeld.example", Address)]
    [InlineData("FirstName", "Diana", "Dina")]
    [InlineData("Organisation", "Bakkerij Nieuw", "Bakkerij Kanarie")]
    public async Task A_corrected_number_address_name_or_organisation_stands_in_it_and_the_list_goes_to_the_new_address(
        string field,
        string now,
        string before
    )
    {
        using var site = new Site();
        var table = await AtNineAsync(site);

        var organiser = await (await table.World.SignIn()).Go($"/personen/{PersonOf(table)}");
        await organiser.Press("Gegevens bewaren", ($"Contact.{field}", now));
        Assert.Contains("De gegevens zijn bewaard.", organiser.Text, StringComparison.Ordinal);
        await LeaveAsync(table);

        var lists = await ListsAsync(site);
        Assert.Equal(3, lists.Count);
        Assert.All(lists, mail => Assert.Contains(now, mail.Mail.Text, StringComparison.Ordinal));
        Assert.All(lists, mail =>
            Assert.DoesNotContain(
                before,
                mail.Mail.Text.Replace("Beste Dina", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            )
        );
        Assert.Contains(lists, mail => mail.Row.Recipient == (field == "Email" ? now : Address));
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

    [Fact]
    public async Task Who_had_the_first_list_already_keeps_it_and_who_still_waits_gets_a_second_one_by_its_number()
    {
        using var site = new Site();
        var table = await AtNineAsync(site);
        // Bram's mail meets a server that does not take it; Anna's and Dina's left.
        await FailAsync(table, "bram@voorbeeld.example");
        await LeaveAsync(table);
        Assert.Equal(2, (await ListsAsync(site)).Count);

        await ChooseAsync(table);
        site.Clock.Move(TimeSpan.FromHours(3));
        await site.Run<MailPump>();

        var bram = (await ListsAsync(site)).Single(mail => mail.Row.Recipient == "bram@voorbeeld.example");
        AssertNoTraceIn(bram.Mail.Text + bram.Mail.Html);
        // He never saw another one.
        Assert.DoesNotContain("Gooi de vorige lijst weg", bram.Mail.Text, StringComparison.Ordinal);
        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst"));
        Assert.Contains(
            "Lijst 1, donderdag 3 december, door Petra. Naar: Anna en Dina.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Lijst 2, vrijdag 4 december, door Petra. Naar: Bram.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [(1, 2), (2, 1)],
            await site.Db(db =>
                db.ContactListVersions.OrderBy(item => item.Number)
                    .Select(item => new ValueTuple<int, int>(item.Number, item.Receipts.Count))
                    .ToListAsync()
            )
        );
    }

    [Theory]
    [InlineData(MailState.Uncertain)]
    [InlineData(MailState.Failed)]
    public async Task Sending_a_lost_one_again_sends_what_may_be_said_now(MailState lost)
    {
        using var site = new Site();
        var table = await AtNineAsync(site);
        await site.Db(async db =>
        {
            var mail = await db.Mails.SingleAsync(item =>
                item.Kind == "contactlijst" && item.Recipient == "bram@voorbeeld.example"
            );
            mail.Claim(site.Clock.Utc);
            if (lost == MailState.Failed)
            {
                mail.Refused("550 no");
            }
            else
            {
                mail.BecameUncertain("broken");
            }

            await db.SaveChangesAsync();
        });
        await LeaveAsync(table);
        await ChooseAsync(table);

        var organiser = await (await table.World.SignIn()).Go(
            $"/beheer/post/{await site.Db(db => db.Mails.Where(item => item.State == lost).Select(item => item.Id).SingleAsync())}"
        );
        await organiser.Press("Opnieuw versturen", ("MayBeDouble", "true"));
        await site.Run<MailPump>();

        var bram = (await ListsAsync(site)).Single(mail => mail.Row.Recipient == "bram@voorbeeld.example");
        AssertNoTraceIn(bram.Mail.Text + bram.Mail.Html);
    }

    [Fact]
    public async Task Taking_it_back_says_how_many_were_taken_back_and_how_many_had_left()
    {
        using var site = new Site();
        var table = await AtNineAsync(site);
        await FailAsync(table, "bram@voorbeeld.example");
        await LeaveAsync(table);

        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst"));
        Assert.Contains("Naar: Anna en Dina. Gaat nog naar: Bram.", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Haal de lijst terug");

        Assert.Contains("1 mail is teruggehaald. 2 mails waren al weg.", organiser.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromDays(1));
        await site.Run<MailPump>();
        Assert.Equal(
            ["anna@voorbeeld.example", Address],
            (await ListsAsync(site)).Select(mail => mail.Row.Recipient).Order()
        );
    }

    [Fact]
    public async Task After_one_took_something_back_the_whole_list_can_still_be_taken_back_and_the_page_says_so()
    {
        using var site = new Site();
        var table = await AtNineAsync(site);
        await ChooseAsync(table);

        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst"));
        await organiser.Press("Haal de lijst terug");
        Assert.Contains("Alles is teruggehaald. Er is niets van verstuurd.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Lijst 1, donderdag 3 december, door Petra. Teruggehaald.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await LeaveAsync(table);

        Assert.Empty(await ListsAsync(site));
    }

    [Fact]
    public async Task A_person_reads_on_her_own_page_whether_a_list_has_left_and_that_it_cannot_come_back()
    {
        using var site = new Site();
        var table = await AtNineAsync(site);
        var dina = await table.LookBackOf("Dina");
        Assert.DoesNotContain("Die kunnen wij niet terughalen.", dina.Text, StringComparison.Ordinal);
        // Nobody sees the list before it has left: until then it can be taken back.
        Assert.DoesNotContain("Bel elkaar gerust", dina.Text, StringComparison.Ordinal);
        await LeaveAsync(table);

        await dina.Go(dina.Address.AbsolutePath);
        Assert.Contains(
            "Er is al een lijst verstuurd. Die kunnen wij niet terughalen.",
            dina.Text,
            StringComparison.Ordinal
        );
        await dina.Press(
            "Bewaar mijn keuze",
            ("Give.Name", ""),
            ("Give.Phone", ""),
            ("Give.Email", ""),
            ("Give.Organisation", "")
        );

        Assert.Contains(
            "U staat niet meer op de lijst, Dina. In de volgende lijst staat niets van u. "
                + "Wie al een lijst kreeg, heeft die nog.",
            dina.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sending_the_same_page_again_sends_nothing_more_and_a_new_list_takes_the_place_of_one_that_waits()
    {
        using var site = new Site();
        var table = await AtNineAsync(site, send: false);
        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst/verzending"));
        var again = await (await table.World.SignIn()).Go(table.Path("contactlijst/verzending"));
        await organiser.Press("Ja, naar 3 mensen", ("Send.When", "InTheMorning"));
        await again.Press("Ja, naar 3 mensen", ("Send.When", "InTheMorning"));
        Assert.Contains("De lijst is intussen al verstuurd of veranderd.", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.Db(db => db.ContactListVersions.CountAsync()));

        await again.Go(table.Path("contactlijst/verzending"));
        await again.Press("Ja, naar 3 mensen", ("Send.When", "InTheMorning"));
        await LeaveAsync(table);

        Assert.Equal(3, (await ListsAsync(site)).Count);
    }

    /// <summary>
    /// Anna, Bram and Dina were there; Anna gives her name, Dina all she has. At nine the organiser sends the list, for
    /// the morning.
    /// </summary>
    private static async Task<PreparedTable> AtNineAsync(Site site, bool anna = true, bool send = true)
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

    private static async Task LeaveAsync(PreparedTable table)
    {
        table.Site.Clock.Set(Morning);
        await table.Site.Run<MailPump>();
    }

    private static async Task ChooseAsync(PreparedTable table, params string[] fields)
    {
        string[] all = ["Give.Name", "Give.Phone", "Give.Email", "Give.Organisation"];
        var dina = await table.LookBackOf("Dina");
        await dina.Press("Bewaar mijn keuze", [.. all.Select(field => (field, fields.Contains(field) ? "true" : ""))]);
        Assert.Equal(System.Net.HttpStatusCode.OK, dina.Status);
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

    /// <summary>The server did not take this mail; it waits for its next try, which is after the morning.</summary>
    private static Task FailAsync(PreparedTable table, string recipient) =>
        table.Site.Db(async db =>
        {
            var mail = await db.Mails.SingleAsync(item => item.Kind == "contactlijst" && item.Recipient == recipient);
            mail.Claim(Morning.UtcDateTime);
            mail.TryAgain("451 later", Morning.UtcDateTime);
            await db.SaveChangesAsync();
        });

    private static int PersonOf(PreparedTable table) => table.World.Read(table["Dina"]).Result.PersonId;

    private static async Task InScope(PreparedTable table, Func<IServiceProvider, Task> act)
    {
        await using var scope = table.Site.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    private static async Task<List<MailedLinks.Composed>> ListsAsync(Site site) =>
        [.. (await site.MailsAsync()).Where(mail => mail.Row is { Kind: "contactlijst", State: MailState.Sent })];

    /// <summary>In no mail that left, of whatever kind, to anybody else.</summary>
    private static void AssertNoTrace(Site site)
    {
        var mails = MailBox.All(site).Where(mail => !mail.IsTo(Address)).ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => AssertNoTraceIn(mail.Text + File.ReadAllText(mail.File)));
    }

    private static void AssertNoTraceIn(string text) =>
        Assert.All(new[] { "kanarie", Phone, Phone.Replace(" ", "", StringComparison.Ordinal) }, canary =>
            Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase)
        );
}
