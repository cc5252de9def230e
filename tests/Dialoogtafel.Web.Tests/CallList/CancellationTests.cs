using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.CallList;

/// <summary>
/// A chair that is given back stands on start, te bellen and the board at once: here a month before the table.
/// </summary>
public sealed class CancellationTests : IDisposable
{
    private const string Lived = "Ervaringsdeskundige";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("Cannot")]
    [InlineData("No")]
    [InlineData("Contribute")]
    [InlineData("Undecided")]
    [InlineData("spoken")]
    public async Task However_it_is_said_it_stands_everywhere_with_who_what_and_how_many(string how)
    {
        var (world, petra, amina) = await SeatedAsync();
        await world.Invite("Karel", Lived, "karel@voorbeeld.example", "06 555 00 008");

        await CancelAsync(world, petra, amina, how);

        var start = (await petra.Go("/start")).Text;
        Assert.Contains("Amina zei af", start, StringComparison.Ordinal);
        Assert.Contains("Er zijn nu 10 van de 10 stoelen vrij", start, StringComparison.Ordinal);
        Assert.Contains("Bel Karel", start, StringComparison.Ordinal);
        var card = (await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}")!;
        Assert.Contains("Bel Karel", card.Words(), StringComparison.Ordinal);
        Assert.Contains("06 555 00 008", card.Words(), StringComparison.Ordinal);
        var board = (await petra.Go($"/bijeenkomsten/{world.Table}/werving")).Page;
        Assert.Contains(
            "zei af",
            board
                .QuerySelectorAll("ul.people li")
                .Single(item => item.Words().StartsWith("Amina", StringComparison.Ordinal))
                .Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 zei af",
            board.QuerySelector("table tbody tr td[data-label=Ja]")!.Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await site.Db(db => db.Mails.CountAsync(mail => mail.Kind == "afzegging-alarm")));
    }

    [Fact]
    public async Task Without_anybody_to_call_it_says_to_invite_somebody_of_that_party()
    {
        var (world, petra, amina) = await SeatedAsync();
        await CancelAsync(world, petra, amina, "No");

        var card = (await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}")!;

        Assert.Contains(card.QuerySelectorAll("a"), link =>
            link.GetAttribute("href")
            == $"/bijeenkomsten/{world.Table}/uitnodigingen/nieuw?perspectief={world.Perspectives[Lived]}"
        );
    }

    [Fact]
    public async Task It_goes_when_somebody_of_that_party_takes_the_chair_and_not_for_another()
    {
        var (world, petra, amina) = await SeatedAsync();
        var (karel, werner) = (
            await world.Invite("Karel", Lived, "karel@voorbeeld.example"),
            await world.Invite("Werner", "Werkgever", "werner@voorbeeld.example")
        );
        await CancelAsync(world, petra, amina, "No");
        site.Clock.Move(TimeSpan.FromHours(1));

        await SpokenAsync(petra, werner, "Yes");
        Assert.NotNull((await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}"));
        await SpokenAsync(petra, karel, "Yes");

        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}"));
        Assert.DoesNotContain(
            "zei af",
            (await petra.Go($"/bijeenkomsten/{world.Table}/werving")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("zei af", (await petra.Go("/start")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_when_ticked_off_and_when_the_person_comes_after_all()
    {
        var (world, petra, amina) = await SeatedAsync();
        await CancelAsync(world, petra, amina, "No");
        await petra.Go("/te-bellen");
        await petra.PressIn($"afgezegd-{amina}", "Dit is geregeld");
        Assert.Null(petra.Page.QuerySelector($"#afgezegd-{amina}"));

        await SpokenAsync(petra, amina, "Yes");
        await SpokenAsync(petra, amina, "No");
        Assert.NotNull((await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}"));
        await SpokenAsync(petra, amina, "Yes");
        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}"));
    }

    [Fact]
    public async Task Who_waits_for_a_chair_is_called_first_and_a_nee_of_somebody_without_a_chair_is_no_cancellation()
    {
        var (world, petra, amina) = await SeatedAsync(chairs: 1);
        var (fatma, gert) = (
            await world.Invite("Fatma", Lived, "fatma@voorbeeld.example"),
            await world.Invite("Gert", Lived, "gert@voorbeeld.example")
        );
        await SpokenAsync(petra, fatma, "Yes");
        await SpokenAsync(petra, gert, "Yes");
        await SpokenAsync(petra, gert, "No");
        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{gert}"));

        await CancelAsync(world, petra, amina, "No");

        Assert.Contains(
            "Bel Fatma",
            (await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}")!.Words(),
            StringComparison.Ordinal
        );
        await petra.Go($"/uitnodigingen/{fatma}");
        await petra.Press("Geef Fatma een stoel");
        Assert.Null((await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}"));
    }

    [Fact]
    public async Task Who_named_a_substitute_after_a_ja_points_to_that_person()
    {
        var (world, petra, amina) = await SeatedAsync();
        await world.Invite("Karel", Lived, "karel@voorbeeld.example");
        var own = await Visitor.To(site).Go(await world.LinkOf(amina));
        await own.Go(own.Address.AbsolutePath + "/antwoord");
        await own.Press("Verstuur mijn antwoord", ("Form.Answer", "SomeoneElse"));
        await own.Press(
            "Verstuur",
            ("Form.Name", "Bram Peeters"),
            ("Form.Address", "bram@voorbeeld.example"),
            ("Form.Agreed", "Agreed")
        );

        var card = (await petra.Go("/te-bellen")).Page.QuerySelector($"#afgezegd-{amina}")!;

        Assert.Contains("Bram Peeters", card.Words(), StringComparison.Ordinal);
        Assert.Contains(card.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"#vervanger-{amina}");
    }

    private async Task<(World World, Visitor Petra, int Amina)> SeatedAsync(int chairs = 10)
    {
        var world = await World.On(site, chairs, (Lived, chairs == 1 ? 1 : 2), ("Werkgever", chairs == 1 ? 0 : 2));
        var amina = await world.Invite("Amina", Lived, "amina@voorbeeld.example");
        var petra = await world.SignIn();
        await SpokenAsync(petra, amina, "Yes");
        return (world, petra, amina);
    }

    private static async Task CancelAsync(World world, Visitor petra, int invitation, string how)
    {
        if (how == "spoken")
        {
            await SpokenAsync(petra, invitation, "No");
            return;
        }

        var own = await Visitor.To(world.Site).Go(await world.LinkOf(invitation));
        if (how == "Cannot")
        {
            await own.Go(own.Address.AbsolutePath + "/toch-niet");
            await own.Press("Verstuur", ("Form.Choice", "CannotCome"));
            return;
        }

        await own.Go(own.Address.AbsolutePath + "/antwoord");
        await own.Press("Verstuur mijn antwoord", ("Form.Answer", how));
    }

    private static async Task SpokenAsync(Visitor petra, int invitation, string answer)
    {
        await petra.Go($"/uitnodigingen/{invitation}");
        await petra.Press("Schrijf het antwoord", ("Form.Answer", answer), ("Form.Channel", "Phone"));
        Assert.Equal($"/uitnodigingen/{invitation}", petra.Address.AbsolutePath);
    }
}
