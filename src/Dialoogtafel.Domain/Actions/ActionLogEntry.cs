using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Actions;

/// <summary>One line of the log of an action: what, when, through which channel, by whom .</summary>
public sealed class ActionLogEntry
{
    public int Id { get; private set; }
    public int ActionId { get; init; }
    public required DateTime At { get; init; }
    public required ActionEvent Event { get; init; }
    public required ContactChannel Channel { get; init; }

    /// <summary>
    /// The team member who did or wrote it; null when the owner did it herself, or the site by itself.
    /// </summary>
    public int? ById { get; private set; }

    /// <summary>The owner at that moment; null = there was none, or her data were erased.</summary>
    public int? OwnerId { get; private set; }

    public ActionAnswer? Answer { get; init; }

    /// <summary>Own words with it; null when there are none or after their retention date.</summary>
    public SealedText? Words { get; private set; }

    public static ActionLogEntry Of(
        AgreedAction action,
        ActionEvent what,
        Hand by,
        DateTime now,
        SealedText? words = null,
        ActionAnswer? answer = null
    ) =>
        new()
        {
            At = now,
            Event = what,
            Channel = by.Channel,
            ById = by.ById,
            OwnerId = action.OwnerId,
            Answer = answer,
            Words = words,
        };

    public void ForgetWords() => Words = null;

    /// <summary>Takes a person out of this line, with the words if they are about her.</summary>
    public void Forget(int person)
    {
        (OwnerId, Words) = OwnerId == person ? (null, null) : (OwnerId, Words);
        (ById, Words) = ById == person ? (null, null) : (ById, Words);
    }
}
