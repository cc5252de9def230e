namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>Off the list of one table, to somebody who has it in the calendar: takes the entry away.</summary>
public sealed record OffTheListMail : GatheringMail
{
    public override string Template => "van-de-lijst";
}
