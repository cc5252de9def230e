using System.Globalization;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>
/// Handbook 1.17, scenario 1, with eighteen people, played through the pages from an empty installation to the day before the table. What must
/// come of it stands in <c>EighteenPeople.md</c>. Amsterdam winter time.
/// </summary>
public sealed class Story(IStage stage)
{
    private const string Late = "Nora";
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private readonly Dictionary<string, IWalker> phones = [];

    public IWalker Organiser { get; private set; } = null!;

    public int Table { get; private set; }

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

    /// <summary>The phone of this person; Dirk and Els share one.</summary>
    public async Task<IWalker> PhoneOfAsync(string name)
    {
        var owner = name == "Els" ? "Dirk" : name;
        if (!phones.TryGetValue(owner, out var phone))
        {
            phones[owner] = phone = await stage.OpenAsync(phone: true);
        }

        return phone;
    }

    /// <summary>Opens the personal link, as from the mail.</summary>
    public async Task<IWalker> OpenLinkAsync(string name)
    {
        var phone = await PhoneOfAsync(name);
        var tokens = stage.Services.GetRequiredService<LinkTokens>();
        await phone.GoAsync(await Db(async db => $"/u/{tokens.For(await db.Links.AsNoTracking().SingleAsync(link => link.Purpose == LinkPurpose.MyTable && db.Persons.Any(person => person.Id == link.PersonId && person.FirstName == name)))}"));
        return phone;
    }

    public async Task<T> Db<T>(Func<DialoogtafelDb, Task<T>> read)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DialoogtafelDb>());
    }

    /// <summary>From the first link to a board with parties, and mail that stays on this computer.</summary>
    private async Task BeginAsync()
    {
        stage.Clock.Set(At(2, 11, 9, 0));
        Organiser = await stage.OpenAsync(phone: false);
        await Organiser.GoAsync($"/eerste/{await Announcement.FirstLinkAsync(stage.Services)}");
        await Organiser.PressAsync("Verder", ("Form.FirstName", "Petra"), ("Form.LastName", "Kuiper"), ("Form.Email", "petra@hogeschool.example"), ("Form.Organisation", "Hogeschool Voorbeeld"), ("Form.Phone", "030 555 00 00"));
        await Organiser.GoAsync("/beheer/versturen");
        await Organiser.PressAsync("Bewaren en testmail sturen", ("Form.Route", "Folder"));
        await TickAsync();
        await Organiser.GoAsync("/beheer/versturen");
        await Organiser.PressAsync("Ja, zo wil ik het");
        await Organiser.GoAsync("/reeksen/nieuw");
        await Organiser.PressAsync("Verder", ("Form.LifeDomainId", "Arbeid"), ("Form.Subject", "werk zoeken en houden"), ("Form.Date", "2026-12-03"), ("Form.Time", "14:00"),
            ("Form.PlaceName", "De Schakel"), ("Form.Address", "Dorpsstraat 1, Zandwijk"), ("Form.SecondDate", "2027-01-14"));
        await Organiser.PressAsync("Verder");
        Assert.EndsWith("/werving", Organiser.Path, StringComparison.Ordinal);
        Table = int.Parse(Organiser.Path.Split('/')[2], CultureInfo.InvariantCulture);
    }

    private async Task AskAsync()
    {
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
        await AnswerAsync("Els", "Contribute", ("Form.How", "CallMe"), ("Form.CallWhen", "dinsdag in de ochtend"));
        await UntilAsync(4, 11, 12, 0);
        await AnswerAsync("Fatima", "Yes");
        await AnswerAsync("Hans", "Yes");
        await UntilAsync(5, 11, 22, 0);
        await AnswerAsync("Ineke", "Yes");
        await AnswerAsync("Joris", "SomeoneElse", ("Form.Name", "Sanne Kok"), ("Form.Phone", "06 555 02 099"), ("Form.Agreed", "Agreed"));
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
        await CallAsync("Gesproken, klaar met Joris");
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
        Assert.Contains("Gerard", (await Organiser.PageAsync()).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        await Organiser.PressAsync("Ja, bewaar en mail 16 mensen");
        await UntilAsync(18, 11, 11, 10);
    }

    /// <summary>Four days before, in the evening, Hans cannot come after all.</summary>
    private async Task LoseOneAsync()
    {
        await CallAsync("Gesproken, klaar met Gerard");
        // The organiser looks now and then, else she is asked to sign in again.
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

    /// <summary>Puts a person on the list by the form; the preview follows.</summary>
    private async Task WriteDownAsync(ExpectedPerson person)
    {
        var last = person.Name[(person.FirstName.Length + 1)..];
        var number = 1 + Expected.People.ToList().IndexOf(person);
        List<(string, string)> typed =
        [
            ("Form.FirstName", person.FirstName), ("Form.LastName", last), ("Form.Phone", string.Create(CultureInfo.InvariantCulture, $"06 555 02 {number:000}")),
            ("Form.PerspectiveId", person.Party), ("Form.ViaWhom", "Stichting De Brug"),
        ];
        if (person.FirstName != "Gerard")
        {
            typed.Add(("Form.Email", person.FirstName is "Dirk" or "Els" ? "familie.mulder@deelnemer.test" : $"{person.FirstName.ToLowerInvariant()}@deelnemer.test"));
        }

        await Organiser.GoAsync($"/bijeenkomsten/{Table}/uitnodigingen/nieuw");
        await Organiser.PressAsync("Bekijk de uitnodiging", [.. typed]);
        Assert.EndsWith("/voorbeeld", Organiser.Path, StringComparison.Ordinal);
    }

    private async Task AnswerAsync(string name, string answer, params (string Name, string Value)[] more)
    {
        var phone = await OpenLinkAsync(name);
        await phone.GoAsync(phone.Path + "/antwoord");
        await phone.PressAsync("Verstuur mijn antwoord", ("Form.Answer", answer));
        if (more.Length > 0)
        {
            await phone.PressAsync("Verstuur", more);
        }
    }

    private async Task CallAsync(string button)
    {
        await Organiser.GoAsync("/te-bellen");
        await Organiser.PressAsync(button);
    }

    /// <summary>Lets time pass, with the jobs at every full hour from eight to eleven in the evening; at night nothing is due.</summary>
    private async Task UntilAsync(int day, int month, int hour, int minute)
    {
        var until = At(day, month, hour, minute);
        while (stage.Clock.GetUtcNow() < until)
        {
            var now = stage.Clock.GetUtcNow();
            var local = now.ToOffset(Winter);
            var next = new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, 0, 0, Winter).AddHours(local.Hour >= 23 ? 9 : 1);
            stage.Clock.Set(next < until ? next : until);
            await TickAsync();
        }
    }

    private async Task TickAsync()
    {
        var jobs = stage.Services.GetRequiredService<JobRunner>();
        Assert.True(await jobs.RunAsync<ReminderJob>(CancellationToken.None));
        Assert.True(await jobs.RunAsync<MailPump>(CancellationToken.None));
    }

    private static DateTimeOffset At(int day, int month, int hour, int minute) => new(2026, month, day, hour, minute, 0, Winter);
}
