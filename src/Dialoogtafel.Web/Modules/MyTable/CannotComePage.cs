using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

public enum CannotComeChoice
{
    CannotCome,
    CannotComeButContribute,
    StillComing,
}

/// <summary>Post to <c>{path}/toch-niet</c>. Nothing is chosen as served.</summary>
public sealed class CannotComeForm
{
    [Required(ErrorMessage = "Kies of u komt of niet komt.")]
    public CannotComeChoice? Choice { get; set; }
}

/// <summary>"Ik kan toch niet komen", after a ja.</summary>
public sealed record CannotComePage(
    LinkOwner Owner,
    GatheringLine Gathering,
    Contact? Contact,
    DateTime Now,
    CannotComeForm Form
)
{
    /// <summary>For somebody who waits for a chair: the page then says "ik hoef geen plek meer".</summary>
    public bool Waits { get; init; }
}
