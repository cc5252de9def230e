using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;

namespace Dialoogtafel.Domain.Tests.Series;

/// <summary>Nobody appoints themselves a reader of answers that are already there (D-08).</summary>
public sealed class LeadingTests : LeadingFixture
{
    private static readonly Appointer Only = new(Marieke, true, true, true);

    [Fact]
    public void Before_the_first_answer_whoever_edits_the_table_chooses_anybody_and_themselves()
    {
        var change = Lead(Samir, Joost, CoResearcher(Samir), answered: false);

        Assert.Equal([Samir, Els, Joost], change.New.Concat(change.Gone).Concat(change.Staying));
        Assert.False(table.Duties.Single(item => item.PersonId == Samir).NewReader);
    }

    [Theory]
    [InlineData(Samir, Joost, "ProcessFacilitatorId")]
    [InlineData(Els, Samir, "ContentFacilitatorId")]
    [InlineData(Samir, null, "ProcessFacilitatorId")]
    [InlineData(Joost, Samir, "ContentFacilitatorId")]
    public void A_co_researcher_who_chooses_themselves_is_told_whom_to_ask_beside_the_field(
        int? process,
        int? content,
        string field
    )
    {
        var refusal = Refused(process, content, CoResearcher(Samir));

        Assert.Equal(
            ("Er zijn al antwoorden. Vraag een organisator om u begeleider te maken.", field),
            (refusal.Message, refusal.Field)
        );
        Assert.Equal((Els, Joost, 3), (table.ProcessFacilitatorId, table.ContentFacilitatorId, table.Duties.Count));
    }

    [Fact]
    public void Neither_does_a_co_researcher_choose_somebody_else() =>
        Assert.Contains(
            "om deze persoon begeleider te maken",
            Refused(Hanneke, Joost, CoResearcher(Samir)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_organiser_appoints_another_and_not_themselves_while_there_are_more_organisers()
    {
        Assert.Contains(
            "Vraag een andere organisator om u begeleider te maken.",
            Refused(Els, Marieke, Organiser).Message,
            StringComparison.Ordinal
        );

        var change = Lead(Els, Hanneke, Organiser);

        Assert.Equal([Hanneke, Joost, Els], change.New.Concat(change.Gone).Concat(change.Staying));
        Assert.Equal((Marieke, true), (Newest().ById, Newest().NewReader));
    }

    [Fact]
    public void The_only_organiser_has_nobody_to_ask_and_it_is_written_down()
    {
        Lead(Marieke, Joost, Only);

        Assert.Equal(
            (Marieke, Marieke, TableDuty.Process, true),
            (Newest().PersonId, Newest().ById, Newest().Duty, Newest().NewReader)
        );
    }

    [Fact]
    public void A_facilitator_who_steps_back_gives_the_own_place_away_and_no_other()
    {
        Assert.Contains(
            "Vraag een organisator om deze persoon",
            Refused(Els, Hanneke, CoResearcher(Els)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "U geeft alleen uw eigen plek weg.",
            Refused(Hanneke, Samir, CoResearcher(Els)).Message,
            StringComparison.Ordinal
        );

        Assert.Equal([Hanneke], Lead(Hanneke, Joost, CoResearcher(Els)).New);
    }

    [Fact]
    public void The_own_place_may_go_to_another_duty_when_the_other_facilitator_moves_up() =>
        Assert.Equal([Hanneke], Lead(Joost, Hanneke, CoResearcher(Els)).New);

    [Fact]
    public void Stepping_back_without_a_replacement_and_changing_places_stay_open_to_whoever_edits()
    {
        Assert.Empty(Lead(Joost, Els, CoResearcher(Samir)).New);
        Assert.Equal([Els], Lead(Joost, null, CoResearcher(Samir)).Gone);
        Assert.Equal([Joost], Lead(null, null, CoResearcher(Joost)).Gone);
    }

    [Fact]
    public void Who_comes_back_is_new_again()
    {
        Lead(null, Joost, CoResearcher(Els));

        Assert.Contains(
            "om u begeleider te maken",
            Refused(Els, Joost, CoResearcher(Els)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal([Els], Lead(Els, Joost, Organiser).New);
        Assert.Equal(2, table.Duties.Count(item => item.PersonId == Els));
    }

    [Fact]
    public void Nobody_joins_the_readers_of_a_table_that_does_not_take_place()
    {
        table.StartsAt = Now.AddDays(3);
        table.Cancel(null, Now);

        Assert.StartsWith(
            "Deze tafel gaat niet door.",
            Refused(Hanneke, Joost, Organiser).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Lead(null, Joost, Organiser).New);
    }

    [Fact]
    public void Who_led_when_is_kept_and_what_stays_the_same_is_not_written_again()
    {
        Lead(Els, Hanneke, Organiser, reserve: Joost);
        Lead(Els, Hanneke, Organiser, reserve: Joost);

        Assert.Equal(
            [
                (Els, TableDuty.Process, false),
                (Joost, TableDuty.Content, true),
                (Hanneke, TableDuty.Reserve, true),
                (Hanneke, TableDuty.Content, false),
                (Joost, TableDuty.Reserve, false),
            ],
            table.Duties.Select(item => (item.PersonId, item.Duty, item.Until is not null))
        );
    }

    [Fact]
    public void Only_one_organiser_is_judged_by_everybody_who_was_one_since_the_series_was_made()
    {
        var since = Now.AddDays(-30);
        TeamMembership Of(int person, TeamRole role, DateTime? until = null)
        {
            var membership = new TeamMembership
            {
                PersonId = person,
                ProjectId = 1,
                Role = role,
                From = Now.AddDays(-90),
            };
            if (until is { } end)
            {
                membership.End(end);
            }

            return membership;
        }

        Assert.True(
            Appointer
                .Of(Marieke, [Of(Marieke, TeamRole.Organiser), Of(Samir, TeamRole.CoResearcher)], since)
                .IsOnlyOrganiser
        );
        Assert.False(
            Appointer.Of(Marieke, [Of(Marieke, TeamRole.Organiser), Of(Els, TeamRole.Organiser)], since).IsOnlyOrganiser
        );
        Assert.False(
            Appointer
                .Of(Marieke, [Of(Marieke, TeamRole.Organiser), Of(Els, TeamRole.Organiser, Now)], since)
                .IsOnlyOrganiser
        );
        Assert.True(
            Appointer
                .Of(Marieke, [Of(Marieke, TeamRole.Organiser), Of(Els, TeamRole.Organiser, since.AddDays(-1))], since)
                .IsOnlyOrganiser
        );
        Assert.Equal(
            new Appointer(Samir, true, false, false),
            Appointer.Of(Samir, [Of(Samir, TeamRole.CoResearcher), Of(Samir, TeamRole.Organiser, Now)], since)
        );
        Assert.Equal(
            new Appointer(Hanneke, false, false, false),
            Appointer.Of(Hanneke, [Of(Hanneke, TeamRole.Facilitator)], since)
        );
    }

    private DomainRuleException Refused(int? process, int? content, Appointer by) =>
        Assert.Throws<DomainRuleException>(() => Lead(process, content, by));
}
