using System.Globalization;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>The last links: actions until they end, news for who wants it, and a person who goes.</summary>
public sealed partial class ChainStory
{
    private async Task AgreeAsync(Func<string, IWalker, Task> look)
    {
        await UntilAsync(9, 12, 10, 0);
        await SignInAsync(Petra, Organiser);
        foreach (var action in Chain.Actions)
        {
            await Organiser.GoAsync($"/bijeenkomsten/{Table}/acties/nieuw");
            await Organiser.PressAsync(
                "Bewaren",
                ("Form.Text", action.Text),
                ("Owner.OwnerId", await OptionOfAsync(action.Owner)),
                ("Form.TargetOn", "2027-02-15"),
                ("Form.Level", action.Level),
                ("Form.Must", "Gemeente")
            );
        }

        await Organiser.GoAsync($"/reeksen/{await SeriesAsync()}/acties");
        await look("acties", Organiser);
        await UntilAsync(11, 12, 10, 0);
        Assert.Contains(
            Chain.Actions[0].Text,
            await MailOfAsync("actie-toegewezen", "Amina"),
            StringComparison.Ordinal
        );
    }

    /// <summary>
    /// Ninety days: whoever is asked says what her row says, the team calls who stands on te bellen, and nobody hears
    /// anything after the end.
    /// </summary>
    private async Task FollowAsync(Func<string, IWalker, Task> look)
    {
        for (var day = new DateOnly(2026, 12, 12); day <= new DateOnly(2027, 3, 9); day = day.AddDays(1))
        {
            await PassAsync(day);
            foreach (var action in Chain.Actions.Where(action => action.Says.Count > 0))
            {
                await SayAsync(action);
            }

            if (day.DayOfWeek == DayOfWeek.Monday)
            {
                await CallAboutActionsAsync();
            }
        }

        await Organiser.GoAsync($"/reeksen/{await SeriesAsync()}/acties");
        await look("acties aan het eind", Organiser);
    }

    private async Task PassAsync(DateOnly day)
    {
        foreach (var hour in new[] { 9, 12 })
        {
            await AtAsync(At(day.Day, day.Month, hour, 30, day.Year));
        }
    }

    /// <summary>Answers each new question with the next of her answers.</summary>
    private async Task SayAsync(ChainAction action)
    {
        var first = action.Owner.Split(' ')[0];
        var asked = await Db(db =>
            db.ActionLog.CountAsync(line =>
                line.Event == ActionEvent.Asked
                && db.Actions.Any(item =>
                    item.Id == line.ActionId && item.Text == action.Text && item.Owner!.FirstName == first
                )
            )
        );
        if (asked <= said.GetValueOrDefault(action.Text) || asked > action.Says.Count)
        {
            return;
        }

        said[action.Text] = asked;
        var phone = await PhoneOfAsync(first);
        await phone.GoAsync(await MailedAsync(first == "Petra" ? Petra : AddressOf(first), "/a/"));
        await phone.PressAsync("Verstuur mijn antwoord", ("Form.Answer", action.Says[asked - 1]));
    }

    /// <summary>Petra calls about every action that waits for a person, and writes down what its row says.</summary>
    private async Task CallAboutActionsAsync()
    {
        await SignInAsync(Petra, Organiser);
        await Organiser.GoAsync("/te-bellen");
        var waiting = (await Organiser.PageAsync())
            .QuerySelectorAll("#acties a[href^='/acties/']")
            .Select(link => int.Parse(link.GetAttribute("href")!.Split('/', '#')[2], CultureInfo.InvariantCulture))
            .Distinct()
            .ToList();
        foreach (var id in waiting)
        {
            await Organiser.GoAsync($"/acties/{id}");
            var text = (await Organiser.PageAsync()).Words();
            var action = Chain.Actions.Single(item => text.Contains(item.Text, StringComparison.Ordinal));
            switch (action.Called)
            {
                case "klaar":
                    await Organiser.PressAsync("Bewaar dit antwoord", ("Said.Answer", nameof(ActionAnswer.Done)));
                    break;
                case "gestopt":
                    await Organiser.PressAsync("Stop deze actie", ("Stop.Reason", "er kwam een andere oplossing"));
                    break;
                case var handed
                    when handed.StartsWith("naar ", StringComparison.Ordinal) && handedOver.Add(action.Text):
                    await Organiser.GoAsync($"/acties/{id}/overdracht");
                    await Organiser.PressAsync(
                        "Draag over",
                        ("Owner.OwnerId", await OptionOfAsync(handed["naar ".Length..]))
                    );
                    break;
                default:
                    await Organiser.PressAsync("Bewaar dit antwoord", ("Said.Answer", nameof(ActionAnswer.Done)));
                    break;
            }
        }
    }

