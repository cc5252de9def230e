using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>What was agreed, without who does it.</summary>
public sealed class ActionForm : IEditForm
{
    [
        Required(ErrorMessage = "Schrijf op wat er is afgesproken."),
        StringLength(AgreedAction.LongestText, ErrorMessage = "Maak het korter, hooguit 300 tekens.")
    ]
    public string? Text { get; set; }

    [StringLength(200, ErrorMessage = "Maak het korter, hooguit 200 tekens.")]
    public string? NextStep { get; set; }

    public DateOnly? TargetOn { get; set; }
    public int? CoordinatorId { get; set; }

    [Required(ErrorMessage = "Kies wie erover beslist.")]
    public ActionLevel? Level { get; set; }

    [StringLength(120, ErrorMessage = "Maak het korter, hooguit 120 tekens.")]
    public string? DecisionMaker { get; set; }

    /// <summary>Parties that must join in, one a line.</summary>
    [StringLength(600, ErrorMessage = "Maak de lijst korter.")]
    public string? Must { get; set; }

    /// <summary>Parties that could join in, one a line.</summary>
    [StringLength(600, ErrorMessage = "Maak de lijst korter.")]
    public string? Could { get; set; }

    public string? Seen { get; set; }

    public static ActionForm Of(AgreedAction action) =>
        new()
        {
            Text = action.Text,
            NextStep = action.NextStep,
            TargetOn = action.TargetOn,
            CoordinatorId = action.CoordinatorId,
            Level = action.Level,
            DecisionMaker = action.DecisionMaker,
            Must = Lines(action.Parties.Where(item => item.Must)),
            Could = Lines(action.Parties.Where(item => !item.Must)),
        };

    public IEnumerable<ActionParty> Parties() => Parties(Must, true).Concat(Parties(Could, false));

    public void Write(AgreedAction action, DateTime now)
    {
        (action.Text, action.NextStep, action.TargetOn, action.CoordinatorId) = (
            Text!.ReplaceLineEndings(" ").Trim(),
            NextStep?.Trim() ?? "",
            TargetOn,
            CoordinatorId
        );
        action.PutOn(Level!.Value, DecisionMaker ?? "", now);
        action.Parties.Clear();
        action.Parties.AddRange(Parties());
    }

    private static string Lines(IEnumerable<ActionParty> parties) =>
        string.Join('\n', parties.OrderBy(item => item.Id).Select(item => item.Name));

    private static IEnumerable<ActionParty> Parties(string? lines, bool must) =>
        (lines ?? "")
            .ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new ActionParty { Name = name, Must = must });
}

/// <summary>Who does it. Empty = nog niemand.</summary>
public sealed class OwnerForm
{
    public int? OwnerId { get; set; }
    public int? CoOwnerId { get; set; }

    /// <summary>The owner has as many open actions as is good, and it was discussed .</summary>
    public bool Anyway { get; set; }
}

public sealed class ActionAnswerForm
{
    [Required(ErrorMessage = "Kies hoe het gaat.")]
    public ActionAnswer? Answer { get; set; }

    [StringLength(1000, ErrorMessage = "Maak het korter, hooguit 1000 tekens.")]
    public string? Words { get; set; }
}

public sealed class ContinueForm
{
    [Required(ErrorMessage = "Kies een nieuwe dag.")]
    public DateOnly? Target { get; set; }
}

public sealed class StopForm
{
    [
        Required(ErrorMessage = "Schrijf op waarom de actie stopt."),
        StringLength(300, ErrorMessage = "Maak het korter, hooguit 300 tekens.")
    ]
    public string? Reason { get; set; }
}

public sealed class NoteForm
{
    [
        Required(ErrorMessage = "Schrijf eerst iets op."),
        StringLength(1000, ErrorMessage = "Maak het korter, hooguit 1000 tekens.")
    ]
    public string? Words { get; set; }
}
