using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Architecture;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>Who reads English meets no Dutch sentence; what an organiser wrote stays as it was written.</summary>
public sealed class EnglishTests
{
    private const string Lived = "Ervaringsdeskundige";

    [Theory]
    [InlineData(Wish.OfThePerson)]
    [InlineData(Wish.OnThisDevice)]
    public async Task Every_answer_and_what_it_asks_next_is_in_English(Wish wish)
    {
        using var site = new Site();
        var world = await World.On(site);
        var visitor = await Open(world, await world.Invite("Anna", Lived, "anna@voorbeeld.example"), wish);
        Assert.Contains("Will you come on Thursday 3 December?", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("2.00 pm to 4.30 pm", visitor.Text, StringComparison.Ordinal);

        Read(await visitor.Follow("Give your answer"));
        Refused(await visitor.Press("Send my answer"), "Choose one of the five answers.");
        Read(await visitor.Press("Send my answer", ("Form.Answer", "Undecided")));
        Refused(await visitor.Press("Send"), "Choose when you will know");
        Refused(await visitor.Press("Send", ("Form.When", "RatherCall")), "Write down your phone number.");
        Refused(
            await visitor.Press("Send", ("Form.When", "ThisWeek"), ("Form.Phone", new string('0', 41))),
            "This number is too long."
        );
        Read(await visitor.Press("Send", ("Form.When", "ThisWeek"), ("Form.Phone", "")));

        Read(await visitor.Follow("Change your answer"));
        Read(await visitor.Press("Send my answer", ("Form.Answer", "Contribute")));
        Refused(await visitor.Press("Send"), "Choose how you would like to share your thought");
        Refused(
            await visitor.Press("Send", ("Form.How", "CallMe"), ("Form.CallWhen", new string('a', 201))),
            "This is too long."
        );
        Read(
            await visitor.Press(
                "Send",
                ("Form.How", "CallMe"),
                ("Form.CallWhen", "On Tuesday"),
                ("Form.Phone", "06 555 00 002")
            )
        );
        Assert.Contains("You wrote: On Tuesday", visitor.Text, StringComparison.Ordinal);

        Read(await visitor.Follow("Change my answer"));
        Read(await visitor.Press("Send my answer", ("Form.Answer", "SomeoneElse")));
        Refused(
            await visitor.Press("Send", ("Form.Address", "nobody")),
            "needs an @",
            "Write down the name of this person.",
            "Choose whether this person knows already."
        );
        Refused(await visitor.Press("Send", ("Form.Address", "")), "One of the two is enough.");
        Read(
            await visitor.Press("Send", ("Form.Name", "Bo"), ("Form.Phone", "06 555 00 003"), ("Form.Agreed", "NotYet"))
        );

        Read(await visitor.Follow("Change my answer"));
        Read(await visitor.Press("Send my answer", ("Form.Answer", "Yes")));
        Read(await visitor.Follow("I cannot come after all"));
        Refused(await visitor.Press("Send my answer"), "Choose whether you will come or not.");
        Read(await visitor.Press("Send my answer", ("Form.Choice", "CannotCome")));

        Read(await visitor.Follow("Take me off the list"));
        Refused(await visitor.Press("Send my choice"), "Choose whether we delete or keep your data.");
        Read(await visitor.Press("Send my choice", ("Form.Choice", "Remove")));
    }

    [Theory]
    [InlineData(Wish.OfThePerson)]
    [InlineData(Wish.OnThisDevice)]
    public async Task What_cannot_be_answered_is_said_in_English(Wish wish)
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var visitor = await Open(world, anna, wish);

        Read(await visitor.Follow("Give your answer"));
        Refused(await visitor.Press("Send my answer", ("Form.Answer", "Perhaps")), "We cannot read this.");
        await OffTheList(site, site.Clock.Utc);
        Refused(
            await visitor.Press("Send my answer", ("Form.Answer", "Yes")),
            "You are no longer on the list of this table."
        );
        await OffTheList(site, null);
        await Cancelled(site, site.Clock.Utc);
        Refused(await visitor.Press("Send my answer", ("Form.Answer", "Yes")), "This table will not take place.");
        await Cancelled(site, null);
        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 30, 0, TimeSpan.Zero));
        Refused(await visitor.Press("Send my answer", ("Form.Answer", "Yes")), "This table has already begun");
    }

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
    public async Task Own_words_are_asked_for_and_shown_again_in_English()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example", "06 555 00 002");
        var phone = await Open(world, anna, Wish.OfThePerson);
        await phone.Follow("Give your answer");
        await phone.Press("Send my answer", ("Form.Answer", "Contribute"));
        await phone.Press("Send", ("Form.How", "CallMe"), ("Form.CallWhen", "On Tuesday"));

        var elsewhere = await Open(world, anna, Wish.OfThePerson);
        Read(await elsewhere.Press("Send me a link to see my answers", ("SendLink", "true")));
        await site.Run<MailPump>();
        Read(
            await elsewhere.Go(
                MailBox
                    .All(site)
                    .Single(mail => mail.Text.Contains("another device", StringComparison.Ordinal))
                    .LinkTo("/u/")
            )
        );
        Read(await elsewhere.Press("Yes, show my answers"));
        Assert.Contains("You wrote: On Tuesday", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_needs_is_asked_kept_and_erased_in_English()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        var visitor = await Open(world, anna, Wish.OfThePerson);
        await visitor.Follow("Give your answer");
        await visitor.Press("Send my answer", ("Form.Answer", "Yes"));
        Read(await visitor.Follow("What do you need?"));
        Read(await visitor.Press("Save my choice"));
        Refused(
            await visitor.Press(
                "Save my choice",
                ("Form.Text", new string('x', 1001)),
                ("Form.CompanionName", new string('x', 81))
            ),
            "This text is too long.",
            "This name is too long."
        );
        Read(
            await visitor.Press(
                "Save my choice",
                ("Form.Text", "Tea"),
                ("Form.CompanionName", ""),
                ("Form.Companion", "Comes"),
                ("Form.MoreBreaks", "true")
            )
        );

        var elsewhere = await Open(world, anna, Wish.OfThePerson);
        Read(await elsewhere.Go($"{elsewhere.Address.AbsolutePath}/nodig"));
        Assert.Contains("You already told us something before", elsewhere.Text, StringComparison.Ordinal);
        await visitor.Go(visitor.Address.AbsolutePath.Replace("/nodig", "/gegevens", StringComparison.Ordinal));
        Assert.Contains("More breaks · Tea · Brings somebody.", visitor.Text, StringComparison.Ordinal);
        await visitor.Go(visitor.Address.AbsolutePath.Replace("/gegevens", "/nodig", StringComparison.Ordinal));
        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 30, 0, TimeSpan.Zero));
        Refused(await visitor.Press("Save my choice", ("Form.Text", "Tea")), "We cannot keep this.");
        Read(await visitor.Go(visitor.Address.AbsolutePath));
        Read(await visitor.Press("Send my choice", ("Form.Erase", "true")));
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

    /// <summary>Why the pages are in English: it stands with the person, or it was chosen on this device.</summary>
    public enum Wish
    {
        OfThePerson,
        OnThisDevice,
    }

    private static async Task<Visitor> Open(World world, int invitation, Wish wish)
    {
        var visitor = Visitor.To(world.Site);
        if (wish == Wish.OfThePerson)
        {
            var person = (await world.Read(invitation)).PersonId;
            await world.Site.Db(db =>
                db.Persons.Where(item => item.Id == person)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.Language, "en"))
            );
        }

        await visitor.Go(await world.LinkOf(invitation));
        if (wish == Wish.OnThisDevice)
        {
            await visitor.Press("English");
        }

        Read(visitor);
        return visitor;
    }

    private static Task Cancelled(Site site, DateTime? since) =>
        site.Db(db => db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.CancelledAt, since)));

    private static Task OffTheList(Site site, DateTime? since) =>
        site.Db(db => db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(item => item.WithdrawnAt, since)));

    private static void Refused(Visitor visitor, params string[] messages)
    {
        Read(visitor, HttpStatusCode.BadRequest);
        foreach (var message in messages)
        {
            Assert.Contains(
                message,
                visitor.Page.QuerySelector(".error-summary")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    private static void Read(Visitor visitor, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.Equal(status, visitor.Status);
        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
        var words = string.Join(
                '\n',
                visitor
                    .Page.DocumentElement.Descendants<IText>()
                    .Select(text => text.TextContent)
                    .Concat(
                        visitor.Page.QuerySelectorAll("[aria-label]").Select(part => part.GetAttribute("aria-label"))
                    )
            )
            .Replace(World.Subject, "", StringComparison.Ordinal);
        Assert.Empty(
            ParticipantTexts
                .English.Where(text => text.Dutch != text.English && Said(text.Dutch).IsMatch(words))
                .Select(text => $"{visitor.Address}: {text.Dutch}")
        );
    }

    private static Regex Said(string dutch) =>
        new($@"(?<!\w){Regex.Replace(Regex.Escape(dutch), @"\\\{\d\}", ".{0,60}")}(?!\w)");
}
