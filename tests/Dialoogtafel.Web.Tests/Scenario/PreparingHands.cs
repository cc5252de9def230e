using System.Globalization;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What people and their team do to prepare for a first table, with its eight proposed questions.</summary>
public abstract class PreparingHands(IStage stage) : Hands(stage)
{
    protected const string Petra = "petra@hogeschool.example";
    protected const string Fenna = "fenna@hogeschool.example";
    protected const string Gijs = "gijs@hogeschool.example";
    private const int Questions = 8;
    private readonly Dictionary<string, (IWalker Desk, string Secret)> keys = [];

    /// <summary>
    /// The desk of a team member who is signed in with both factors: the mailed link, and a code of the app that she
    /// set up the first time.
    /// </summary>
    protected async Task<IWalker> SignInAsync(string address, IWalker? here = null)
    {
        var desk = here
            ?? (keys.TryGetValue(address, out var known) ? known.Desk : await Stage.OpenAsync(phone: false));
        await desk.GoAsync("/team/inloggen");
        if (desk.Path == "/team/inloggen")
        {
            await desk.PressAsync("Stuur mij een link", ("Email", address));
            await desk.GoAsync(await MailedAsync(address, "/team/in/"));
            await desk.PressAsync("Inloggen");
        }

        await desk.GoAsync("/team/tweede-stap");
        if (!keys.ContainsKey(address))
        {
            await desk.PressAsync("Begin met een app");
            keys[address] = (
                desk,
                (await desk.PageAsync()).QuerySelector(".secret")!.Words().Replace(" ", "", StringComparison.Ordinal)
            );
            await desk.PressAsync("Klaar", ("Form.Code", CodeOf(address)));
        }
        else if ((await desk.PageAsync()).QuerySelector("input[name='Form.Code']") is not null)
        {
            await desk.PressAsync("Verder met deze code", ("Form.Code", CodeOf(address)));
        }

        return desk;
    }

    private string CodeOf(string address) => CodeApp.Code(keys[address].Secret, Stage.Clock.Utc);

    /// <summary>The link of this kind in the newest written mail to this address that has one.</summary>
    protected async Task<string> MailedAsync(string address, string path)
    {
        await TickAsync();
        return MailBox
            .In(Stage.Services.GetRequiredService<InstallationOptions>().MailFolder)
            .Last(mail =>
                mail.IsTo(address)
                && mail.Links().Any(link => new Uri(link).AbsolutePath.StartsWith(path, StringComparison.Ordinal))
            )
            .LinkTo(path);
    }

    protected Task<int> InvitationAsync(string name) =>
        Db(db => db.Invitations.Where(item => item.Person!.FirstName == name).Select(item => item.Id).SingleAsync());

    /// <summary>From Mijn tafel to the first question, or to where she was.</summary>
    protected static async Task<IWalker> BeginAsync(
        IWalker phone,
        string button = "Begin",
        params (string Name, string Value)[] chosen
    )
    {
        await phone.GoAsync(OwnPath(phone) + "/vragen");
        await phone.PressAsync(button, chosen);
        return phone;
    }

    /// <summary>Goes through these questions one by one; those that are not answered are skipped.</summary>
    protected static async Task WriteAsync(IWalker phone, string name, int from, int to, params int[] answered)
    {
        for (var number = from; number <= to; number++)
        {
            await StandsAtAsync(phone, number);
            (string, string)[] typed = answered.Contains(number) ? [("Form.Text", TextOf(name, number))] : [];
            await phone.PressAsync(number == Questions ? "Naar het nakijken" : "Volgende", typed);
        }
    }

    protected static async Task StandsAtAsync(IWalker phone, int number) =>
        Assert.Equal($"Vraag {number} van {Questions}", (await phone.PageAsync()).QuerySelector(".kicker")!.Words());

    protected static async Task EndAsync(IWalker phone, params (string Name, string Value)[] more)
    {
        Assert.EndsWith("/nakijken", phone.Path, StringComparison.Ordinal);
        await phone.PressAsync("Bewaar mijn keuzes", [.. more, ("Form.Ending", "Done")]);
    }

    /// <summary>What somebody told or wrote on paper, typed in by Petra.</summary>
    protected async Task TypeInAsync(string name, string channel, params int[] answered)
    {
        var petra = await SignInAsync(Petra, Organiser);
        await petra.GoAsync($"/uitnodigingen/{await InvitationAsync(name)}/antwoorden");
        await petra.PressAsync(
            $"Schrijf dit op voor {name}",
            [
                ("Form.Channel", channel),
                .. answered.Select(number => ($"Form.Answers[{number - 1}].Text", TextOf(name, number))),
                ("Form.End", "Answered"),
            ]
        );
    }

    protected static string TextOf(string name, int number) => $"{name} over vraag {number}";

    /// <summary>/mijn-tafel/7, wherever below it she is.</summary>
    protected static string OwnPath(IWalker phone) => string.Join('/', phone.Path.Split('/').Take(3));

    protected static async Task<string> WordsAsync(IWalker walker) => (await walker.PageAsync()).Words();
}
