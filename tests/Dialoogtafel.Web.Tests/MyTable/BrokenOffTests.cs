using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>
/// An answer whose next page is never sent: what page and mail promise, somebody does. Monday 2 November 2026; the
/// table is on 3 December.
/// </summary>
public sealed class BrokenOffTests : IAsyncLifetime
{
    private const string Lived = "Ervaringsdeskundige";
    private readonly Site site = new();
    private World world = null!;
    private int anna;

    public async Task InitializeAsync()
    {
        world = await World.On(site, 1, (Lived, 0));
        anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example", "06 555 00 002");
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Who_wants_to_contribute_and_goes_away_is_called_as_page_and_mail_promise()
    {
        var visitor = await AnswerAsync("Contribute");
        await LookAsync(visitor);

        Assert.Contains("uiterlijk op maandag 9 november", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Wij bellen u uiterlijk op maandag 9 november 2026",
            await MailAsync(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Anna wil aan de telefoon iets meegeven.",
            (await ToCallAsync()).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_fills_it_in_herself_is_not_called()
    {
        await site.Db(async db =>
        {
            var table = await db.Gatherings.SingleAsync(item => item.Id == world.Table);
            table.ProcessFacilitatorId = world.OrganiserPerson;
            table.PutQuestionsReady(site.Clock.Utc);
            db.QuestionSets.Add(QuestionPresets.General(world.Table, 1, site.Clock.Utc));
            await db.SaveChangesAsync();
        });
        var visitor = await AnswerAsync("Contribute");
        await visitor.Press("Verstuur", ("Form.How", "Myself"));

        Assert.Null((await world.Read(anna)).CallReason);
        Assert.DoesNotContain("Wij bellen u", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij bellen u", await MailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_somebody_else_to_come_and_names_nobody_is_called_to_ask_whom_until_she_names_somebody()
    {
        var visitor = await AnswerAsync("SomeoneElse");
        await LookAsync(visitor);

        Assert.Contains(
            "uiterlijk op maandag 9 november. Dan horen wij graag wie er kan komen.",
            visitor.Text,
            StringComparison.Ordinal
        );
        var mail = await MailAsync();
        Assert.Contains("Wij bellen u uiterlijk op maandag 9 november 2026", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("dat u iemand noemt", mail, StringComparison.Ordinal);
        Assert.Contains(
            "Anna wil iemand anders laten komen, maar zei nog niet wie.",
            (await ToCallAsync()).Text,
            StringComparison.Ordinal
        );

        await visitor.Follow("Schrijf op wie er kan komen");
        await visitor.Press(
            "Verstuur",
            ("Form.Name", "Bo"),
            ("Form.Phone", "06 555 00 003"),
            ("Form.Agreed", "Agreed")
        );
        Assert.Contains("Wij nemen zelf contact op met deze persoon.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("dat u iemand noemt", await MailAsync(), StringComparison.Ordinal);
        Assert.Contains("Anna noemt Bo in de eigen plaats.", (await ToCallAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_know_and_names_no_day_is_asked_once_a_week_later_and_then_called()
    {
        var visitor = await AnswerAsync("Undecided");
        await LookAsync(visitor);

        Assert.Contains("Op maandag 9 november vragen wij het nog een keer.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Op maandag 9 november 2026 vragen wij het nog een keer.",
            await MailAsync(),
            StringComparison.Ordinal
        );
        Assert.Null((await world.Read(anna)).SeatedAt);
        var asked = 0;
        for (var day = 3; day < 10; day++)
        {
            Assert.DoesNotContain("Anna", (await ToCallAsync()).Text, StringComparison.Ordinal);
            site.Clock.Set(new DateTimeOffset(2026, 11, day, 10, 0, 0, TimeSpan.Zero));
            await site.Run<ReminderJob>();
            await world.SendAsync();
            asked = (await world.RowsOf("herinnering")).Count;
            Assert.Equal(day == 9 ? 1 : 0, asked);
        }

        Assert.Contains("Wij zouden het u vandaag nog eens vragen.", await MailAsync(), StringComparison.Ordinal);
        site.Clock.Set(new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
        Assert.Contains(
            "Anna wist het nog niet. Tot maandag 9 november vroegen wij niets.",
            (await ToCallAsync()).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/te-bellen", "Gesproken, klaar met Anna")]
    [InlineData("/uitnodigingen/", "Ik heb gebeld")]
    public async Task After_the_talk_no_call_is_promised_any_more_until_the_organiser_takes_it_back(
        string path,
        string button
    )
    {
        var visitor = await AnswerAsync("Contribute");
        site.Clock.Set(new DateTimeOffset(2026, 11, 5, 10, 0, 0, TimeSpan.Zero));
        var organiser = await world.SignIn();
        await organiser.Go(path == "/te-bellen" ? path : path + anna);
        await organiser.Press(button);
        await LookAsync(visitor);

        Assert.Contains(
            "Wij spraken elkaar op donderdag 5 november. Dank u wel voor het gesprek.",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Wij bellen u", visitor.Text, StringComparison.Ordinal);

        await organiser.Go($"/uitnodigingen/{anna}");
        await organiser.Press("Haal het laatste telefoontje weg");
        await LookAsync(visitor);
        Assert.Contains("uiterlijk op donderdag 12 november", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij spraken elkaar", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_new_wish_an_earlier_talk_is_not_the_answer_to_it()
    {
        var visitor = await AnswerAsync("Contribute");
        site.Clock.Move(TimeSpan.FromDays(1));
        await (await ToCallAsync()).Press("Gesproken, klaar met Anna");
        site.Clock.Move(TimeSpan.FromDays(1));
        await AnswerAsync("No");
        await AnswerAsync("Contribute");
        await LookAsync(visitor);

        Assert.Contains("uiterlijk op woensdag 11 november", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_a_chair_reads_after_the_promised_call_that_we_spoke()
    {
        await world.AnswerAsync(await world.Invite("Bram", Lived), RsvpAnswer.Yes);
        var visitor = await AnswerAsync("Yes");
        Assert.Contains("Wij bellen u, uiterlijk op", visitor.Text, StringComparison.Ordinal);
        site.Clock.Set(new DateTimeOffset((await world.Read(anna)).CallBefore!.Value.AddHours(-2), TimeSpan.Zero));
        await (await ToCallAsync()).Press("Gesproken, klaar met Anna");
        await LookAsync(visitor);

        Assert.Contains("Wij spraken elkaar op donderdag 19 november.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij bellen u", visitor.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> AnswerAsync(string choice)
    {
        var visitor = await Visitor.To(site).Go(await world.LinkOf(anna));
        await visitor.Go(visitor.Address.AbsolutePath + "/antwoord");
        return await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", choice));
    }

    private static Task<Visitor> LookAsync(Visitor visitor) =>
        visitor.Go(string.Join('/', visitor.Address.AbsolutePath.Split('/').Take(3)));

    private async Task<Visitor> ToCallAsync() => await (await world.SignIn()).Go("/te-bellen");

    /// <summary>The newest mail to Anna, a quarter of an hour later.</summary>
    private async Task<string> MailAsync()
    {
        await world.SendAsync(16 * 60);
        return (await world.MailsOf(anna))[^1].Mail.Text;
    }
}
