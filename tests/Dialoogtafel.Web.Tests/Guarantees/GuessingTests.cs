using System.Net;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>S08, S72: who guesses is slowed down by network; who has a good link in the same building is not.</summary>
public sealed class GuessingTests : IDisposable
{
    private const string Guesser = "198.51.100.7";
    private const string Neighbour = "198.51.100.201";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task After_thirty_misses_a_network_gets_429_and_a_good_link_still_works()
    {
        var world = await World.On(site);
        var link = await world.LinkOf(await world.Invite("Renske", "Ervaringsdeskundige"));
        for (var guess = 0; guess < NetworkLimit.Most; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Guess(guess), Guesser));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(Guess(31), Guesser));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(Guess(32) + "/antwoord", Neighbour));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync("/team/in/geraden", Neighbour));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(link, Guesser));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link + "?k=1", Neighbour));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Guess(33), "203.0.113.9"));

        site.Clock.Move(NetworkLimit.Window + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Guess(34), Guesser));
    }

    [Theory]
    [InlineData("nl", "Dat ging te snel na elkaar")]
    [InlineData("en", "too much at once")]
    public async Task The_page_says_in_words_to_wait(string language, string words)
    {
        for (var guess = 0; guess < NetworkLimit.Most; guess++)
        {
            await StatusAsync(Guess(guess), Guesser);
        }

        using var answer = await AskAsync(HttpMethod.Get, Guess(31), Guesser, language);

        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("2001:db8:1:2200::1", "2001:db8:1:22ff::9", true)]
    [InlineData("2001:db8:1:2200::1", "2001:db8:1:2300::1", false)]
    [InlineData("::ffff:198.51.100.7", "198.51.100.9", true)]
    [InlineData("198.51.100.7", "198.51.101.7", false)]
    public void A_network_is_the_first_24_bits_or_56(string one, string other, bool same) =>
        Assert.Equal(
            same,
            NetworkLimit.NetworkOf(IPAddress.Parse(one)) == NetworkLimit.NetworkOf(IPAddress.Parse(other))
        );

    [Fact]
    public async Task Thirty_people_of_one_building_ask_for_a_link_and_the_next_ones_wait()
    {
        var statuses = new List<HttpStatusCode>();
        for (var person = 0; person <= NetworkLimit.Most; person++)
        {
            var browser = site.Open();
            using var sent = await browser.SendAsync(
                "/team/inloggen",
                "/team/inloggen",
                ("Email", $"p{person}@team.example")
            );
            statuses.Add(sent.StatusCode);
        }

        Assert.All(statuses[..^1], status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    private static string Guess(int number) => $"/u/aaaaaaa{number:00000000000000000000000000000000}";

    private async Task<HttpStatusCode> StatusAsync(string path, string from)
    {
        using var answer = await AskAsync(HttpMethod.Get, path, from, "nl");
        return answer.StatusCode;
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string from, string language)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Add("Accept-Language", language);
        var client = site.CreateDefaultClient(new Uri("https://localhost"));
        return client.SendAsync(request);
    }
}
