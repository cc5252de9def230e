using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.CallList;

/// <summary>
/// What everybody else reads in a mail, on te bellen for whom no mail reaches. The table is on Thursday 3 December
/// 2026, 14.00.
/// </summary>
public sealed class UntoldNewsTests : IAsyncLifetime
{
    private const string Lived = "Ervaringsdeskundige";
    private readonly Site site = new();
    private World world = null!;
    private int greet;
    private int anna;

    public async Task InitializeAsync()
    {
        world = await World.On(site, 10, (Lived, 0));
        (greet, anna) = (
            await world.Invite("Greet", Lived, phone: "06 555 00 002"),
            await world.Invite("Anna", Lived, "anna@voorbeeld.example", "06 555 00 003")
        );
        await world.AnswerAsync(greet, RsvpAnswer.Yes);
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.SendAsync();
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Who_has_no_address_is_called_where_the_others_get_a_practical_mail()
    {
        site.Clock.Set(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero));
        await site.Run<ReminderJob>();
        await world.SendAsync();

        var organiser = await ListAsync();
        Assert.Equal(["Greet"], Names(organiser));
        Assert.Contains(
            "Greet komt donderdag 3 december naar de tafel, en heeft geen mailadres voor de herinnering. "
                + "Vertel hoe laat en waar het is.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Gesproken, klaar met Greet");
        Assert.Empty(Names(organiser));
        Assert.Equal(InvitationState.Yes, (await world.Read(greet)).State);

        site.Clock.Set(new DateTimeOffset(2026, 12, 2, 7, 0, 0, TimeSpan.Zero));
        Assert.Equal(["Greet"], Names(await ListAsync()));
        Assert.Contains(
            "Bel Greet",
            (await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}")).Text,
            StringComparison.Ordinal
        );
        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 0, 0, TimeSpan.Zero));
        Assert.Empty(Names(await ListAsync()));
    }

    [Fact]
    public async Task A_table_that_is_called_off_puts_who_no_mail_reaches_on_the_list_with_no_question_to_answer()
    {
        await world.CancelAsync();
        await world.SendAsync(1);
        var organiser = await ListAsync();
        Assert.Equal(["Greet"], Names(organiser));

        await FailAsync("vervallen");
        await organiser.Go("/te-bellen");

        Assert.Equal(["Anna", "Greet"], Names(organiser).Order());
        Assert.Contains(
            "De tafel van donderdag 3 december gaat niet door, en Greet heeft geen mailadres.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "De tafel van donderdag 3 december gaat niet door, en de mail daarover aan Anna kwam niet aan.",
            organiser.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Done", "Later", "NotReached"],
            organiser
                .Page.QuerySelectorAll($"#bel-{greet} button[value]")
                .Select(button => button.GetAttribute("value"))
        );
        Assert.Contains(
            "Bel ",
            (await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}")).Text,
            StringComparison.Ordinal
        );

        await organiser.Press("Gesproken, klaar met Greet");
        await organiser.Press("Gesproken, klaar met Anna");
        Assert.Empty(Names(organiser));
    }

    [Fact]
    public async Task A_move_whose_mail_was_refused_is_told_by_phone()
    {
        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await world.SendAsync();
        await FailAsync("verplaatst");

        var organiser = await ListAsync();
        Assert.Equal(["Anna", "Greet"], Names(organiser).Order());
        Assert.Contains(
            "De tafel is verzet, en de mail daarover aan Anna kwam niet aan.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Gesproken, klaar met Anna");
        Assert.Equal(["Greet"], Names(organiser));
    }

    [Fact]
    public async Task Somebody_who_still_doubts_hears_of_the_move_and_goes_on_doubting()
    {
        var hanna = await world.Invite("Hanna", Lived, phone: "06 555 00 004");
        await world.AnswerAsync(hanna, RsvpAnswer.Maybe);
        await world.MoveAsync(("Form.Date", "2026-12-10"));

        var organiser = await ListAsync();
        await organiser.Press("Gesproken, klaar met Hanna");

        Assert.Equal(
            (InvitationState.Maybe, null),
            ((await world.Read(hanna)).State, (await world.Read(hanna)).CallReason)
        );
    }

    private async Task<Visitor> ListAsync() => await (await world.SignIn()).Go("/te-bellen");

    /// <summary>The server refused the mails of this kind for good.</summary>
    private Task FailAsync(string kind) =>
        site.Db(async db =>
        {
            (await db.Mails.Where(mail => mail.Kind == kind).ToListAsync()).ForEach(mail =>
                mail.Refused("550 bestaat niet")
            );
            await db.SaveChangesAsync();
        });

    private static IEnumerable<string> Names(Visitor visitor) =>
        visitor.Page.QuerySelectorAll(".calls h2").Select(name => name.Words());
}
