using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>The questions beforehand of a table: put ready and answered below the pages.</summary>
internal static class WorldQuestions
{
    /// <summary>
    /// Puts P-00 ready, or sets of the test; who leads the talk is the organiser when nobody was chosen.
    /// </summary>
    public static Task PutQuestionsReadyAsync(this World world, int? table = null, params QuestionSet[] sets) =>
        ChangeAsync(world, table ?? world.Table, async (db, desk, gathering, now) =>
        {
            gathering.ProcessFacilitatorId ??= world.OrganiserPerson;
            if (!await db.QuestionSets.AnyAsync(item => item.GatheringId == gathering.Id))
            {
                db.QuestionSets.AddRange(sets.Length > 0 ? sets : [QuestionPresets.General(gathering.Id, 1, now)]);
            }

            await desk.PutReadyAsync(gathering, now, default);
        });

    public static Task TakeQuestionsAwayAsync(this World world) =>
        ChangeAsync(world, world.Table, (_, desk, gathering, now) => desk.TakeAwayAsync(gathering, now, default));

    /// <param name="question">From 1, in the order of the sets.</param>
    /// <param name="device">Hash of the device; null for the team.</param>
    public static async Task TypeAsync(
        this World world,
        int invitation,
        int question,
        string words,
        Hand by,
        string? device = "apparaat",
        string tab = "tab"
    )
    {
        await using var scope = world.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var table = await db
            .Invitations.Where(item => item.Id == invitation)
            .Select(item => item.GatheringId)
            .SingleAsync();
        var asked = await db
            .QuestionSets.AsNoTracking()
            .Include(item => item.Questions)
            .Where(item => item.GatheringId == table)
            .OrderBy(item => item.Place)
            .ToListAsync();
        var chosen = asked
            .SelectMany(set => set.Questions.OrderBy(item => item.Place))
            .Where(item => item.TakesAnswer)
            .ElementAt(question - 1);
        var keeper = ActivatorUtilities.GetServiceOrCreateInstance<AnswerKeeper>(scope.ServiceProvider);
        await keeper.KeepAsync(
            invitation,
            chosen.Id,
            by.ById is null ? device : null,
            by,
            new TypedAnswer(words, chosen.Wording.Id, tab, 1, ServedAnswer.Empty),
            world.Site.Clock.Utc,
            default
        );
    }

    /// <param name="stopsReminders">As the pages do; without it the job has to see it for itself.</param>
    public static Task FinishAsync(
        this World world,
        int invitation,
        PreparedBy by,
        AnswerReaders? readers = null,
        bool stopsReminders = true
    ) =>
        world.Site.Db(async db =>
        {
            var preparation = await db.Preparations.SingleOrDefaultAsync(item => item.InvitationId == invitation)
                ?? db.Preparations.Add(new PreparationProgress { InvitationId = invitation }).Entity;
            preparation.Finish(by, world.Site.Clock.Utc);
            preparation.Readers = readers;
            if (stopsReminders)
            {
                await new ReminderDesk(db, world.Site.Services.GetRequiredService<InstallationOptions>()).PreparedAsync(
                    invitation,
                    world.Site.Clock.Utc,
                    default
                );
            }

            await db.SaveChangesAsync();
        });

    private static async Task ChangeAsync(
        World world,
        int table,
        Func<DialoogtafelDb, PreparationDesk, Gathering, DateTime, Task> change
    )
    {
        await using var scope = world.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await using var transaction = await db.BeginWriteAsync(default);
        await change(
            db,
            scope.ServiceProvider.GetRequiredService<PreparationDesk>(),
            await db.Gatherings.SingleAsync(item => item.Id == table),
            world.Site.Clock.Utc
        );
        await transaction.SaveAsync();
    }
}
