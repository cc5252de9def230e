namespace Dialoogtafel.Domain.People;

/// <summary>What sort of perspective it is; the words on the screen are the project's own .</summary>
public enum PerspectiveKind
{
    LivedExperience,
    Relative,
    Professional,
    Party,
    Student,
    Researcher,
}

/// <summary>
/// Perspectief: from where somebody looks at the subject, in the words of one project. A third axis beside
/// participation role and table duty, never merged with them. Seen by the team of the project only.
/// </summary>
public sealed class Perspective
{
    public int Id { get; private set; }
    public required int ProjectId { get; init; }
    public required string Name { get; set; }
    public required PerspectiveKind Kind { get; set; }

    /// <summary>
    /// Figures about the participation ladder count only people with lived experience and their relatives (our choice).
    /// </summary>
    public bool CountsForLadder => Kind is PerspectiveKind.LivedExperience or PerspectiveKind.Relative;
}

/// <summary>That a person has a perspective, according to whom, and since when the person said so herself.</summary>
public sealed class PersonPerspective
{
    public int Id { get; private set; }
    public required int PersonId { get; init; }
    public required int PerspectiveId { get; init; }

    /// <summary>
    /// Via wie: who said so. Shown as "volgens {via}, niet bevestigd" until <see cref="ConfirmedAt"/>.
    /// </summary>
    public required string AccordingTo { get; set; }

    public DateTime? ConfirmedAt { get; private set; }

    public void Confirm(DateTime now) => ConfirmedAt ??= now;
}
