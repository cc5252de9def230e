using System.Globalization;
using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Hosting;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What the people of a story do again and again.</summary>
public abstract partial class Hands(IStage stage)
{
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private readonly Dictionary<string, IWalker> phones = [];

    public IWalker Organiser { get; private set; } = null!;

    public int Table { get; private set; }

    protected IStage Stage => stage;

    /// <summary>The browser that this person uses.</summary>
    public async Task<IWalker> PhoneOfAsync(string name)
    {
        var owner = OwnerOfPhone(name);
        if (!phones.TryGetValue(owner, out var phone))
        {
            phones[owner] = phone = await stage.OpenAsync(phone: true);
        }

        return phone;
    }

    /// <summary>From now on this person uses another, empty browser.</summary>
    protected async Task<IWalker> TakeAnotherAsync(string name, bool phone) =>
        phones[OwnerOfPhone(name)] = await stage.OpenAsync(phone);

    protected virtual string OwnerOfPhone(string name) => name;

    /// <summary>Opens the personal link from the newest mail; who has no mail got it on paper.</summary>
    public async Task<IWalker> OpenLinkAsync(string name)
    {
        var phone = await PhoneOfAsync(name);
        var mails = await Db(db =>
            db.Mails.AsNoTracking()
                .Where(mail =>
                    mail.State == MailState.Sent
                    && mail.Stored != null
                    && db.Persons.Any(person => person.Id == mail.PersonId && person.FirstName == name)
                )
                .OrderByDescending(mail => mail.SentAt)
                .ToListAsync()
        );
        var cipher = stage.Services.GetRequiredService<FieldCipher>();
        await phone.GoAsync(
            mails
                .Select(mail => MailedLink().Match(MailReader.Read(cipher.OpenBytes(mail.Content!)).Text))
                .FirstOrDefault(link => link.Success)
                ?.Value
                ?? await PaperLinkAsync(name)
        );
        return phone;
    }

    private Task<string> PaperLinkAsync(string name) =>
        Db(async db =>
            "/u/"
            + stage
                .Services.GetRequiredService<LinkTokens>()
                .For(
                    await db
                        .Links.AsNoTracking()
                        .SingleAsync(link =>
                            link.Purpose == LinkPurpose.MyTable
                            && db.Persons.Any(person => person.Id == link.PersonId && person.FirstName == name)
                        )
                )
        );

