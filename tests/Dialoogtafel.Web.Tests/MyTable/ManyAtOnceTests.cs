using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>
/// F9: a thousand people say ja at once for ten chairs, five of them held, and the wanted perspectives answer
/// last.
/// </summary>
[Trait("Kind", "story")]
public sealed class ManyAtOnceTests
{
    private const int Chairs = 10;
    private const int Held = 5;

    /// <summary>Enough for a saboteur to be seen.</summary>
    private const int Some = 200;

    private static int People => Environment.GetEnvironmentVariable("DIALOOGTAFEL_HEAVY") == "1" ? 3_000 : 1_000;

    [Fact]
    public async Task Every_held_chair_goes_to_its_perspective_ten_are_seated_and_the_rest_waits_by_the_rule()
    {
        var outcome = await RaceAsync(People);

        Assert.Equal(Chairs, outcome.Seated);
        Assert.Equal(Held, outcome.SeatedWanted);
        Assert.Equal(People - Chairs, outcome.Waiting);
        Assert.True(outcome.EveryoneNoted, "an acknowledged ja is missing");
    }

    [Fact]
    public async Task Saboteur_without_the_lock_chairs_are_given_twice()
    {
        // A gate of its own for each request keeps nobody out.
        var outcome = await RaceAsync(Some, services =>
            services
                .AddTransient<WriteGate>()
                .ConfigureDbContext<DialoogtafelDb>(options => options.AddInterceptors(new LetsGo()))
        );

        Assert.InRange(outcome.Seated, Chairs + 1, Some);
    }

    [Fact]
    public async Task Saboteur_without_holding_the_wanted_perspectives_lose_their_chairs()
    {
        var outcome = await RaceAsync(Some, spoil: db =>
            db.GatheringKinds.ExecuteUpdateAsync(set => set.SetProperty(kind => kind.HoldsChairs, false))
        );

        Assert.Equal(Chairs, outcome.Seated);
        Assert.NotEqual(Held, outcome.SeatedWanted);
    }

    private static async Task<Outcome> RaceAsync(
        int people,
        Action<IServiceCollection>? sabotage = null,
        Func<DialoogtafelDb, Task>? spoil = null
    )
    {
        using var site = new Site().With(sabotage ?? (_ => { }));
        var world = await World.On(site, Chairs, ("Gewenst", Held), ("Anders", 0));
        await site.Db(spoil ?? (_ => Task.CompletedTask));
        var wanted = await world.Invite([
            .. Enumerable.Range(0, 100).Select(number => ($"W{number}", "Gewenst", (string?)null, (string?)"06")),
        ]);
        var others = await world.Invite([
            .. Enumerable
                .Range(0, people - 100)
                .Select(number => ($"A{number}", "Anders", (string?)null, (string?)"06")),
        ]);
        using var http = site.CreateClient();
        var acknowledged =
            await SayYesAsync(http, await world.LinksOf(others)) + await SayYesAsync(http, await world.LinksOf(wanted));
        return await site.Db(async db =>
        {
            var answers = await db
                .Invitations.AsNoTracking()
                .Where(item => item.Answer == RsvpAnswer.Yes)
                .ToListAsync();
            return new Outcome(
                answers.Count(item => item.SeatedAt != null),
                answers.Count(item => item.SeatedAt != null && item.PerspectiveId == world.Perspectives["Gewenst"]),
                answers.Count(item => item is { SeatedAt: null, CallBefore: not null }),
                answers.Count == acknowledged
            );
        });
    }

    private static async Task<int> SayYesAsync(HttpClient http, IReadOnlyList<string> links)
    {
        var acknowledged = 0;
        await Parallel.ForEachAsync(links, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (link, stop) =>
        {
            using var form = new FormUrlEncodedContent([new("Form.Answer", "Yes")]);
            using var response = await http.PostAsync($"{link}/antwoord", form, stop);
            if (response.StatusCode == HttpStatusCode.SeeOther)
            {
                Interlocked.Increment(ref acknowledged);
            }
        });
        return acknowledged;
    }

    /// <summary>
    /// Lets go of the table between reading who has a chair and saving that one was given, long enough for two to meet.
    /// </summary>
    private sealed class LetsGo : SaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData data,
            InterceptionResult<int> result,
            CancellationToken stop = default
        )
        {
            if (data.Context!.Database is { CurrentTransaction: not null } database)
            {
                await database.ExecuteSqlRawAsync("COMMIT", stop);
                await Task.Delay(20, stop);
                await database.ExecuteSqlRawAsync("BEGIN IMMEDIATE", stop);
            }

            return result;
        }
    }

    private sealed record Outcome(int Seated, int SeatedWanted, int Waiting, bool EveryoneNoted);
}
