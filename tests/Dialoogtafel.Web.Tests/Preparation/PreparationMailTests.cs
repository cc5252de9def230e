using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// M-06 and M-07 in virtual time: the table is on Thursday 3 December 2026, 14.00; three weeks before it is 12
/// November.
/// </summary>
public sealed class PreparationMailTests : PreparationMailFixture
{
    [Fact]
    public async Task Who_comes_hears_three_weeks_before_and_once_more_five_days_before()
    {
        await world.PutQuestionsReadyAsync();

        Assert.Equal(
            [
                ("vragen-vooraf", "11-12 10:00"),
                ("praktisch", "11-26 10:00"),
                ("vragen-herinnering", "11-28 10:00"),
                ("praktisch", "12-02 10:00"),
            ],
            await LiveAsync("2026-12-04")
        );
        var mail = await TextAsync(anna, "vragen-vooraf");
        Assert.Contains("Uw antwoorden worden gelezen door Petra.", mail, StringComparison.Ordinal);
        Assert.Contains("U mag elke vraag overslaan", mail, StringComparison.Ordinal);
        Assert.Contains("Liever bellen?", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20 09:15", "11-20 10:00", "11-28 10:00")]
    [InlineData("2026-11-20 10:15", "11-21 10:00", "11-28 10:00")]
    [InlineData("2026-11-20 23:15", "11-21 10:00", "11-28 10:00")]
    // One day between two mails is too little rest.
    [InlineData("2026-11-26 12:15", "11-27 10:00")]
    [InlineData("2026-11-29 12:15", "11-30 10:00")]
    // Within a day of the table nobody is asked to prepare.
    [InlineData("2026-12-02 08:15")]
    [InlineData("2026-12-02 15:15")]
    public async Task Questions_that_are_put_ready_later_are_told_at_the_next_moment(string put, params string[] told)
    {
        await LiveAsync(put);
        await world.PutQuestionsReadyAsync();

        Assert.Equal(
            told,
            (await LiveAsync("2026-12-04"))
                .Where(mail => mail.Kind.StartsWith("vragen", StringComparison.Ordinal))
                .Select(mail => mail.At)
        );
    }

    [Theory]
    [InlineData(PreparedBy.Answering, true)]
    [InlineData(PreparedBy.Thinking, true)]
    [InlineData(PreparedBy.Thinking, false)]
    public async Task Who_is_ready_is_not_reminded_however_it_became_known(PreparedBy by, bool stopsReminders)
    {
        await world.PutQuestionsReadyAsync();
        await LiveAsync("2026-11-20");
        await world.FinishAsync(anna, by, stopsReminders: stopsReminders);

        Assert.DoesNotContain(await LiveAsync("2026-12-04"), mail => mail.Kind == "vragen-herinnering");
        Assert.Contains(await site.Db(db => db.Reminders.ToListAsync()), item =>
            item is { Kind: ReminderKind.QuestionsAgain, StopReason: "De voorbereiding is klaar." }
        );
    }

    [Fact]
    public async Task An_answer_to_everything_is_ready_too_and_one_answer_is_not()
    {
        var bert = await world.Invite("Bert", Lived, "bert@voorbeeld.example");
        await world.AnswerAsync(bert, RsvpAnswer.Yes);
        await world.PutQuestionsReadyAsync();
        await LiveAsync("2026-11-20");
        foreach (var question in new[] { 1, 2, 3 })
        {
            await world.TypeAsync(anna, question, "iets", Hand.Self);
        }

        await world.TypeAsync(bert, 1, "iets", Hand.Self);
        await LiveAsync("2026-12-04");

        Assert.Equal([bert], (await world.RowsOf("vragen-herinnering")).Select(mail => mail.InvitationId!.Value));
    }

    [Fact]
    public async Task What_is_only_to_take_along_need_not_be_sent()
    {
        await world.PutQuestionsReadyAsync(null, QuestionPresets.SolutionsAndActions(world.Table, 1, site.Clock.Utc));
        await LiveAsync("2026-11-13");

        var mail = (await TextAsync(anna, "vragen-vooraf"));
        Assert.Contains("U hoeft niets op te sturen.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("worden gelezen door", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_address_is_called_in_the_last_five_days_below_everybody_else()
    {
        var (greet, kees) = (
            await world.Invite("Greet", Lived, phone: "06 555 00 002"),
            await world.Invite("Kees", Lived, phone: "06 555 00 003")
        );
        await world.AnswerAsync(greet, RsvpAnswer.Yes);
        await world.AnswerAsync(kees, RsvpAnswer.Yes);
        await world.PutQuestionsReadyAsync();
        site.Clock.Set(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));
        var organiser = await (await world.SignIn()).Go("/te-bellen");
        await organiser.Press("Gesproken, klaar met Greet");
        await organiser.Press("Gesproken, klaar met Kees");

        site.Clock.Set(new DateTimeOffset(2026, 11, 27, 22, 0, 0, TimeSpan.Zero));
        Assert.Empty(Names(await organiser.Go("/te-bellen")));
        site.Clock.Set(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
        await world.FinishAsync(kees, PreparedBy.Thinking);
        await world.Invite("Late", Lived, approached: false);

        Assert.Equal(["Late", "Greet"], Names(await organiser.Go("/te-bellen")));
        Assert.Contains(
            "Greet heeft geen mailadres en kan de vragen vooraf aan de telefoon beantwoorden.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Gesproken, klaar met Greet");
        Assert.Equal(["Late"], Names(organiser));
    }

    private static IEnumerable<string> Names(Visitor visitor) =>
        visitor.Page.QuerySelectorAll(".calls h2").Select(name => name.Words());
}
