using System.Globalization;
using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Rights;
using Dialoogtafel.Web.Settings;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What the nine and their team do again and again.</summary>
public sealed partial class NineStory
{
    private const int Questions = 8;
    private readonly Dictionary<string, (IWalker Desk, string Secret)> keys = [];

    /// <summary>The desk of a team member who is signed in with both factors: the mailed link, and a code of the app that she set up the first time.</summary>
    private async Task<IWalker> SignInAsync(string address, IWalker? here = null)
    {
        var desk = here ?? (keys.TryGetValue(address, out var known) ? known.Desk : await Stage.OpenAsync(phone: false));
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
            keys[address] = (desk, (await desk.PageAsync()).QuerySelector(".secret")!.Words().Replace(" ", "", StringComparison.Ordinal));
            await desk.PressAsync("Klaar", ("Form.Code", CodeOf(address)));
        }
        else if ((await desk.PageAsync()).QuerySelector("input[name='Form.Code']") is not null)
        {
            await desk.PressAsync("Verder met deze code", ("Form.Code", CodeOf(address)));
        }

        return desk;
    }

    private string CodeOf(string address) => Totp.CodeOf(keys[address].Secret, Totp.StepOf(Stage.Clock.Utc));

    /// <summary>The link of this kind in the newest written mail to this address that has one.</summary>
    private async Task<string> MailedAsync(string address, string path)
    {
        await TickAsync();
        return MailBox.In(Stage.Services.GetRequiredService<InstallationOptions>().MailFolder).Last(mail => mail.IsTo(address) && mail.Links().Any(link => new Uri(link).AbsolutePath.StartsWith(path, StringComparison.Ordinal))).LinkTo(path);
    }

    /// <summary>The personal link in the mail that was sent on this day.</summary>
    private async Task<string> OldMailAsync(string name, DateTime day)
    {
        var mail = await Db(db => db.Mails.AsNoTracking().SingleAsync(item => item.State == MailState.Sent && item.SentAt >= day && item.SentAt < day.AddDays(1)
            && db.Persons.Any(person => person.Id == item.PersonId && person.FirstName == name)));
        return MailedLink().Match(MailReader.Read(Stage.Services.GetRequiredService<FieldCipher>().OpenBytes(mail.Content!)).Text).Value;
    }

    /// <summary>Every mail that was sent: to whom by full name, on which day of Amsterdam, and its words on one line.</summary>
    public async Task<IReadOnlyList<(string To, string Day, string Text)>> MailsAsync()
    {
        var cipher = Stage.Services.GetRequiredService<FieldCipher>();
        var sent = await Db(db => db.Mails.AsNoTracking().Where(item => item.State == MailState.Sent && item.Stored != null && item.PersonId != null).OrderBy(item => item.SentAt).ToListAsync());
        var names = await Db(db => db.Persons.ToDictionaryAsync(item => item.Id, item => item.FullName));
        return [.. sent.Select(item => (names[item.PersonId!.Value], LocalTime.ToLocal(item.SentAt!.Value, Stage.Services.GetRequiredService<InstallationOptions>().Zone).ToString("d-MM", CultureInfo.InvariantCulture),
            Spaces().Replace(MailReader.Read(cipher.OpenBytes(item.Content!)).Text, " ")))];
    }

    private Task<int> InvitationAsync(string name) => Db(db => db.Invitations.Where(item => item.Person!.FirstName == name).Select(item => item.Id).SingleAsync());

    /// <summary>From Mijn tafel to the first question, or to where she was.</summary>
    private static async Task<IWalker> BeginAsync(IWalker phone, string button = "Begin", params (string Name, string Value)[] chosen)
    {
        await phone.GoAsync(OwnPath(phone) + "/vragen");
        await phone.PressAsync(button, chosen);
        return phone;
    }

    /// <summary>Goes through these questions one by one; those that are not answered are skipped.</summary>
    private static async Task WriteAsync(IWalker phone, string name, int from, int to, params int[] answered)
    {
        for (var number = from; number <= to; number++)
        {
            await StandsAtAsync(phone, number);
            (string, string)[] typed = answered.Contains(number) ? [("Form.Text", TextOf(name, number))] : [];
            await phone.PressAsync(number == Questions ? "Naar het nakijken" : "Volgende", typed);
        }
    }

    private static async Task StandsAtAsync(IWalker phone, int number) =>
        Assert.Equal($"Vraag {number} van {Questions}", (await phone.PageAsync()).QuerySelector(".kicker")!.Words());

    private static async Task EndAsync(IWalker phone, params (string Name, string Value)[] more)
    {
        Assert.EndsWith("/nakijken", phone.Path, StringComparison.Ordinal);
        await phone.PressAsync("Bewaar mijn keuzes", [.. more, ("Form.Ending", "Done")]);
    }

    /// <summary>What somebody told or wrote on paper, typed in by Petra.</summary>
    private async Task TypeInAsync(string name, string channel, params int[] answered)
    {
        var petra = await SignInAsync(Petra, Organiser);
        await petra.GoAsync($"/uitnodigingen/{await InvitationAsync(name)}/antwoorden");
        await petra.PressAsync($"Schrijf dit op voor {name}",
            [("Form.Channel", channel), .. answered.Select(number => ($"Form.Answers[{number - 1}].Text", TextOf(name, number))), ("Form.End", "Answered")]);
    }

    private static string TextOf(string name, int number) => $"{name} over vraag {number}";

    /// <summary>/mijn-tafel/7, wherever below it she is.</summary>
    private static string OwnPath(IWalker phone) => string.Join('/', phone.Path.Split('/').Take(3));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private static async Task<string> WordsAsync(IWalker walker) => (await walker.PageAsync()).Words();
}
