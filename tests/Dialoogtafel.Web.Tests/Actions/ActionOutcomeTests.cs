using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Actions;

/// <summary>
/// Where actions show afterwards: the digest, the report, a newsletter, and what is left of their words.
/// </summary>
public sealed class ActionOutcomeTests
{
    [Fact]
    public async Task The_digest_comes_on_Monday_with_something_to_say_and_not_without()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        await table.AgreeAsync("Een zaal zoeken", "Anna");
        await table.DaysAsync(7);
        Assert.Empty(await Digests());

        await table.AgreeAsync("Nog van niemand", null);
        await table.DaysAsync(2);
        Assert.Empty(await Digests());
        await table.DaysAsync(8);
        var mails = await Digests();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal(DayOfWeek.Monday, mail.QueuedAt.DayOfWeek));

        Task<List<OutgoingMail>> Digests() =>
            site.Db(db => db.Mails.AsNoTracking().Where(mail => mail.Kind == ActionDigestMail.Name).ToListAsync());
    }

    [Fact]
    public async Task The_report_names_an_owner_only_with_consent_and_never_a_party_that_says_lived_experience()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var tom = (
            await table.World.Read(await table.World.Invite("Tom", "Ervaringsdeskundige", "tom@voorbeeld.example"))
        ).PersonId;
        await table.AgreeAsync("Een", "Anna", ("Form.Must", "De gemeente"), ("Form.Could", "De bibliotheek"));
        await table.AgreeAsync("Twee", "Bram");
        await table.AgreeAsync("Drie", null, ("Owner.OwnerId", $"{tom}"));
        await table.AgreeAsync("Vier", null);
        await site.Db(async db =>
        {
            foreach (var (name, field) in new[] { ("Bram", ContactField.Name), ("Anna", ContactField.Email) })
            {
                db.Consents.Add(
                    new ConsentRecord
                    {
                        PersonId = table[name],
                        ProjectId = table.World.Project,
                        GatheringId = table.World.Table,
                        Field = field,
                        Purpose = ConsentPurpose.ContactList,
                        TextVersion = "2026-11",
                        Channel = ConsentChannel.Page,
                        GivenAt = site.Clock.Utc,
                    }
                );
            }

            await db.SaveChangesAsync();
        });

        using var scope = site.Services.CreateScope();
        var lines = await scope
            .ServiceProvider.GetRequiredService<ActionSummaries>()
            .OfAsync(table.World.Table, default);

        Assert.Equal(["Gemeente", "Bram", "een deelnemer", "nog niemand"], lines.Select(line => line.Who));
        Assert.Equal("De gemeente; misschien ook De bibliotheek", lines[0].Parties);
    }

    [Fact]
    public async Task A_finished_action_is_offered_for_a_newsletter_without_a_name_and_a_stopped_one_is_not()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var (done, stopped) = (
            await table.AgreeAsync("Een zaal zoeken", "Anna"),
            await table.AgreeAsync("Een folder maken", "Bram")
        );
        await (await Visitor.To(site).Go(await table.LinkOf(done))).Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Done))
        );
        await (await (await table.World.SignIn()).Go($"/acties/{stopped}")).Press(
            "Stop deze actie",
            ("Stop.Reason", "Niet meer nodig.")
        );

        using var scope = site.Services.CreateScope();
        var finished = scope.ServiceProvider.GetServices<INewsletterBlockSource>().OfType<FinishedActions>().Single();
        var block = Assert.Single(await finished.OfAsync(table.World.Project, default));

        Assert.Equal(
            ("Een zaal zoeken", "Dit kwam uit het gesprek over werk zoeken en houden. Het is nu klaar."),
            (block.Title, block.Markdown)
        );
    }

    [Fact]
    public async Task Words_about_an_action_go_three_months_after_its_end_and_an_erased_owner_leaves_it_to_nobody()
    {
        using var site = new Site();
        var table = await AgreedTable.On(site);
        var (first, second) = (
            await table.AgreeAsync("Een zaal zoeken", "Anna"),
            await table.AgreeAsync("Een folder maken", "Bram")
        );
        var anna = await Visitor.To(site).Go(await table.LinkOf(first));
        await anna.Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Done)),
            ("Form.Words", "kanariewoorden")
        );
        await (await Visitor.To(site).Go(await table.LinkOf(second))).Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", nameof(ActionAnswer.Running)),
            ("Form.Words", "kanariewoorden")
        );
        await anna.Go((await LinkToTableAsync(table, "Anna")) + "/gegevens");
        Assert.Contains("Een zaal zoeken", anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanariewoorden", anna.Text, StringComparison.Ordinal);

        var organiser = await (await table.World.SignIn()).Go($"/personen/{table["Bram"]}/wissing");
        await organiser.Press("Ja, wis alles");
        await organiser.Go("/te-bellen");
        Assert.Contains("Er is nog niemand die dit doet.", organiser.Text, StringComparison.Ordinal);
        Assert.All((await table.ReadAsync(second)).Log, line => Assert.Null(line.Words));

        site.Clock.Move(TimeSpan.FromDays(85));
        await site.Run<RetentionJob>();
        Assert.Contains((await table.ReadAsync(first)).Log, line => line.Words is not null);
        site.Clock.Move(TimeSpan.FromDays(10));
        await site.Run<RetentionJob>();
        Assert.DoesNotContain((await table.ReadAsync(first)).Log, line => line.Words is not null);
        Assert.Equal(ActionEnd.Done, (await table.ReadAsync(first)).End);
        Assert.Empty(await site.Db(db => db.Links.Where(link => link.ActionId == first).ToListAsync()));
    }

    private static async Task<string> LinkToTableAsync(AgreedTable table, string name) =>
        await table.World.LinkOf(
            await table.Site.Db(db =>
                db.Invitations.Where(item => item.PersonId == table[name]).Select(item => item.Id).SingleAsync()
            )
        );
}
