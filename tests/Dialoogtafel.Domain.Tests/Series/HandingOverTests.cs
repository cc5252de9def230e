using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Series;

/// <summary>The reserve takes over when an organiser or a facilitator says so, never alone (D-08).</summary>
public sealed class HandingOverTests : LeadingFixture
{
    [Fact]
    public void The_reserve_never_takes_over_alone()
    {
        Assert.Contains(
            "U bent zelf de reserve.",
            RefusedOver(new Appointer(Hanneke, false, false, false)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "U bent zelf de reserve.",
            RefusedOver(CoResearcher(Hanneke)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "U bent zelf de reserve.",
            RefusedOver(new Appointer(Hanneke, true, true, false)).Message,
            StringComparison.Ordinal
        );
        // Also before the first answer: the reserve does not edit the table.
        Assert.Contains(
            "U bent zelf de reserve.",
            RefusedOver(new Appointer(Hanneke, false, false, false), answered: false).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(Els, table.ProcessFacilitatorId);
    }

    [Theory]
    [InlineData(Els, false)]
    [InlineData(Joost, false)]
    [InlineData(Marieke, true)]
    public void An_organiser_or_a_facilitator_hands_over_either_place(int by, bool organises)
    {
        var change = table.HandOver(process: true, new Appointer(by, organises, organises, false), answered: true, Now);

        Assert.Equal([Hanneke, Els, Joost], change.New.Concat(change.Gone).Concat(change.Staying));
        Assert.Equal((Hanneke, by, true), (Newest().PersonId, Newest().ById, Newest().NewReader));
        Assert.Equal(
            [Now, Now],
            table
                .Duties.Where(item => item.PersonId == Els || item.Duty == TableDuty.Reserve)
                .Select(item => item.Until)
        );
    }

    [Fact]
    public void Another_co_researcher_hands_over_before_the_first_answer_only()
    {
        Assert.Contains("Er zijn al antwoorden.", RefusedOver(CoResearcher(Samir)).Message, StringComparison.Ordinal);

        Assert.Equal([Hanneke], table.HandOver(process: true, CoResearcher(Samir), answered: false, Now).New);
        Assert.False(Newest().NewReader);
    }

    [Fact]
    public void An_empty_place_is_nobodys_to_hand_over_but_an_organisers()
    {
        Lead(Els, null, CoResearcher(Samir));

        Assert.Contains(
            "Vraag een organisator",
            Assert
                .Throws<DomainRuleException>(() => table.HandOver(process: false, CoResearcher(Els), true, Now))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Equal([Hanneke], table.HandOver(process: false, Organiser, true, Now).New);
    }

    [Fact]
    public void A_facilitator_gives_the_place_of_the_other_to_no_reserve_of_their_own_choice()
    {
        Lead(Els, Joost, CoResearcher(Els), reserve: Samir);

        Assert.NotNull(table.WhyNotHandOver(process: false, CoResearcher(Els), true));
        Assert.Throws<DomainRuleException>(() => table.HandOver(process: false, CoResearcher(Els), true, Now));
        Assert.Null(table.WhyNotHandOver(process: true, CoResearcher(Els), true));
        Assert.Equal([Samir], table.HandOver(process: true, CoResearcher(Els), true, Now).New);
    }

    [Fact]
    public void A_reserve_who_leads_it_is_no_reserve_any_more()
    {
        Lead(Els, Hanneke, Organiser);

        Assert.Null(table.ReserveFacilitatorId);
        Assert.All(table.Duties.Where(item => item.Duty == TableDuty.Reserve), item => Assert.NotNull(item.Until));
    }

    private DomainRuleException RefusedOver(Appointer by, bool answered = true) =>
        Assert.Throws<DomainRuleException>(() => table.HandOver(process: true, by, answered, Now));
}
