namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>
/// How many people of a table told what they need, and how many come along; nothing of what they told.
/// </summary>
/// <param name="MayRead">Whether the page behind the count opens for this team member.</param>
public sealed record NeedsCount(int People, int Companions, bool MayRead)
{
    public string PeopleInWords =>
        People == 1 ? "1 persoon liet weten wat nodig is." : $"{People} mensen lieten weten wat nodig is.";

    /// <summary>Null when nobody comes along.</summary>
    public string? CompanionsInWords => CompanionWords(Companions);

    public static string? CompanionWords(int companions) =>
        companions switch
        {
            0 => null,
            1 => "1 naaste of begeleider komt mee.",
            _ => $"{companions} naasten of begeleiders komen mee.",
        };
}
