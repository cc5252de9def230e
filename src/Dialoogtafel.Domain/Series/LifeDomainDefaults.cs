using Dialoogtafel.Domain.People;
using static Dialoogtafel.Domain.People.PerspectiveKind;

namespace Dialoogtafel.Domain.Series;

/// <summary>
/// The domains of a fresh installation. Which parties; how many chairs each: our choice, nine of at
/// most ten.
/// </summary>
public static class LifeDomainDefaults
{
    public const string LivedExperienceName = "Ervaringsdeskundige";
    public const string RelativeName = "Naaste";

    public static IReadOnlyList<LifeDomain> All() =>
        [
            Domain(
                "Arbeid",
                Lived(3),
                Relative(1),
                Party("Gemeente"),
                Party("UWV"),
                Pro("Re-integratieprofessional"),
                Pro("Zorgprofessional"),
                Party("Werkgever")
            ),
            Domain(
                "Onderwijs",
                Lived(3),
                Relative(1),
                Party("Gemeente"),
                Pro("Onderwijs: docent, decaan of studentbegeleider", 2),
                Party("Organisatie voor studenten met een beperking"),
                Pro("Zorgprofessional")
            ),
            Domain("Privé", Lived(3), Relative(3), Pro("Zorgprofessional", 3)),
            Domain(
                "Vrije tijd en verenigingen",
                Lived(3),
                Relative(2),
                Party("Vereniging", 2),
                Party("Gemeente"),
                Pro("Zorgprofessional")
            ),
            Domain(
                "Vrijwilligerswerk",
                Lived(3),
                Relative(1),
                Party("Vrijwilligersorganisatie", 3),
                Party("Gemeente"),
                Pro("Zorgprofessional")
            ),
            Domain(
                "Dagelijks verkeer van geld, goederen en ruimte",
                Lived(3),
                Relative(1),
                Party("Gemeente"),
                Party("Winkel of bank"),
                Party("Vervoer"),
                Party("Overheid"),
                Pro("Zorgprofessional")
            ),
        ];

    private static LifeDomain Domain(string name, params PartyPreset[] parties) =>
        new() { Name = name, Parties = [.. parties] };

    private static PartyPreset Lived(int wanted) =>
        new()
        {
            Name = LivedExperienceName,
            Kind = LivedExperience,
            Wanted = wanted,
        };

    private static PartyPreset Relative(int wanted) =>
        new()
        {
            Name = RelativeName,
            Kind = PerspectiveKind.Relative,
            Wanted = wanted,
        };

    private static PartyPreset Pro(string name, int wanted = 1) =>
        new()
        {
            Name = name,
            Kind = Professional,
            Wanted = wanted,
        };

    private static PartyPreset Party(string name, int wanted = 1) =>
        new()
        {
            Name = name,
            Kind = PerspectiveKind.Party,
            Wanted = wanted,
        };
}
