using Dialoogtafel.Domain.Invitations;
using static Dialoogtafel.Domain.Invitations.RsvpAnswer;

namespace Dialoogtafel.Web.Demo;

/// <summary>How the invitation mail of a made-up person ended.</summary>
internal enum DemoMail
{
    None,
    Sent,
    Failed,
    Uncertain,

    /// <summary>Taken back within the minute, and sent again ten minutes later.</summary>
    Recalled,

    /// <summary>Answered before the mail left, so it was not sent any more.</summary>
    Dropped,
}

/// <summary>
/// One made-up person and her story with the first table. Days and hours count back from the moment that the demo is
/// made.
/// </summary>
/// <param name="Email">Null when she has none.</param>
/// <param name="AskedDaysAgo">Null = a concept: not approached yet.</param>
/// <param name="By">Through which channel the answer came; a phone answer was typed in by the team.</param>
internal sealed record DemoPerson(
    string First,
    string Last,
    string? Email,
    string Phone,
    string Party,
    string Via,
    int? AskedDaysAgo,
    ContactChannel Asked,
    DemoMail Mail,
    RsvpAnswer? Answer = null,
    int AnsweredHoursAgo = 0,
    ContactChannel By = ContactChannel.Page,
    bool English = false
)
{
    private const string Lived = "Ervaringsdeskundige";
    private const string Relative = "Naaste";

    /// <summary>
    /// Eighteen people for the first table. Whom we wait for was asked less than five working days ago, so that no
    /// reminder is due on the first day. Four with lived experience and one relative take their chairs, so that the
    /// next ones wait; Ruud and Henk share a mailbox; Pieter has no address.
    /// </summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new(
            "Amina",
            "Bouzid",
            "amina@voorbeeld.example",
            "06-55501001",
            Lived,
            "Vereniging Hersenkracht",
            12,
            ContactChannel.Mail,
            DemoMail.Sent,
            Yes,
            260
        ),
        new(
            "Ruud",
            "Hoekstra",
            "thuis.hoekstra@voorbeeld.example",
            "06-55501002",
            Lived,
            "Vereniging Hersenkracht",
            12,
            ContactChannel.Mail,
            DemoMail.Sent,
            Yes,
            250
        ),
        new(
            "Henk",
            "Hoekstra",
            "thuis.hoekstra@voorbeeld.example",
            "06-55501002",
            Relative,
            "Ruud Hoekstra",
            12,
            ContactChannel.Mail,
            DemoMail.Sent,
            Yes,
            249
        ),
        new(
            "Mei-Ling",
            "Tan",
            "meiling@voorbeeld.example",
            "06-55501003",
            Lived,
            "de huisarts",
            11,
            ContactChannel.Phone,
            DemoMail.Dropped,
            Yes,
            263,
            ContactChannel.Phone
        ),
        new(
            "Sjoerd",
            "Wiersma",
            "sjoerd@voorbeeld.example",
            "06-55501004",
            Lived,
            "Marieke van het team",
            11,
            ContactChannel.Mail,
            DemoMail.Sent,
            Yes,
            200
        ),
        new(
            "Fatma",
            "Yıldız",
            "fatma@voorbeeld.example",
            "06-55501005",
            Lived,
            "het buurthuis",
            10,
            ContactChannel.Mail,
            DemoMail.Sent,
            Yes,
            150
        ),
        new(
            "Youssef",
            "El Amrani",
            "youssef@voorbeeld.example",
            "06-55501006",
            Lived,
            "het buurthuis",
            9,
            ContactChannel.Mail,
            DemoMail.Sent,
            Maybe,
            70
        ),
        new(
            "Ingrid",
            "Smit",
            "ingrid@voorbeeld.example",
            "06-55501007",
            Lived,
            "Vereniging Hersenkracht",
            9,
            ContactChannel.Mail,
            DemoMail.Sent,
            No,
            120
        ),
        new(
            "Dewi",
            "Pattiasina",
            "dewi@voorbeeld.example",
            "06-55501008",
            Lived,
            "Samir van het team",
            8,
            ContactChannel.Mail,
            DemoMail.Sent,
            Contribute,
            60
        ),
        new(
            "Nadia",
            "Kowalska",
            "nadia@voorbeeld.example",
            "06-55501009",
            Relative,
            "Amina Bouzid",
            8,
            ContactChannel.Phone,
            DemoMail.Sent,
            Yes,
            90,
            ContactChannel.Phone,
            English: true
        ),
        new(
            "Marloes",
            "van Dijk",
            "marloes@voorbeeld.example",
            "06-55501010",
            "Gemeente",
            "de wethouder",
            8,
            ContactChannel.Mail,
            DemoMail.Sent,
            Yes,
            140
        ),
        new(
            "Tomasz",
            "Nowak",
            "tomasz@voorbeeld.example",
            "06-55501011",
            "UWV",
            "een collega",
            7,
            ContactChannel.Mail,
            DemoMail.Sent,
            Substitute,
            50
        ),
        new(
            "Priya",
            "Ramdin",
            "priya@voorbeeld.example",
            "06-55501012",
            "Re-integratieprofessional",
            "Joost van het team",
            7,
            ContactChannel.Mail,
            DemoMail.Recalled,
            Yes,
            110
        ),
        new(
            "Kofi",
            "Mensah",
            "kofi@voorbeeld.example",
            "06-55501013",
            "Zorgprofessional",
            "de revalidatiekliniek",
            4,
            ContactChannel.Mail,
            DemoMail.Sent,
            English: true
        ),
        new(
            "Jeroen",
            "Bakker",
            "jeroen@voorbeeld.example",
            "06-55501014",
            "Werkgever",
            "de ondernemersvereniging",
            4,
            ContactChannel.Mail,
            DemoMail.Failed
        ),
        new(
            "Leyla",
            "Haddad",
            "leyla@voorbeeld.example",
            "06-55501015",
            "Gemeente",
            "Marloes van Dijk",
            3,
            ContactChannel.Mail,
            DemoMail.Uncertain
        ),
        new(
            "Pieter",
            "de Wit",
            null,
            "06-55501016",
            Lived,
            "de wijkverpleegkundige",
            6,
            ContactChannel.Phone,
            DemoMail.None
        ),
        new(
            "Saskia",
            "Jansen",
            "saskia@voorbeeld.example",
            "06-55501017",
            "Werkgever",
            "de ondernemersvereniging",
            null,
            ContactChannel.Mail,
            DemoMail.None
        ),
    ];
}
