using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Preparation;

/// <summary>M-06 and M-07 when something changes: an answer, the table, the questions. Same days.</summary>
public sealed class PreparationMailChangesTests : PreparationMailFixture
{
    [Fact]
    public async Task A_mail_that_waits_does_not_leave_when_she_is_ready_meanwhile_or_the_questions_are_gone()
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
    public async Task Who_thinks_along_in_writing_reads_it_in_the_confirmation_and_a_call_brings_no_mail_about_it()
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
}
