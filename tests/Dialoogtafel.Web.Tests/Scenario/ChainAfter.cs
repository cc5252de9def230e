using System.Globalization;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>The half after the table: who was there, notes, report, contact list.</summary>
public sealed partial class ChainStory
{
    private static readonly IReadOnlyDictionary<string, string> FieldNames = new Dictionary<string, string>
    {
        ["naam"] = "Name",
        ["e-mail"] = "Email",
        ["telefoon"] = "Phone",
        ["organisatie"] = "Organisation",
    };

    private IEnumerable<ChainPerson> Present => Chain.People.Where(person => person.There == true);

    private async Task SitAsync(Func<string, IWalker, Task> look)
    {
        await UntilAsync(3, 12, 17, 0);
        var fenna = await SignInAsync(Fenna);
        await fenna.GoAsync($"/bijeenkomsten/{Table}/afloop");
        var page = await fenna.PageAsync();
        string BoxOf(string name) =>
            page.QuerySelectorAll("label.check")
                .Single(label => label.Words().StartsWith(name, StringComparison.Ordinal))
                .QuerySelector("input[type=checkbox]")!
                .GetAttribute("name")!;
        await fenna.PressAsync(
            "Bewaar wie er was",
            [
                .. Present
                    .Select(person => person.Name)
                    .Append("Fenna")
                    .Append("Hanna")
                    .Select(name => (BoxOf(name), "true")),
            ]
        );
        await look("aanwezig", fenna);
        await fenna.GoAsync($"/bijeenkomsten/{Table}/notities");
        await fenna.PressAsync(
            "Bewaar de notities",
            ("Form.Kind", "Problem"),
            (
                "Form.Lines",
                """
                succes: een proefdag op de werkvloer nam de twijfel weg
                kans: één nummer voor vragen over aanpassingen
                kans: collega’s die weten wat iemand nodig heeft
                knelpunt: niemand weet wie de vervoerskosten betaalt
                formulieren zijn te lang
                oplossing: een kaart met wie waarover beslist
                inzicht: rust vooraf scheelt uitval achteraf
                """
            )
        );
        await fenna.PressAsync("Prioriteit: één nummer voor vragen over aanpassingen");
        await fenna.PressAsync("Prioriteit: formulieren zijn te lang");
        await look("notities", fenna);
    }

    /// <summary>The day after, everybody with an address is thanked and asked; who has none is called.</summary>
    private async Task LookBackAsync(Func<string, IWalker, Task> look)
    {
        await UntilAsync(4, 12, 12, 0);
        foreach (var person in Present.Where(person => !WithoutMail.Contains(person.FirstName)))
        {
            var phone = await OpenLinkAsync(person.FirstName);
            await phone.GoAsync(OwnPath(phone) + "/terugblik");
            await phone.PressAsync(
                "Verstuur mijn antwoord",
                ("Form.Outcome", person.FirstName == "Bram" ? "Partly" : "Yes")
            );
            await phone.GoAsync(OwnPath(phone) + "/terugblik");
            if (person.Gives.Count > 0)
            {
                await phone.PressAsync(
                    "Bewaar mijn keuze",
                    [.. person.Gives.Select(field => ($"Give.{FieldNames[field]}", "true"))]
                );
            }

            if (person.FirstName == "Amina")
            {
                await look("terugblik", phone);
            }
        }

        await SignInAsync(Petra, Organiser);
        foreach (
            var (person, outcome) in Present.Where(person => WithoutMail.Contains(person.FirstName)).Zip(["No", "Yes"])
        )
        {
            await Organiser.GoAsync($"/uitnodigingen/{await InvitationAsync(person.FirstName)}/terugblik");
            await Organiser.PressAsync(
                $"Bewaar dit voor {person.FirstName}",
                [
                    ("Form.Outcome", outcome),
                    ("Form.Channel", "Phone"),
                    ("Form.ContactList", "Asked"),
                    .. person.Gives.Select(field => ($"Form.{FieldNames[field]}", "true")),
                ]
            );
        }

        await Organiser.GoAsync("/te-bellen");
        Assert.Contains(
            "Gerard",
            (await Organiser.PageAsync()).QuerySelectorAll(".calls > li h2").Select(item => item.Words().Split(' ')[0])
        );
        await Organiser.PressAsync("Gesproken, klaar met Gerard");
    }

    private async Task ReportAsync(Func<string, IWalker, Task> look)
    {
        await UntilAsync(7, 12, 10, 0);
        await SignInAsync(Petra, Organiser);
        var here = $"/bijeenkomsten/{Table}/verslag";
        await Organiser.GoAsync(here);
        await Organiser.PressAsync("Maak het verslag");
        await Organiser.GoAsync(here + "/tekst");
        var text = (await Organiser.PageAsync()).QuerySelector("textarea")!.TextContent.Trim();
        await Organiser.PressAsync("Bewaren", ("Form.Text", text + "\n\nBedankt dat u er was."));
        foreach (var facilitator in new[] { Fenna, Hanna })
        {
            var desk = await SignInAsync(facilitator);
            await desk.GoAsync(here);
            await desk.PressAsync("Ik ben akkoord");
        }

        await SignInAsync(Petra, Organiser);
        await Organiser.GoAsync(here + "/verzending");
        await Organiser.PressAsync($"Ja, naar {Chain.People.Count(person => person.Report == "mail")} mensen");
        await UntilAsync(7, 12, 11, 0);
        foreach (var name in new[] { "Amina", "Mo" })
        {
            var reader = await PhoneOfAsync(name);
            await reader.GoAsync(await MailedAsync(AddressOf(name), "/v/"));
            Assert.Contains("Bedankt dat u er was.", await WordsAsync(reader), StringComparison.Ordinal);
            await look($"verslag van {name}", reader);
        }

        await Organiser.GoAsync(here);
        await look("verslag op papier", Organiser);
    }

    private async Task ShareAsync(Func<string, IWalker, Task> look)
    {
        await UntilAsync(8, 12, 10, 0);
        await SignInAsync(Petra, Organiser);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/contactlijst");
        await look("contactlijst", Organiser);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/contactlijst/verzending");
        await Organiser.PressAsync(
            $"Ja, naar {Present.Count(person => !WithoutMail.Contains(person.FirstName))} mensen"
        );
        await UntilAsync(8, 12, 11, 0);
    }

    /// <summary>The words of the newest mail of a kind to somebody.</summary>
    public async Task<string> MailOfAsync(string kind, string name)
    {
        var mail = await Db(db =>
            db.Mails.AsNoTracking()
                .Where(item =>
                    item.Kind == kind
                    && item.State == MailState.Sent
                    && db.Persons.Any(person => person.Id == item.PersonId && person.FirstName == name)
                )
                .OrderByDescending(item => item.SentAt)
                .FirstAsync()
        );
        return MailReader.Read(Stage.Services.GetRequiredService<FieldCipher>().OpenBytes(mail.Content!)).Text;
    }
}
