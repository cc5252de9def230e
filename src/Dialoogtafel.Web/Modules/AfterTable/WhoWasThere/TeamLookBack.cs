using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>What who was there said afterwards, of one table.</summary>
/// <param name="ReadsFetch">Whether this reader leads the table, and so sees what people wrote beforehand
/// .</param>
public sealed record TableLookBackPage(
    int Id,
    string Title,
    string Subject,
    DateTime Today,
    FetchCount Count,
    bool ReadsFetch,
    IReadOnlyList<PersonLookBack> People
);

/// <param name="Fetch">Her own words beforehand about what she came to get; null = none, or not for this
/// reader.</param>
/// <param name="Tellings">Oldest first; the last one counts.</param>
/// <param name="Contact">What she gives for the contact list, in words.</param>
public sealed record PersonLookBack(
    int Invitation,
    int PersonId,
    string FullName,
    string FirstName,
    string? Fetch,
    IReadOnlyList<LookBackTelling> Tellings,
    string Contact
);

/// <summary>One thing that was said; time local.</summary>
public sealed record LookBackTelling(DateTime At, FetchOutcome Outcome, string? Words, string How);

/// <summary>Writing down what one person said.</summary>
public sealed record SpokenLookBackPage(
    int TableId,
    string Table,
    PersonLookBack Person,
    DateTime Today,
    int Months,
    SpokenLookBackForm Form
);

/// <summary>Whether the contact list was talked about.</summary>
public enum ContactAsked
{
    NotAsked,
    Asked,
}

public sealed class SpokenLookBackForm : ContactTicks, IValidatableObject
{
    /// <summary>Null = not talked about.</summary>
    public FetchOutcome? Outcome { get; set; }

    [StringLength(1000, ErrorMessage = "Maak deze tekst korter, hooguit 1000 tekens.")]
    public string? Words { get; set; }

    /// <summary>Only when it was asked do the ticks change anything.</summary>
    public ContactAsked? ContactList { get; set; }

    [Required(ErrorMessage = "Kies hoe u het hoorde.")]
    public ContactChannel? Channel { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Channel is not (null or ContactChannel.Phone or ContactChannel.InPerson or ContactChannel.Paper))
        {
            yield return new ValidationResult("Kies hoe u het hoorde.", [nameof(Channel)]);
        }

        if (Outcome is null && ContactList != ContactAsked.Asked)
        {
            yield return new ValidationResult(
                "Kies ja, een beetje of nee. Of kies dat u naar de contactlijst vroeg.",
                [nameof(Outcome)]
            );
        }

        if (Outcome is null && !string.IsNullOrWhiteSpace(Words))
        {
            yield return new ValidationResult("Kies ook ja, een beetje of nee.", [nameof(Outcome)]);
        }
    }
}
