using Dialoogtafel.Domain.Team;

namespace Dialoogtafel.Domain.Tests.Team;

public sealed class TeamMembershipTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_last_organiser_of_a_project_stays()
    {
        var last = Membership(1, TeamRole.Organiser);

        Assert.Throws<DomainRuleException>(() =>
            last.End([last, Membership(2, TeamRole.CoResearcher), Membership(3, TeamRole.Organiser, project: 8)], Now)
        );
        Assert.Null(last.Until);
    }

    [Fact]
    public void An_organiser_may_go_while_another_stays()
    {
        var first = Membership(1, TeamRole.Organiser);

        first.End([first, Membership(2, TeamRole.Organiser)], Now);

        Assert.Equal(Now, first.Until);
    }

    [Fact]
    public void An_organiser_who_left_before_does_not_count_as_another()
    {
        var (last, former) = (Membership(1, TeamRole.Organiser), Membership(2, TeamRole.Organiser));
        former.End(Now);

        Assert.Throws<DomainRuleException>(() => last.End([last, former], Now));
    }

    [Fact]
    public void Every_other_role_may_end()
    {
        var only = Membership(1, TeamRole.CoResearcher);

        only.End([only], Now);

        Assert.Equal(Now, only.Until);
    }

    private static TeamMembership Membership(int id, TeamRole role, int project = 7)
    {
        var membership = new TeamMembership
        {
            PersonId = id,
            ProjectId = project,
            Role = role,
            From = Now,
        };
        typeof(TeamMembership).GetProperty(nameof(TeamMembership.Id))!.SetValue(membership, id);
        return membership;
    }
}
