using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.AfterTable;

/// <summary>
/// Verslag of one table: a text that the team edits, that both facilitators agree to, and that is then sent.
/// What people read is the text as it was sent; a change after that is a next edition, to be agreed to again.
/// Retention: the words go 24 months after the series.
/// </summary>
public sealed class TableReport : IVersioned
{
    /// <summary>Letters of Markdown, two full pages many times over.</summary>
    public const int MostLetters = 40000;

    public int Id { get; private set; }
    public required int GatheringId { get; init; }

    /// <summary>Markdown, as it is being edited; null after its retention date.</summary>
    public SealedText? Words { get; private set; }

    public required DateTime MadeAt { get; init; }
    public DateTime ChangedAt { get; private set; }
    public int ChangedById { get; private set; }

    /// <summary>Of the text as it stands; empty again after each change.</summary>
    public List<ReportAgreement> Agreements { get; init; } = [];

    /// <summary>
    /// Markdown as it was sent last; null before, after taking the first sending back, and after its retention date.
    /// </summary>
    public SealedText? SentWords { get; private set; }

    /// <summary>From 1: which text was sent last; 0 = none.</summary>
    public int Edition { get; private set; }

    /// <summary>
    /// How often somebody pressed send; part of the key of each mail, so that what was taken back can be sent again.
    /// </summary>
    public int Sendings { get; private set; }

    public DateTime? SentAt { get; private set; }
    public int Version { get; set; }

    /// <summary>People can read it.</summary>
    public bool IsOut => SentWords is not null;

    /// <summary>The text was changed after it was sent.</summary>
    public bool ChangedSinceSent => SentAt < ChangedAt;

    /// <summary>Another text from now on; who agreed, agreed to the former one.</summary>
    public void Write(SealedText words, int by, DateTime now)
    {
        (Words, ChangedAt, ChangedById) = (words, now, by);
        Agreements.Clear();
    }

    /// <summary>
    /// Other letters of the same text, as when the name of an erased person goes; no change that anybody has to agree
    /// to.
    /// </summary>
    public void Forget(Func<SealedText, SealedText> without)
    {
        var same = SentWords == Words;
        Words = Words is null ? null : without(Words);
        SentWords =
            same ? Words
            : SentWords is null ? null
            : without(SentWords);
    }

    /// <summary>The words are past their date; that there was a report stays.</summary>
    public void Empty()
    {
        (Words, SentWords) = (null, null);
        Agreements.Clear();
    }

    /// <summary>The facilitators whose agreement is still missing, process first.</summary>
    public IReadOnlyList<int> Missing(Gathering table) =>
        [
            .. new[] { table.ProcessFacilitatorId, table.ContentFacilitatorId }
                .OfType<int>()
                .Distinct()
                .Where(person => Agreements.All(item => item.FacilitatorId != person)),
        ];

    /// <summary>Both facilitators agreed to the text as it stands.</summary>
    public bool IsAgreed(Gathering table) =>
        (table.ProcessFacilitatorId ?? table.ContentFacilitatorId) is not null && Missing(table).Count == 0;

    /// <summary>
    /// Akkoord of one facilitator, by herself, or by an organiser on her behalf with a reason. Twice is once.
    /// </summary>
    /// <exception cref="DomainRuleException">She does not lead this table, or somebody else agrees without a
    /// reason.</exception>
    public void Agree(Gathering table, int facilitator, int by, SealedText? reason, DateTime now)
    {
        if (!table.IsLedBy(facilitator))
        {
            throw new DomainRuleException("Alleen de begeleiders van deze tafel geven akkoord.");
        }

        if (facilitator != by && reason is null)
        {
            throw new DomainRuleException("Schrijf op waarom u namens een ander akkoord geeft.", "Reason");
        }

        if (Words is not null && Agreements.All(item => item.FacilitatorId != facilitator))
        {
            Agreements.Add(
                new ReportAgreement
                {
                    FacilitatorId = facilitator,
                    ById = by,
                    At = now,
                    Reason = facilitator == by ? null : reason,
                }
            );
        }
    }

    /// <summary>
    /// Sends the text as it stands; the same text again is the same edition, for who did not get it yet.
    /// </summary>
    /// <exception cref="DomainRuleException">Not both facilitators agreed.</exception>
    public void Send(Gathering table, DateTime now)
    {
        if (Words is null || !IsAgreed(table))
        {
            throw new DomainRuleException("Het verslag kan pas weg als beide begeleiders akkoord zijn.");
        }

        Edition += SentWords != Words || Edition == 0 ? 1 : 0;
        (SentWords, SentAt, Sendings) = (Words, now, Sendings + 1);
    }

    /// <summary>Taken back before any mail left: of a first sending nobody can read it any more.</summary>
    public void Recall()
    {
        if (Sendings == 1)
        {
            (SentWords, SentAt) = (null, null);
        }
    }
}

/// <summary>Akkoord: that one facilitator agreed to a report as it stood, and who wrote that down.</summary>
public sealed class ReportAgreement
{
    public int Id { get; private set; }
    public int ReportId { get; init; }
    public required int FacilitatorId { get; init; }

    /// <summary>Herself, or the organiser on her behalf.</summary>
    public required int ById { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Why somebody else did; null when she did herself. Never about health.</summary>
    public SealedText? Reason { get; init; }
}
