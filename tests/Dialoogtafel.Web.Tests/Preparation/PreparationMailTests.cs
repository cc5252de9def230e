using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>
/// M-06 and M-07 in virtual time: the table is on Thursday 3 December 2026, 14.00; three weeks before it is 12
/// November.
/// </summary>
public sealed class PreparationMailTests : IAsyncLifetime
{
    private const string Lived = "Ervaringsdeskundige";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private readonly Site site = new();
    private World world = null!;
    private int anna;

    public async Task InitializeAsync()
    {
        world = await World.On(site, 10, (Lived, 0));
        anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

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
    public async Task A_mail_that_waits_for_the_server_does_not_leave_when_she_is_ready_meanwhile_or_the_questions_are_gone()
    {
        var bert = await world.Invite("Bert", Lived, "bert@voorbeeld.example");
        await world.AnswerAsync(bert, RsvpAnswer.Yes);
        await world.PutQuestionsReadyAsync();
        site.Clock.Set(new DateTimeOffset(2026, 11, 12, 9, 30, 0, TimeSpan.Zero));
        await site.Run<ReminderJob>();
        await world.FinishAsync(anna, PreparedBy.Thinking);
        await site.Db(db =>
            db.Mails.Where(mail => mail.InvitationId == bert && mail.Kind == "vragen-vooraf")
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.NextAt, site.Clock.Utc.AddHours(1)))
        );
        await site.Run<MailPump>();
        await world.TakeQuestionsAwayAsync();
        site.Clock.Move(TimeSpan.FromHours(2));
        await site.Run<MailPump>();

