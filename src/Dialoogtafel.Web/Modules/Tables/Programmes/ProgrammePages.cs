using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Tables.Programmes;

/// <summary>The programme of one table, or the proposal for it.</summary>
public sealed record ProgrammePage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required string Purpose { get; init; }
    public required string Place { get; init; }

    /// <summary>Local; null = only how long it takes is shown.</summary>
    public required DateTime? Start { get; init; }
    public required DateTime Today { get; init; }
    public required int TableMinutes { get; init; }

    /// <summary>False = this is the proposal, nothing is kept yet.</summary>
    public required bool Stored { get; init; }
    public required bool MayEdit { get; init; }
    public required Programme Programme { get; init; }

    /// <summary>By task, who has it, by full name.</summary>
    public required IReadOnlyDictionary<StepLead, string> Leads { get; init; }

    /// <summary>Full name; null = nobody was chosen.</summary>
    public required string? Reserve { get; init; }

    /// <summary>What the table before this one put first; null = nothing.</summary>
    public EarlierPriorities? Earlier { get; init; }

    /// <summary>The clock at which a step begins, or the minutes after the start.</summary>
    public string When(TimedStep item, Texts words) =>
        Start is { } start ? words.Time(start.AddMinutes(item.After), unit: false) : $"na {item.After} min.";

    /// <summary>Who leads a step: by name, or by task while nobody was chosen.</summary>
    public string LeadOf(StepLead lead) => Leads.TryGetValue(lead, out var name) ? name : ProgrammeLabels.Of(lead);
}

/// <param name="Step">Null = a new one.</param>
public sealed record StepPage(int TableId, int? Step, string Title, string Subject, StepEditForm Form)
{
    public string Action =>
        $"/bijeenkomsten/{TableId}/programma/"
        + (Step is { } id ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "nieuw");
}

public sealed class StepEditForm : IEditForm
{
    [Required(ErrorMessage = "Geef de stap een naam."), StringLength(80, ErrorMessage = "Maak de naam korter.")]
    public string? Title { get; set; }

    [
        Required(ErrorMessage = "Schrijf op hoeveel minuten het duurt."),
        Range(1, ProgrammeStep.MostMinutes, ErrorMessage = "Schrijf een getal van 1 tot 240.")
    ]
    public int? Minutes { get; set; }

    [Required(ErrorMessage = "Kies hoe mensen het doen.")]
    public StepForm? How { get; set; }

    [Required(ErrorMessage = "Kies wie de stap leidt.")]
    public StepLead? Lead { get; set; }

    [StringLength(3000, ErrorMessage = "Maak de uitleg korter.")]
    public string? Instruction { get; set; }

    public string? Seen { get; set; }

    public static StepEditForm Of(ProgrammeStep step) =>
        new()
        {
            Title = step.Title,
            Minutes = step.Minutes,
            How = step.Form,
            Lead = step.Lead,
            Instruction = step.Instruction,
        };

    public void Write(ProgrammeStep step)
    {
        (step.Title, step.Minutes, step.Form, step.Lead) = (Title!.Trim(), Minutes!.Value, How!.Value, Lead!.Value);
        step.Instruction = Instruction?.ReplaceLineEndings("\n").Trim() ?? "";
    }
}

/// <summary>Whom the reserve replaces; nothing is chosen as served.</summary>
public sealed class HandOverForm
{
    [Required(ErrorMessage = "Kies wie niet kan.")]
    [AllowedValues(null, StepLead.Process, StepLead.Content, ErrorMessage = "Kies wie niet kan.")]
    public StepLead? Gone { get; set; }
}

public sealed record HandOverPage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Full name; null = nobody.</summary>
    public required string? Process { get; init; }
    public required string? Content { get; init; }
    public required string? Reserve { get; init; }
    public required string? ReserveFirstName { get; init; }

    /// <summary>Whether the reserve has an address.</summary>
    public required bool ReserveMail { get; init; }
    public required string? ReservePhone { get; init; }
    public required HandOverForm Form { get; init; }

    /// <summary>The places that this team member may hand over.</summary>
    public IReadOnlyList<StepLead> Places { get; init; } = [];

    /// <summary>Why this team member cannot hand over any place, with what to do; null = can.</summary>
    public string? WhyNot { get; init; }

    /// <summary>The reserve will read answers that are there already: who hears of it. Null otherwise.</summary>
    public NewReaders? Readers { get; init; }
}
