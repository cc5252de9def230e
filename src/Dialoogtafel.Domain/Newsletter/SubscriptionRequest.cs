using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Newsletter;

/// <summary>
/// Aanmelding voor nieuws: somebody typed an address and its owner was asked by mail (double opt-in). All that is
/// stored before the owner says yes on the page behind that mail; no person is made or looked for. Only the hash of the
/// token is stored. Retention: seven days.
/// </summary>
public sealed class SubscriptionRequest
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public int Id { get; private set; }
    public required int ProjectId { get; init; }
    public required string TokenHash { get; init; }
    public required string FirstName { get; init; }
    public string LastName { get; init; } = "";

    /// <summary>Cleaned, as with a person.</summary>
    public required string Email
    {
        get;
        init => field = MailAddress.Cleaned(value) ?? "";
    }

    /// <summary>Two letters, nl or en: the language of the page on which it was asked.</summary>
    public required string Language { get; init; }

    public required DateTime AskedAt { get; init; }
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Who said yes; null before that.</summary>
    public int? PersonId { get; private set; }

    public bool IsOpen(DateTime now) => now < AskedAt + Lifetime;

    /// <summary>A second yes changes nothing.</summary>
    public void Confirm(int person, DateTime now) =>
        (PersonId, ConfirmedAt) = ConfirmedAt is null ? (person, now) : (PersonId, ConfirmedAt);
}
