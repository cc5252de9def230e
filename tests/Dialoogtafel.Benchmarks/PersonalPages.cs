using System.Globalization;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Benchmarks;

/// <summary>Mijn tafel: the page itself, the answer, and one answer to ten pages.</summary>
static class PersonalPages
{
    const int Connections = 8;

    /// <summary>Two people a connection, so that nobody's answer is changed from two sides.</summary>
    const int People = 2 * Connections;

    public static async Task<IReadOnlyList<Comparison>> Run(bool quick)
    {
        using var site = new BenchSite();
        site.StartServer();
        var world = await World.On(site, 20, ("Mensen die werk zoeken", 18));
        var invitations = await world.Invite([
            .. Enumerable
                .Range(1, People)
                .Select(n => ($"Naam{n}", "Mensen die werk zoeken", (string?)$"naam{n}@deelnemer.test", (string?)null)),
        ]);
        var visitors = new List<Visitor>();
        var endpoints = new List<ReferenceEndpoint>();
        foreach (var link in await world.LinksOf(invitations))
        {
            var visitor = await Visitor.Open(site, link);
            visitors.Add(visitor);
            endpoints.AddRange(await visitor.Reference(site, visitors.Count - 1));
        }

        var copy = site.CopyDatabase();
        await using var reference = await ReferenceHost.Start(copy, endpoints);
        var load = new Load(Connections, TimeSpan.FromSeconds(quick ? 1 : 4));
        var rounds = quick ? 2 : 7;
        int Who(int connection, int turn) => connection + (turn / 11 % 2 * Connections);
        HttpRequestMessage Page(int c, int turn) => visitors[Who(c, turn)].Page();
        HttpRequestMessage Answer(int c, int turn) => visitors[c + (turn % 2 * Connections)].Answer();
        HttpRequestMessage ReferencePage(int c, int turn) => new(HttpMethod.Get, $"/{Who(c, turn)}/lezen");
        HttpRequestMessage ReferenceAnswer(int c, int turn) =>
            new(HttpMethod.Post, $"/{c + (turn % 2 * Connections)}/{(turn / 2 % 2 == 0 ? "nee" : "ja")}")
            {
                Content = new FormUrlEncodedContent([new("Form.Answer", "Yes")]),
            };

        Task<Comparison> Measure(
            string name,
            Func<int, int, HttpRequestMessage> ours,
            Func<int, int, HttpRequestMessage> theirs
        ) =>
            Comparison.Measure(
                name,
                "requests/s",
                rounds,
                () => Round(site.Database, site.Address, ours),
                () => Round(copy, reference.Address, theirs)
            );
        async Task<double> Round(string database, Uri address, Func<int, int, HttpRequestMessage> request)
        {
            // What the round before left behind must not make this one slower.
            BenchSite.Sql(
                database,
                "DELETE FROM Mails; DELETE FROM Reminders; DELETE FROM InvitationEvents WHERE Id NOT IN "
                    + "(SELECT MAX(Id) FROM InvitationEvents GROUP BY InvitationId); PRAGMA "
                    + "wal_checkpoint(TRUNCATE)"
            );
            return await load.Round(address, request);
        }

        return
        [
            await Measure("personal page", Page, ReferencePage),
            await Measure("answer", Answer, ReferenceAnswer),
            await Measure(
                "ten pages to one answer",
                (c, turn) => Load.IsWrite(turn) ? Answer(c, turn / 11) : Page(c, turn),
                (c, turn) => Load.IsWrite(turn) ? ReferenceAnswer(c, turn / 11) : ReferencePage(c, turn)
            ),
        ];
    }

    /// <summary>One person in her own browser.</summary>
    sealed class Visitor(string link, string path, string cookie)
    {
        int answers;

        public static async Task<Visitor> Open(BenchSite site, string link)
        {
            var (cookie, _) = await site.Ask(new(HttpMethod.Get, link));
            var id = cookie.Split('=')[0].Split('-')[^1];
            return new Visitor(link, $"/mijn-tafel/{int.Parse(id, CultureInfo.InvariantCulture)}", cookie);
        }

        public HttpRequestMessage Page()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Cookie", cookie);
            return request;
        }

        /// <summary>Changes her mind each time: ja, nee, ja, …</summary>
        public HttpRequestMessage Answer() =>
            new(HttpMethod.Post, $"{link}/antwoord")
            {
                Content = new FormUrlEncodedContent([new("Form.Answer", answers++ % 2 == 0 ? "Yes" : "No")]),
            };

        /// <summary>What each of her requests sends to the database, once the first answers are behind her.</summary>
        public async Task<IReadOnlyList<ReferenceEndpoint>> Reference(BenchSite site, int number)
        {
            for (var i = 0; i < 2; i++)
                await site.Ask(Answer());
            var yes = await site.Statements.Of(() => site.Ask(Answer()));
            byte[] body = [];
            var page = await site.Statements.Of(async () => body = (await site.Ask(Page())).Body);
            var no = await site.Statements.Of(() => site.Ask(Answer()));
            await site.Ask(Answer());
            return
            [
                new($"/{number}/lezen", page, body.Length),
                new($"/{number}/ja", yes, 0, Writes: true),
                new($"/{number}/nee", no, 0, Writes: true),
            ];
        }
    }
}
