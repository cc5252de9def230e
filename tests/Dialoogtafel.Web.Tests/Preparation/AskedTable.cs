using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>A table with two facilitators whose questions stand ready, and Anna, who was asked for it.</summary>
internal sealed record AskedTable(World World, int Anna)
{
    public Site Site => World.Site;

    /// <param name="set">The questions; the default is P-00, three of them.</param>
    public static async Task<AskedTable> On(
        Site site,
        RsvpAnswer? answer = RsvpAnswer.Yes,
        bool ready = true,
        Func<int, DateTime, QuestionSet[]>? sets = null
    )
    {
        var world = await World.On(site);
        var (noor, bert) = (
            await world.Member("Noor", "noor@team.example", TeamRole.Facilitator, world.Project),
            await world.Member("Bert", "bert@team.example", TeamRole.Facilitator, world.Project)
        );
        var anna = await world.Invite("Anna", "Gemeente", "anna@voorbeeld.example", "06 555 00 002");
        await site.Db(async db =>
        {
            var table = await db.Gatherings.SingleAsync(item => item.Id == world.Table);
            (table.ProcessFacilitatorId, table.ContentFacilitatorId) = (noor, bert);
            db.QuestionSets.AddRange(
                sets?.Invoke(world.Table, site.Clock.Utc) ?? [QuestionPresets.General(world.Table, 1, site.Clock.Utc)]
            );
            if (ready)
            {
                table.PutQuestionsReady(site.Clock.Utc);
            }

            await db.SaveChangesAsync();
        });
        if (answer is { } given)
        {
            await world.AnswerAsync(anna, given);
        }

        return new AskedTable(world, anna);
    }

    /// <summary>Anna in a browser of her own, on Mijn tafel.</summary>
    public async Task<Visitor> OpenAsync() => await Visitor.To(Site).Go(await World.LinkOf(Anna));

    /// <summary>Anna on the start page of the questions.</summary>
    public async Task<Visitor> StartAsync() => await (await OpenAsync()).Follow("Naar de vragen");

    /// <summary>Anna on the first question.</summary>
    public async Task<Visitor> BeginAsync() => await (await StartAsync()).Press("Begin");

    public async Task<List<string>> TextsAsync() =>
        (await AnswersAsync()).ConvertAll(item => Site.Services.GetRequiredService<FieldCipher>().Open(item.Words));

    public Task<List<Answer>> AnswersAsync() =>
        Site.Db(db => db.Answers.AsNoTracking().OrderBy(item => item.Id).ToListAsync());

    public Task<PreparationProgress?> PreparationAsync() =>
        Site.Db(db => db.Preparations.AsNoTracking().SingleOrDefaultAsync());

    /// <summary>One question of the kind with this name, alone in a set.</summary>
    public static Func<int, DateTime, QuestionSet[]> Only(string kind, string options) =>
        (table, now) =>
        {
            var set = new QuestionSet
            {
                GatheringId = table,
                Place = 1,
                Name = "Eén vraag",
                Mode = PreparationMode.SendIn,
            };
            var question = new Question { Place = 1, Kind = QuestionKinds.Of(kind) };
            question.Reword(
                new QuestionWording
                {
                    Text = new("Hoe reist u?", "How do you travel?"),
                    Options = new(options, ""),
                    At = now,
                }
            );
            set.Questions.Add(question);
            return [set];
        };
}
