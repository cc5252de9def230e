using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Outbox;

public sealed class StillWantedTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Appointment Thursday = new(
        new DateTime(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc),
        150,
        "Zwolle"
    );
    private static readonly MailSubject Same = new(1, null, null, null, Thursday) { QuestionsReadyAt = Now };

    [Fact]
    public void A_mail_whose_moment_is_past_is_too_late_and_one_on_its_last_moment_is_not()
    {
        Assert.NotNull(StillWanted.WhyTooLate(Mail(stale: Now.AddSeconds(-1)), Now));
        Assert.Null(StillWanted.WhyTooLate(Mail(stale: Now), Now));
        Assert.Null(StillWanted.WhyTooLate(Mail(), Now));
    }

    [Fact]
    public void About_an_invitation_as_it_stands_a_mail_may_go() =>
        Assert.Null(StillWanted.WhyNotByItsSubject(Mail(), Same));

    [Theory]
    [InlineData("cancelled", "De tafel gaat niet door.")]
    [InlineData("withdrawn", "Deze persoon staat niet meer op de lijst.")]
    [InlineData("other day", "De tafel is verzet: deze mail noemt nog de oude dag of plek.")]
    [InlineData("other place", "De tafel is verzet: deze mail noemt nog de oude dag of plek.")]
    [InlineData("no day", "De tafel is verzet: deze mail noemt nog de oude dag of plek.")]
    [InlineData("other answer", "Er is intussen een ander antwoord.")]
    public void What_became_of_the_table_or_the_answer_stops_it(string what, string reason)
    {
        var subject = what switch
        {
            "cancelled" => Same with { CancelledAt = Now },
            "withdrawn" => Same with { WithdrawnAt = Now },
            "other day" => Same with { Stands = Thursday with { StartsAt = Thursday.StartsAt.AddDays(1) } },
            "other place" => Same with { Stands = Thursday with { Place = "Deventer" } },
            "no day" => Same with { Stands = null },
            _ => Same with { AnswerNumber = 2 },
        };
        Assert.Equal(reason, StillWanted.WhyNotByItsSubject(Mail(), subject));
    }

    [Fact]
    public void Who_is_not_to_be_approached_gets_no_question_before_an_answer_and_hears_on_after_one()
    {
        var subject = Same with { NotToBeApproachedSince = Now };
        Assert.Null(StillWanted.WhyNotByItsSubject(Mail(), subject));
        Assert.Equal(
            "Deze persoon wil niet meer benaderd worden.",
            StillWanted.WhyNotByItsSubject(Mail(answer: 0), subject with { AnswerNumber = 0 })
        );
    }

    [Fact]
    public void Questions_are_asked_while_they_stand_ready_and_are_not_finished()
    {
        Assert.Null(StillWanted.WhyNotQuestions(Mail(), Same));
        Assert.Equal(
            "De vragen zijn weggehaald.",
            StillWanted.WhyNotQuestions(Mail(), Same with { QuestionsReadyAt = null })
        );
        Assert.Equal("De voorbereiding is klaar.", StillWanted.WhyNotQuestions(Mail(), Same with { PreparedAt = Now }));
        Assert.Equal("De tafel gaat niet door.", StillWanted.WhyNotQuestions(Mail(), Same with { CancelledAt = Now }));
    }

    [Fact]
    public void A_newsletter_goes_until_the_person_wants_it_no_more()
    {
        var mail = Mail(invitation: null, issue: 4);
        Assert.Null(StillWanted.WhyNotByItsSubject(mail, Same with { CancelledAt = Now }));
        Assert.Equal(
            "Deze persoon wil de nieuwsbrief niet meer.",
            StillWanted.WhyNotByItsSubject(mail, Same with { NewsEnded = true })
        );
    }

    [Fact]
    public void A_mail_about_an_action_goes_while_it_is_open_and_theirs_whatever_became_of_the_table()
    {
        var mail = Mail(action: 9, followUp: 2);
        var open = Same with { ActionOwner = 5, FollowUpNumber = 2, CancelledAt = Now };
        Assert.Null(StillWanted.WhyNotActionQuestion(mail, open));
        Assert.Equal(
            "De actie is klaar of gestopt.",
            StillWanted.WhyNotByItsSubject(mail, open with { ActionEndedAt = Now })
        );
        Assert.Equal("De actie is overgedragen.", StillWanted.WhyNotByItsSubject(mail, open with { ActionOwner = 6 }));
        Assert.Equal(
            "Deze persoon wil niet meer benaderd worden.",
            StillWanted.WhyNotByItsSubject(mail, open with { NotToBeApproachedSince = Now })
        );
    }

    [Fact]
    public void Only_a_question_about_an_action_is_dropped_by_another_answer()
    {
        var mail = Mail(action: 9, followUp: 2);
        var answered = Same with { ActionOwner = 5, FollowUpNumber = 3 };
        Assert.Equal("Er is intussen een ander antwoord.", StillWanted.WhyNotActionQuestion(mail, answered));
        Assert.Null(StillWanted.WhyNotAction(mail, answered));
    }

    [Fact]
    public void A_mail_about_nothing_of_these_always_goes() =>
        Assert.Null(
            StillWanted.WhyNotByItsSubject(Mail(invitation: null), Same with { CancelledAt = Now, WithdrawnAt = Now })
        );

    private static OutgoingMail Mail(
        int? invitation = 7,
        int answer = 1,
        int? action = null,
        int? followUp = null,
        int? issue = null,
        DateTime? stale = null
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = "k",
            Kind = "proef",
            Recipient = "anna@voorbeeld.example",
            MessageId = "m",
            QueuedAt = Now.AddDays(-1),
            PersonId = 5,
            InvitationId = invitation,
            AnswerNumber = answer,
            ActionId = action,
            FollowUpNumber = followUp,
            IssueId = issue,
            Tells = Thursday,
            StaleAt = stale,
        };
}
