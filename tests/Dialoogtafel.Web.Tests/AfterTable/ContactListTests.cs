using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>R-101, M-16: list and mail hold exactly what was given.</summary>
public sealed class ContactListTests
{
    private static readonly ContactField[] Fields =
    [
        ContactField.Name,
        ContactField.Email,
        ContactField.Phone,
        ContactField.Organisation,
    ];

    [Fact]
    public async Task For_all_sixteen_combinations_of_four_fields_list_and_mail_hold_exactly_what_was_given()
    {
        using var site = new Site();
        var table = await PreparedTable.On(site);
        string[] names = [.. Enumerable.Range(0, 16).Select(at => $"Gast{(char)('a' + at)}")];
        var invitations = await table.World.Invite([
            .. names.Select(
                (name, at) =>
                    (name, "Gemeente", (string?)$"adres-{at}@voorbeeld.example", (string?)$"06 777 00 1{at:00}")
            ),
        ]);
        await site.Db(async db =>
        {
            foreach (var (at, invitation) in invitations.Index())
            {
                var person = (
                    await db.Invitations.Include(item => item.Person).SingleAsync(item => item.Id == invitation)
                ).Person!;
                person.Organisation = new Organisation { Name = $"Bedrijf {(char)('A' + at)}" };
                db.Consents.AddRange(
                    ContactList.Change(
                        [],
                        Given(at).ToHashSet(),
                        new(
                            person.Id,
                            table.World.Project,
                            table.World.Table,
                            "1",
                            ConsentChannel.Paper,
                            table.World.OrganiserPerson
                        ),
                        site.Clock.Utc
                    )
                );
            }

            await db.SaveChangesAsync();
        });
        // Bram was there and gave nothing; Cor thought along and gave all; Anna gave all and was not there.
        await table.GiveAsync("Anna", Fields);
        await table.GiveAsync("Cor", Fields);
        site.Clock.Set(BeenTable.Evening);
        await table.TickAsync([.. names, "Bram"]);

        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst"));
        var page = organiser.Page.QuerySelector("table")!.Words();
        await organiser.Follow("Kijk wie de lijst krijgt");
        await organiser.Press("Ja, naar 17 mensen");
        await table.PumpAsync();
        var mails = await table.SentAsync("contactlijst");

        Assert.Equal(17, mails.Count);
        Assert.DoesNotContain(mails, mail =>
            mail.Recipient.StartsWith("cor@", StringComparison.Ordinal)
            || mail.Recipient.StartsWith("anna@", StringComparison.Ordinal)
        );
        var text = mails.Single(mail => mail.Recipient == "bram@voorbeeld.example").Text;
        for (var at = 0; at < 16; at++)
        {
            foreach (var (field, shown) in Shown(at))
            {
                Assert.True(
                    Given(at).Contains(field) == page.Contains(shown, StringComparison.Ordinal),
                    $"page: {names[at]} {field} {shown}"
                );
                Assert.True(
                    Given(at).Contains(field) == text.Contains(shown, StringComparison.Ordinal),
                    $"mail: {names[at]} {field} {shown}"
                );
            }
        }

        Assert.Equal(
            15,
            organiser.Page is { }
                ? (await organiser.Go(table.Path("contactlijst"))).Page.QuerySelectorAll("tbody tr").Length
                : 0
        );
        Assert.DoesNotContain("06 555 12 345", text, StringComparison.Ordinal);
        Assert.Equal(17, await site.Db(db => db.ContactListVersions.SelectMany(item => item.Receipts).CountAsync()));
    }

