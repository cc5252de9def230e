using System.Net;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>Moments of a table, and the pages for everybody, in English.</summary>
public sealed class EnglishMomentsTests : EnglishFixture
{
    [Fact]
    public async Task A_table_that_is_over_or_called_off_says_so_in_English()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");

        await Cancelled(site, site.Clock.Utc);
        Assert.Contains(
            "This table will not take place",
            (await Open(world, anna, Wish.OfThePerson)).Text,
            StringComparison.Ordinal
        );
        await Cancelled(site, null);
        site.Clock.Set(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains(
            "This is what we made together",
            (await Open(world, anna, Wish.OfThePerson)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Waiting_for_a_chair_and_the_last_days_are_told_in_English()
    {
        using var site = new Site();
        var world = await World.On(site, chairs: 1);
        var first = await Open(world, await world.Invite("Anna", Lived, "anna@voorbeeld.example"), Wish.OfThePerson);
        var second = await Open(world, await world.Invite("Bram", Lived, "bram@voorbeeld.example"), Wish.OfThePerson);
        foreach (var visitor in new[] { first, second })
        {
            await visitor.Follow("Give your answer");
            Read(await visitor.Press("Send my answer", ("Form.Answer", "Yes")));
        }

        Assert.Contains("All chairs are taken at the moment.", second.Text, StringComparison.Ordinal);
        Read(await second.Follow("I do not need a place any more"));
        site.Clock.Set(new DateTimeOffset(2026, 12, 2, 14, 0, 0, TimeSpan.Zero));
        Read(await first.Go(first.Address.AbsolutePath));
        Assert.Contains("See you tomorrow, 2.00 pm", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_are_broken_off_and_a_call_that_was_made_are_told_in_English()
    {
        using var site = new Site();
        var world = await World.On(site, 1, (Lived, 0));
        await world.AnswerAsync(await world.Invite("Bram", Lived), Domain.Invitations.RsvpAnswer.Yes);
        var visitor = await Open(
            world,
            await world.Invite("Anna", Lived, "anna@voorbeeld.example", "06 555 00 002"),
            Wish.OfThePerson
        );
        var path = visitor.Address.AbsolutePath;
        async Task SayAsync(string answer, string reads)
        {
            await visitor.Go(path + "/antwoord");
            Read(await visitor.Press("Send my answer", ("Form.Answer", answer)));
            await LookAsync(reads);
        }

        async Task LookAsync(string reads)
        {
            Read(await visitor.Go(path));
            Assert.Contains(reads, visitor.Text, StringComparison.Ordinal);
        }

        async Task CalledAsync() =>
            await (await (await world.SignIn()).Go("/te-bellen")).Press("Gesproken, klaar met Anna");

        await SayAsync("Undecided", "On Monday 9 November we will ask once more.");
        await SayAsync("SomeoneElse", "Then we would like to hear who could come.");
        await SayAsync("Contribute", "on Monday 9 November at the latest.");
        await CalledAsync();
        await LookAsync("We spoke with each other on Monday 2 November. Thank you for the talk.");
        await SayAsync("Yes", "All chairs are taken at the moment.");
        site.Clock.Set(new DateTimeOffset(2026, 11, 19, 10, 0, 0, TimeSpan.Zero));
        await CalledAsync();
        await LookAsync("We spoke with each other on Thursday 19 November. All chairs are taken");
    }

    [Fact]
    public async Task Pages_for_everybody_are_in_the_language_of_the_browser()
    {
        using var site = new Site();
        await World.On(site);
        var visitor = Visitor.To(site);
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.9,nl;q=0.5");

        Read(await visitor.Go("/"));
        Read(await visitor.Go("/privacy"));
        Read(await visitor.Go("/link-opnieuw"));
        Refused(await visitor.Press("Send me my link"), "Write down your mail address.");
        Refused(await visitor.Press("Send me my link", ("Form.Address", "anna")), "needs an @");
        Read(await visitor.Press("Send me my link", ("Form.Address", "anna@voorbeeld.example")));
        foreach (var lost in new[] { "/u/0123456789abcdef", "/mijn-tafel/1" })
        {
            Read(await visitor.Go(lost), HttpStatusCode.NotFound);
            Assert.Contains("This link does not work any more", visitor.Text, StringComparison.Ordinal);
        }

        Read(await visitor.Go("/nergens"), HttpStatusCode.NotFound);
        Assert.Contains("This page does not exist", visitor.Text, StringComparison.Ordinal);
    }
}
