using Dialoogtafel.Domain.Invitations;
using static Dialoogtafel.Domain.Invitations.RsvpAnswer;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// One made-up person and her story with the first table. Days and hours count back from the moment that the demo is
/// made.
/// </summary>
internal sealed record DemoPerson
{
    public required string First { get; init; }
    public required string Last { get; init; }

    /// <summary>Null when she has none.</summary>
    public required string? Email { get; init; }
    public required string Phone { get; init; }
    public required string Party { get; init; }
    public required string Via { get; init; }

    /// <summary>Null = a concept: not approached yet.</summary>
    public required int? AskedDaysAgo { get; init; }
    public required ContactChannel Asked { get; init; }
    public required DemoMail Mail { get; init; }
    public RsvpAnswer? Answer { get; init; }
    public int AnsweredHoursAgo { get; init; }

    /// <summary>Through which channel the answer came; a phone answer was typed in by the team.</summary>
    public ContactChannel By { get; init; } = ContactChannel.Page;
    public bool English { get; init; }

    private const string Lived = "Ervaringsdeskundige";
    private const string Relative = "Naaste";

    /// <summary>
    /// Eighteen people for the first table. Whom we wait for was asked less than five working days ago, so that no
    /// reminder is due on the first day. Four with lived experience and one relative take their chairs, so that the
    /// next ones wait; Ruud and Henk share a mailbox; Pieter has no address.
    /// </summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new()
        {
            First = "Amina",
            Last = "Bouzid",
            Email = "amina@voorbeeld.example",
            Phone = "06-55501001",
            Party = Lived,
            Via = "Vereniging Hersenkracht",
            AskedDaysAgo = 12,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Yes,
            AnsweredHoursAgo = 260,
        },
        new()
        {
            First = "Ruud",
            Last = "Hoekstra",
            Email = "thuis.hoekstra@voorbeeld.example",
            Phone = "06-55501002",
            Party = Lived,
            Via = "Vereniging Hersenkracht",
            AskedDaysAgo = 12,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Yes,
            AnsweredHoursAgo = 250,
        },
        new()
        {
            First = "Henk",
            Last = "Hoekstra",
            Email = "thuis.hoekstra@voorbeeld.example",
            Phone = "06-55501002",
            Party = Relative,
            Via = "Ruud Hoekstra",
            AskedDaysAgo = 12,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Yes,
            AnsweredHoursAgo = 249,
        },
        new()
        {
            First = "Mei-Ling",
            Last = "Tan",
            Email = "meiling@voorbeeld.example",
            Phone = "06-55501003",
            Party = Lived,
            Via = "de huisarts",
            AskedDaysAgo = 11,
            Asked = ContactChannel.Phone,
            Mail = DemoMail.Dropped,
            Answer = Yes,
            AnsweredHoursAgo = 263,
            By = ContactChannel.Phone,
        },
        new()
        {
            First = "Sjoerd",
            Last = "Wiersma",
            Email = "sjoerd@voorbeeld.example",
            Phone = "06-55501004",
            Party = Lived,
            Via = "Marieke van het team",
            AskedDaysAgo = 11,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Yes,
            AnsweredHoursAgo = 200,
        },
        new()
        {
            First = "Fatma",
            Last = "Yıldız",
            Email = "fatma@voorbeeld.example",
            Phone = "06-55501005",
            Party = Lived,
            Via = "het buurthuis",
            AskedDaysAgo = 10,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Yes,
            AnsweredHoursAgo = 150,
        },
        new()
        {
            First = "Youssef",
            Last = "El Amrani",
            Email = "youssef@voorbeeld.example",
            Phone = "06-55501006",
            Party = Lived,
            Via = "het buurthuis",
            AskedDaysAgo = 9,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Maybe,
            AnsweredHoursAgo = 70,
        },
        new()
        {
            First = "Ingrid",
            Last = "Smit",
            Email = "ingrid@voorbeeld.example",
            Phone = "06-55501007",
            Party = Lived,
            Via = "Vereniging Hersenkracht",
            AskedDaysAgo = 9,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = No,
            AnsweredHoursAgo = 120,
        },
        new()
        {
            First = "Dewi",
            Last = "Pattiasina",
            Email = "dewi@voorbeeld.example",
            Phone = "06-55501008",
            Party = Lived,
            Via = "Samir van het team",
            AskedDaysAgo = 8,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Contribute,
            AnsweredHoursAgo = 60,
        },
        new()
        {
            First = "Nadia",
            Last = "Kowalska",
            Email = "nadia@voorbeeld.example",
            Phone = "06-55501009",
            Party = Relative,
            Via = "Amina Bouzid",
            AskedDaysAgo = 8,
            Asked = ContactChannel.Phone,
            Mail = DemoMail.Sent,
            Answer = Yes,
            AnsweredHoursAgo = 90,
            By = ContactChannel.Phone,
            English = true,
        },
        new()
        {
            First = "Marloes",
            Last = "van Dijk",
            Email = "marloes@voorbeeld.example",
            Phone = "06-55501010",
            Party = "Gemeente",
            Via = "de wethouder",
            AskedDaysAgo = 8,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Yes,
            AnsweredHoursAgo = 140,
        },
        new()
        {
            First = "Tomasz",
            Last = "Nowak",
            Email = "tomasz@voorbeeld.example",
            Phone = "06-55501011",
            Party = "UWV",
            Via = "een collega",
            AskedDaysAgo = 7,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            Answer = Substitute,
            AnsweredHoursAgo = 50,
        },
        new()
        {
            First = "Priya",
            Last = "Ramdin",
            Email = "priya@voorbeeld.example",
            Phone = "06-55501012",
            Party = "Re-integratieprofessional",
            Via = "Joost van het team",
            AskedDaysAgo = 7,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Recalled,
            Answer = Yes,
            AnsweredHoursAgo = 110,
        },
        new()
        {
            First = "Kofi",
            Last = "Mensah",
            Email = "kofi@voorbeeld.example",
            Phone = "06-55501013",
            Party = "Zorgprofessional",
            Via = "de revalidatiekliniek",
            AskedDaysAgo = 4,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Sent,
            English = true,
        },
        new()
        {
            First = "Jeroen",
            Last = "Bakker",
            Email = "jeroen@voorbeeld.example",
            Phone = "06-55501014",
            Party = "Werkgever",
            Via = "de ondernemersvereniging",
            AskedDaysAgo = 4,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Failed,
        },
        new()
        {
            First = "Leyla",
            Last = "Haddad",
            Email = "leyla@voorbeeld.example",
            Phone = "06-55501015",
            Party = "Gemeente",
            Via = "Marloes van Dijk",
            AskedDaysAgo = 3,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.Uncertain,
        },
        new()
        {
            First = "Pieter",
            Last = "de Wit",
            Email = null,
            Phone = "06-55501016",
            Party = Lived,
            Via = "de wijkverpleegkundige",
            AskedDaysAgo = 6,
            Asked = ContactChannel.Phone,
            Mail = DemoMail.None,
        },
        new()
        {
            First = "Saskia",
            Last = "Jansen",
            Email = "saskia@voorbeeld.example",
            Phone = "06-55501017",
            Party = "Werkgever",
            Via = "de ondernemersvereniging",
            AskedDaysAgo = null,
            Asked = ContactChannel.Mail,
            Mail = DemoMail.None,
        },
    ];
}
