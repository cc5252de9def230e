using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Domain.Tests.Outbox;

/// <summary>A mail to an address that is none.</summary>
public sealed class UndeliverableTests
{
    private const string Why = "Dit mailadres klopt niet.";
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_failed_from_the_start_says_why_and_holds_nothing()
    {
        var mail = Some();

        Assert.Equal((MailState.Failed, Why, Now, 0), (mail.State, mail.Reply, mail.NextAt, mail.Attempts));
        Assert.Null(mail.Stored);
        Assert.True(mail.WasNeverMade);
        Assert.False(OutgoingMail.MayHaveArrived(mail.State));
    }

    [Fact]
    public void It_cannot_be_sent_again_and_the_words_say_what_to_do()
    {
        var mail = Some();

        Assert.Contains(
            "Verbeter het mailadres",
            Assert.Throws<DomainRuleException>(() => mail.SendAgain(Now)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(MailState.Failed, mail.State);
    }

    [Fact]
    public void It_cannot_be_taken_back_and_can_be_left_as_it_is()
    {
        var mail = Some();

        Assert.False(mail.Recall());
        mail.Drop("Niet verstuurd; zo gelaten.");
        Assert.Equal((MailState.Dropped, false), (mail.State, mail.WasNeverMade));
    }

    [Fact]
    public void A_mail_that_a_server_refused_was_made()
    {
        var mail = OutgoingMail.Due(Bare(), new SealedText([1]), Now);
        mail.Claim(Now);
        mail.Refused("550 5.1.1 no such user");

        Assert.False(mail.WasNeverMade);
        mail.SendAgain(Now);
        Assert.Equal(MailState.Queued, mail.State);
    }

    private static OutgoingMail Some() => OutgoingMail.Undeliverable(Bare(), Why);

    private static OutgoingMail Bare() =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = "x",
            Kind = "uitnodiging",
            Recipient = "jan jansen@voorbeeld.example",
            MessageId = "x@x.example",
            QueuedAt = Now,
        };
}
