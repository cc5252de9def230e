namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>M-04, ja with a chair. Travels with the calendar file.</summary>
public sealed record ConfirmationMail : GatheringMail
{
    public override string Template => "bevestiging";
}