    public async Task<T> Db<T>(Func<DialoogtafelDb, Task<T>> read)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DialoogtafelDb>());
    }

    protected static string AddressOf(string firstName) => $"{firstName.ToLowerInvariant()}@deelnemer.test";

    /// <summary>Puts a person on the list by the form; the preview follows.</summary>
    /// <param name="number">Makes the phone number her own.</param>
    /// <param name="shared">Somebody on the list has this address already: the form asks, and it is another
    /// person.</param>
    protected async Task WriteDownAsync(string name, string party, int number, string? address, bool shared = false)
    {
        var first = name.Split(' ')[0];
        List<(string, string)> typed =
        [
            ("Form.FirstName", first),
            ("Form.LastName", name[(first.Length + 1)..]),
            ("Form.Phone", string.Create(CultureInfo.InvariantCulture, $"06 555 02 {number:000}")),
            ("Form.PerspectiveId", party),
            ("Form.ViaWhom", "Stichting De Brug"),
        ];
        if (address is not null)
        {
            typed.Add(("Form.Email", address));
        }

        await Organiser.GoAsync($"/bijeenkomsten/{Table}/uitnodigingen/nieuw");
        if (shared)
        {
            await Organiser.PressToBeAskedAsync("Bekijk de uitnodiging", "Known.Is", [.. typed]);
            typed = [("Known.Is", KnownPeople.Another)];
        }

        await Organiser.PressAsync("Bekijk de uitnodiging", [.. typed]);
        Assert.EndsWith("/voorbeeld", Organiser.Path, StringComparison.Ordinal);
    }

    /// <summary>From the first link to a board with parties, and mail that stays on this computer.</summary>
    protected async Task BeginAsync()
    {
        Stage.Clock.Set(At(2, 11, 9, 0));
        Organiser = await Stage.OpenAsync(phone: false);
        await Organiser.GoAsync($"/eerste/{await Announcement.FirstLinkAsync(Stage.Services)}");
        await Organiser.PressAsync(
            "Verder",
            ("Form.FirstName", "Petra"),
            ("Form.LastName", "Kuiper"),
            ("Form.Email", "petra@hogeschool.example"),
            ("Form.Organisation", "Hogeschool Voorbeeld"),
            ("Form.Phone", "030 555 00 00")
        );
        await Organiser.GoAsync("/beheer/versturen");
        await Organiser.PressAsync("Bewaren en testmail sturen", ("Form.Route", "Folder"));
        await TickAsync();
        await Organiser.GoAsync("/beheer/versturen");
        await Organiser.PressAsync("Ja, zo wil ik het");
        await Organiser.GoAsync("/reeksen/nieuw");
        await Organiser.PressAsync(
            "Verder",
            ("Form.LifeDomainId", "Arbeid"),
            ("Form.Subject", "werk zoeken en houden"),
            ("Form.Date", "2026-12-03"),
            ("Form.Time", "14:00"),
            ("Form.PlaceName", "De Schakel"),
            ("Form.Address", "Dorpsstraat 1, Zandwijk"),
            ("Form.SecondDate", "2027-01-14")
        );
        await Organiser.PressAsync("Verder");
        Assert.EndsWith("/werving", Organiser.Path, StringComparison.Ordinal);
        Table = int.Parse(Organiser.Path.Split('/')[2], CultureInfo.InvariantCulture);
    }

    protected async Task AnswerAsync(string name, string answer, params (string Name, string Value)[] more)
    {
        var phone = await OpenLinkAsync(name);
        await phone.GoAsync(phone.Path + "/antwoord");
        await phone.PressAsync("Verstuur mijn antwoord", ("Form.Answer", answer));
        if (more.Length > 0)
        {
            await phone.PressAsync("Verstuur", more);
        }
    }

    protected async Task CallAsync(string button)
    {
        await Organiser.GoAsync("/te-bellen");
        await Organiser.PressAsync(button);
    }

    /// <summary>
    /// Lets time pass, with the jobs at every full hour from eight to eleven in the evening; at night nothing is due.
    /// </summary>
    protected async Task UntilAsync(int day, int month, int hour, int minute)
    {
        var until = At(day, month, hour, minute);
        while (stage.Clock.GetUtcNow() < until)
        {
            var now = stage.Clock.GetUtcNow();
            var local = now.ToOffset(Winter);
            var next = new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, 0, 0, Winter).AddHours(
                local.Hour >= 23 ? 9 : 1
            );
            stage.Clock.Set(next < until ? next : until);
            await TickAsync();
        }
    }

    /// <summary>It is this moment, and every job has looked.</summary>
    protected async Task AtAsync(DateTimeOffset moment)
    {
        stage.Clock.Set(moment);
        await TickAsync();
    }

    protected async Task TickAsync()
    {
        var jobs = stage.Services.GetRequiredService<JobRunner>();
        Assert.True(await jobs.RunAsync<ReminderJob>(CancellationToken.None));
        Assert.True(await jobs.RunAsync<OverviewJob>(CancellationToken.None));
        await AlsoRunAsync(jobs);
        Assert.True(await jobs.RunAsync<MailPump>(CancellationToken.None));
    }

    /// <summary>Jobs that have something to do in this story only.</summary>
    protected virtual Task AlsoRunAsync(JobRunner jobs) => Task.CompletedTask;

    [GeneratedRegex(@"/u/\w+")]
    protected static partial Regex MailedLink();

    protected static DateTimeOffset At(int day, int month, int hour, int minute, int year = 2026) =>
        new(year, month, day, hour, minute, 0, Winter);
}
