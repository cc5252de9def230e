using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Series;

/// <summary>
/// Who leads the table and so reads its answers. Before the first answer whoever edits the table chooses; after it a
/// new reader is appointed by somebody else: an organiser, or the facilitator who gives the own place away.
/// </summary>
public sealed partial class Gathering
{
    private const string AskAnOrganiser = "Er zijn al antwoorden. Vraag een organisator om deze plek over te dragen.";
    private const string CalledOff = "Deze tafel gaat niet door.";

    /// <summary>Wie begeleidde wanneer. Only changed here; to be loaded before a change.</summary>
    public List<DutyPeriod> Duties { get; init; } = [];

    /// <summary>
    /// Who leads and reads when one of the two cannot, as far as read along; null when nobody was chosen, or the
    /// reserve leads it already.
    /// </summary>
    public Person? StandIn() => ReserveFacilitator is { } reserve && !IsLedBy(reserve.Id) ? reserve : null;

    /// <summary>Chooses who leads it and who is in reserve; null = nobody.</summary>
    /// <param name="answered">Somebody answered a question of this table, whoever may read it.</param>
    /// <exception cref="DomainRuleException">There are answers, and this team member may not appoint that
    /// reader.</exception>
    public ReaderChange Lead(int? process, int? content, int? reserve, Appointer by, bool answered, DateTime now)
    {
        // Whoever leads it now is nobody's reserve any more.
        reserve = reserve == process || reserve == content ? null : reserve;
        var change = ReaderChange.Of((ProcessFacilitatorId, ContentFacilitatorId), (process, content));
        foreach (var reader in answered ? change.New : [])
        {
            var field = reader == process ? nameof(ProcessFacilitatorId) : nameof(ContentFacilitatorId);
            Require(CancelledAt is null, $"{CalledOff} Er zijn al antwoorden, dus er komt geen begeleider bij.", field);
            var givesOwnPlace = change.Gone.Contains(by.Person) && change.New.Count == 1;
            Require(givesOwnPlace || by.MayAppoint(reader), AskSomebodyElse(reader, change, by), field);
        }

        Take(process, content, reserve, by, answered ? change.New : [], now);
        return change;
    }

    /// <summary>
    /// Overdragen: the reserve takes the place of one of the two facilitators, and there is no reserve any more (R-045,
    /// A-15). The reserve was named to the people beforehand, so a facilitator may hand over the other place too, but
    /// not to a reserve of their own choice; the reserve never takes it alone.
    /// </summary>
    /// <param name="process">The process facilitator cannot come; else the content facilitator.</param>
    /// <exception cref="DomainRuleException">There is nobody to take over, nothing to take over, or this team member
    /// may not.</exception>
    public ReaderChange HandOver(bool process, Appointer by, bool answered, DateTime now)
    {
        Require(CancelledAt is null, CalledOff, "");
        Require(ReserveFacilitatorId is not null, "Kies eerst een reserve, bij de gegevens van de tafel.", "");
        Require(
            ReserveFacilitatorId != (process ? ContentFacilitatorId : ProcessFacilitatorId),
            "De reserve leidt deze tafel al. Kies een ander als reserve.",
            ""
        );
        var refusal = WhyNotHandOver(process, by, answered);
        Require(refusal is null, refusal ?? "", "");
        var after = process
            ? (Process: ReserveFacilitatorId, Content: ContentFacilitatorId)
            : (Process: ProcessFacilitatorId, Content: ReserveFacilitatorId);
        var change = ReaderChange.Of((ProcessFacilitatorId, ContentFacilitatorId), after);
        var (one, two) = process ? (ReserveFacilitator, ContentFacilitator) : (ProcessFacilitator, ReserveFacilitator);
        Take(after.Process, after.Content, null, by, answered ? change.New : [], now);
        (ProcessFacilitator, ContentFacilitator, ReserveFacilitator) = (one, two, null);
        return change;
    }

    /// <summary>
    /// Why this team member cannot hand over that place to the reserve, with what to do; null = can, or there is
    /// nothing to hand over.
    /// </summary>
    /// <param name="process">The place of the process facilitator; else that of the content facilitator.</param>
    public string? WhyNotHandOver(bool process, Appointer by, bool answered)
    {
        var given = process ? ProcessFacilitatorId : ContentFacilitatorId;
        if (
            ReserveFacilitatorId is not { } reserve
            || IsLedBy(reserve)
            || by.MayAppoint(reserve)
            || (!answered && (by.MayEdit || IsLedBy(by.Person)))
            || given == by.Person
        )
        {
            return null;
        }

        // A colleague's place too, once it is somebody's, but not to a reserve of their own choice.
        var choseTheReserve =
            Duties.Find(item => item.Duty == TableDuty.Reserve && item.Until is null)?.ById == by.Person;
        return IsLedBy(by.Person) switch
        {
            true when given is not null && !choseTheReserve => null,
            true => AskAnOrganiser,
            false when reserve == by.Person =>
                "U bent zelf de reserve. Vraag een organisator of een begeleider van deze tafel om over te dragen.",
            false => "Er zijn al antwoorden. Vraag een organisator of een begeleider van deze tafel om over te dragen.",
        };
    }

    private static string AskSomebodyElse(int reader, ReaderChange change, Appointer by) =>
        "Er zijn al antwoorden. "
        + (
            by switch
            {
                _ when reader == by.Person =>
                    $"Vraag een {(by.IsOrganiser ? "andere " : "")}organisator om u begeleider te maken.",
                _ when change.Gone.Contains(by.Person) =>
                    "U geeft alleen uw eigen plek weg. Vraag voor de andere plek een organisator.",
                _ => "Vraag een organisator om deze persoon begeleider te maken.",
            }
        );

    private void Take(int? process, int? content, int? reserve, Appointer by, IReadOnlyList<int> readers, DateTime now)
    {
        Write(TableDuty.Process, ProcessFacilitatorId, process);
        Write(TableDuty.Content, ContentFacilitatorId, content);
        Write(TableDuty.Reserve, ReserveFacilitatorId, reserve);
        (ProcessFacilitatorId, ContentFacilitatorId, ReserveFacilitatorId) = (process, content, reserve);

        void Write(TableDuty duty, int? before, int? after)
        {
            if (before == after)
            {
                return;
            }

            Duties.FindAll(item => item.Duty == duty && item.Until is null).ForEach(item => item.End(now));
            if (after is { } person)
            {
                Duties.Add(
                    new DutyPeriod
                    {
                        PersonId = person,
                        Duty = duty,
                        From = now,
                        ById = by.Person,
                        NewReader = duty != TableDuty.Reserve && readers.Contains(person),
                    }
                );
            }
        }
    }
}
