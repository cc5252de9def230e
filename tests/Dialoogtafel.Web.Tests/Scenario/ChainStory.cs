using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>
/// The whole chain, played through the pages: from the wanted perspectives of one table to the end of its actions. What
/// must come of it stands in
/// <c>Chain.md</c>. This part goes to the day of the table.
/// </summary>
public sealed partial class ChainStory(IStage stage) : PreparingHands(stage)
{
    private const string Hanna = "hanna@hogeschool.example";
    private static readonly string[] WithoutMail = ["Gerard", "Hans", "Loes"];
    private static readonly string[] Phoned = ["Fatima", "Gerard", "Hans", "Ineke", "Loes"];

    /// <param name="look">Called at each link of the chain with its name and the browser that shows it.</param>
    public async Task PlayAsync(Func<string, IWalker, Task> look)
    {
        await BeginAsync();
        await TeamAsync();
        await AskAsync(look);
        await PrepareAsync(look);
        await LoseOneAsync(look);
        await HandOverAsync(look);
        await SitAsync(look);
        await LookBackAsync(look);
        await ReportAsync(look);
        await ShareAsync(look);
        await AgreeAsync(look);
        await FollowAsync(look);
        await TellAsync(look);
        await RemoveAsync(look);
    }

    private async Task TeamAsync()
    {
        await SignInAsync(Petra, Organiser);
        foreach (
            var (first, last, address) in new[]
            {
                ("Fenna", "Dekker", Fenna),
                ("Gijs", "Smeets", Gijs),
                ("Hanna", "Roos", Hanna),
            }
        )
        {
            await Organiser.GoAsync("/team");
            await Organiser.PressAsync(
                "Toevoegen aan het team",
                ("Form.FirstName", first),
                ("Form.LastName", last),
                ("Form.Email", address),
                ("Form.Role", "Facilitator")
            );
        }

        await Organiser.GoAsync($"/bijeenkomsten/{Table}/gegevens");
        await Organiser.PressAsync(
            "Bewaren",
            ("Form.ProcessFacilitatorId", "Fenna Dekker"),
            ("Form.ContentFacilitatorId", "Gijs Smeets"),
            ("Form.ReserveFacilitatorId", "Hanna Roos"),
            ("Form.MinSeats", "9")
        );
    }

    private async Task AskAsync(Func<string, IWalker, Task> look)
    {
        foreach (var (at, person) in Chain.People.Index())
        {
            await WriteDownAsync(
                person.Name,
                person.Party,
                at + 1,
                WithoutMail.Contains(person.FirstName) ? null : AddressOf(person.FirstName)
            );
        }

        await UntilAsync(2, 11, 10, 0);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/verzending");
        await Organiser.PressAsync("Ja, naar 15 mensen");
        await UntilAsync(3, 11, 9, 0);
        foreach (var name in new[] { "Amina", "Bram", "Carla", "Dirk", "Els" })
        {
            await AnswerAsync(name, "Yes");
        }

        await AnswerAsync("Joris", "Undecided", ("Form.When", "NextWeek"));
        await AnswerAsync("Mo", "Contribute", ("Form.How", "CallMe"));
        await AnswerAsync("Nora", "No");
        var nora = await PhoneOfAsync("Nora");
        await nora.GoAsync(OwnPath(nora) + "/op-de-hoogte");
        await nora.PressAsync("Houd mij op de hoogte", ("Form.Yes", "true"));
        await AnswerAsync("Otto", "No");
        foreach (var name in Phoned)
        {
            await Organiser.GoAsync($"/uitnodigingen/{await InvitationAsync(name)}");
            await Organiser.PressAsync(
                $"Schrijf het antwoord van {name} op",
                ("Form.Answer", name == "Loes" ? "No" : "Yes"),
                ("Form.Channel", "Phone")
            );
        }

        await UntilAsync(5, 11, 10, 0);
        await CallAsync("Gesproken, klaar met Mo");
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/werving");
        await look("werving", Organiser);
    }

    /// <summary>Three weeks before: seven on their own page, Gerard by phone, Hans from the paper.</summary>
    private async Task PrepareAsync(Func<string, IWalker, Task> look)
    {
        await UntilAsync(12, 11, 9, 0);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/vragen");
        await Organiser.PressAsync("Zet deze vragen klaar");
        await UntilAsync(13, 11, 10, 0);
        var amina = await BeginAsync(await OpenLinkAsync("Amina"));
        await WriteAsync(amina, "Amina", 1, 8, 1, 2, 3, 4);
        await EndAsync(amina);
        foreach (var name in new[] { "Bram", "Carla", "Dirk", "Els", "Fatima", "Ineke" })
        {
            await BeginAsync(await OpenLinkAsync(name), "Verstuur mijn keuze", ("Form.Rather", "OnlyThinking"));
        }

        await TypeInAsync("Gerard", "Phone", 1, 2);
        await TypeInAsync("Hans", "Paper", 1, 2, 3);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}");
        await look("voorbereid", Organiser);
    }

    /// <summary>Two days before Ineke cannot come; Joris, of the same party, is the first to call.</summary>
    private async Task LoseOneAsync(Func<string, IWalker, Task> look)
    {
        await UntilAsync(20, 11, 11, 0);
        await Organiser.GoAsync("/start");
        await UntilAsync(26, 11, 11, 0);
        await Organiser.GoAsync("/start");
        await UntilAsync(1, 12, 15, 0);
        var ineke = await OpenLinkAsync("Ineke");
        await ineke.GoAsync(OwnPath(ineke) + "/toch-niet");
        await ineke.PressAsync("Verstuur mijn antwoord", ("Form.Choice", "CannotCome"));
        await UntilAsync(1, 12, 16, 0);
        await Organiser.GoAsync("/te-bellen");
        Assert.StartsWith(
            "Joris",
            (await Organiser.PageAsync()).QuerySelector(".calls > li h2")!.Words(),
            StringComparison.Ordinal
        );
        await look("afzegging", Organiser);
        await Organiser.PressAsync("Ja, Joris");
    }

    /// <summary>The day before Gijs is ill: one press, and the reserve has the programme.</summary>
    private async Task HandOverAsync(Func<string, IWalker, Task> look)
    {
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/programma");
        await Organiser.PressAsync("Neem dit programma over");
        await UntilAsync(2, 12, 17, 0);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/overdracht");
        await Organiser.PressAsync("Ja, draag over aan Hanna", ("Form.Gone", "Content"));
        await look("programma", Organiser);
        var told = await MailedAsync(Hanna, $"/bijeenkomsten/{Table}/programma");
        var hanna = await SignInAsync(Hanna);
        await hanna.GoAsync(told);
        await hanna.GoAsync($"/bijeenkomsten/{Table}/programma/papier");
        await look("programma op papier", hanna);
    }
}
