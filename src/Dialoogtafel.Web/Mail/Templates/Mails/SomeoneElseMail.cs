namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>Someone else instead: thanks, or that we call to ask whom. Does not name the other person.</summary>
public sealed record SomeoneElseMail : GatheringMail
{
    public override string Template => "iemand-anders";

    /// <summary>The day by which we call to ask whom; null when somebody was named.</summary>
    [Placeholder("belDatum", "De dag waarop wij uiterlijk bellen om te vragen wie; leeg als er al iemand genoemd is")]
    public DateOnly? AskBy { get; init; }
}
