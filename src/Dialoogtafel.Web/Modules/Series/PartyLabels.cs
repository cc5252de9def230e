using Dialoogtafel.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Series;

/// <summary>The sorts of perspective in words, for a select.</summary>
public static class PartyLabels
{
    public static IReadOnlyList<SelectListItem> Options { get; } =
    [.. Enum.GetValues<PerspectiveKind>().Select(kind => new SelectListItem(Word(kind), kind.ToString()))];

    public static string Word(PerspectiveKind kind) =>
        kind switch
        {
            PerspectiveKind.LivedExperience => "eigen ervaring",
            PerspectiveKind.Relative => "naaste",
            PerspectiveKind.Professional => "professional",
            PerspectiveKind.Party => "andere partij",
            PerspectiveKind.Student => "student",
            PerspectiveKind.Researcher => "onderzoeker",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
