namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>A chair is given after waiting. Travels with the calendar file.</summary>
public sealed record ChairForYouMail : ComingMail
{
    public override string Template => "stoel-voor-u";

    [Placeholder("vragen", "Of er al vragen klaarstaan om over na te denken")]
    public bool Questions { get; init; }
}
