using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// A table led by Fenna and Gijs, with Hanna in reserve and Cato in the team, whose questions stand ready, and people
/// who said ja.
/// </summary>
public sealed class PreparedTable
{
    public const string Fenna = "fenna@team.example";
    public const string Gijs = "gijs@team.example";
    public const string Hanna = "hanna@team.example";
    public const string Cato = "cato@team.example";

    private readonly Dictionary<string, int> invitations = [];
    private int tabs;

    private PreparedTable(World world) => World = world;

    public World World { get; }
    public Site Site => World.Site;
    public string Sets => $"/bijeenkomsten/{World.Table}/vragen";
    public string Overview => $"/bijeenkomsten/{World.Table}/voorbereiding";
    public int this[string name] => invitations[name];

    /// <summary>
    /// Anna (Gemeente) and Bram (Ervaringsdeskundige) come; Cor (Werkgever) thinks along at a distance.
    /// </summary>
    public static async Task<PreparedTable> On(Site site, bool ready = true)
    {
        var table = new PreparedTable(await World.On(site));
        var world = table.World;
        var (process, content) = (
            await world.Member("Fenna", Fenna, TeamRole.Facilitator, world.Project),
            await world.Member("Gijs", Gijs, TeamRole.Facilitator, world.Project)
        );
        var reserve = await world.Member("Hanna", Hanna, TeamRole.Facilitator, world.Project);
        await world.Member("Cato", Cato, TeamRole.CoResearcher, world.Project);
        await site.Db(async db =>
        {
            var gathering = await db.Gatherings.SingleAsync(item => item.Id == world.Table);
            (gathering.ProcessFacilitatorId, gathering.ContentFacilitatorId, gathering.ReserveFacilitatorId) = (
                process,
                content,
                reserve
            );
            await db.SaveChangesAsync();
        });
        await table.JoinAsync("Anna", "Gemeente", RsvpAnswer.Yes);
        await table.JoinAsync("Bram", "Ervaringsdeskundige", RsvpAnswer.Yes);
        await table.JoinAsync("Cor", "Werkgever", RsvpAnswer.Contribute);
        if (ready)
        {
            var organiser = await world.SignIn();
            await organiser.Go(table.Sets);
            await organiser.Press("Zet deze vragen klaar");
        }

        return table;
    }

    public async Task JoinAsync(string name, string perspective, RsvpAnswer answer)
    {
        invitations[name] = await World.Invite(
            name,
            perspective,
            $"{name.ToLowerInvariant()}@voorbeeld.example",
            "06 555 12 345"
        );
        await World.AnswerAsync(invitations[name], answer);
    }

    public Task<Question> QuestionAsync(string begin) =>
        Site.Db(async db =>
            (await db.Questions.AsNoTracking().ToListAsync()).Single(item =>
                item.Wording.Text.Nl.StartsWith(begin, StringComparison.Ordinal)
            )
        );

    /// <summary>What somebody types on her own page; in a browser of its own each time.</summary>
    public async Task<int> TypeAsync(
        string name,
        string question,
        string text,
        AnswerReaders? readers = null,
        string? tab = null
    )
    {
        var asked = await QuestionAsync(question);
        using var scope = Site.Services.CreateScope();
        tab ??= $"tab-{++tabs}";
        var kept = await scope
            .ServiceProvider.GetRequiredService<AnswerKeeper>()
            .KeepAsync(
                this[name],
                asked.Id,
                $"toestel-{tab}",
                Hand.Self,
                new TypedAnswer(text, asked.Wording.Id, tab, 0, ServedAnswer.Empty),
                Site.Clock.Utc,
                default
            );
        await Site.Db(db =>
            db.Answers.Where(item => item.Id == kept.Answer!.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Readers, readers))
        );
        return kept.Answer!.Id;
    }

    public Task PrepareAsync(string name, Action<PreparationProgress> change) =>
        Site.Db(async db =>
        {
            var own = new PreparationProgress { InvitationId = this[name] };
            change(own);
            db.Preparations.Add(own);
            await db.SaveChangesAsync();
        });

    public Task<List<Answer>> AnswersAsync() =>
        Site.Db(db => db.Answers.AsNoTracking().OrderBy(item => item.Id).ToListAsync());

    public string Open(Answer answer) => Site.Services.GetRequiredService<FieldCipher>().Open(answer.Words);
}
