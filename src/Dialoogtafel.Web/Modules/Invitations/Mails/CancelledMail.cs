using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>M-13, vervallen: the table does not take place.</summary>
public sealed record CancelledMail : GatheringMail
{
    public const string Name = "vervallen";

    public override string Template => Name;

    public override string Label => "Tafel gaat niet door";

    /// <summary>It tells itself what became of the table.</summary>
    public override string? WhyNot(OutgoingMail mail, MailSubject subject) => null;

    [Placeholder("reden", "Waarom de tafel niet doorgaat, in uw woorden; mag leeg zijn", ManyLines = true)]
    public string? Reason { get; init; }

    [Placeholder("komt", "Of de persoon ja had gezegd")]
    public bool Comes { get; init; }

    public static CancelledMail Sample =>
        new()
        {
            Facts = GatheringFacts.Sample with { EntryRemoved = true },
            Reason = "Wij kunnen de zaal die dag niet gebruiken.",
            Comes = true,
        };
}
