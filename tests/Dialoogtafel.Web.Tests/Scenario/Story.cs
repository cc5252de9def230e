using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>
/// Eighteen people are asked for one table: played through the pages from an empty installation to the day
/// before the table. What must come of it stands in <c>EighteenPeople.md</c>. Amsterdam winter time.
/// </summary>
public sealed class Story(IStage stage) : Hands(stage)
{
    private const string Late = "Nora";

    /// <param name="look">Called at each moment of the first table, by its name.</param>
    public async Task PlayAsync(Func<string, Task> look)
    {
        await BeginAsync();
        await AskAsync();
        await look("2-11 asked by mail");
        await FirstWeekAsync();
        await look("9-11 early answers");
        await SecondWeekAsync();
        await look("17-11 reminded twice");
        await CallAndMoveAsync();
        await look("18-11 table moved");
        await LoseOneAsync();
        await look("7-12 chair came free");
        await FillUpAsync();
        await look("9-12 day before");
    }

    private async Task AskAsync()
    {
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/gegevens");
        await Organiser.PressAsync("Bewaren", ("Form.ProcessFacilitatorId", "Petra Kuiper"));
        foreach (var person in Expected.People.Where(person => person.FirstName != Late))
        {
            await WriteDownAsync(person);
        }

        await UntilAsync(2, 11, 10, 0);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/verzending");
        await Organiser.PressAsync("Ja, naar 16 mensen");
        await UntilAsync(2, 11, 10, 10);
    }

    private async Task FirstWeekAsync()
    {
        await CallAsync("Ja, Gerard");
        await UntilAsync(2, 11, 14, 0);
        await AnswerAsync("Amina", "Yes");
        await UntilAsync(3, 11, 9, 0);
        await AnswerAsync("Bram", "Yes");
        await UntilAsync(3, 11, 20, 30);
        await AnswerAsync("Carla", "Undecided", ("Form.When", "NextWeek"));
        await AnswerAsync("Dirk", "Yes");
        var (shared, his) = (await PhoneOfAsync("Dirk"), (await PhoneOfAsync("Dirk")).Path);
        await AnswerAsync("Els", "Contribute", ("Form.How", "CallMe"), ("Form.CallWhen", "dinsdag in de ochtend"));
        await shared.GoAsync(his);
        Assert.Contains("Dag Dirk.", (await shared.PageAsync()).Words(), StringComparison.Ordinal);
        await UntilAsync(4, 11, 12, 0);
        await AnswerAsync("Fatima", "Yes");
        await AnswerAsync("Hans", "Yes");
        await UntilAsync(5, 11, 22, 0);
        await AnswerAsync("Ineke", "Yes");
        await AnswerAsync(
            "Joris",
            "SomeoneElse",
            ("Form.Name", "Sanne Kok"),
            ("Form.Phone", "06 555 02 099"),
            ("Form.Agreed", "Agreed")
        );
        await UntilAsync(6, 11, 12, 0);
        await AnswerAsync("Loes", "No");
        await UntilAsync(9, 11, 9, 0);
        await AnswerAsync("Mo", "Contribute", ("Form.How", "CallMe"));
        await UntilAsync(9, 11, 9, 30);
    }

    /// <summary>Nobody who asked for a call waits; two reminders go to who is silent.</summary>
    private async Task SecondWeekAsync()
    {
        await CallAsync("Gesproken, klaar met Els");
        await Organiser.GoAsync("/te-bellen");
        await Organiser.PressAsync("Niet uitnodigen: Sanne Kok", ("Form.Word", "deze partij is al aan tafel"));
        await CallAsync("Gesproken, klaar met Mo");
        await UntilAsync(12, 11, 12, 0);
        await AnswerAsync("Otto", "No");
        await UntilAsync(17, 11, 11, 0);
    }

    private async Task CallAndMoveAsync()
    {
        await CallAsync("Niet bereikt, Karin");
        await UntilAsync(17, 11, 16, 0);
        await AnswerAsync("Carla", "Yes");
        await UntilAsync(18, 11, 11, 0);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/gegevens");
        await Organiser.PressAsync("Bewaren", ("Form.Date", "2026-12-10"));
        Assert.Contains(
            "Gerard",
            (await Organiser.PageAsync()).QuerySelector(".notice")!.TextContent,
            StringComparison.Ordinal
        );
        await Organiser.PressAsync("Ja, bewaar en mail 16 mensen");
        await UntilAsync(18, 11, 11, 10);
    }

    /// <summary>Four days before, in the evening, Hans cannot come after all.</summary>
    private async Task LoseOneAsync()
    {
        await CallAsync("Gesproken, klaar met Gerard");
        // The organiser looks now and then, else they are asked to sign in again.
        await UntilAsync(26, 11, 11, 0);
        await Organiser.GoAsync("/start");
        await UntilAsync(3, 12, 11, 0);
        await Organiser.GoAsync("/start");
        await UntilAsync(6, 12, 21, 30);
        var phone = await OpenLinkAsync("Hans");
        await phone.GoAsync(phone.Path + "/toch-niet");
        await phone.PressAsync("Verstuur mijn antwoord", ("Form.Choice", "CannotCome"));
        await UntilAsync(7, 12, 9, 0);
    }

    private async Task FillUpAsync()
    {
        await CallAsync("Ja, Karin");
        await WriteDownAsync(Expected.People.Single(person => person.FirstName == Late));
        await Organiser.PressAsync($"Verstuur naar {Late}");
        await UntilAsync(7, 12, 15, 0);
        await AnswerAsync(Late, "Yes");
        await UntilAsync(9, 12, 11, 0);
    }

    /// <summary>Dirk and Els share a phone.</summary>
    protected override string OwnerOfPhone(string name) => name == "Els" ? "Dirk" : name;

    private Task WriteDownAsync(ExpectedPerson person) =>
        WriteDownAsync(
            person.Name,
            person.Party,
            1 + Expected.People.ToList().IndexOf(person),
            person.FirstName switch
            {
                "Gerard" => null,
                "Dirk" or "Els" => "familie.mulder@deelnemer.test",
                var name => AddressOf(name),
            },
            shared: person.FirstName == "Els"
        );
}
