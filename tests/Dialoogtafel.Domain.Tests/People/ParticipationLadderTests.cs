using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Tests.People;

public sealed class ParticipationLadderTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Perspective Lived = Perspective(1, 7, PerspectiveKind.LivedExperience);
    private static readonly Perspective Relative = Perspective(2, 7, PerspectiveKind.Relative);
    private static readonly Perspective Employer = Perspective(3, 7, PerspectiveKind.Party);
    private static readonly Perspective LivedElsewhere = Perspective(4, 8, PerspectiveKind.LivedExperience);

    [Fact]
    public void Only_people_with_lived_experience_and_relatives_count()
    {
        var figures = Count(
            [
                Role(10, ParticipationRole.Partner),
                Role(11, ParticipationRole.Partner),
                Role(12, ParticipationRole.Partner),
            ],
            Known(10, Lived),
            Known(11, Relative),
            Known(12, Employer)
        );

        Assert.Equal(2, figures[ParticipationRole.Partner]);
    }

    [Fact]
    public void Somebody_with_two_perspectives_counts_once() =>
        Assert.Equal(
            1,
            Count([Role(10, ParticipationRole.Informant)], Known(10, Lived), Known(10, Relative))[
                ParticipationRole.Informant
            ]
        );

    [Fact]
    public void A_role_that_ended_does_not_count()
    {
        var ended = Role(10, ParticipationRole.Informant);
        ended.End(Now);

        var figures = Count([ended, Role(10, ParticipationRole.Partner)], Known(10, Lived));

        Assert.Equal((0, 1), (figures[ParticipationRole.Informant], figures[ParticipationRole.Partner]));
    }

    [Fact]
    public void A_perspective_in_another_project_makes_nobody_count() =>
        Assert.All(Count([Role(10, ParticipationRole.CoResearcher)], Known(10, LivedElsewhere)).Values, count =>
            Assert.Equal(0, count)
        );

    [Fact]
    public void A_role_in_another_project_does_not_count() =>
        Assert.All(Count([Role(10, ParticipationRole.CoResearcher, project: 8)], Known(10, Lived)).Values, count =>
            Assert.Equal(0, count)
        );

    [Fact]
    public void Every_role_has_a_figure() => Assert.Equal(Enum.GetValues<ParticipationRole>(), Count([]).Keys.Order());

    private static IReadOnlyDictionary<ParticipationRole, int> Count(
        RoleAssignment[] roles,
        params PersonPerspective[] known
    ) => ParticipationLadder.Count(7, roles, [Lived, Relative, Employer, LivedElsewhere], known);

    private static RoleAssignment Role(int person, ParticipationRole role, int project = 7) =>
        new()
        {
            PersonId = person,
            ProjectId = project,
            Role = role,
            From = Now,
            Reason = "ja op de uitnodiging",
        };

    private static PersonPerspective Known(int person, Perspective perspective) =>
        new()
        {
            PersonId = person,
            PerspectiveId = perspective.Id,
            AccordingTo = "Anna",
        };

    private static Perspective Perspective(int id, int project, PerspectiveKind kind)
    {
        var perspective = new Perspective
        {
            ProjectId = project,
            Name = kind.ToString(),
            Kind = kind,
        };
        typeof(Perspective).GetProperty(nameof(Domain.People.Perspective.Id))!.SetValue(perspective, id);
        return perspective;
    }
}
