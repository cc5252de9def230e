using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Modules.People;

/// <summary>The four steps of the ladder in the method's own words, for team pages (D-13).</summary>
public static class RoleLabels
{
    public static string Of(ParticipationRole role) =>
        role switch
        {
            ParticipationRole.CoResearcher => "co-onderzoeker",
            ParticipationRole.Partner => "partner",
            ParticipationRole.Informant => "informant",
            ParticipationRole.Public => "publiek",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    /// <summary>What the role means, in one short sentence .</summary>
    public static string Meaning(ParticipationRole role) =>
        role switch
        {
            ParticipationRole.CoResearcher => "Hoort bij het onderzoeksteam en denkt en maakt mee.",
            ParticipationRole.Partner => "Zit aan tafel en brengt kennis, vragen en ideeën mee.",
            ParticipationRole.Informant => "Geeft iets mee zonder aan tafel te zitten.",
            ParticipationRole.Public => "Leest de resultaten. Krijgt geen uitnodiging voor een tafel.",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
}