        Assert.Equal(
            [(anna, "De voorbereiding is klaar."), (bert, "De vragen zijn weggehaald.")],
            (await world.RowsOf("vragen-vooraf"))
                .OrderBy(mail => mail.InvitationId)
                .Select(mail => (mail.InvitationId!.Value, mail.Reply!))
        );
        Assert.All(await world.RowsOf("vragen-vooraf"), mail => Assert.Equal(MailState.Dropped, mail.State));
    }

    [Fact]
    public async Task Who_says_ja_after_the_others_were_told_reads_it_in_the_confirmation_alone()
    {
        await world.PutQuestionsReadyAsync();
        var (early, late) = (
            await world.Invite("Bert", Lived, "bert@voorbeeld.example"),
            await world.Invite("Cas", Lived, "cas@voorbeeld.example")
        );
        await LiveAsync("2026-11-11");
        await world.AnswerAsync(early, RsvpAnswer.Yes);
        await LiveAsync("2026-11-16");
        await world.AnswerAsync(late, RsvpAnswer.Yes);
        await LiveAsync("2026-11-27");

        const string sentence = "Er staan vragen voor u klaar op uw pagina.";
        Assert.DoesNotContain(sentence, (await TextAsync(early, "bevestiging")), StringComparison.Ordinal);
        Assert.Contains(sentence, (await TextAsync(late, "bevestiging")), StringComparison.Ordinal);
        Assert.Equal(
            [anna, early],
            (await world.RowsOf("vragen-vooraf")).Select(mail => mail.InvitationId!.Value).Order()
        );
        await LiveAsync("2026-12-04");
        Assert.Contains((await world.RowsOf("vragen-herinnering")).Select(mail => mail.InvitationId), id => id == late);
    }

    [Fact]
    public async Task Who_thinks_along_in_writing_reads_it_in_the_confirmation_and_who_wants_a_call_gets_no_mail_about_it()
    {
        await world.PutQuestionsReadyAsync();
        var (writes, calls) = (
            await world.Invite("Bert", Lived, "bert@voorbeeld.example"),
            await world.Invite("Cas", Lived, "cas@voorbeeld.example")
        );
        await world.AnswerAsync(calls, RsvpAnswer.Contribute);
        await world.AnswerAsync(writes, RsvpAnswer.Contribute);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<AnswerDesk>()
                .TellMoreAsync(world.Table, writes, site.Clock.Utc, default, item => item.Called());
        }

        await LiveAsync("2026-12-04");

        const string sentence = "Er staan vragen voor u klaar op uw eigen pagina.";
        Assert.Contains(sentence, (await TextAsync(writes, "meedenken")), StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, (await TextAsync(calls, "meedenken")), StringComparison.Ordinal);
        Assert.Equal([anna], (await world.RowsOf("vragen-vooraf")).Select(mail => mail.InvitationId!.Value));
        Assert.Equal(
            [anna, writes],
            (await world.RowsOf("vragen-herinnering")).Select(mail => mail.InvitationId!.Value).Order()
        );
    }

    [Fact]
    public async Task A_table_that_moves_takes_the_reminder_along_and_says_once_that_the_questions_are_ready()
    {
        await world.PutQuestionsReadyAsync();
        await LiveAsync("2026-11-29");
        await world.MoveAsync(("Form.Date", "2026-12-24"));

        var told = (await LiveAsync("2026-12-25")).Where(mail =>
            mail.Kind.StartsWith("vragen", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                ("vragen-vooraf", "11-12 10:00"),
                ("vragen-herinnering", "11-28 10:00"),
                ("vragen-herinnering", "12-19 10:00"),
            ],
            told
        );
    }

    [Fact]
    public async Task A_table_that_comes_nearer_tells_of_the_questions_at_the_next_moment()
    {
        await world.PutQuestionsReadyAsync();
        await LiveAsync("2026-11-05 12:00");
        await world.MoveAsync(("Form.Date", "2026-11-20"));

        Assert.Contains(("vragen-vooraf", "11-06 10:00"), await LiveAsync("2026-11-21"));
    }

    [Fact]
    public async Task Nobody_is_asked_to_prepare_who_waits_for_a_chair_said_no_or_whose_table_is_called_off()
    {
        await world.PutQuestionsReadyAsync();
        await site.Db(db => db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.MaxSeats, 1)));
        var (waits, no) = (
            await world.Invite("Bert", Lived, "bert@voorbeeld.example"),
            await world.Invite("Cas", Lived, "cas@voorbeeld.example")
        );
        await world.AnswerAsync(waits, RsvpAnswer.Yes);
        await world.AnswerAsync(no, RsvpAnswer.No);
        await LiveAsync("2026-11-13");
        Assert.Equal([anna], (await world.RowsOf("vragen-vooraf")).Select(mail => mail.InvitationId!.Value));

        await world.CancelAsync();
        await LiveAsync("2026-12-04");
        Assert.Empty(await world.RowsOf("vragen-herinnering"));
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

    private async Task<string> TextAsync(int invitation, string kind) =>
        (await world.MailsOf(invitation)).Single(mail => mail.Row.Kind == kind).Mail.Text;

    private static IEnumerable<string> Names(Visitor visitor) =>
        visitor.Page.QuerySelectorAll(".calls h2").Select(name => name.Words());

    /// <summary>Each half hour until a local moment; gives what Anna got since, without the confirmation.</summary>
    private async Task<List<(string Kind, string At)>> LiveAsync(string until)
    {
        var end = DateTime.Parse(until, CultureInfo.InvariantCulture);
        while (LocalTime.ToLocal(site.Clock.Utc, Zone) < end)
        {
            await site.Run<ReminderJob>();
            await site.Run<MailPump>();
            // Every even hour of the wall clock: reminders are due at ten, and the quiet hours end at eight.
            var now = LocalTime.ToLocal(site.Clock.Utc, Zone);
            var step = TimeSpan.FromMinutes((now.Hour % 2 == 0 ? 120 : 60) - now.Minute);
            site.Clock.Move(now + step > end && now < end ? end - now : step);
        }

        var mails = await site.Db(db =>
            db.Mails.Where(mail => mail.State == MailState.Sent && mail.InvitationId == anna)
                .OrderBy(mail => mail.SentAt)
                .ToListAsync()
        );
        return mails
            .Where(mail => mail.Kind is not ("bevestiging" or "verplaatst"))
            .Select(mail =>
                (
                    mail.Kind,
                    LocalTime.ToLocal(mail.SentAt!.Value, Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)
                )
            )
            .ToList();
    }
}
