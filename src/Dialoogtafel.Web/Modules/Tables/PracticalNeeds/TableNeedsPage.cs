using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.Invitations;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>What the people of one table need, for who receives them.</summary>
public sealed record TableNeedsPage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Local; null while there is no date.</summary>
    public required DateTime? Start { get; init; }
    public required DateTime Today { get; init; }

    /// <summary>How many come along, by what each person told last.</summary>
    public required int Companions { get; init; }

    /// <summary>Days after the table on which it is erased.</summary>
    public required int Days { get; init; }
    public required IReadOnlyList<PersonNeeds> People { get; init; }

    /// <summary>The table is still to be held, so that something can be added.</summary>
    public bool MayWrite { get; init; }

    /// <summary>Who comes and told nothing; empty for who does not call them.</summary>
    public IReadOnlyList<SilentPerson> Silent { get; init; } = [];
}

/// <param name="Id">The invitation.</param>
public sealed record SilentPerson(int Id, string Name);

/// <param name="Id">The invitation.</param>
/// <param name="Waits">She said ja and has no chair yet.</param>
/// <param name="Tellings">Oldest first; more than one when it was told on several devices or by phone too.</param>
public sealed record PersonNeeds(
    int Id,
    int PersonId,
    string Name,
    string FirstName,
    bool Waits,
    IReadOnlyList<Telling> Tellings
);

/// <param name="At">Local.</param>
/// <param name="WrittenBy">First name of the team member who wrote it down; null when the person did, or when nobody
/// knows any more.</param>
public sealed record Telling(DateTime At, ContactChannel Channel, string? WrittenBy, NeedsTold Told)
{
    /// <summary>After the day: by whom, and how it was heard.</summary>
    public string How =>
        (Channel, WrittenBy) switch
        {
            (ContactChannel.Page, _) => "zelf geschreven",
            (_, null) => $"{InvitationLabels.Of(Channel)}, opgeschreven door het team",
            (_, { } writer) => $"{InvitationLabels.Of(Channel)}, opgeschreven door {writer}",
        };
}
