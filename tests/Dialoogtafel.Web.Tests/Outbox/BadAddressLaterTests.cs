using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Actions;
using Dialoogtafel.Web.Tests.AfterTable;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>
/// One stored address that is none stops nobody, around and after the table: overview, report, contact list, actions,
/// digest.
/// </summary>
public sealed class BadAddressLaterTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task The_report_goes_to_everybody_else()
    {
        var table = await GuestsAsync();
        var organiser = await (await (await table.World.SignIn()).Go(table.Path("verslag"))).Press("Maak het verslag");
        foreach (var who in new[] { PreparedTable.Fenna, PreparedTable.Gijs })
        {
            await (await (await table.World.SignIn(who)).Go(table.Path("verslag"))).Press("Ik ben akkoord");
        }

        await site.BreakAsync("Bram", "bram@@voorbeeld.example");
        await organiser.Go(table.Path("verslag/verzending"));
        await organiser.Press("Ja, naar 4 mensen");
        await table.PumpAsync();

        await ServedAsync(table.World, "verslag", ["Anna", "Cor", "Dora"], "Bram");
    }

    [Fact]
    public async Task The_contact_list_goes_to_everybody_else()
    {
        var table = await GuestsAsync();
        await table.GiveAsync("Anna", ContactField.Name);
        await table.GiveAsync("Bram", ContactField.Name);
        await site.BreakAsync("Bram", "bram@voorbeeld,example");
        var organiser = await (await table.World.SignIn()).Go(table.Path("contactlijst/verzending"));
        await organiser.Press("Ja, naar 3 mensen");
        await table.PumpAsync();

        await ServedAsync(table.World, "contactlijst", ["Anna", "Dora"], "Bram");
    }

    [Fact]
    public async Task An_action_round_asks_every_other_owner_and_puts_this_one_on_te_bellen()
    {
        var table = await AgreedTable.On(site);
        var (_, broken, _) = (
            await table.AgreeAsync("Eerst", "Anna"),
            await table.AgreeAsync("Midden", "Bram"),
            await table.AgreeAsync("Laatst", "Anna")
        );
        await site.Run<MailPump>();
        await site.BreakAsync("Bram", "bram\u200B@voorbeeld.example");
        await table.DaysAsync(23);

        Assert.Contains(ActionQuestionMail.Name, await table.SentAsync("Anna"));
        Assert.Equal(ActionCall.MailFailed, (await table.ReadAsync(broken)).Call);
        Assert.Contains("Midden", (await (await table.World.SignIn()).Go("/te-bellen")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_of_monday_reaches_every_other_organiser()
    {
        var table = await AgreedTable.On(site);
        await table.World.Member("Quirine", "quirine@hogeschool.example", TeamRole.Organiser, table.World.Project);
        await table.World.Member("Roos", "roos@hogeschool.example", TeamRole.Organiser, table.World.Project);
        await table.AgreeAsync("Van niemand", null, ("Form.CoordinatorId", ""));
        await site.BreakAsync("Quirine", "quirine @hogeschool.example");
        await table.DaysAsync(7);

        Assert.Equal(
            [("Petra", MailState.Sent), ("Quirine", MailState.Failed), ("Roos", MailState.Sent)],
            (await site.StatesOf(ActionDigestMail.Name))
                .OrderBy(item => item.Key)
                .Select(item => (item.Key, item.Value))
        );
        Assert.Contains(
            "Quirine",
            (await (await table.World.SignIn()).Go("/beheer/post?toon=mislukt")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_count_before_the_table_reaches_the_other_facilitator()
    {
        var table = await PreparedTable.On(site);
        await site.BreakAsync("Fenna", "fenna");
        site.Clock.Set(new DateTimeOffset(2026, 11, 30, 9, 1, 0, TimeSpan.Zero));
        await site.Run<OverviewJob>();
        await table.PumpAsync();

        await ServedAsync(table.World, PreparationOverviewMail.Name, ["Gijs"], "Fenna");
    }

    private async Task<PreparedTable> GuestsAsync()
    {
        var table = await PreparedTable.On(site);
        await table.JoinAsync("Dora", "Gemeente", RsvpAnswer.Yes);
        site.Clock.Set(BeenTable.Evening);
        await table.TickAsync("Anna", "Bram", "Dora");
        return table;
    }

    private async Task ServedAsync(World world, string kind, string[] served, string other)
    {
        var states = await site.StatesOf(kind);
        Assert.Equal(served, states.Where(item => item.Value == MailState.Sent).Select(item => item.Key).Order());
        Assert.Equal([other], states.Where(item => item.Value == MailState.Failed).Select(item => item.Key));
        Assert.Contains(
            other,
            (await (await world.SignIn()).Go("/beheer/post?toon=mislukt")).Text,
            StringComparison.Ordinal
        );
    }
}
