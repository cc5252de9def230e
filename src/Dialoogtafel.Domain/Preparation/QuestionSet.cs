using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Preparation;

/// <summary>What is done with the answers to a set (R-044b).</summary>
public enum PreparationMode
{
    /// <summary>Insturen: the facilitators read them, unless the person chooses otherwise.</summary>
    SendIn,

    /// <summary>
    /// Meenemen: notes for herself, to take along; nobody else reads them, unless the person chooses otherwise.
    /// </summary>
    BringAlong,
}

/// <summary>
/// Vragenset: questions beforehand for one table, for everybody or for one role or perspective. A person gets
/// the questions of all sets that are meant for her, in the order of the sets. It is a copy of a preset or the team's
/// own; changing it changes no other table.
/// </summary>
public sealed class QuestionSet : IVersioned
{
    public int Id { get; private set; }
    public required int GatheringId { get; init; }
    public Gathering? Gathering { get; init; }

    /// <summary>Order among the sets of the table, from 1.</summary>
    public required int Place { get; set; }

    /// <summary>For the team only.</summary>
    public required string Name { get; set; }

    public required PreparationMode Mode { get; set; }

    /// <summary>
    /// Only <see cref="ParticipationRole.Partner"/> (at the table) or <see cref="ParticipationRole.Informant"/> (at a
    /// distance); null = both.
    /// </summary>
    public ParticipationRole? Role { get; set; }

    /// <summary>Only people who are asked from this perspective; null = all.</summary>
    public int? PerspectiveId { get; set; }

    public List<Question> Questions { get; init; } = [];
    public int Version { get; set; }

    /// <summary>Who reads an answer of this set as long as the person chose nothing.</summary>
    public AnswerReaders DefaultReaders =>
        Mode == PreparationMode.BringAlong ? AnswerReaders.OnlyMe : AnswerReaders.Facilitators;

    /// <summary>Puts a question behind the others.</summary>
    public void Add(Question question)
    {
        question.Place = Questions.Count == 0 ? 1 : Questions.Max(item => item.Place) + 1;
        Questions.Add(question);
    }

    /// <summary>
    /// One place up or down among the questions that are asked; the first and the last stay where they are.
    /// </summary>
    public void Move(Question question, bool up)
    {
        var ordered = Questions.OrderBy(item => item.Place).ThenBy(item => item.Id).ToList();
        var asked = ordered.Where(item => item.IsAsked).ToList();
        var other = asked.IndexOf(question) is var at and >= 0 ? asked.ElementAtOrDefault(at + (up ? -1 : 1)) : null;
        if (other is null)
        {
            return;
        }

        var (here, there) = (ordered.IndexOf(question), ordered.IndexOf(other));
        (ordered[here], ordered[there]) = (other, question);
        foreach (var (index, item) in ordered.Index())
        {
            item.Place = index + 1;
        }
    }

    /// <summary>
    /// Takes a question off, and the other half with it when it is halen or brengen. Answers stay.
    /// </summary>
    /// <returns>How many are not asked any more.</returns>
    public int TakeOff(Question question, DateTime now)
    {
        var off = WithPair(question).Where(item => item.IsAsked).ToList();
        off.ForEach(item => item.Retire(now));
        return off.Count;
    }

    /// <summary>Asks a question again that was taken off, with its other half.</summary>
    public void AskAgain(Question question)
    {
        foreach (var item in WithPair(question))
        {
            item.AskAgain();
        }
    }

    /// <summary>Halen and brengen belong together: who comes to get something has something to bring.</summary>
    private IEnumerable<Question> WithPair(Question question) =>
        IsPaired(question) ? Questions.Where(IsPaired) : [question];

    private static bool IsPaired(Question question) =>
        question.Subject is QuestionSubject.Fetch or QuestionSubject.Bring;

    /// <summary>
    /// Whether these questions are for the person of this invitation as it stands now: who comes, or thinks along at a
    /// distance.
    /// </summary>
    public bool IsFor(Invitation invitation) =>
        RoleOf(invitation) is { } role
        && (Role is null || Role == role)
        && (PerspectiveId is null || PerspectiveId == invitation.PerspectiveId);

    /// <summary>
    /// The role in which somebody prepares: at the table after a ja, at a distance after "nee, maar ik wil iets
    /// meegeven"; null = not at all.
    /// </summary>
    public static ParticipationRole? RoleOf(Invitation invitation) =>
        invitation.State switch
        {
            InvitationState.Yes or InvitationState.Waiting => ParticipationRole.Partner,
            InvitationState.Informant => ParticipationRole.Informant,
            _ => null,
        };
}
