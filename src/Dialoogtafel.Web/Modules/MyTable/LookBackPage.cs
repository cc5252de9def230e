using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>What was done on the page just now.</summary>
public enum LookBackDone
{
    Told,
    ContactChanged,
    OffTheList,
}

/// <summary>Post to <c>{path}/terugblik</c>. Nothing is chosen as served; an empty box erases nothing.</summary>
public sealed class LookBackForm
{
    [Required(ErrorMessage = "Kies ja, een beetje of nee.")]
    public FetchOutcome? Outcome { get; set; }

    [StringLength(1000, ErrorMessage = "Dit is te lang. Schrijf het korter, of bel ons.")]
    public string? Words { get; set; }
}

/// <summary>
/// Post to <c>{path}/terugblik/contact</c>. As served it holds what she gave before, so that it changes nothing.
/// </summary>
public sealed class ContactForm : ContactTicks
{
    /// <summary>Asked only of whom we have no number.</summary>
    [StringLength(40, ErrorMessage = "Dit nummer is te lang.")]
    public string? Number { get; set; }
}

/// <summary>What she said before about what she came to get.</summary>
/// <param name="Words">Where they may be shown (S06); else null.</param>
public sealed record LookBackTold(FetchOutcome Outcome, DateTime At, string? Words, string? WrittenBy)
{
    /// <summary>There are words, and they are not shown here.</summary>
    public bool HidesWords { get; init; }
}

/// <summary>
/// Terugblik: did she get what she came to get, and what of her may be on the contact list (R-066, R-101, M-14).
/// </summary>
public sealed record LookBackPage
{
    public required LinkOwner Owner { get; init; }
    public required GatheringLine Gathering { get; init; }
    public Contact? Contact { get; init; }

    /// <summary>What she wrote beforehand about what she comes to get, where it may be shown; else null.</summary>
    public string? Fetch { get; init; }

    /// <summary>The newest that she said; null = nothing yet.</summary>
    public LookBackTold? Told { get; init; }

    /// <summary>Months after the series on which the words go.</summary>
    public required int Months { get; init; }

    public LookBackDone? Done { get; init; }

    /// <summary>
    /// Her own address and number as they would stand on the list; only on a device that opened the link itself.
    /// </summary>
    public string? OwnEmail { get; init; }
    public string? OwnPhone { get; init; }
    public string? OwnOrganisation { get; init; }

    /// <summary>We have no number of her, so she is asked for it with the tick.</summary>
    public bool LacksPhone { get; init; }

    /// <summary>A list has gone to people: what stands on that one cannot be taken back.</summary>
    public bool ListHasLeft { get; init; }

    /// <summary>
    /// The list as it stands, for who was there, once it has left; empty before, and where cookies are refused.
    /// </summary>
    public IReadOnlyList<ContactLine> List { get; init; } = [];

    public LookBackForm Form { get; init; } = new();
    public required ContactForm Give { get; init; }
}
