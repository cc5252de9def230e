namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// M-22, to the coordinator, weekly: actions that are late, quiet, wait for a higher level, or have no owner. No names
/// of owners, no words of theirs.
/// </summary>
public sealed record ActionDigestMail : TeamContactMail
{
    public override string Template => "acties-overzicht";

    [Placeholder("aantal", "Bij hoeveel acties iets nodig is")]
    public required int Count { get; init; }

    [Placeholder("een", "Of het één actie is")]
    public bool IsOne => Count == 1;

    [Placeholder("acties", "De acties, de langst wachtende eerst")]
    public required IReadOnlyList<ActionDigestLine> Actions { get; init; }

    [Placeholder("meer", "Hoeveel acties hier niet staan; mag leeg zijn")]
    public int? More => Count > Actions.Count ? Count - Actions.Count : null;
}

/// <summary>One action in <see cref="ActionDigestMail"/>.</summary>
public sealed record ActionDigestLine
{
    [Placeholder("actie", "Wat er is afgesproken")]
    public required string Action { get; init; }

    [Placeholder("onderwerp", "Waar het gesprek over ging")]
    public required string Subject { get; init; }

    [Placeholder("waarom", "Waarom deze actie aandacht vraagt, in een zin")]
    public required string Why { get; init; }
}
