using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Actions.Mails;

/// <summary>
/// M-22, to the coordinator, weekly: actions that are late, quiet, wait for a higher level, or have no owner. No names
/// of owners, no words of theirs.
/// </summary>
public sealed record ActionDigestMail : TeamContactMail
{
    public const string Name = "acties-overzicht";

    public override string Template => Name;

    public override string Label => "Aan het team: acties";

    public override bool KeepsQuiet => true;

    [Placeholder("aantal", "Bij hoeveel acties iets nodig is")]
    public required int Count { get; init; }

    [Placeholder("een", "Of het één actie is")]
    public bool IsOne => Count == 1;

    [Placeholder("acties", "De acties, de langst wachtende eerst")]
    public required IReadOnlyList<ActionDigestLine> Actions { get; init; }

    [Placeholder("meer", "Hoeveel acties hier niet staan; mag leeg zijn")]
    public int? More => Count > Actions.Count ? Count - Actions.Count : null;

    public static ActionDigestMail Sample =>
        new()
        {
            FirstName = "Anna",
            Link = Sampled.Page("reeksen/3/acties"),
            Count = 2,
            Contact = "Hogeschool Voorbeeld",
            Phone = Sampled.Phone,
            Actions =
            [
                new()
                {
                    Action = ActionFacts.Sample.Action,
                    Subject = GatheringFacts.Sample.Subject,
                    Why = "Er is nog niemand die het doet.",
                },
                new()
                {
                    Action = "Een stilteruimte vragen bij de bibliotheek",
                    Subject = GatheringFacts.Sample.Subject,
                    Why = "Zou klaar zijn op 3 december.",
                },
            ],
        };
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
