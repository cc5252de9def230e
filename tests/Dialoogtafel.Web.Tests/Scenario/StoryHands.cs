using System.Globalization;
using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What the people of the story do again and again.</summary>
public sealed partial class Story
{
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private readonly Dictionary<string, IWalker> phones = [];

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

    /// <summary>Opens the personal link from the newest mail; Gerard, who has no mail, got his on paper.</summary>
    public async Task<IWalker> OpenLinkAsync(string name)
    {
        var phone = await PhoneOfAsync(name);
        var sealedMail = await Db(db => db.Mails.AsNoTracking().Where(mail => mail.State == MailState.Sent && db.Persons.Any(person => person.Id == mail.PersonId && person.FirstName == name))
            .OrderByDescending(mail => mail.SentAt).FirstOrDefaultAsync());
        await phone.GoAsync(sealedMail is null ? await PaperLinkAsync(name)
            : MailedLink().Match(MailReader.Read(stage.Services.GetRequiredService<FieldCipher>().OpenBytes(sealedMail.Content!)).Text).Value);
        return phone;
    }

    private Task<string> PaperLinkAsync(string name) => Db(async db => "/u/" + stage.Services.GetRequiredService<LinkTokens>().For(
        await db.Links.AsNoTracking().SingleAsync(link => link.Purpose == LinkPurpose.MyTable && db.Persons.Any(person => person.Id == link.PersonId && person.FirstName == name))));

    public async Task<T> Db<T>(Func<DialoogtafelDb, Task<T>> read)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DialoogtafelDb>());
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

    [GeneratedRegex(@"/u/\w+")]
    private static partial Regex MailedLink();

    private static DateTimeOffset At(int day, int month, int hour, int minute) => new(2026, month, day, hour, minute, 0, Winter);
}
