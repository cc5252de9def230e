using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>The team's words for the preparation.</summary>
public static class PreparationLabels
{
    public static string Of(PreparationMode mode) =>
        mode switch
        {
            PreparationMode.SendIn => "Insturen",
            PreparationMode.BringAlong => "Meenemen",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
        };

    /// <summary>What a mode means for who answers, in one sentence (R-044b).</summary>
    public static string Meaning(PreparationMode mode) =>
        mode switch
        {
            PreparationMode.SendIn =>
                "De begeleiders lezen de antwoorden vóór de tafel. Wie dat niet wil, kiest ‘alleen ik’.",
            PreparationMode.BringAlong =>
                "Mensen denken erover na en nemen het mee. Niemand anders leest het, tenzij iemand dat zelf kiest.",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
        };

    public static string Of(AnswerReaders readers) =>
        readers switch
        {
            AnswerReaders.OnlyMe => "alleen ik",
            AnswerReaders.Facilitators => "de begeleiders",
            AnswerReaders.BoardWithoutName => "mag zonder naam op het bord",
            _ => throw new ArgumentOutOfRangeException(nameof(readers), readers, null),
        };

    /// <param name="perspective">The name of the set's perspective; null = all.</param>
    public static string ForWhom(QuestionSet set, string? perspective) =>
        (set.Role, perspective) switch
        {
            (null, null) => "voor iedereen",
            (ParticipationRole.Informant, null) => "voor wie op afstand meedenkt",
            (_, null) => "voor wie aan tafel komt",
            (null, { } name) => $"voor {name}",
            (ParticipationRole.Informant, { } name) => $"voor {name}, op afstand",
            (_, { } name) => $"voor {name}, aan tafel",
        };

    /// <summary>How an answer came.</summary>
    public static string Came(ContactChannel channel) =>
        channel switch
        {
            ContactChannel.Page => "online",
            ContactChannel.Mail => "mail",
            ContactChannel.Phone => "telefoon",
            ContactChannel.Paper => "papier",
            ContactChannel.InPerson => "gesprek",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };
}
