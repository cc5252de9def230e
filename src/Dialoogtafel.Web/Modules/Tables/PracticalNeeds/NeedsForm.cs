using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

public enum CompanionChoice
{
    Comes,
    Alone,
}

/// <summary>
/// What somebody needs at a table, as typed; all optional and nothing chosen as served (D-02).
/// </summary>
public class NeedsForm
{
    public bool QuietPlace { get; set; }
    public bool SeatByTheDoor { get; set; }
    public bool MoreBreaks { get; set; }
    public bool NoStairs { get; set; }
    public bool LightOrSound { get; set; }
    public bool FoodOrDrink { get; set; }
    public bool Transport { get; set; }

    [StringLength(1000, ErrorMessage = "Deze tekst is te lang. Schrijf alleen op wat wij moeten weten.")]
    public string? Text { get; set; }

    public CompanionChoice? Companion { get; set; }

    [StringLength(80, ErrorMessage = "Deze naam is te lang. Schrijf alleen de naam op.")]
    public string? CompanionName { get; set; }

    /// <summary>"Wis wat ik schreef": the one thing that erases; the rest of the form does not count then.</summary>
    public bool Erase { get; set; }

    public IReadOnlyList<Need> Ticked =>
        [
            .. new[]
            {
                (QuietPlace, Need.QuietPlace),
                (SeatByTheDoor, Need.SeatByTheDoor),
                (MoreBreaks, Need.MoreBreaks),
                (NoStairs, Need.NoStairs),
                (LightOrSound, Need.LightOrSound),
                (FoodOrDrink, Need.FoodOrDrink),
                (Transport, Need.Transport),
            }
                .Where(item => item.Item1)
                .Select(item => item.Item2),
        ];

    public bool IsEmpty =>
        Ticked.Count == 0
        && string.IsNullOrWhiteSpace(Text)
        && Companion is null
        && string.IsNullOrWhiteSpace(CompanionName);

    /// <summary>The form with what was told before in it, to change.</summary>
    public static NeedsForm Of(NeedsTold told) =>
        new()
        {
            QuietPlace = told.Ticked.Contains(Need.QuietPlace),
            SeatByTheDoor = told.Ticked.Contains(Need.SeatByTheDoor),
            MoreBreaks = told.Ticked.Contains(Need.MoreBreaks),
            NoStairs = told.Ticked.Contains(Need.NoStairs),
            LightOrSound = told.Ticked.Contains(Need.LightOrSound),
            FoodOrDrink = told.Ticked.Contains(Need.FoodOrDrink),
            Transport = told.Ticked.Contains(Need.Transport),
            Text = told.Text,
            CompanionName = told.CompanionName,
            Companion = told.Companions switch
            {
                null => null,
                0 => CompanionChoice.Alone,
                _ => CompanionChoice.Comes,
            },
        };
}
