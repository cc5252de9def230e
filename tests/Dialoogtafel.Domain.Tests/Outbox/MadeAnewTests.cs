using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Domain.Tests.Outbox;

/// <summary>When a mail that waits may say something else than when it was queued.</summary>
public sealed class MadeAnewTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly SealedText Anew = new([9]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(600, true)]
    public void It_is_composed_anew_when_it_waited_for_half_an_hour(int minutes, bool anew) =>
        Assert.Equal(anew, Some().HasWaited(Now.AddMinutes(minutes)));

    [Fact]
    public void And_after_a_try_that_surely_did_not_deliver()
    {
        var mail = Some();
        mail.Claim(Now);
        mail.TryAgain("451 later", Now);

        Assert.True(mail.HasWaited(Now.AddMinutes(1)));
        mail.MakeAnew(Anew);
        Assert.Equal((Anew, 1), (mail.Content, mail.Attempts));
    }

    [Fact]
    public void To_another_address_it_has_all_its_tries_again()
    {
        var mail = Some();
        mail.Claim(Now);
        mail.TryAgain("451 later", Now);

        mail.MakeAnew(Anew, "anna@nieuw.example");

        Assert.Equal(
            ("anna@nieuw.example", Anew, 0, MailState.Queued, (string?)null),
            (mail.Recipient, mail.Content, mail.Attempts, mail.State, mail.Reply)
        );
    }

    [Fact]
    public void What_may_have_arrived_keeps_its_bytes_also_when_somebody_sends_it_again()
    {
        var mail = Some();
        mail.Claim(Now);
        mail.BecameUncertain("verbroken");
        Assert.False(mail.MayBeMadeAnew);

        mail.SendAgain(Now.AddHours(1));

        Assert.Equal(Now.AddHours(1), mail.DoubtedAt);
        Assert.False(mail.HasWaited(Now.AddHours(5)));
        Assert.Throws<InvalidOperationException>(() => mail.MakeAnew(Anew));
        // "Er is niets verstuurd" would not be true.
        Assert.False(mail.Recall());
    }

    [Fact]
    public void What_surely_was_refused_and_is_sent_again_may_be_composed_anew()
    {
        var mail = Some();
        mail.Claim(Now);
        mail.Refused("550 5.1.1");

        mail.SendAgain(Now.AddHours(1));

        Assert.True(mail.HasWaited(Now.AddHours(1)));
    }

    [Fact]
    public void A_mail_of_before_keeps_its_bytes() => Assert.False(Some(renewable: false).HasWaited(Now.AddDays(1)));

    [Fact]
    public void Under_way_sent_or_dropped_it_says_what_it_says()
    {
        var mail = Some();
        mail.Claim(Now);
        Assert.False(mail.MayBeMadeAnew);
        mail.Accepted("250 ok", Now);
        Assert.False(mail.MayBeMadeAnew);

        var dropped = Some();
        dropped.Drop("niet meer nodig");
        Assert.False(dropped.MayBeMadeAnew);
    }

    private static OutgoingMail Some(bool renewable = true) =>
        OutgoingMail.Due(
            new OutgoingMail
            {
                Id = Guid.NewGuid(),
                Key = "uitnodiging:1:1",
                Kind = "uitnodiging",
                IsRenewable = renewable,
                Recipient = "anna@voorbeeld.example",
                MessageId = "1@voorbeeld.example",
                QueuedAt = Now,
            },
            new SealedText([1]),
            Now
        );
}
