using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>
/// Answers to the preparation: how long they stay, that they go with their person, and who finds them in her file. The
/// table is on 3 December 2026.
/// </summary>
public sealed class AnswerPrivacyTests : IAsyncLifetime
{
    private readonly Site site = new();
    private World world = null!;
    private int anna;
    private int bo;
    private int noor;

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        noor = await world.Member("Noor", "noor@team.example", TeamRole.Facilitator, world.Project);
        await site.Db(db =>
            db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.ProcessFacilitatorId, noor))
        );
        (anna, bo) = (
            await world.Invite("Anna", "Gemeente", "anna@deelnemer.test"),
            await world.Invite("Bo", "Gemeente", "bo@deelnemer.test")
        );
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.AnswerAsync(bo, RsvpAnswer.Yes);
        await world.PutQuestionsReadyAsync();
        await world.TypeAsync(anna, 1, "kanarieverwachting", Hand.Self);
        await world.TypeAsync(anna, 2, "kanariegeheim", Hand.Self);
        await world.TypeAsync(anna, 3, "kanarietelefoon", new Hand(ContactChannel.Phone, world.OrganiserPerson));
        await world.TypeAsync(bo, 1, "iets van Bo", Hand.Self);
        await site.Db(async db =>
        {
            var answers = await db.Answers.OrderBy(item => item.Id).ToListAsync();
            answers[1].Readers = AnswerReaders.OnlyMe;
            db.AnswerReads.AddRange(
                answers.Select(item => new AnswerRead
                {
                    AnswerId = item.Id,
                    ReaderId = noor,
                    Revision = 1,
                    At = site.Clock.Utc,
                })
            );
            db.OverviewWishes.Add(
                new OverviewWish
                {
                    GatheringId = world.Table,
                    ReaderId = noor,
                    DaysBefore = 2,
                }
            );
            await db.SaveChangesAsync();
        });
        await world.FinishAsync(anna, PreparedBy.Answering);
        await world.FinishAsync(bo, PreparedBy.Thinking);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Answers_go_twelve_months_after_the_last_table_of_the_series_with_what_belongs_to_them()
    {
        await AtAsync(new DateTime(2027, 12, 2, 3, 30, 0, DateTimeKind.Utc));
        Assert.Equal((4, 4, 2), await CountAsync());

        await AtAsync(new DateTime(2027, 12, 4, 3, 30, 0, DateTimeKind.Utc));
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task Who_led_when_goes_with_the_answers_and_names_nobody_who_was_erased()
    {
        await site.Db(async db =>
        {
            db.DutyPeriods.Add(
                new DutyPeriod
                {
                    GatheringId = world.Table,
                    PersonId = noor,
                    Duty = TableDuty.Process,
                    From = site.Clock.Utc,
                    ById = noor,
                    NewReader = true,
                }
            );
            await db.SaveChangesAsync();
        });
        await site.Db(db =>
            db.Memberships.Where(item => item.PersonId == noor)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Until, site.Clock.Utc))
        );
        var organiser = await world.SignIn();
        await organiser.Go($"/bijeenkomsten/{world.Table}/gegevens");
        Assert.Contains("Noor, procesbegeleider: vanaf", organiser.Text, StringComparison.Ordinal);

        await EraseAsync(noor);
        await organiser.Go($"/bijeenkomsten/{world.Table}/gegevens");
        Assert.Contains("iemand die is gewist, procesbegeleider: vanaf", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor", organiser.Text, StringComparison.Ordinal);

        await AtAsync(new DateTime(2027, 12, 4, 3, 30, 0, DateTimeKind.Utc));
        Assert.Empty(await site.Db(db => db.DutyPeriods.ToListAsync()));
    }

    [Fact]
    public async Task Erasing_takes_her_answers_and_leaves_those_of_others()
    {
        await EraseAsync((await world.Read(anna)).PersonId);

        Assert.Equal((1, 1, 1), await CountAsync());
        Assert.Equal(bo, (await site.Db(db => db.Answers.SingleAsync())).InvitationId);

        await site.Db(db =>
            db.Memberships.Where(item => item.PersonId == noor)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Until, site.Clock.Utc))
        );
        await EraseAsync(noor);
        Assert.Equal((1, 0, 1), await CountAsync());
        Assert.Empty(await site.Db(db => db.OverviewWishes.ToListAsync()));
    }

    [Fact]
    public async Task Her_own_file_shows_the_questions_and_how_and_the_words_only_where_she_typed_them()
    {
        var page = await Visitor.To(site).Go(await world.LinkOf(anna));
        var file = await page.Http.GetStringAsync($"{page.Address.AbsolutePath}/gegevens/bestand");

        Assert.Contains("Wat verwacht u van deze tafel?", file, StringComparison.Ordinal);
        Assert.Contains("te lezen door: alleen uzelf", file, StringComparison.Ordinal);
        Assert.Contains("aan de telefoon; te lezen door", file, StringComparison.Ordinal);
        // Typed on another device, so not here.
        Assert.DoesNotContain("kanarieverwachting", file, StringComparison.Ordinal);
        Assert.DoesNotContain("iets van Bo", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organiser_gives_a_file_that_opens_no_answer_but_the_one_she_wrote_down_herself()
    {
        var file = await FileAsync();

        Assert.Contains("Wat komt u halen?", file, StringComparison.Ordinal);
        Assert.Contains("kanarietelefoon", file, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarieverwachting", file, StringComparison.Ordinal);
        Assert.DoesNotContain("kanariegeheim", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organiser_who_leads_the_talk_finds_what_the_facilitators_may_read_and_not_what_is_kept()
    {
        await site.Db(db =>
            db.Gatherings.ExecuteUpdateAsync(set =>
                set.SetProperty(item => item.ContentFacilitatorId, world.OrganiserPerson)
            )
        );
        var file = await FileAsync();

        Assert.Contains("kanarieverwachting", file, StringComparison.Ordinal);
        Assert.DoesNotContain("kanariegeheim", file, StringComparison.Ordinal);
    }

    private async Task<string> FileAsync()
    {
        var organiser = await site.SignedInAsync(world.OrganiserPerson);
        return await organiser.GetStringAsync($"/personen/{(await world.Read(anna)).PersonId}/dossier/bestand");
    }

    private Task<(int Answers, int Reads, int Preparations)> CountAsync() =>
        site.Db(async db =>
            (await db.Answers.CountAsync(), await db.AnswerReads.CountAsync(), await db.Preparations.CountAsync())
        );

    private async Task AtAsync(DateTime moment)
    {
        site.Clock.Set(moment);
        await site.Run<RetentionJob>();
    }

    private async Task EraseAsync(int person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        Assert.True(
            await scope
                .ServiceProvider.GetRequiredService<Eraser>()
                .EraseAsync(person, Hand.Self, site.Clock.Utc, default)
        );
    }
}
