namespace Dialoogtafel.Domain.People;

/// <summary>How somebody likes to be reached. Never a ground to leave a person out.</summary>
public enum ContactPreference
{
    Mail,
    Phone,
    Letter,
    ViaRelative,
}

/// <summary>
/// Persoon: a human being in the network. Name, address and phone belong to the installation; everything else that is
/// known of a person belongs to a project (D-10). Two people may share one mail address; a person
/// may have none. There is no field for a diagnosis, and there will not be. Retention: six months
/// without role, invitation or subscription.
/// </summary>
public sealed class Person : IVersioned
{
    public int Id { get; private set; }
    public required string FirstName { get; set; }
    public string LastName { get; set; } = "";

    /// <summary>
    /// Cleaned by <see cref="MailAddress"/>, so that two people with one mailbox are found by it; null when there is
    /// none. What was stored before that rule is read as it stands.
    /// </summary>
    /// <exception cref="DomainRuleException">Set to what is not an address.</exception>
    public string? Email
    {
        get;
        set => (field, AddressFailsSince, AddressSeenAt) = (MailAddress.Cleaned(value), null, null);
    }

    /// <summary>
    /// When it was found that the address, stored before there was a rule, is not one; null when it is, or is mended.
    /// </summary>
    public DateTime? AddressFailsSince { get; private set; }

    /// <summary>When an organiser had seen that; from then on nobody is asked to look at it.</summary>
    public DateTime? AddressSeenAt { get; private set; }

    public string? Phone { get; set; }
    public int? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }

    /// <summary>Two letters, nl or en: the language of mails and pages for this person.</summary>
    public string Language { get; set; } = "nl";

    public ContactPreference Preference { get; set; } = ContactPreference.Mail;

    /// <summary>
    /// In the team: does not get calling and recruiting work by itself. Said by the person.
    /// </summary>
    public bool LimitedLoad { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>The person asked not to be approached any more, on this date. Nobody else can set it.</summary>
    public DateTime? NotToBeApproachedSince { get; private set; }

    /// <summary>
    /// The person asked to be removed; an organiser carries it out, or else the nightly job a day later.
    /// </summary>
    public DateTime? RemovalRequestedAt { get; private set; }

    /// <summary>
    /// Everything known of this person is gone; the row stays without a name, for the numbers of tables that have been.
    /// </summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>
    /// When the team last changed the address, UTC: through that address nothing of before is shown until the person
    /// confirms it (K-F1). Null = it was never changed, or the person confirmed it.
    /// </summary>
    public DateTime? AddressSetByTeamAt { get; private set; }

    /// <summary>
    /// The devices (hashes) on which the person had typed before that change; on these the address can be confirmed.
    /// Empty after a second change: who typed between the two may have been somebody else, so no device can speak for
    /// all that is stored.
    /// </summary>
    public string? DevicesBefore { get; private set; }

    public int Version { get; set; }

    public string FullName =>
        ErasedAt is not null ? "Gewist"
        : LastName.Length == 0 ? FirstName
        : $"{FirstName} {LastName}";

    /// <summary>
    /// Cleans an address that was stored before there was a rule, or marks it when that cannot be done.
    /// </summary>
    public void CheckAddress(DateTime now)
    {
        var (address, problem) = MailAddress.Read(Email);
        if (problem is not null)
        {
            AddressFailsSince ??= now;
        }
        else if (address != Email)
        {
            Email = address;
        }
    }

    /// <summary>Empties every fact of this person; cannot be undone.</summary>
    public void Erase(DateTime now)
    {
        ErasedAt ??= now;
        (FirstName, LastName, Email, Phone, Organisation, OrganisationId) = ("", "", null, null, null, null);
        (Language, Preference, LimitedLoad) = ("nl", ContactPreference.Mail, false);
        NotToBeApproachedSince ??= now;
        ConfirmAddress();
    }

    /// <summary>
    /// The team gave this person another address. After a second one before a confirmation, also back to the former
    /// address, nothing confirms any more.
    /// </summary>
    /// <param name="devices">Under which (hashes) the person typed so far; one device may stand there several
    /// times.</param>
    public void DoubtAddress(IEnumerable<string> devices, DateTime now)
    {
        DevicesBefore = AddressSetByTeamAt is null ? string.Join(' ', devices.Distinct(StringComparer.Ordinal)) : "";
        AddressSetByTeamAt = now;
    }

    /// <summary>The person said on an own device that the address is right, or gave one.</summary>
    public void ConfirmAddress() => (AddressSetByTeamAt, DevicesBefore) = (null, null);

    /// <param name="device">Hash of its key; null for a browser without cookies.</param>
    public bool MayConfirmAddressOn(string? device) =>
        AddressSetByTeamAt is not null
        && device is { Length: > 0 }
        && DevicesBefore?.Split(' ').Contains(device) == true;

    /// <summary>
    /// "Haal mij van de lijst": from now on no invitation goes to this person, and the organiser is told.
    /// </summary>
    public void AskRemoval(DateTime now)
    {
        RemovalRequestedAt ??= now;
        NotToBeApproachedSince ??= now;
    }
}
