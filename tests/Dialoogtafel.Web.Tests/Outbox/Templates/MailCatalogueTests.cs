using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Tests.Outbox.Templates;

public sealed class MailCatalogueTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Of_a_table_that_is_called_off_only_what_tells_of_it_or_of_readers_still_goes()
    {
        var cancelled = new MailSubject(1, null, Now, null, null);

        Assert.Equal(
            ["leest-mee", "van-de-lijst", "vervallen", "wij-wissen"],
            MailCatalogue
                .Everything.Where(mail => MailCatalogue.WhyNot(Row(mail.Kind), cancelled) is null)
                .Select(mail => mail.Kind)
                // These are about an action and not about the table.
                .Except(["actie-toegewezen", "actie-vraag"])
        );
    }

    [Fact]
    public void A_mail_of_an_earlier_version_is_looked_at_by_its_subject_and_shows_its_own_name()
    {
        Assert.Equal("oude-mail", MailCatalogue.LabelOf("oude-mail"));
        Assert.NotNull(MailCatalogue.WhyNot(Row("oude-mail"), new MailSubject(1, null, Now, null, null)));
        Assert.Null(MailCatalogue.WhyNot(Row("oude-mail"), new MailSubject(1, null, null, null, null)));
    }

    [Fact]
    public void Only_a_newsletter_gives_way_and_its_trial_is_no_newsletter()
    {
        Assert.Equal(["nieuwsbrief"], MailCatalogue.Everything.Where(mail => mail.GivesWay).Select(mail => mail.Kind));
        Assert.Equal(
            ["uitnodiging", "verplaatst"],
            MailCatalogue.Everything.Where(mail => mail.CanBeTakenBack).Select(mail => mail.Kind)
        );
    }

    [Fact]
    public void What_says_back_an_answer_is_replaced_by_what_is_told_after_it_and_nothing_else_is() =>
        Assert.Equal(
            ["bedankt-nee", "bevestiging", "iemand-anders", "ja-wij-bellen", "meedenken", "nog-niet", "stoel-voor-u"],
            MailCatalogue.Confirmations
        );

    private static OutgoingMail Row(string kind) =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = "k",
            Kind = kind,
            Recipient = "anna@voorbeeld.example",
            MessageId = "m",
            QueuedAt = Now,
            InvitationId = 7,
            AnswerNumber = 1,
        };
}
