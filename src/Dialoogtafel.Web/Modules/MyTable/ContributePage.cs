using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

public enum ContributeChoice
{
    CallMe,
    Myself,
}

/// <summary>Post to <c>{path}/meegeven</c>.</summary>
public sealed class ContributeForm
{
    [Required(ErrorMessage = "Kies hoe u iets wilt meegeven.")]
    public ContributeChoice? How { get; set; }

    [StringLength(40, ErrorMessage = "Dit nummer is te lang. Schrijf alleen het telefoonnummer op.")]
    public string? Phone { get; set; }

    /// <summary>When we may call, in the person's own words.</summary>
    [StringLength(200, ErrorMessage = "Dit is te lang. Schrijf het in een paar woorden.")]
    public string? CallWhen { get; set; }
}

/// <summary>After "nee, maar ik wil iets meegeven".</summary>
/// <param name="QuestionsReady">Whether there are questions to fill in already; else only the call is offered.</param>
public sealed record ContributePage(
    LinkOwner Owner,
    GatheringLine Gathering,
    Contact? Contact,
    bool QuestionsReady,
    ContributeForm Form
);
