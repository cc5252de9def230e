using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// One table with people in every state and every mail that the site can send, all of it come about through the pages
/// themselves. The names, addresses and typed words are found nowhere else, so that a test can look for them.
/// </summary>
public sealed partial class FullHouse
{
    public const string Typed = "kanariewoorden bij het antwoord";
    public const string Companion = "Kanariestra";
    private const string Lived = "Ervaringsdeskundige";
    private const string Other = "Werkgever";

    public static readonly string[] Names =
    [
        "Amarins",
        "Beorn",
        "Cunera",
        "Diederika",
        "Ewoudt",
        "Frouwke",
        "Gerlinde",
        "Hadewych",
        "Ingeborga",
        "Jorrit-Jan",
        "Korneliske",
        "Lubbertus",
    ];

    private readonly Dictionary<string, int> invitations = [];

    private FullHouse(World world) => World = world;

    public World World { get; }
    public Site Site => World.Site;

    /// <summary>
    /// What a person is called, mailed and phoned by, and what she typed: never to be found in a log.
    /// </summary>
    public static IEnumerable<string> Canaries =>
        [
            .. Names,
            .. Names.Select(Address),
            "Maurits",
            "Nanneke",
            Address("Maurits"),
            Address("Nanneke"),
            "06-4242",
            Typed,
            Companion,
            "vervanger@kanarie.example",
        ];

    public int this[string name] => invitations[name];

    public static async Task<FullHouse> On(Site site)
    {
        var house = new FullHouse(await World.On(site, 3, (Lived, 1), (Other, 0)));
        await house.InviteAllAsync();
        await house.AnswerAllAsync();
        await house.TellNeedsAsync();
        await house.AgreeAsync();
        await house.PrepareAsync();
        await house.RemindAsync();
        await house.CancelLateAsync();
        await house.MoveAndCancelAsync();
        await house.KeepInformedAsync();
        await house.AfterTheTableAsync();
        await house.AskForLinksAsync();
        await house.WorkInTheTeamAsync();
        return house;
    }

    public static string Address(string name) => $"{name.ToLowerInvariant()}@kanarie.example";

    /// <summary>A browser without script and with nobody's cookies.</summary>
    public Visitor Open() => new(Site.Open());

    public async Task<Visitor> OrganiserAsync() => new(await Site.SignedInAsync(World.OrganiserPerson));

    public async Task<Visitor> MyTableOfAsync(string name) => await Open().Go(await World.LinkOf(invitations[name]));

    private async Task AtAsync(DateTimeOffset moment)
    {
        Site.Clock.Set(moment);
        await Site.Run<ReminderJob>();
        await Site.Run<OverviewJob>();
        await PumpAsync();
    }

    /// <summary>A week before the table: who comes gets the practical mail, who is silent is asked again.</summary>
    private async Task RemindAsync()
    {
        Site.Clock.Set(new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero));
        await Site.Run<FollowUpJob>();
        await Site.Run<ActionDigestJob>();
        await PumpAsync();
        await AtAsync(new DateTimeOffset(2026, 11, 26, 9, 30, 0, TimeSpan.Zero));
        // Five days before it who is not ready is reminded of the questions.
        await AtAsync(new DateTimeOffset(2026, 11, 28, 9, 30, 0, TimeSpan.Zero));
    }

    private async Task PumpAsync()
    {
        Site.Clock.Move(TimeSpan.FromSeconds(61));
        await Site.Run<MailPump>();
    }
}
