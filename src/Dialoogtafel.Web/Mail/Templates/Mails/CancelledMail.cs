namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>M-13, vervallen: the table does not take place.</summary>
public sealed record CancelledMail : GatheringMail
{
    public override string Template => "vervallen";

    [Placeholder("reden", "Waarom de tafel niet doorgaat, in uw woorden; mag leeg zijn", ManyLines = true)]
    public string? Reason { get; init; }

    [Placeholder("komt", "Of de persoon ja had gezegd")]
    public bool Comes { get; init; }
}
