using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.CallList;

/// <summary>
/// Chairs given back on the last day (R-034), and the alarm (M-11). The table is on Thursday 3 December, 14.00; eight
/// people are needed, there are nine chairs.
/// </summary>
public sealed class LateCancellationTests : IDisposable
{
    private const string Lived = "Ervaringsdeskundige";
    private const string Employer = "Werkgever";
    private const string Alarm = "afzegging-alarm";
    private static readonly DateTimeOffset EveningBefore = new(2026, 12, 2, 21, 30, 0, TimeSpan.Zero);
    private readonly Site site = new();
    private readonly Dictionary<string, int> ids = [];
    private World world = null!;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Two_cancel_on_the_last_day_and_the_missing_perspective_is_offered_the_chair_first()
    {
        await FillAsync();
        var organiser = await world.SignIn();
        Assert.Empty((await organiser.Go("/te-bellen")).Page.QuerySelectorAll(".calls h2"));

        await CancelAsync("Lotte");
        site.Clock.Move(TimeSpan.FromSeconds(20));
        await CancelAsync("Louis");
        await PumpAsync();

        var mail = Assert.Single(await AlarmsAsync());
        Assert.Equal(MailState.Sent, mail.Row.State);
        Assert.Equal(World.Organiser, mail.Row.Recipient);
        Assert.Contains("Lotte en Louis", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("7 van de 9 stoelen", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("Bel eerst Lies", mail.Mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lotte", mail.Mail.Subject, StringComparison.Ordinal);
        // Bas has waited longer, and of his perspective there are enough.
        Assert.Equal(
            ["Lies", "Bas"],
            (await organiser.Go("/te-bellen")).Page.QuerySelectorAll(".calls h2").Select(name => name.Words())
        );
        Assert.Contains(
            "Er zijn 7 stoelen bezet en er zijn minstens 8 mensen nodig. Lies wacht op een stoel.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "kort tevoren",
            (await organiser.Go("/start")).Page.QuerySelector(".next-step")!.Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            $"/te-bellen?project={world.Project}#bel-{ids["Lies"]}",
            (await organiser.Go($"/bijeenkomsten/{world.Table}"))
                .Page.QuerySelector(".next-step a")!
                .GetAttribute("href")
        );

        await organiser.Go("/te-bellen");
        await organiser.Press("Stoel geven aan Lies");

        Assert.Equal(8, await site.Db(db => db.Invitations.CountAsync(item => item.SeatedAt != null)));
        var lies = await world.Read(ids["Lies"]);
        Assert.Equal(
            (ContactChannel.Phone, world.OrganiserPerson),
            (lies.History[^1].Channel, lies.History[^1].ById!.Value)
        );
        Assert.Equal(["Bas"], organiser.Page.QuerySelectorAll(".calls h2").Select(name => name.Words()));
        Assert.DoesNotContain("kort tevoren", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_the_cancellation_back_within_the_minute_alarms_nobody()
    {
        await FillAsync();

        await CancelAsync("Lotte");
        var lotte = await new Visitor(site.Open()).Go(await world.LinkOf(ids["Lotte"]));
        await lotte.Go(lotte.Address.AbsolutePath + "/antwoord");
        await lotte.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));
        await PumpAsync();

        Assert.DoesNotContain(await AlarmsAsync(), mail => mail.Row.State == MailState.Sent);
    }

    [Fact]
    public async Task A_cancellation_that_the_organiser_types_in_is_no_news_to_her_and_is_to_her_colleague()
    {
        await FillAsync();
        await world.Member("Olga", "olga@hogeschool.example", TeamRole.Organiser, world.Project);
        await world.Member("Cato", "cato@hogeschool.example", TeamRole.CoResearcher, world.Project);
        var organiser = await world.SignIn();

        await organiser.Go($"/uitnodigingen/{ids["Lotte"]}");
        await organiser.Press("Schrijf het antwoord", ("Form.Answer", "No"), ("Form.Channel", "Phone"));
        await PumpAsync();

        Assert.Equal(["olga@hogeschool.example"], (await AlarmsAsync()).Select(mail => mail.Row.Recipient));
        Assert.Equal(
            ["Lies"],
            (await organiser.Go("/te-bellen")).Page.QuerySelectorAll(".calls h2").Select(name => name.Words())
        );
    }

    [Fact]
    public async Task More_than_a_week_before_the_table_nobody_is_alarmed()
    {
        await FillAsync();
        site.Clock.Set(new DateTimeOffset(2026, 11, 26, 12, 59, 0, TimeSpan.Zero));

        await CancelAsync("Lotte");
        await PumpAsync();

        Assert.Empty(await AlarmsAsync());
    }

    /// <summary>
    /// Nine people with a chair, then Bas and later Lies, who wait. It is the evening before the table, in the quiet
    /// hours.
    /// </summary>
    private async Task FillAsync()
    {
        world = await World.On(site, 9, (Lived, 2), (Employer, 1));
        await site.Db(db =>
            db.GatheringKinds.ExecuteUpdateAsync(set => set.SetProperty(kind => kind.HoldsChairs, false))
        );
        string[] seated = ["Lotte", "Louis", "Ed", "Eef", "Els", "Emy", "Eva", "Evi", "Ezra"];
        var people = seated.Concat(["Bas", "Lies"]).ToList();
        var made = await world.Invite([
            .. people.Select(name =>
                (
                    name,
                    name[0] == 'L' ? Lived : Employer,
                    (string?)$"{name.ToLowerInvariant()}@deelnemer.test",
                    (string?)"06 555 01 234"
                )
            ),
        ]);
        foreach (var (name, id) in people.Zip(made))
        {
            ids[name] = id;
            site.Clock.Move(TimeSpan.FromMinutes(1));
            var person = await new Visitor(site.Open()).Go(await world.LinkOf(id));
            await person.Go(person.Address.AbsolutePath + "/antwoord");
            await person.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));
        }

        Assert.Equal(9, await site.Db(db => db.Invitations.CountAsync(item => item.SeatedAt != null)));
        await PumpAsync();
        // The promised call to those who wait is another reason; it was made.
        await site.Db(db =>
            db.Invitations.Where(item => item.CallBefore != null)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.CallBefore, (DateTime?)null))
        );
        site.Clock.Set(EveningBefore);
    }

    private async Task CancelAsync(string name)
    {
        var person = await new Visitor(site.Open()).Go(await world.LinkOf(ids[name]));
        await person.Go(person.Address.AbsolutePath + "/toch-niet");
        await person.Press("Verstuur mijn antwoord", ("Form.Choice", "CannotCome"));
    }

    private async Task PumpAsync()
    {
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.Run<MailPump>();
    }

    private async Task<List<MailedLinks.Composed>> AlarmsAsync() =>
        [.. (await site.MailsAsync()).Where(mail => mail.Row.Kind == Alarm && mail.Row.State != MailState.Dropped)];
}
