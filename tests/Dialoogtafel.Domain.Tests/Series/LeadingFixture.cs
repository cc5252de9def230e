using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Series;

/// <summary>A table that is led by Els and Joost, with Hanneke in reserve.</summary>
public abstract class LeadingFixture
{
    protected const int Els = 1;
    protected const int Joost = 2;
    protected const int Hanneke = 3;
    protected const int Samir = 4;
    protected const int Marieke = 5;
    protected static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    protected static readonly Appointer Organiser = new(Marieke, true, true, false);
    protected readonly Gathering table = Gathering.Of(GatheringKind.DialogueTable(), 1);

    protected LeadingFixture() => table.Lead(Els, Joost, Hanneke, Organiser, answered: false, Now.AddDays(-9));

    protected static Appointer CoResearcher(int person) => new(person, true, false, false);

    protected ReaderChange Lead(
        int? process,
        int? content,
        Appointer by,
        bool answered = true,
        int? reserve = Hanneke
    ) => table.Lead(process, content, reserve, by, answered, Now);

    protected DutyPeriod Newest() => table.Duties[^1];
}
