using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>
/// One stored address that is none stops nobody: everybody else is served, and that person stands where an organiser
/// looks.
/// </summary>
public sealed class BadAddressTests : BadAddressFixture
{
    private const string Why = "Dit mailadres klopt niet. Verbeter het bij de persoon, of bel.";

    [Fact]
    public async Task A_batch_of_invitations_leaves_beside_an_address_of_every_bad_kind()
    {
        var bad = BadAddresses.All.Select((address, at) => (Name: $"Slecht{at:00}x", Address: address)).ToList();
        await world.Invite(
            [.. new[] { "Anna", "Bert", "Cora" }.Concat(bad.Select(item => item.Name)).Append("Dirk").Select(Guest)],
            approached: false
        );
        foreach (var (name, address) in bad)
        {
            await site.BreakAsync(name, address);
        }

        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/verzending");
        await organiser.Press("Ja, naar");
        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        await world.SendAsync();

        var states = await site.StatesOf("uitnodiging");
        Assert.Equal(
            ["Anna", "Bert", "Cora", "Dirk"],
            states.Where(item => item.Value == MailState.Sent).Select(item => item.Key).Order()
        );
        Assert.Equal(
            bad.Select(item => item.Name),
            states.Where(item => item.Value == MailState.Failed).Select(item => item.Key).Order()
        );
        await organiser.Go("/te-bellen");
        Assert.All(bad, item => Assert.Contains(item.Name, organiser.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Anna", organiser.Text, StringComparison.Ordinal);
        await organiser.Go($"/bijeenkomsten/{world.Table}/werving");
        Assert.Contains("Slecht07x", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("mislukt", organiser.Text, StringComparison.Ordinal);
        await organiser.Go("/start");
        Assert.Contains($"{bad.Count} mails zijn niet aangekomen.", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organiser_reads_beforehand_and_afterwards_whose_address_is_wrong()
    {
        await world.Invite([.. Five.Select(Guest)], approached: false);
        await site.BreakAsync("Cora", "cora@werk,nl");
        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/verzending");
        Assert.Contains("Het mailadres van Cora klopt niet", organiser.Text, StringComparison.Ordinal);
        await organiser.Press("Ja, naar");

        Assert.Contains("4 uitnodigingen gaan over 60 seconden weg.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Het mailadres van Cora klopt niet", organiser.Text, StringComparison.Ordinal);
        var mail = await site.Db(db => db.Mails.SingleAsync(item => item.State == MailState.Failed));
        await organiser.Go($"/beheer/post/{mail.Id}");
        Assert.Contains(Why, organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij wissen haar kort na het versturen", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(organiser.Page.QuerySelectorAll("button"), button =>
            button.Words() == "Opnieuw versturen"
        );
        await organiser.Press("Zo laten");
        Assert.Contains(
            "Goed. Er gaat niets weg. De persoon heeft deze mail niet gekregen.",
            organiser.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_old_page_that_sends_it_again_says_what_to_do()
    {
        await world.Invite([.. Five.Select(Guest)], approached: false);
        await site.BreakAsync("Cora");
        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/verzending");
        await organiser.Press("Ja, naar");
        var mail = await site.Db(db => db.Mails.SingleAsync(item => item.State == MailState.Failed));
        await organiser.Go($"/beheer/post/{mail.Id}");
        organiser
            .Page.QuerySelector($"form[action$='{mail.Id}/afhandeling']")!
            .SetAttribute("action", $"/beheer/post/{mail.Id}/verzending");
        await organiser.Press("Zo laten");

        Assert.Contains("Deze mail is niet gemaakt", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(MailState.Failed, (await site.Db(db => db.Mails.SingleAsync(item => item.Id == mail.Id))).State);
    }

    [Fact]
    public async Task A_table_moves_and_everybody_else_hears_it()
    {
        await ComingAsync();
        await site.BreakAsync("Cora", "jan.@voorbeeld.example");
        var organiser = await world.MoveAsync(("Form.Date", "2026-12-10"));
        await world.SendAsync();

        Assert.Equal(
            Others(MailState.Sent),
            (await site.StatesOf("verplaatst")).OrderBy(item => item.Key).Where(item => item.Key != "Cora")
        );
        await organiser.Go("/te-bellen");
        Assert.Contains("Cora", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bert", organiser.Text, StringComparison.Ordinal);
        Assert.Equal(
            new DateTime(2026, 12, 10, 13, 0, 0, DateTimeKind.Utc),
            (await site.Db(db => db.Gatherings.SingleAsync(item => item.Id == world.Table))).StartsAt
        );
    }

    [Fact]
    public async Task A_table_is_called_off_and_everybody_else_hears_it()
    {
        await ComingAsync();
        await site.BreakAsync("Cora", "cora@werk,nl");
        var organiser = await world.CancelAsync("De zaal is dicht.");
        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        await world.SendAsync();

        Assert.Equal(
            Others(MailState.Sent),
            (await site.StatesOf("vervallen")).OrderBy(item => item.Key).Where(item => item.Key != "Cora")
        );
        await organiser.Go("/te-bellen");
        Assert.Contains("Cora", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_five_of_twenty_six_reminders_leave_and_the_one_is_called()
    {
        var names = Enumerable.Range(0, 26).Select(at => $"Gast{(char)('a' + at)}").ToList();
        var invitations = await world.Invite([.. names.Select(Guest)]);
        await site.Db(async db =>
        {
            db.Reminders.AddRange(
                invitations.Select(id => new Reminder
                {
                    InvitationId = id,
                    Kind = ReminderKind.NoAnswer,
                    Episode = 0,
                    DueAt = site.Clock.Utc,
                })
            );
            await db.SaveChangesAsync();
        });
        await site.BreakAsync("Gastm");

        Assert.True(await site.Run<ReminderJob>());
        await world.SendAsync();

        var states = await site.StatesOf("herinnering");
        Assert.Equal(25, states.Count(item => item.Value == MailState.Sent));
        Assert.Equal(["Gastm"], states.Where(item => item.Value == MailState.Failed).Select(item => item.Key));
        Assert.Contains("Gastm", (await (await world.SignIn()).Go("/te-bellen")).Text, StringComparison.Ordinal);
        Assert.Empty(
            await site.Db(db =>
                db.Reminders.Where(item =>
                        item.QueuedAt == null && item.StoppedAt == null && item.DueAt <= site.Clock.Utc
                    )
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task A_newsletter_reaches_forty_four_of_forty_five_and_names_the_other()
    {
        await world.ReadersAsync([.. Enumerable.Range(0, 45).Select(at => $"Lezer{at:00}x")]);
        await site.BreakAsync("Lezer22x", "Jan <jan@voorbeeld.example>");
        var issue = await world.IssueAsync(site.Clock.Utc);

        Assert.True(await site.Run<NewsletterJob>());
        await world.SendAsync();

        Assert.Equal(44, MailBox.All(site).Count);
        Assert.Equal(
            ["Lezer22x"],
            (await site.StatesOf("nieuwsbrief")).Where(item => item.Value == MailState.Failed).Select(item => item.Key)
        );
        Assert.NotNull((await site.Db(db => db.NewsletterIssues.SingleAsync())).QueuedAt);
        var organiser = await (await world.SignIn()).Go($"/nieuwsbrieven/{issue}");
        Assert.Contains("1. Kijk bij Post", organiser.Text, StringComparison.Ordinal);
        await organiser.Follow("Kijk bij Post");
        Assert.Contains("Lezer22x", organiser.Text, StringComparison.Ordinal);
    }

    private static readonly string[] Five = ["Anna", "Bert", "Cora", "Dirk", "Els"];

    private static (string, string, string?, string?) Guest(string name) =>
        (name, Lived, $"{name.ToLowerInvariant()}@voorbeeld.example", "06 555 00 002");

    private static IEnumerable<KeyValuePair<string, MailState>> Others(MailState state) =>
        Five.Where(name => name != "Cora").Select(name => KeyValuePair.Create(name, state));

    private async Task ComingAsync()
    {
        foreach (var invitation in await world.Invite([.. Five.Select(Guest)]))
        {
            await world.AnswerAsync(invitation, RsvpAnswer.Yes);
        }

        await world.SendAsync();
    }
}