    [Fact]
    public async Task Nobody_gives_a_number_or_an_address_that_we_do_not_have()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna", "Bram");
        await site.Db(db =>
            db.Persons.Where(person => person.FirstName == "Anna" || person.FirstName == "Bram")
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Phone, (string?)null))
        );
        var anna = await table.LookBackOf("Anna");
        await anna.Press("Bewaar mijn keuze", ("Give.Phone", "true"));
        Assert.Contains(
            "Schrijf op welk nummer, of haal het vinkje bij uw telefoonnummer weg.",
            anna.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await site.Db(db => db.Consents.Where(item => item.Field != null).ToListAsync()));

        await anna.Press("Bewaar mijn keuze", ("Give.Phone", "true"), ("Give.Number", "06 12 34 56 78"));
        Assert.Equal(
            "06 12 34 56 78",
            (await site.Db(db => db.Persons.SingleAsync(person => person.FirstName == "Anna"))).Phone
        );
        Assert.Single(await site.Db(db => db.Consents.Where(item => item.Field == ContactField.Phone).ToListAsync()));

        var organiser = await (await table.World.SignIn()).Go($"/uitnodigingen/{table["Bram"]}/terugblik");
        await organiser.Press(
            "Bewaar dit voor Bram",
            ("Form.Outcome", "Yes"),
            ("Form.Channel", "Phone"),
            ("Form.ContactList", "Asked"),
            ("Form.Phone", "true")
        );
        Assert.Contains("Wij hebben geen telefoonnummer van Bram.", organiser.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Db(db => db.FetchChecks.ToListAsync()));
    }

    [Fact]
    public async Task A_person_gives_and_withdraws_on_her_own_page_and_the_next_version_shows_it()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna", "Bram");
        var anna = await table.LookBackOf("Anna");
        await anna.Press("Bewaar mijn keuze");
        Assert.Contains("U vinkte niets aan.", anna.Text, StringComparison.Ordinal);
        await anna.Press("Bewaar mijn keuze", ("Give.Name", "true"), ("Give.Phone", "true"));
        await (await table.LookBackOf("Bram")).Press("Bewaar mijn keuze", ("Give.Name", "true"));
        await SendAsync(table);

        await anna.Go(anna.Address.AbsolutePath);
        Assert.Contains("Bel elkaar gerust", anna.Text, StringComparison.Ordinal);
        await anna.Press("Bewaar mijn keuze", ("Give.Name", ""), ("Give.Phone", ""));
        Assert.Contains("U staat niet meer op de lijst, Anna.", anna.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromDays(1));
        await SendAsync(table);

        var mails = (await table.SentAsync("contactlijst"))
            .Where(mail => mail.Recipient == "bram@voorbeeld.example")
            .ToList();
        Assert.Equal([true, false], mails.Select(mail => mail.Text.Contains("Anna", StringComparison.Ordinal)));
        Assert.Contains("Dit is lijst 2.", mails[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, await site.Db(db => db.Consents.CountAsync(item => item.WithdrawnAt != null)));
    }

    [Fact]
    public async Task A_list_is_taken_back_within_the_window_and_then_nobody_received_it()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        await table.GiveAsync("Anna", ContactField.Name);
        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst/verzending"));
        await organiser.Press("Ja, naar 1 mens");
        await organiser.Press("Haal de lijst terug");
        await table.PumpAsync();

        Assert.Empty(await table.SentAsync("contactlijst"));
        Assert.Contains(
            "Teruggehaald.",
            (await organiser.Go(table.Path("contactlijst"))).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await site.Db(db => db.ContactListVersions.SelectMany(item => item.Receipts).ToListAsync()));
    }

    private static async Task SendAsync(PreparedTable table)
    {
        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst/verzending"));
        await organiser.Press("Ja, naar 2 mensen");
        await table.PumpAsync();
    }

    private static List<ContactField> Given(int combination) =>
        [.. Fields.Where((_, bit) => (combination & (1 << bit)) != 0)];

    private static IEnumerable<(ContactField, string)> Shown(int at) =>
        [
            (ContactField.Name, $"Gast{(char)('a' + at)}"),
            (ContactField.Email, $"adres-{at}@voorbeeld.example"),
            (ContactField.Phone, $"06 777 00 1{at:00}"),
            (ContactField.Organisation, $"Bedrijf {(char)('A' + at)}"),
        ];
}
