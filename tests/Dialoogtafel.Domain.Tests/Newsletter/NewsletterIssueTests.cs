using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Tests.Newsletter;

public sealed class NewsletterIssueTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_issue_is_scheduled_once_taken_back_until_its_moment_and_leaves_once()
    {
        var issue = Some();
        Assert.True(issue.Schedule(Now.AddHours(1), 7, Now));
        Assert.False(issue.Schedule(Now.AddHours(2), 8, Now));
        Assert.Equal((Now.AddHours(1), 7), (issue.SendAt!.Value, issue.ScheduledById!.Value));
        Assert.Throws<DomainRuleException>(issue.CheckCanChange);

        Assert.True(issue.Recall(Now.AddMinutes(59)));
        Assert.Equal(IssueState.Draft, issue.State);
        issue.Schedule(Now.AddHours(1), 7, Now);
        Assert.False(issue.Recall(Now.AddHours(1)));
        issue.Publish(Now.AddHours(1));
        Assert.Equal(IssueState.Leaving, issue.State);
        issue.AllQueued(Now.AddHours(2));
        issue.AllQueued(Now.AddHours(3));
        Assert.Equal((IssueState.Sent, Now.AddHours(2)), (issue.State, issue.QueuedAt!.Value));
    }

    [Theory]
    [InlineData("", "tekst", NewsletterAudience.Everybody)]
    [InlineData("titel", " ", NewsletterAudience.Everybody)]
    [InlineData("titel", "tekst", NewsletterAudience.Nobody)]
    public void An_issue_without_title_text_or_audience_does_not_leave(
        string title,
        string body,
        NewsletterAudience audience
    )
    {
        var issue = Some();
        (issue.Title, issue.Body, issue.Audience) = (title, body, audience);
        Assert.Throws<DomainRuleException>(() => issue.Schedule(Now, 7, Now));
    }

    [Fact]
    public void Every_role_belongs_to_one_part_of_the_audience()
    {
        var parts = Enum.GetValues<ParticipationRole>().Select(NewsletterIssue.Of).ToList();
        Assert.Equal(parts.Count, parts.Distinct().Count());
        Assert.Equal(NewsletterAudience.Everybody, parts.Aggregate((all, part) => all | part));
    }

    private static NewsletterIssue Some() =>
        new()
        {
            ProjectId = 1,
            Title = "titel",
            Body = "tekst",
            CreatedAt = Now,
        };
}
