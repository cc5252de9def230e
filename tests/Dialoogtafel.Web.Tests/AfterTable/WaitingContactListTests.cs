using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>
/// A contact list that waits for the morning tells no more than what people give at the moment that it leaves (R-101,
///
/// </summary>
public sealed class WaitingContactListTests : WaitingContactListFixture
{
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

        var mail = await site.Db(db => db.Mails.SingleAsync(item => item.State == lost));
        var organiser = await (await table.World.SignIn()).Go($"/beheer/post/{mail.Id}");
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

    /// <summary>The server did not take this mail; it waits for its next try, which is after the morning.</summary>
    private static Task FailAsync(PreparedTable table, string recipient) =>
        table.Site.Db(async db =>
        {
            var mail = await db.Mails.SingleAsync(item => item.Kind == "contactlijst" && item.Recipient == recipient);
            mail.Claim(Morning.UtcDateTime);
            mail.TryAgain("451 later", Morning.UtcDateTime);
            await db.SaveChangesAsync();
        });
}
