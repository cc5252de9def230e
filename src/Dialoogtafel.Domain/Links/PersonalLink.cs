namespace Dialoogtafel.Domain.Links;

public enum LinkPurpose
{
    /// <summary>
    /// Mijn tafel: weeks, in every mail; shows typed answers only on the device where they were typed.
    /// </summary>
    MyTable,

    /// <summary>Terugzien: 30 minutes, withdrawn by the next one; marks a new device as the person's own.</summary>
    SeeAgain,

    /// <summary>
    /// Verslag: what one table made; can be read on and passed on without showing anything of the person.
    /// </summary>
    Report,

    /// <summary>Actie: how one agreed action goes, for who took it on.</summary>
    Action,

    /// <summary>Nieuwsbrief: what one person gets of one project, and how to stop it.</summary>
    Newsletter,
}

/// <summary>
/// Persoonlijke link: one purpose, one person, one subject: a gathering, a project or an action (D-04).
/// The token is derived from the link secret, the id and the version, and is stored nowhere; a higher version makes all
/// former tokens worthless.
/// </summary>
public sealed class PersonalLink
{
    public int Id { get; private set; }
    public required LinkPurpose Purpose { get; init; }
    public required int PersonId { get; init; }
    public int? GatheringId { get; init; }
    public int? ProjectId { get; init; }
    public int? ActionId { get; init; }
    public int LinkVersion { get; private set; } = 1;
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; null = as long as the gathering lives plus some days, see <see cref="IsOpen"/>.</summary>
    public DateTime? ExpiresAt { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public bool IsOpen(DateTime now) => WithdrawnAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <summary>Every token made so far stops working.</summary>
    public void Renew() => LinkVersion++;

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
