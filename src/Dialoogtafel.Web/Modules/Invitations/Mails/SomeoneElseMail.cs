namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>Someone else instead: thanks, or that we call to ask whom. Does not name the other person.</summary>
public sealed record SomeoneElseMail : GatheringMail
{
    public const string Name = "iemand-anders";

    public override string Template => Name;

    public override string Label => "Iemand anders";

    public override bool IsConfirmation => true;

    /// <summary>The day by which we call to ask whom; null when somebody was named.</summary>
    [Placeholder("belDatum", "De dag waarop wij uiterlijk bellen om te vragen wie; leeg als er al iemand genoemd is")]
    public DateOnly? AskBy { get; init; }

    public static SomeoneElseMail Sample => new() { Facts = GatheringFacts.Sample };
}
