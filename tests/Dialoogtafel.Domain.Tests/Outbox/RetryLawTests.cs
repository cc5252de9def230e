using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Domain.Tests.Outbox;

/// <summary>What becomes of a mail that does not simply arrive.</summary>
public sealed class RetryLawTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_mail_is_due_when_it_was_said_and_holds_its_bytes()
    {
        var mail = Some(due: Now.AddMinutes(2));

        Assert.Equal((MailState.Queued, Now.AddMinutes(2), 0), (mail.State, mail.NextAt, mail.Attempts));
        Assert.Equal(mail.Id, mail.Stored!.MailId);
    }

    [Fact]
    public void Whoever_claims_it_has_ten_minutes()
    {
        var mail = Some();
        mail.Claim(Now);

        Assert.Equal((MailState.Sending, Now.AddMinutes(10), 1), (mail.State, mail.LeaseUntil, mail.Attempts));
    }

    [Fact]
    public void A_mail_that_was_taken_is_sent_then_and_keeps_the_servers_words()
    {
        var mail = Some();
        mail.Claim(Now);
        mail.Accepted("250 ok", Now.AddSeconds(3));

        Assert.Equal((MailState.Sent, Now.AddSeconds(3), "250 ok"), (mail.State, mail.SentAt, mail.Reply));
        Assert.Null(mail.LeaseUntil);
    }

    [Fact]
    public void Each_failed_try_waits_longer_and_the_sixtieth_ends_it_after_more_than_five_days()
    {
        var (mail, now, waits) = (Some(), Now, new List<double>());
        while (mail.State == MailState.Queued)
        {
            mail.Claim(now);
            mail.TryAgain("451 later", now);
            waits.Add((mail.NextAt - now).TotalMinutes);
            now = mail.NextAt;
        }

        Assert.Equal([1, 5, 15, 30, 60, 120, 150, 150], waits.Take(8));
        Assert.All(waits.Skip(8), wait => Assert.Equal(150, wait));
        Assert.Equal((MailState.Failed, 60, "451 later"), (mail.State, mail.Attempts, mail.Reply));
        Assert.Null(mail.LeaseUntil);
        // 231 minutes of growing waits and 53 of two and a half hours lie between the first try and the last.
        Assert.Equal(231 + (53 * 150), waits.Take(59).Sum());
        Assert.False(mail.WasNeverMade);
    }

    [Fact]
    public void A_refusal_that_is_about_us_puts_it_behind_the_others_and_does_not_eat_its_tries()
    {
        var mail = Some();
        Tries(mail, 4);
        mail.Claim(Now);
        mail.HeldBack("550 quota", Now);

        Assert.Equal((MailState.Queued, 4, Now, "550 quota"), (mail.State, mail.Attempts, mail.NextAt, mail.Reply));
        Assert.Null(mail.LeaseUntil);
        // At the first try too it stays a mail that was tried: it cannot be taken back.
        var fresh = Some();
        fresh.Claim(Now);
        fresh.HeldBack("550 quota", Now);
        Assert.Equal((1, false), (fresh.Attempts, fresh.Recall()));
    }

    [Fact]
    public void A_mail_of_a_person_that_may_have_arrived_waits_for_a_choice()
    {
        var mail = Some();
        mail.Claim(Now);
        mail.BecameUncertain("geen antwoord", Now);

        Assert.Equal((MailState.Uncertain, "geen antwoord", null), (mail.State, mail.Reply, mail.DoubtedAt));
        Assert.Null(mail.LeaseUntil);
    }

    [Fact]
    public void A_newsletter_that_may_have_arrived_goes_once_more_by_itself_and_then_waits_too()
    {
        var mail = Some(issue: 3);
        mail.Claim(Now);
        mail.BecameUncertain("geen antwoord", Now);

        Assert.Equal((MailState.Queued, Now, Now.AddMinutes(1)), (mail.State, mail.DoubtedAt, mail.NextAt));
        Assert.NotNull(mail.Content);

        mail.Claim(Now.AddMinutes(1));
        mail.BecameUncertain("weer niet", Now.AddMinutes(1));
        Assert.Equal((MailState.Uncertain, Now), (mail.State, mail.DoubtedAt));
    }

    [Fact]
    public void Only_what_left_may_have_arrived() =>
        Assert.Equal(
            [MailState.Sending, MailState.Sent, MailState.Uncertain],
            Enum.GetValues<MailState>().Where(OutgoingMail.MayHaveArrived)
        );

    [Fact]
    public void It_can_be_taken_back_until_its_first_try()
    {
        var mail = Some();
        Assert.True(mail.Recall());
        Assert.Equal((MailState.Recalled, null), (mail.State, mail.Content));
        Assert.False(mail.Recall());

        var tried = Some();
        Tries(tried, 1);
        Assert.False(tried.Recall());
        Assert.Equal(MailState.Queued, tried.State);
        var under = Some();
        under.Claim(Now);
        Assert.False(under.Recall());
    }

    [Fact]
    public void What_failed_or_is_uncertain_can_be_sent_again_with_a_full_law_before_it()
    {
        var failed = Some();
        Tries(failed, 60);
        failed.SendAgain(Now.AddDays(7));
        Assert.Equal((MailState.Queued, Now.AddDays(7), 0), (failed.State, failed.NextAt, failed.Attempts));

        var doubted = Some();
        doubted.Claim(Now);
        doubted.BecameUncertain("geen antwoord", Now);
        doubted.SendAgain(Now);
        Assert.Equal(MailState.Queued, doubted.State);
    }

    [Fact]
    public void What_waits_is_under_way_was_sent_or_has_no_bytes_is_not_sent_again()
    {
        var mail = Some();
        Assert.Throws<DomainRuleException>(() => mail.SendAgain(Now));
        mail.Claim(Now);
        Assert.Throws<DomainRuleException>(() => mail.SendAgain(Now));
        mail.Accepted("250 ok", Now);
        Assert.Throws<DomainRuleException>(() => mail.SendAgain(Now));

        var refused = Some();
        refused.Claim(Now);
        refused.Refused("550 5.1.1 no such user");
        refused.AddressChanged("adres veranderd");
        Assert.Throws<DomainRuleException>(() => refused.SendAgain(Now));
    }

    [Fact]
    public void An_uncertain_mail_that_is_left_as_it_is_counts_as_sent_and_no_other_does()
    {
        var mail = Some();
        mail.LeaveAsIs(Now);
        Assert.Equal((MailState.Queued, null), (mail.State, mail.SentAt));
        mail.BecameUncertain("geen antwoord");
        mail.LeaveAsIs(Now.AddHours(1));
        Assert.Equal((MailState.Sent, Now.AddHours(1)), (mail.State, mail.SentAt));
    }

    [Fact]
    public void With_another_address_what_waited_fails_and_nothing_goes_to_the_old_one_again()
    {
        var waiting = Some();
        waiting.AddressChanged("adres veranderd");
        Assert.Equal((MailState.Failed, "adres veranderd", null), (waiting.State, waiting.Reply, waiting.Content));

        var doubted = Some();
        doubted.BecameUncertain("geen antwoord");
        doubted.AddressChanged("adres veranderd");
        Assert.Equal((MailState.Uncertain, "geen antwoord", null), (doubted.State, doubted.Reply, doubted.Content));

        var sent = Some();
        sent.Claim(Now);
        sent.Accepted("250 ok", Now);
        sent.AddressChanged("adres veranderd");
        Assert.Equal(MailState.Sent, sent.State);
        Assert.NotNull(sent.Content);
    }

    [Fact]
    public void A_mail_that_is_not_wanted_any_more_goes_with_its_bytes()
    {
        var mail = Some();
        mail.Drop("Er is een ander antwoord.");

        Assert.Equal((MailState.Dropped, "Er is een ander antwoord.", null), (mail.State, mail.Reply, mail.Stored));
    }

    [Fact]
    public void Only_what_waits_is_put_off()
    {
        var mail = Some();
        mail.PutOff(Now.AddHours(12));
        Assert.Equal(Now.AddHours(12), mail.NextAt);

        mail.Claim(Now.AddHours(12));
        mail.PutOff(Now.AddDays(2));
        Assert.Equal(Now.AddHours(12), mail.NextAt);
    }

    [Theory]
    [InlineData(1, "anna@voorbeeld.example", 1, "anna@werk.example", true)]
    [InlineData(1, "samen@voorbeeld.example", 2, "samen@voorbeeld.example", true)]
    [InlineData(null, "anna@voorbeeld.example", 1, "anna@voorbeeld.example", true)]
    [InlineData(1, "anna@voorbeeld.example", 2, "bram@voorbeeld.example", false)]
    [InlineData(null, "anna@voorbeeld.example", null, "bram@voorbeeld.example", false)]
    public void Mails_of_one_person_or_to_one_address_keep_their_order(
        int? person,
        string address,
        int? other,
        string otherAddress,
        bool same
    )
    {
        var (one, two) = (Some(person: person, to: address), Some(person: other, to: otherAddress));

        Assert.Equal((same, same), (one.IsToTheSame(two), two.IsToTheSame(one)));
    }

    private static void Tries(OutgoingMail mail, int times)
    {
        for (var tries = 0; tries < times; tries++)
        {
            mail.Claim(Now);
            mail.TryAgain("451 later", Now);
        }
    }

    private static OutgoingMail Some(
        DateTime? due = null,
        int? issue = null,
        int? person = null,
        string to = "anna@voorbeeld.example"
    ) =>
        OutgoingMail.Due(
            new()
            {
                Id = Guid.NewGuid(),
                Key = "a",
                Kind = "uitnodiging",
                Recipient = to,
                MessageId = "a@tafel.example",
                QueuedAt = Now,
                PersonId = person,
                IssueId = issue,
            },
            new SealedText([1]),
            due ?? Now
        );
}
