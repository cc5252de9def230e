namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// One filled example of every mail, with made-up people: for the check at start, the organiser's preview and the
/// golden files.
/// </summary>
public static class MailSamples
{
    private const string Contact = "Anna Visser";
    private const string Phone = "06 12 34 56 78";
    private static readonly DateTime Start = new(2026, 12, 3, 14, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateOnly Day = DateOnly.FromDateTime(Start);
    private static readonly GatheringFacts Facts = new()
    {
        FirstName = "Renée",
        Subject = "werk zoeken en werk houden",
        Start = Start,
        Duration = TimeSpan.FromMinutes(150),
        Place = "Buurthuis De Linde, Lindelaan 12, Zwolle",
        Link = Page("u/k7m2p9x4w8"),
        Contact = Contact,
        Phone = Phone,
        Facilitators = [Contact, "Bert de Wit"],
        StandIn = "Hanneke Oosterhof",
        AboutThePlace = "Er is een lift. U kunt voor de deur parkeren. De bus stopt op 200 meter.",
    };

    private static readonly ActionFacts Action = new()
    {
        FirstName = "Renée",
        Action = "Een proefdag regelen bij een werkgever",
        Subject = Facts.Subject,
        TargetOn = new DateOnly(2027, 2, 1),
        Link = Page("a/k7m2p9x4w8"),
        Contact = Contact,
        Phone = Phone,
    };

    /// <summary>The invitation as the organiser sees it in a preview, and as a base for tests.</summary>
    public static InvitationMail Invitation { get; } =
        new()
        {
            Facts = Facts,
            OwnSentence =
                "Vorige week spraken wij elkaar na de lezing.\nU vertelde over uw werk. Daarom denk ik aan u.",
            Domain = "arbeid",
            Goal = "samen bedenken wat helpt om werk te vinden en te houden",
            People = 10,
            Via = "Carla Smit van Buurthuis De Linde",
            Breaks = 2,
            QuietRoom = true,
        };

    public static IReadOnlyList<MailText> All { get; } =
    [
        Invitation,
        new ConfirmationMail { Facts = Facts },
        new ChairForYouMail { Facts = Facts },
        new YesWeWillCallMail { Facts = Facts, CallBy = new DateOnly(2026, 11, 19) },
        new ThanksForNoMail { Facts = Facts },
        new ThinkAlongMail { Facts = Facts, CallBy = new DateOnly(2026, 11, 19) },
        new NotYetMail { Facts = Facts, QuietUntil = new DateOnly(2026, 11, 13) },
        new SomeoneElseMail { Facts = Facts },
        new ReminderMail { Facts = Facts },
        new PracticalMail { Facts = Facts, Tomorrow = true },
        new QuestionsReadyMail
        {
            Facts = Facts,
            EarlierReport = Page("v/h4q8s2m6y9"),
            SendsIn = true,
            Count = 8,
        },
        new QuestionsAgainMail
        {
            Facts = Facts,
            SendsIn = true,
            Count = 8,
        },
        new ThanksMail
        {
            FirstName = "Renée",
            Subject = Facts.Subject,
            Date = Day,
            Link = Facts.Link,
            Contact = Contact,
            Phone = Phone,
        },
        new ReportMail
        {
            FirstName = "Renée",
            Subject = Facts.Subject,
            Date = Day,
            Link = Page("v/h4q8s2m6y9"),
            Contact = Contact,
            Phone = Phone,
        },
        new ContactListMail
        {
            FirstName = "Renée",
            Subject = Facts.Subject,
            Date = Day,
            Link = Facts.Link,
            Contact = Contact,
            Phone = Phone,
            Number = 2,
            Again = true,
            People =
            [
                new()
                {
                    Name = "Bert de Wit",
                    Phone = Phone,
                    Email = "bert@werk.example",
                    Organisation = "Gemeente Zwolle",
                },
                new() { Name = "Renée" },
                new() { Phone = Phone },
            ],
        },
        new MovedMail
        {
            Facts = Facts,
            OldDate = new DateOnly(2026, 11, 26),
            OldTime = new TimeOnly(14, 0),
            OldPlace = "Wijkcentrum De Spil, Spilstraat 4, Zwolle",
            Comes = true,
        },
        new CancelledMail
        {
            Facts = Facts with { EntryRemoved = true },
            Reason = "Wij kunnen de zaal die dag niet gebruiken.",
            Comes = true,
        },
        new OffTheListMail { Facts = Facts with { EntryRemoved = true } },
        new LinkAgainMail
        {
            Entries =
            [
                new()
                {
                    FirstName = "Renée",
                    Subject = Facts.Subject,
                    Start = Start,
                    Link = Facts.Link,
                },
                new()
                {
                    FirstName = "Tom",
                    Subject = Facts.Subject,
                    Start = Start.AddDays(7),
                    Link = Page("u/b3d8f5h1q6"),
                },
            ],
            Contact = Contact,
            Phone = Phone,
        },
        new ReadsAlongMail
        {
            FirstName = "Renée",
            Subject = Facts.Subject,
            Readers = [Contact, "Hanneke Oosterhof"],
            New = ["Hanneke Oosterhof"],
            Gone = ["Bert de Wit"],
            Link = Facts.Link,
            Contact = Contact,
            Phone = Phone,
        },
        new SeeAnswersMail
        {
            FirstName = "Renée",
            Link = Page("u/t5v9z2c6n3"),
            Contact = Contact,
            Phone = Phone,
        },
        new ErasingMail
        {
            FirstName = "Renée",
            Contact = Contact,
            Phone = Phone,
        },
        new AddressChangedMail
        {
            FirstName = "Renée",
            NewAddress = "r…@voorbeeld.example",
            Contact = "Stichting Samen aan Tafel",
            Phone = Phone,
        },
        new AskNewsMail
        {
            FirstName = "Renée",
            Project = "Meedoen in Zwolle",
            Link = Page("op-de-hoogte/q8w3e7r2t6"),
            Contact = "Stichting Samen aan Tafel",
            Phone = Phone,
        },
        new NewsOnMail
        {
            FirstName = "Renée",
            Project = "Meedoen in Zwolle",
            Link = Page("n/p4o9i2u7y3"),
            Contact = "Stichting Samen aan Tafel",
            Phone = Phone,
        },
        new NewsletterMail
        {
            FirstName = "Renée",
            Project = "Meedoen in Zwolle",
            Link = Page("n/p4o9i2u7y3"),
            Stop = Page("n/p4o9i2u7y3/af"),
            Letter = Page("nieuwsbrief/4"),
            Title = "Wat er gebeurde na de tafels",
            Body =
                "Vijf afspraken zijn klaar. Een ervan vertellen wij hier.\n\n### Een rustige plek op het werk\nEen werkgever maakte een kamer vrij.\n\n- De kamer is er sinds juni.\n- Iedereen mag er zitten.",
            Contact = "Stichting Samen aan Tafel",
            Phone = Phone,
        },
        new SignInMail { FirstName = "Anna", Link = Page("team/inloggen/r4s8y1j7g2") },
        new WelcomeToTeamMail
        {
            FirstName = "Bert",
            Link = Page("team"),
            Project = "Meedoen in Zwolle",
            AddedBy = Contact,
        },
        new SecondFactorGoneMail
        {
            FirstName = "Anna",
            Link = Page("team/tweede-stap"),
            Who = "Bert Smit",
            By = Contact,
        },
        new KeyAddedMail
        {
            FirstName = "Anna",
            Link = Page("team/tweede-stap"),
            Key = "een app met codes",
        },
        new TestMail
        {
            FirstName = "Anna",
            Link = Page("beheer/post"),
            From = "post@tafel.example",
            ReplyTo = "anna@linde.example",
        },
        new LateCancellationMail
        {
            FirstName = "Anna",
            Link = Page("te-bellen"),
            Gone = ["Renée", "Tom"],
            Taken = 7,
            Chairs = 10,
            Least = 8,
            CallFirst = "Fatima",
            Waits = true,
            Subject = Facts.Subject,
            Date = DateOnly.FromDateTime(Start),
            Time = TimeOnly.FromDateTime(Start),
            Place = Facts.Place,
        },
        new PreparationOverviewMail
        {
            FirstName = "Bert",
            Link = Page("bijeenkomsten/3/voorbereiding"),
            Asked = 9,
            Done = 5,
            Begun = 2,
            Subject = Facts.Subject,
            Date = DateOnly.FromDateTime(Start),
            Time = TimeOnly.FromDateTime(Start),
            Place = Facts.Place,
            Contact = Contact,
            Phone = Phone,
        },
        new HandOverMail
        {
            FirstName = "Hanneke",
            Link = Page("bijeenkomsten/3/programma"),
            Gone = "Bert",
            Task = "procesbegeleider",
            Subject = Facts.Subject,
            Date = DateOnly.FromDateTime(Start),
            Time = TimeOnly.FromDateTime(Start),
            Place = Facts.Place,
            Purpose = "Horen wat het vinden en houden van werk moeilijk en makkelijk maakt.",
            Contact = Contact,
            Phone = Phone,
            Steps =
            [
                new()
                {
                    When = "14.00",
                    Title = "Welkom en uitleg",
                    Minutes = 5,
                    How = "met elkaar",
                    Lead = "procesbegeleider",
                    Instruction = "Heet iedereen welkom. Zeg wie de tafel leidt.",
                },
                new()
                {
                    When = "14.05",
                    Title = "Waarom dit onderzoek",
                    Minutes = 10,
                    How = "met elkaar",
                    Lead = "inhoudelijk begeleider",
                    Instruction = "Vertel kort waar het project over gaat.",
                },
            ],
        },
        new ReadsAlongTeamMail
        {
            FirstName = "Anna",
            Link = Page("bijeenkomsten/3"),
            By = "Marieke de Graaf",
            Subject = Facts.Subject,
            Readers = [Contact, "Hanneke Oosterhof"],
            New = ["Hanneke Oosterhof"],
            Gone = ["Bert de Wit"],
            Contact = "Marieke de Graaf",
            Phone = Phone,
        },
        new ActionAssignedMail
        {
            Facts = Action,
            NextStep = "Vraag bij de gemeente wie hierover gaat.",
            Together = "Tom",
        },
        new ActionQuestionMail
        {
            Facts = Action,
            First = true,
            Last = false,
        },
        new ActionDigestMail
        {
            FirstName = "Anna",
            Link = Page("reeksen/3/acties"),
            Count = 2,
            Contact = "Hogeschool Voorbeeld",
            Phone = Phone,
            Actions =
            [
                new()
                {
                    Action = Action.Action,
                    Subject = Facts.Subject,
                    Why = "Er is nog niemand die het doet.",
                },
                new()
                {
                    Action = "Een stilteruimte vragen bij de bibliotheek",
                    Subject = Facts.Subject,
                    Why = "Zou klaar zijn op 3 december.",
                },
            ],
        },
        new RemovalRequestMail { FirstName = "Anna", Link = Page("mensen/12") },
        new SomeoneElseTeamMail { FirstName = "Anna", Link = Page("bijeenkomsten/3/mensen/12") },
    ];

    private static Uri Page(string path) => new("https://tafel.example/" + path);
}
