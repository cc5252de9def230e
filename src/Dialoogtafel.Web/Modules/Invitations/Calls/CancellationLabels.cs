using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Invitations.Calls;

/// <summary>
/// The team's words for a chair that was given back: who, how many chairs are free now, whom to call about it.
/// </summary>
public sealed class CancellationLabels(WallClock wall, Texts texts)
{
    /// <summary>"Amina zei af."</summary>
    public static string Gone(Invitation gone) =>
        $"{(gone.Person!.ErasedAt is null ? gone.Person.FirstName : "Iemand")} "
        + $"{(gone.WithdrawnAt is null ? "zei af" : "staat niet meer op de lijst")}.";

    /// <summary>For a place where the table is not named yet.</summary>
    public string Sentence(CancellationRow row) =>
        $"{Gone(row.Gone)} {Chairs(row)} Het gaat om {row.Table.Series!.Subject}{Day(row)}.";

    public static string Chairs(CancellationRow row) =>
        row.Open.Free == 1
            ? $"Er is nu 1 van de {row.Table.MaxSeats} stoelen vrij."
            : $"Er zijn nu {row.Open.Free} van de {row.Table.MaxSeats} stoelen vrij.";

    /// <summary>Why this one, after the name.</summary>
    public static string Next(Invitation next) =>
        next.State switch
        {
            InvitationState.Waiting => "wacht op een stoel",
            InvitationState.Maybe => "wist het nog niet",
            InvitationState.Concept => "is nog niet gevraagd",
            _ => "gaf nog geen antwoord",
        };

    private string Day(CancellationRow row) =>
        row.Table.StartsAt is { } start ? $", {texts.Day(wall.Local(start))}" : "";
}
