using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Preparation.QuestionSets;

/// <summary>The questions of one table, or the proposal for it.</summary>
public sealed record QuestionSetsPage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>False = this is the proposal, nothing is kept yet.</summary>
    public required bool Stored { get; init; }

    /// <summary>Local; null = nobody sees the questions.</summary>
    public required DateTime? ReadyAt { get; init; }
    public required DateTime Today { get; init; }

    /// <summary>What must be filled in before they can stand ready; null = nothing.</summary>
    public required string? Missing { get; init; }

    /// <summary>Who reads the answers, by name.</summary>
    public required string? Readers { get; init; }
    public required int People { get; init; }

    /// <summary>How many people have answered something.</summary>
    public required int Answered { get; init; }

    /// <summary>
    /// Local: when people hear that the questions stand ready, or would hear it when they were put ready now; null =
    /// never, past, or too late to go.
    /// </summary>
    public required DateTime? MailAt { get; init; }

    /// <summary>Who is asked and not ready, by first name.</summary>
    public required IReadOnlyList<WaitingPerson> Waiting { get; init; }
    public required bool ProblemsFirst { get; init; }
    public required IReadOnlyList<SetView> Sets { get; init; }
    public required IReadOnlyList<SelectListItem> ForWhom { get; init; }
    public required NewSetForm Form { get; init; }

    public string AnsweredInWords =>
        Answered == 1 ? "1 mens heeft al iets beantwoord." : $"{Answered} mensen hebben al iets beantwoord.";
}

/// <param name="Id">Of the invitation.</param>
public sealed record WaitingPerson(int Id, string Name, bool Begun);

public sealed record SetView(
    int Id,
    string Name,
    string ForWhom,
    PreparationMode Mode,
    IReadOnlyList<QuestionView> Asked,
    IReadOnlyList<QuestionView> TakenOff
);

public sealed record QuestionView
{
    public required int Id { get; init; }
    public required string Text { get; init; }
    public required string Help { get; init; }
    public required IReadOnlyList<string> Options { get; init; }
    public required QuestionKind Kind { get; init; }
    public required bool English { get; init; }

    /// <summary>Halen or brengen: goes and comes with the other.</summary>
    public required bool Paired { get; init; }

    /// <summary>How many people answered it.</summary>
    public required int Answered { get; init; }
}

/// <summary>A set of questions for one role or one perspective.</summary>
public sealed class NewSetForm
{
    [Required(ErrorMessage = "Geef de lijst een naam."), StringLength(80, ErrorMessage = "Maak de naam korter.")]
    public string? Name { get; set; }

    /// <summary>A role, or the number of a perspective; empty = everybody.</summary>
    public string? ForWhom { get; set; }

    [Required(ErrorMessage = "Kies wat er met de antwoorden gebeurt.")]
    public PreparationMode? Mode { get; set; }

    public (ParticipationRole? Role, int? Perspective) Chosen =>
        int.TryParse(ForWhom, out var id)
            ? (null, id)
            : (
                Enum.TryParse<ParticipationRole>(ForWhom, out var role)
                && role is ParticipationRole.Partner or ParticipationRole.Informant
                    ? role
                    : null,
                null
            );
}

public sealed record QuestionEditPage
{
    public required int TableId { get; init; }
    public required int SetId { get; init; }

    /// <summary>Null = a new one.</summary>
    public required int? Question { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required string SetName { get; init; }

    /// <summary>Null = still to be chosen.</summary>
    public required QuestionKind? Kind { get; init; }
    public required bool AtDistanceAlone { get; init; }

    /// <summary>How many people answered it, in these or former words.</summary>
    public required int Answered { get; init; }
    public required QuestionForm Form { get; init; }

    private static readonly (string Label, string Hint) OptionsOfAll = (
        "De keuzes of de uitersten",
        string.Join(
            ' ',
            QuestionKinds.All.Select(kind => kind.OptionsHintAmongOthers).OfType<string>().Order(StringComparer.Ordinal)
        )
    );

    /// <summary>While no kind is chosen: as the usual one asks for it.</summary>
    public (string Label, string Hint) TextField => (Kind ?? QuestionKinds.Usual).TextField;

    /// <summary>Null for a kind without options.</summary>
    public (string Label, string Hint)? OptionsField => Kind is null ? OptionsOfAll : Kind.OptionsField;

    public string SameAgain => (Kind ?? QuestionKinds.Usual).SameAgain;

    public string Action =>
        Question is { } id
            ? $"/bijeenkomsten/{TableId}/vragen/{id}"
            : $"/bijeenkomsten/{TableId}/vragen/lijsten/{SetId}/nieuw";
}

/// <summary>The words of a question; kind and success count for a new one only.</summary>
public sealed class QuestionForm : IEditForm
{
    private const string TooLong = "Deze tekst is te lang. Korte vragen worden beter begrepen.";

    [StringLength(300, ErrorMessage = TooLong)]
    public string? Text { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? TextEn { get; set; }

    [StringLength(500, ErrorMessage = TooLong)]
    public string? Help { get; set; }

    [StringLength(500, ErrorMessage = TooLong)]
    public string? HelpEn { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? AtDistance { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? AtDistanceEn { get; set; }

    [StringLength(1000, ErrorMessage = TooLong)]
    public string? Options { get; set; }

    [StringLength(1000, ErrorMessage = TooLong)]
    public string? OptionsEn { get; set; }

    /// <summary>The name of a kind.</summary>
    public string? Kind { get; set; }

    public bool Success { get; set; }

    public string? Seen { get; set; }

    public static QuestionForm Of(QuestionWording words) =>
        new()
        {
            Text = words.Text.Nl,
            TextEn = words.Text.En,
            Help = words.Help.Nl,
            HelpEn = words.Help.En,
            AtDistance = words.AtDistance.Nl,
            AtDistanceEn = words.AtDistance.En,
            Options = words.Options.Nl,
            OptionsEn = words.Options.En,
        };

    /// <param name="kind">Options stay away from a kind that has none.</param>
    public QuestionWording Words(QuestionKind kind, DateTime now) =>
        new()
        {
            Text = Both(Text, TextEn),
            Help = Both(Help, HelpEn),
            AtDistance = Both(AtDistance, AtDistanceEn),
            Options = kind.HasOptions ? new Phrase(Lines(Options), Lines(OptionsEn)) : Phrase.None,
            At = now,
        };

    private static Phrase Both(string? dutch, string? english) => new(Trimmed(dutch), Trimmed(english));

    private static string Trimmed(string? typed) => typed?.ReplaceLineEndings("\n").Trim() ?? "";

    private static string Lines(string? typed) =>
        string.Join(
            '\n',
            Trimmed(typed).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
}
