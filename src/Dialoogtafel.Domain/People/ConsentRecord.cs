using Dialoogtafel.Domain.AfterTable;

namespace Dialoogtafel.Domain.People;

/// <summary>For what a person gave consent; each purpose is asked and withdrawn apart.</summary>
public enum ConsentPurpose
{
    /// <summary>Keep name and address for further tables.</summary>
    StayInNetwork,

    /// <summary>Say at the table and in the invitation that she has lived experience.</summary>
    NameLivedExperience,
    Newsletter,
    ContactList,
}

public enum ConsentChannel
{
    Page,
    Phone,
    Paper,
    InPerson,
}

/// <summary>
/// Toestemming with its proof: which text, through which channel, recorded by whom, when. Withdrawing is a date, never
/// a removal of the proof.
/// </summary>
public sealed class ConsentRecord
{
    public int Id { get; private set; }
    public required int PersonId { get; init; }
    public int? ProjectId { get; init; }

    /// <summary>
    /// The one table that it is for; null = the project. The contact list is asked per table.
    /// </summary>
    public int? GatheringId { get; init; }

    /// <summary>Of the contact list: the one field that is given.</summary>
    public ContactField? Field { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>Which version of the consent text the person saw or heard, for example "2026-11".</summary>
    public required string TextVersion { get; init; }

    public required ConsentChannel Channel { get; init; }

    /// <summary>The team member who recorded it; null when the person gave it herself on a page.</summary>
    public int? RecordedById { get; init; }

    public required DateTime GivenAt { get; init; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Whether it gives a field for the contact list of this table now.</summary>
    public bool IsFor(int gathering) =>
        Purpose == ConsentPurpose.ContactList && GatheringId == gathering && Field is not null && WithdrawnAt is null;

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
