using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.AfterTable;

/// <summary>What somebody may put on the contact list, each apart .</summary>
public enum ContactField
{
    Name,
    Email,
    Phone,
    Organisation,
}

/// <summary>One line of the contact list: exactly what was given; null = not given, or not known.</summary>
public sealed record ContactLine(int PersonId, string? Name, string? Email, string? Phone, string? Organisation)
{
    public bool IsEmpty => Name is null && Email is null && Phone is null && Organisation is null;
}

/// <summary>
/// Contactlijst of one table: of who was there, exactly the fields that she gave for this table. Nobody who
/// gave none, nobody who was not there: informants and publiek never; nobody who asked to be removed.
/// </summary>
public static class ContactList
{
    /// <param name="present">Who was at the table, with their organisations; read from attendance.</param>
    /// <param name="consents">May hold other tables, purposes and people, and what was withdrawn.</param>
    /// <returns>By name, who gave no name last.</returns>
    public static IReadOnlyList<ContactLine> For(
        int gathering,
        IEnumerable<Person> present,
        IEnumerable<ConsentRecord> consents
    )
    {
        var given = consents
            .Where(item => item.IsFor(gathering))
            .ToLookup(item => item.PersonId, item => item.Field!.Value);
        return
        [
            .. present
                .Where(person => person is { ErasedAt: null, RemovalRequestedAt: null })
                .Select(person => Line(person, [.. given[person.Id]]))
                .Where(line => !line.IsEmpty)
                .OrderBy(line => line.Name is null ? 1 : 0)
                .ThenBy(line => line.Name, StringComparer.Ordinal)
                .ThenBy(line => line.PersonId),
        ];
    }

    /// <summary>The fields that this person gives for this table now.</summary>
    public static IReadOnlySet<ContactField> FieldsOf(int person, int gathering, IEnumerable<ConsentRecord> consents) =>
        consents
            .Where(item => item.PersonId == person && item.IsFor(gathering))
            .Select(item => item.Field!.Value)
            .ToHashSet();

    /// <summary>
    /// Makes the given fields exactly those that are wanted: what is new gets a record with its proof, what is no
    /// longer wanted is withdrawn.
    /// </summary>
    /// <param name="consents">Of this person and table.</param>
    /// <returns>The new records, to store.</returns>
    public static IReadOnlyList<ConsentRecord> Change(
        IEnumerable<ConsentRecord> consents,
        IReadOnlySet<ContactField> wanted,
        ContactConsent proof,
        DateTime now
    )
    {
        var known = consents.Where(item => item.PersonId == proof.PersonId && item.IsFor(proof.GatheringId)).ToList();
        foreach (var gone in known.Where(item => !wanted.Contains(item.Field!.Value)))
        {
            gone.Withdraw(now);
        }

        return
        [
            .. wanted
                .Where(field => known.All(item => item.Field != field))
                .Order()
                .Select(field => new ConsentRecord
                {
                    PersonId = proof.PersonId,
                    ProjectId = proof.ProjectId,
                    GatheringId = proof.GatheringId,
                    Field = field,
                    Purpose = ConsentPurpose.ContactList,
                    TextVersion = proof.TextVersion,
                    Channel = proof.Channel,
                    RecordedById = proof.RecordedById,
                    GivenAt = now,
                }),
        ];
    }

    private static ContactLine Line(Person person, HashSet<ContactField> given) =>
        new(
            person.Id,
            given.Contains(ContactField.Name) ? person.FullName : null,
            given.Contains(ContactField.Email) ? person.Email : null,
            given.Contains(ContactField.Phone) ? person.Phone : null,
            given.Contains(ContactField.Organisation) ? person.Organisation?.Name : null
        );
}

/// <summary>Whose consent, for which table, and its proof.</summary>
public sealed record ContactConsent(
    int PersonId,
    int ProjectId,
    int GatheringId,
    string TextVersion,
    ConsentChannel Channel,
    int? RecordedById
);

/// <summary>
/// One version of the contact list as it was sent: which, when, by whom. What stood on it is in nobody's log.
/// </summary>
public sealed class ContactListVersion
{
    public int Id { get; private set; }
    public required int GatheringId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Moves on when it is made again before anything of it has left.</summary>
    public required DateTime At { get; set; }

    public required int ById { get; init; }

    /// <summary>Nobody received it: taken back, or nobody was left on it or to send it to.</summary>
    public DateTime? RecalledAt { get; private set; }

    public List<ContactListReceipt> Receipts { get; init; } = [];

    public void Recall(DateTime now) => RecalledAt ??= now;
}

/// <summary>Who received one version. Goes with the person.</summary>
public sealed class ContactListReceipt
{
    public int Id { get; private set; }
    public int VersionId { get; init; }
    public required int PersonId { get; init; }
}
