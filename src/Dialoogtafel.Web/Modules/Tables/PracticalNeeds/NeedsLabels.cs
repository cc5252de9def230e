using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>What people need, in the language of the request.</summary>
public sealed class NeedsLabels(Texts T)
{
    public string Of(Need need) =>
        need switch
        {
            Need.QuietPlace => T["Een rustige plek"],
            Need.SeatByTheDoor => T["Een vaste plek, dicht bij de deur"],
            Need.MoreBreaks => T["Vaker pauze"],
            Need.NoStairs => T["Geen trap, of ruimte voor een rolstoel"],
            Need.LightOrSound => T["Minder fel licht, of minder geluid"],
            Need.FoodOrDrink => T["Eten of drinken waar wij op letten"],
            Need.Transport => T["Hulp bij het vervoer"],
            _ => throw new ArgumentOutOfRangeException(nameof(need), need, null),
        };

    /// <summary>Whether somebody comes along; null when it was not said.</summary>
    public string? Companion(NeedsTold told) =>
        told switch
        {
            { Companions: null } => null,
            { Companions: 0 } => T["Komt alleen."],
            { CompanionName: { } name } => T["Neemt iemand mee: {0}.", name],
            _ => T["Neemt iemand mee."],
        };

    /// <summary>All of it in one line, for the file of a person.</summary>
    public string Line(NeedsTold told) =>
        string.Join(" · ", told.Ticked.Select(Of).Concat(new[] { told.Text, Companion(told) }.OfType<string>()));
}
