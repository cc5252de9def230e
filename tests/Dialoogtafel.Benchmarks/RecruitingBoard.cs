using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Benchmarks;

/// <summary>What one person on the recruiting board costs at a table of 2,000 people, against one of 20.</summary>
static class RecruitingBoard
{
    const int Few = 20;
    const int Many = 2_000;

    public static async Task<IReadOnlyList<Comparison>> Run(bool quick)
    {
        using var site = new BenchSite();
        site.StartServer();
        const string other = "quirine@hogeschool.example";
        var few = await World.On(site);
        var many = await World.Beside(few, other);
        await Fill(few, Few);
        await Fill(many, Many);
        var load = new Load(2, TimeSpan.FromSeconds(quick ? 1 : 4));
        var (cookieOfFew, cookieOfMany) = (await site.SignIn(World.Organiser), await site.SignIn(other));
        async Task<double> Persons(World world, string cookie, int count) =>
            count * await load.Round(site.Address, (_, _) => Board(world, cookie));
        foreach (var (world, cookie, count) in new[] { (few, cookieOfFew, Few), (many, cookieOfMany, Many) })
        {
            var statements = await site.Statements.Of(() => site.Ask(Board(world, cookie)));
            Console.WriteLine($"| {count} | {statements.Count} |");
        }

        return
        [
            await Comparison.Measure(
                $"recruiting board: {Many} people against {Few}",
                "people/s",
                quick ? 2 : 7,
                () => Persons(many, cookieOfMany, Many),
                () => Persons(few, cookieOfFew, Few)
            ),
        ];
    }

    static Task Fill(World world, int count) =>
        world.Invite([
            .. Enumerable
                .Range(1, count)
                .Select(n =>
                    (
                        $"Naam{n}",
                        world.Perspectives.Keys.ElementAt(n % world.Perspectives.Count),
                        (string?)$"naam{n}@deelnemer.test",
                        (string?)null
                    )
                ),
        ]);

    static HttpRequestMessage Board(World world, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/bijeenkomsten/{world.Table}/werving");
        request.Headers.Add("Cookie", cookie);
        return request;
    }
}