    private async Task TellAsync(Func<string, IWalker, Task> look)
    {
        var wim = await PhoneOfAsync("Wim");
        await wim.GoAsync("/op-de-hoogte");
        await wim.PressAsync("Stuur mij de mail", ("Form.FirstName", "Wim"), ("Form.Address", AddressOf("Wim")));
        await wim.GoAsync(await MailedAsync(AddressOf("Wim"), "/op-de-hoogte/"));
        await wim.PressAsync("Meld mij aan", ("Form.Yes", "true"));
        await SignInAsync(Petra, Organiser);
        await Organiser.GoAsync("/nieuwsbrieven");
        await Organiser.PressAsync("Nieuw concept");
        var issue = Organiser.Path;
        var blocks = (await Organiser.PageAsync())
            .QuerySelectorAll("input[name='Form.Blocks']")
            .Select(box => box.GetAttribute("value")!)
            .Where(key => key.StartsWith("actie:", StringComparison.Ordinal))
            .Take(1)
            .ToList();
        await Organiser.PressAsync(
            "Bewaren",
            [
                ("Form.Title", "Wat er lukte"),
                ("Form.Body", "Drie maanden na de tafel."),
                ("Form.Public", "true"),
                .. blocks.Select(key => ("Form.Blocks", key)),
            ]
        );
        await Organiser.GoAsync(issue + "/verzending");
        await Organiser.PressAsync("Ja, naar 2 mensen", ("Form.When", "Soon"));
        await PassAsync(new DateOnly(2027, 3, 10));
        var nora = await PhoneOfAsync("Nora");
        await nora.GoAsync(await MailedAsync(AddressOf("Nora"), "/nieuwsbrief/"));
        Assert.Contains("Drie maanden na de tafel.", await WordsAsync(nora), StringComparison.Ordinal);
        await look("nieuwsbrief", nora);
        await wim.GoAsync("/");
        await wim.GoAsync($"/onderzoek/{await Db(db => db.Projects.Select(item => item.Id).SingleAsync())}");
        await look("openbaar", wim);
    }

    /// <summary>Carla wants to go: she asks on her own page, Petra carries it out.</summary>
    private async Task RemoveAsync(Func<string, IWalker, Task> look)
    {
        var carla = await OpenLinkAsync("Carla");
        await carla.GoAsync(OwnPath(carla) + "/van-de-lijst");
        await carla.PressAsync("Verstuur mijn keuze", ("Form.Choice", "Remove"));
        await SignInAsync(Petra, Organiser);
        var person = await Db(db =>
            db.Persons.Where(item => item.FirstName == "Carla").Select(item => item.Id).SingleAsync()
        );
        await Organiser.GoAsync($"/personen/{person}/wissing");
        await Organiser.PressAsync("Ja, wis alles");
        await look("gewist", Organiser);
        await PassAsync(new DateOnly(2027, 3, 11));
    }

    private readonly Dictionary<string, int> said = [];
    private readonly HashSet<string> handedOver = [];

    protected override async Task AlsoRunAsync(JobRunner jobs)
    {
        if (Stage.Clock.GetUtcNow() > At(9, 12, 0, 0))
        {
            Assert.True(await jobs.RunAsync<FollowUpJob>(CancellationToken.None));
            Assert.True(await jobs.RunAsync<ActionDigestJob>(CancellationToken.None));
            Assert.True(await jobs.RunAsync<NewsletterJob>(CancellationToken.None));
        }
    }

    private Task<int> SeriesAsync() => Db(db => db.Series.Select(item => item.Id).SingleAsync());

    /// <summary>The words of the list for this person; the first, empty one for nobody.</summary>
    private async Task<string> OptionOfAsync(string name) =>
        (await Organiser.PageAsync())
            .QuerySelectorAll("select[name='Owner.OwnerId'] option")
            .Select(option => option.TextContent.Trim())
            .First(words => name.Length == 0 || words.StartsWith(name, StringComparison.Ordinal));
}
