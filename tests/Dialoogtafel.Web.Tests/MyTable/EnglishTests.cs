using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>Who reads English meets no Dutch sentence; what an organiser wrote stays as it was written.</summary>
public sealed class EnglishTests : EnglishFixture
{
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

    private static Task OffTheList(Site site, DateTime? since) =>
        site.Db(db => db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(item => item.WithdrawnAt, since)));
}
