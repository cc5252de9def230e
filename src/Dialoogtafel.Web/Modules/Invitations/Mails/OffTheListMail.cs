using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>Off the list of one table, to somebody who has it in the calendar: takes the entry away.</summary>
public sealed record OffTheListMail : GatheringMail
{
    public const string Name = "van-de-lijst";

    public override string Template => Name;

    public override string Label => "Niet meer op de lijst";

    /// <summary>It tells itself what became of the table.</summary>
    public override string? WhyNot(OutgoingMail mail, MailSubject subject) => null;

    public static OffTheListMail Sample => new() { Facts = GatheringFacts.Sample with { EntryRemoved = true } };
}
