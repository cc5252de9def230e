using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// M-08: numbers and a link for the two facilitators, on the day that each chose. The table is on 3 December 2026,
/// 14.00.
/// </summary>
public sealed class OverviewMailTests : IAsyncLifetime
{
    private readonly Site site = new();
    private World world = null!;
    private int noor;
    private int bert;

    public async Task InitializeAsync()
    {
        world = await World.On(site, 10, ("Gemeente", 0));
        (noor, bert) = (
            await world.Member("Noor", "noor@team.example", TeamRole.Facilitator, world.Project),
            await world.Member("Bert", "bert@team.example", TeamRole.Facilitator, world.Project)
        );
        await site.Db(async db =>
        {
            var table = await db.Gatherings.SingleAsync();
            (table.ProcessFacilitatorId, table.ContentFacilitatorId) = (noor, bert);
            await db.SaveChangesAsync();
        });
        await world.PutQuestionsReadyAsync();
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Three_days_before_both_read_how_many_are_ready_and_neither_a_name_nor_an_answer()
    {
        var ids = await world.Invite([
            .. new[] { "Kanarie-Anna", "Kanarie-Bo", "Kanarie-Cas", "Kanarie-Dirk" }.Select(name =>
                (name, "Gemeente", (string?)$"{name}@voorbeeld.example", (string?)null)
            ),
        ]);
        foreach (var id in ids)
        {
            await world.AnswerAsync(id, RsvpAnswer.Yes);
        }

        await world.FinishAsync(ids[0], PreparedBy.Thinking);
        await world.TypeAsync(ids[1], 1, "kanariewoorden", Hand.Self);
        await world.TypeAsync(ids[2], 1, "kanariewoorden", Hand.Self);
        await world.FinishAsync(ids[2], PreparedBy.Answering);

        await AtAsync(new(2026, 11, 30, 8, 30, 0, TimeSpan.Zero));
        Assert.Empty(await world.RowsOf(PreparationOverviewMail.Name));
        await AtAsync(new(2026, 11, 30, 9, 1, 0, TimeSpan.Zero));
        await AtAsync(new(2026, 12, 1, 9, 1, 0, TimeSpan.Zero));

        Assert.Equal(
            [noor, bert],
            (await world.RowsOf(PreparationOverviewMail.Name)).Select(mail => mail.PersonId!.Value).Order()
        );
        var mail = Assert.Single(MailBox.To(site, "noor@team.example"));
        Assert.Contains(
            "Er kregen 4 mensen vragen. Klaar: 2. Begonnen en nog niet klaar: 1.",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.Contains($"/bijeenkomsten/{world.Table}/voorbereiding", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", mail.Headers + mail.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_chooses_a_day_or_no_mail_and_when_nobody_answered_it_says_so_kindly()
    {
        await site.Db(async db =>
        {
            db.OverviewWishes.AddRange(
                new OverviewWish
                {
                    GatheringId = world.Table,
                    ReaderId = noor,
                    DaysBefore = 7,
                },
                new OverviewWish
                {
                    GatheringId = world.Table,
                    ReaderId = bert,
                    DaysBefore = null,
                }
            );
            await db.SaveChangesAsync();
        });

        await AtAsync(new(2026, 11, 26, 9, 1, 0, TimeSpan.Zero));
        await AtAsync(new(2026, 12, 2, 9, 1, 0, TimeSpan.Zero));

        Assert.Equal([noor], (await world.RowsOf(PreparationOverviewMail.Name)).Select(mail => mail.PersonId!.Value));
        Assert.Contains(
            "Er is nog niets ingevuld. Dat geeft niet",
            Assert.Single(MailBox.To(site, "noor@team.example")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_new_date_is_counted_again_and_a_table_that_is_called_off_is_not()
    {
        await AtAsync(new(2026, 11, 30, 9, 1, 0, TimeSpan.Zero));
        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await AtAsync(new(2026, 12, 1, 9, 1, 0, TimeSpan.Zero));
        Assert.Equal(2, (await world.RowsOf(PreparationOverviewMail.Name)).Count);

        await AtAsync(new(2026, 12, 7, 9, 1, 0, TimeSpan.Zero));
        Assert.Equal(4, (await world.RowsOf(PreparationOverviewMail.Name)).Count);
        await world.MoveAsync(("Form.Date", "2026-12-20"));
        await world.CancelAsync();
        await AtAsync(new(2026, 12, 18, 9, 1, 0, TimeSpan.Zero));
        Assert.Equal(4, (await world.RowsOf(PreparationOverviewMail.Name)).Count);
    }

    [Fact]
    public async Task Not_in_the_quiet_hours_not_without_an_account_and_not_before_the_questions_are_ready()
    {
        var gast = await site.Db(async db =>
        {
            var guest = new Person
            {
                FirstName = "Gast",
                Email = "gast@elders.example",
                CreatedAt = site.Clock.Utc,
            };
            db.Persons.Add(guest);
            await db.SaveChangesAsync();
            (await db.Gatherings.SingleAsync()).ContentFacilitatorId = guest.Id;
            await db.SaveChangesAsync();
            return guest.Id;
        });
        await AtAsync(new(2026, 11, 30, 22, 0, 0, TimeSpan.Zero));
        Assert.Empty(await world.RowsOf(PreparationOverviewMail.Name));

        await world.TakeQuestionsAwayAsync();
        await AtAsync(new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Empty(await world.RowsOf(PreparationOverviewMail.Name));

        await world.PutQuestionsReadyAsync();
        await AtAsync(new(2026, 12, 1, 9, 5, 0, TimeSpan.Zero));
        Assert.Equal([noor], (await world.RowsOf(PreparationOverviewMail.Name)).Select(mail => mail.PersonId!.Value));
        Assert.NotEqual(gast, noor);
    }

    private async Task AtAsync(DateTimeOffset moment)
    {
        site.Clock.Set(moment);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.Run<OverviewJob>()));
        await site.Run<MailPump>();
    }
}
