using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>
/// Nine people prepare (R-043): played through the pages from an empty installation to
/// three days before the table. What must come of it stands in <c>NinePeople.md</c>.
/// </summary>
public sealed partial class NineStory(IStage stage) : PreparingHands(stage)
{
    public string Overview => $"/bijeenkomsten/{Table}/voorbereiding";

    private string Sets => $"/bijeenkomsten/{Table}/vragen";

    /// <param name="look">Called at each moment of the tables, by its name.</param>
    public async Task PlayAsync(Func<string, Task> look)
    {
        await BeginAsync();
        await TeamAsync();
        await AskAsync();
        await look("3-11 said ja");
        await PutReadyAsync();
        await look("12-11 put ready");
        await FirstDaysAsync();
        await look("17-11 half way");
        await ReadAsync();
        await ChangeWordsWhileDirkWritesAsync();
        await OtherDevicesAsync();
        await TypedInAsync();
        await look("30-11 last days");
    }

    /// <summary>Fenna's desk, signed in with both factors.</summary>
    public Task<IWalker> FennaAsync() => SignInAsync(Fenna);

    /// <summary>Gijs' desk.</summary>
    public Task<IWalker> GijsAsync() => SignInAsync(Gijs);

    private async Task TeamAsync()
    {
        await SignInAsync(Petra, Organiser);
        foreach (var (first, last, address) in new[] { ("Fenna", "Dekker", Fenna), ("Gijs", "Smeets", Gijs) })
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
            ("Form.ContentFacilitatorId", "Gijs Smeets")
        );
    }

    private async Task AskAsync()
    {
        foreach (var (at, person) in Nine.People.Index())
        {
            await WriteDownAsync(
                person.Name,
                person.Party,
                at + 1,
                person.FirstName == "Hans" ? null : AddressOf(person.FirstName)
            );
        }

        await UntilAsync(2, 11, 10, 0);
        await Organiser.GoAsync($"/bijeenkomsten/{Table}/verzending");
        await Organiser.PressAsync("Ja, naar 8 mensen");
        await CallAsync("Ja, Hans");
        await UntilAsync(3, 11, 9, 0);
        foreach (var person in Nine.People.Where(person => person.FirstName is not ("Hans" or "Ineke")))
        {
            await AnswerAsync(person.FirstName, "Yes");
        }

        await UntilAsync(3, 11, 12, 0);
    }

    private async Task PutReadyAsync()
    {
        await UntilAsync(12, 11, 9, 0);
        await Organiser.GoAsync(Sets);
        await Organiser.PressAsync("Zet deze vragen klaar");
        await UntilAsync(12, 11, 10, 0);
    }

    private async Task FirstDaysAsync()
    {
        await UntilAsync(13, 11, 10, 0);
        await AnswerAsync("Ineke", "Contribute", ("Form.How", "Myself"));
        var ineke = await BeginAsync(await PhoneOfAsync("Ineke"));
        Assert.Contains("Wat hoopt u dat deze tafel oplevert?", await WordsAsync(ineke), StringComparison.Ordinal);
        await WriteAsync(ineke, "Ineke", 1, 1, 1);
        await ineke.PressAsync("Later verder");

        var amina = await BeginAsync(await OpenLinkAsync("Amina"));
        await WriteAsync(amina, "Amina", 1, 8, 1, 2, 3, 4, 5, 6, 7, 8);
        await EndAsync(amina, ("Form.Answers[3].Readers", "De begeleiders, en zonder mijn naam op het bord"));

        await UntilAsync(14, 11, 10, 0);
        var bram = await BeginAsync(await OpenLinkAsync("Bram"));
        await WriteAsync(bram, "Bram", 1, 3, 1, 2, 3);
        await bram.PressAsync("Later verder");
        var carla = await BeginAsync(await OpenLinkAsync("Carla"), chosen: ("Form.Readers", "OnlyMe"));
        await WriteAsync(carla, "Carla", 1, 8, 1, 2, 3, 4, 5, 6, 7, 8);
        var dirk = await BeginAsync(await OpenLinkAsync("Dirk"));
        await WriteAsync(dirk, "Dirk", 1, 1, 1);
        await dirk.BreakOffAsync(TextOf("Dirk", 2));

        await UntilAsync(15, 11, 10, 0);
        await BeginAsync(await OpenLinkAsync("Els"), "Verstuur mijn keuze", ("Form.Rather", "OnlyThinking"));
        var fatima = await BeginAsync(await OpenLinkAsync("Fatima"), chosen: ("Form.Readers", "Facilitators"));
        await WriteAsync(fatima, "Fatima", 1, 2, 1, 2);
        await fatima.PressAsync("Later verder");

        await UntilAsync(16, 11, 10, 0);
        await BeginAsync(await OpenLinkAsync("Gerard"), "Verstuur mijn keuze", ("Form.Rather", "CallMe"));
        await UntilAsync(17, 11, 8, 30);
    }

    /// <summary>Fenna has read the answers to the first question, and takes one of Amina's along.</summary>
    private async Task ReadAsync()
    {
        var fenna = await FennaAsync();
        await fenna.GoAsync(Overview);
        await fenna.PressAsync($"Alles hierboven gelezen: {Nine.Questions[0].Words}");
        var picked = (await fenna.PageAsync())
            .QuerySelectorAll(".answer")
            .Single(item => item.Words().Contains(TextOf("Amina", 4), StringComparison.Ordinal));
        await fenna.PressInAsync(picked.Id!, "Voor het programma");
    }

    /// <summary>Dirk returns by the mail of two weeks ago, and stands at question 5 when its words change.</summary>
    private async Task ChangeWordsWhileDirkWritesAsync()
    {
        await UntilAsync(18, 11, 9, 0);
        var dirk = await PhoneOfAsync("Dirk");
        await dirk.GoAsync(await OldMailAsync("Dirk", new DateTime(2026, 11, 3)));
        await BeginAsync(dirk, "Verder waar u was");
        await StandsAtAsync(dirk, 2);
        Assert.Equal(TextOf("Dirk", 2), (await dirk.PageAsync()).QuerySelector("textarea")!.TextContent.Trim());
        await WriteAsync(dirk, "Dirk", 2, 4, 3, 4);
        await StandsAtAsync(dirk, 5);

        var question = await Db(db =>
            db.Questions.Where(item => item.Wordings.Any(words => words.Text.Nl.StartsWith("Welke onderwerpen")))
                .Select(item => item.Id)
                .SingleAsync()
        );
        await Organiser.GoAsync($"{Sets}/{question}");
        Assert.Contains(
            "2 mensen hebben deze vraag al beantwoord",
            await WordsAsync(Organiser),
            StringComparison.Ordinal
        );
        await Organiser.PressAsync("Bewaren", ("Form.Text", Nine.Questions[4].Words));

        await WriteAsync(dirk, "Dirk", 5, 8, 5, 6, 8);
        await EndAsync(dirk);
    }

    private async Task OtherDevicesAsync()
    {
        await UntilAsync(19, 11, 20, 0);
        await TakeAnotherAsync("Bram", phone: false);
        var bram = await BeginAsync(await OpenLinkAsync("Bram"), "Verder waar u was");
        await StandsAtAsync(bram, 4);
        for (var step = 0; step < 3; step++)
        {
            await bram.PressAsync("Vorige");
        }

        Assert.Contains(
            "Op een ander apparaat schreef u hier al iets",
            await WordsAsync(bram),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Bram over", await WordsAsync(bram), StringComparison.Ordinal);
        await bram.PressAsync("Volgende", ("Form.Text", TextOf("Bram", 1) + ", bij nader inzien"));
        await WriteAsync(bram, "Bram", 2, 8, 4, 5, 6, 7, 8);
        await bram.PressAsync("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        await bram.GoAsync(await MailedAsync(AddressOf("Bram"), "/u/"));
        await bram.PressAsync("Ja, toon mijn antwoorden");
        await bram.GoAsync(OwnPath(bram) + "/vragen/nakijken");
        Assert.Equal(9, (await bram.PageAsync()).QuerySelectorAll(".version").Length);

        await UntilAsync(20, 11, 10, 0);
        var ineke = await BeginAsync(await OpenLinkAsync("Ineke"), "Verder waar u was");
        await WriteAsync(ineke, "Ineke", 2, 8, 2, 3);
        await EndAsync(ineke);

        await UntilAsync(20, 11, 14, 0);
        var fatima = await TakeAnotherAsync("Fatima", phone: true);
        await fatima.GoAsync("/link-opnieuw");
        await fatima.PressAsync("Stuur mij mijn link", ("Form.Address", AddressOf("Fatima")));
        await fatima.GoAsync(await MailedAsync(AddressOf("Fatima"), "/u/"));
        await BeginAsync(fatima, "Verder waar u was");
        await WriteAsync(fatima, "Fatima", 3, 6, 4, 5, 6);
        await fatima.PressAsync("Later verder");
    }

    /// <summary>Gerard by phone, Hans from the paper that Petra printed for him.</summary>
    private async Task TypedInAsync()
    {
        await UntilAsync(23, 11, 10, 0);
        await TypeInAsync("Gerard", "Phone", 1, 3, 4, 6);
        await UntilAsync(24, 11, 10, 0);
        await Organiser.GoAsync($"{Sets}/papier?uitnodiging={await InvitationAsync("Hans")}");
        Assert.Equal(
            Nine.Questions.Select(item => $"{item.Number}. {item.Words}"),
            (await Organiser.PageAsync())
                .QuerySelectorAll(".paper-form section h2")
                .Select(item => item.Words())
                .SkipLast(2)
        );
        await TypeInAsync("Hans", "Paper", 1, 2, 3, 5);
        await UntilAsync(30, 11, 10, 0);
    }
}
