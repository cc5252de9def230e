using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Domain.Tests.Outbox;

public sealed class SendingPauseTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_suspicion_holds_nothing_up() => Assert.False(Suspicion().Holds(Now));

    [Fact]
    public void Each_refused_try_waits_longer_up_to_four_hours_and_the_beginning_stays()
    {
        var pause = Suspicion();
        var (now, waits) = (Now, new List<double>());
        for (var tries = 0; tries < 7; tries++)
        {
            pause.Refused(PauseCause.Quota, "550 quota", now);
            waits.Add((pause.NextTryAt!.Value - now).TotalMinutes);
            Assert.True(pause.Holds(pause.NextTryAt.Value.AddSeconds(-1)));
            Assert.False(pause.Holds(pause.NextTryAt.Value));
            now = pause.NextTryAt.Value;
        }

        Assert.Equal([15, 30, 60, 120, 240, 240, 240], waits);
        Assert.Equal(Now, pause.Since);
    }

    [Fact]
    public void A_try_that_told_nothing_costs_the_shortest_wait_and_does_not_count()
    {
        var pause = Suspicion();
        pause.LearntNothing(Now);
        Assert.Null(pause.NextTryAt);
        Assert.False(pause.Holds(Now));
        pause.Refused(PauseCause.Blocked, "550 no", Now);
        pause.Refused(PauseCause.Blocked, "550 no", Now);

        pause.LearntNothing(Now.AddHours(1));

        Assert.Equal(Now.AddHours(1).AddMinutes(15), pause.NextTryAt);
        Assert.Equal(2, pause.Refusals);
    }

    [Fact]
    public void Who_wants_to_know_now_is_not_put_off()
    {
        var pause = Suspicion();
        pause.TryNow(Now);
        Assert.Null(pause.NextTryAt);
        pause.Refused(PauseCause.SignIn, "535 no", Now);

        pause.TryNow(Now.AddMinutes(1));

        Assert.False(pause.Holds(Now.AddMinutes(1)));
        Assert.NotNull(pause.Since);
    }

    [Fact]
    public void It_says_what_the_last_refusal_said_and_which_mail_met_the_first()
    {
        var first = Guid.NewGuid();
        var pause = SendingPause.Suspected(first, PauseCause.Blocked, "550 no");
        Assert.Equal((null, null, 0), (pause.Since, pause.NextTryAt, pause.Refusals));

        pause.Refused(PauseCause.Quota, "550 quota", Now);

        Assert.Equal(
            (first, PauseCause.Quota, "550 quota", 1),
            (pause.FirstMailId, pause.Cause, pause.Words, pause.Refusals)
        );
    }

    [Fact]
    public void Who_wants_to_know_now_does_not_move_a_try_that_is_due_already()
    {
        var pause = Suspicion();
        pause.Refused(PauseCause.SignIn, "535 no", Now);

        pause.TryNow(Now.AddHours(1));

        Assert.Equal(Now.AddMinutes(15), pause.NextTryAt);
    }

    [Fact]
    public void What_is_about_us_never_ends_a_mail()
    {
        var mail = new OutgoingMail
        {
            Id = Guid.NewGuid(),
            Key = "a",
            Kind = "uitnodiging",
            Recipient = "anna@voorbeeld.example",
            MessageId = "a@tafel.example",
            QueuedAt = Now,
        };
        for (var tries = 0; tries < 3 * OutgoingMail.MaxAttempts; tries++)
        {
            mail.Claim(Now.AddHours(tries));
            mail.HeldBack("550 quota", Now.AddHours(tries));
            Assert.Equal((MailState.Queued, 1), (mail.State, mail.Attempts));
        }

        Assert.False(mail.Recall());
    }

    private static SendingPause Suspicion() => SendingPause.Suspected(Guid.NewGuid(), PauseCause.Blocked, "550 no");
}
