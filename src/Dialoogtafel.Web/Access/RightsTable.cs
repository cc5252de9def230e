using Dialoogtafel.Domain.Team;
using static Dialoogtafel.Domain.Team.TeamRole;

namespace Dialoogtafel.Web.Access;

/// <summary>To which project a route belongs: by what its {id} names.</summary>
public enum Scope
{
    /// <summary>The installation; any project in which the person has the role will do.</summary>
    Anywhere,
    Project,
    Series,
    Gathering,
    Invitation,
    Action,

    /// <summary>An issue of the newsletter.</summary>
    Newsletter,
}

/// <summary>How a session must have been opened to use a route.</summary>
public enum Factors
{
    /// <summary>The mailed link, and the second factor of whoever has one.</summary>
    Own,

    /// <summary>The mailed link alone: the pages of the second step itself.</summary>
    Link,

    /// <summary>
    /// Always both: the page shows words of participants, needs or call notes (D-09), or the inside of
    /// the program.
    /// </summary>
    Both,
}

/// <summary>
/// Who may use a route: nobody in particular (the page itself decides by link), or team roles within a scope.
/// </summary>
public sealed record Rule(bool Open, Scope Scope, IReadOnlyList<TeamRole> Roles)
{
    public Factors Factors { get; init; }
}

/// <summary>
/// The rights matrix (R-013), THE one place. Every route stands here; one that is missing answers 404 and fails a test
/// (S12). A team member without the right gets 404, never a hint that something exists.
/// </summary>
public static class RightsTable
{
    private static readonly TeamRole[] Recruiters = [Organiser, CoResearcher];
    private static readonly TeamRole[] Table = [Organiser, CoResearcher, Facilitator];
    private static readonly TeamRole[] Everybody = [Organiser, CoResearcher, Facilitator, Administrator];
    private static readonly TeamRole[] Technical = [Organiser, Administrator];

    public static IReadOnlyDictionary<string, Rule> Rules { get; } =
        new Dictionary<string, Rule>([
            // Public pages, and pages behind a personal link: the link is the right.
            .. Open(
                "GET ",
                "GET privacy",
                "POST weergave/taal",
                "POST weergave",
                "GET link-opnieuw",
                "POST link-opnieuw",
                "GET fout/{code:int}",
                "POST fout/{code:int}"
            ),
            .. Open("GET u/{token}", "GET mijn-tafel/{linkId:int}"),
            .. OpenFor(
                ["mijn-tafel/{linkId:int}", "u/{token}"],
                "GET antwoord",
                "POST antwoord",
                "GET wanneer",
                "POST wanneer",
                "GET meegeven",
                "POST meegeven",
                "GET iemand-anders",
                "POST iemand-anders",
                "GET toch-niet",
                "POST toch-niet",
                "GET van-de-lijst",
                "POST van-de-lijst",
                "GET privacy",
                "GET gegevens",
                "GET gegevens/bestand",
                "GET gegevens/pagina",
                "POST terugzien",
                "POST mailadres",
                "GET agenda",
                "GET nodig",
                "POST nodig"
            ),
            .. OpenFor(
                ["mijn-tafel/{linkId:int}", "u/{token}"],
                "GET vragen",
                "POST vragen",
                "GET vragen/{question:int}",
                "POST vragen/{question:int}",
                "GET vragen/nakijken",
                "POST vragen/nakijken",
                "GET vragen/papier"
            ),
            .. Open(
                "GET onderzoek/{id:int}",
                "GET op-de-hoogte",
                "POST op-de-hoogte",
                "GET op-de-hoogte/{token}",
                "POST op-de-hoogte/{token}",
                "GET n/{token}",
                "GET mijn-nieuwsbrief/{linkId:int}",
                "POST n/{token}",
                "POST mijn-nieuwsbrief/{linkId:int}"
            ),
            .. OpenFor(
                ["mijn-nieuwsbrief/{linkId:int}", "n/{token}"],
                "GET van-de-lijst",
                "POST van-de-lijst",
                "GET af",
                "POST af"
            ),
            .. OpenFor(["mijn-tafel/{linkId:int}", "u/{token}"], "GET op-de-hoogte", "POST op-de-hoogte"),
            .. Open(
                "GET a/{token}",
                "POST a/{token}/antwoord",
                "GET actie/{linkId:int}",
                "POST actie/{linkId:int}/antwoord"
            ),
            .. OpenFor(
                ["mijn-tafel/{linkId:int}", "u/{token}"],
                "GET terugblik",
                "POST terugblik",
                "POST terugblik/contact",
                "GET verslag"
            ),
            .. Open("GET v/{token}", "GET verslag/{linkId:int}"),
            // Signing in
            .. Open(
                "GET team/inloggen",
                "POST team/inloggen",
                "GET team/inloggen/verstuurd",
                "POST team/inloggen/code",
                "GET team/in/{token}",
                "POST team/in/{token}",
                "POST team/uitloggen",
                "GET eerste/{token}",
                "POST eerste/{token}"
            ),
            .. Team(
                    Scope.Anywhere,
                    Everybody,
                    "GET team/tweede-stap",
                    "POST team/tweede-stap/vraag",
                    "POST team/tweede-stap/passkey",
                    "POST team/tweede-stap/code",
                    "POST team/tweede-stap/passkeys/opties",
                    "POST team/tweede-stap/passkeys",
                    "POST team/tweede-stap/passkeys/verwijdering",
                    "POST team/tweede-stap/app",
                    "GET team/tweede-stap/app",
                    "POST team/tweede-stap/app/bevestiging",
                    "POST team/tweede-stap/app/verwijdering"
                )
                .ByLink(),
            // Home, series and tables
            .. Team(Scope.Anywhere, Everybody, "GET start"),
            .. Team(Scope.Anywhere, Table, "GET reeksen"),
            .. Team(Scope.Anywhere, Recruiters, "GET reeksen/nieuw", "POST reeksen/nieuw"),
            .. Team(
                Scope.Series,
                Recruiters,
                "GET reeksen/{id:int}",
                "POST reeksen/{id:int}",
                "POST reeksen/{id:int}/tafels",
                "GET reeksen/{id:int}/partijen",
                "POST reeksen/{id:int}/partijen"
            ),
            .. Team(Scope.Gathering, Table, "GET bijeenkomsten/{id:int}"),
            .. Team(Scope.Gathering, Table, "GET bijeenkomsten/{id:int}/behoeften").Twice(),
            .. Team(
                    Scope.Invitation,
                    Table,
                    "GET uitnodigingen/{id:int}/behoeften",
                    "POST uitnodigingen/{id:int}/behoeften"
                )
                .Twice(),
            .. Team(
                Scope.Gathering,
                Recruiters,
                "GET bijeenkomsten/{id:int}/gegevens",
                "POST bijeenkomsten/{id:int}/gegevens",
                "POST bijeenkomsten/{id:int}/definitief"
            ),
            // Questions beforehand. Answers are read by the two facilitators alone; the page itself sees to that.
            .. Team(
                Scope.Gathering,
                Recruiters,
                "GET bijeenkomsten/{id:int}/vragen",
                "POST bijeenkomsten/{id:int}/vragen",
                "POST bijeenkomsten/{id:int}/vragen/klaar",
                "POST bijeenkomsten/{id:int}/vragen/intrekking",
                "POST bijeenkomsten/{id:int}/vragen/lijsten",
                "POST bijeenkomsten/{id:int}/vragen/lijsten/{set:int}/vorm",
                "GET bijeenkomsten/{id:int}/vragen/lijsten/{set:int}/nieuw",
                "POST bijeenkomsten/{id:int}/vragen/lijsten/{set:int}/nieuw",
                "GET bijeenkomsten/{id:int}/vragen/{question:int}",
                "POST bijeenkomsten/{id:int}/vragen/{question:int}",
                "POST bijeenkomsten/{id:int}/vragen/{question:int}/plaats",
                "POST bijeenkomsten/{id:int}/vragen/{question:int}/weglating",
                "POST bijeenkomsten/{id:int}/vragen/{question:int}/terugkeer",
                "GET bijeenkomsten/{id:int}/vragen/papier"
            ),
            .. Team(
                    Scope.Gathering,
                    Table,
                    "GET bijeenkomsten/{id:int}/voorbereiding",
                    "POST bijeenkomsten/{id:int}/voorbereiding/gelezen",
                    "POST bijeenkomsten/{id:int}/voorbereiding/programma",
                    "POST bijeenkomsten/{id:int}/voorbereiding/programma/ongedaan",
                    "POST bijeenkomsten/{id:int}/voorbereiding/bericht"
                )
                .Twice(),
            .. Team(
                    Scope.Invitation,
                    Recruiters,
                    "GET uitnodigingen/{id:int}/antwoorden",
                    "POST uitnodigingen/{id:int}/antwoorden"
                )
                .Twice(),
            // The programme and what must be in the room: nobody's answers or needs stand there.
            .. Team(
                Scope.Gathering,
                Table,
                "GET bijeenkomsten/{id:int}/programma",
                "GET bijeenkomsten/{id:int}/programma/papier",
                "GET bijeenkomsten/{id:int}/materiaal",
                "POST bijeenkomsten/{id:int}/materiaal",
                "GET bijeenkomsten/{id:int}/overdracht",
                "POST bijeenkomsten/{id:int}/overdracht"
            ),
            .. Team(
                Scope.Gathering,
                Recruiters,
                "POST bijeenkomsten/{id:int}/programma",
                "GET bijeenkomsten/{id:int}/programma/nieuw",
                "POST bijeenkomsten/{id:int}/programma/nieuw",
                "GET bijeenkomsten/{id:int}/programma/{step:int}",
                "POST bijeenkomsten/{id:int}/programma/{step:int}",
                "POST bijeenkomsten/{id:int}/programma/{step:int}/plaats",
                "GET bijeenkomsten/{id:int}/programma/{step:int}/weglating",
                "POST bijeenkomsten/{id:int}/programma/{step:int}/weglating"
            ),
            // Actions. The page of one shows what its owner said.
            .. Team(Scope.Series, Recruiters, "GET reeksen/{id:int}/acties", "GET reeksen/{id:int}/acties/papier"),
            .. Team(
                Scope.Gathering,
                Recruiters,
                "GET bijeenkomsten/{id:int}/acties/nieuw",
                "POST bijeenkomsten/{id:int}/acties/nieuw"
            ),
            .. Team(
                Scope.Action,
                Recruiters,
                "GET acties/{id:int}/gegevens",
                "POST acties/{id:int}/gegevens",
                "GET acties/{id:int}/overdracht",
                "POST acties/{id:int}/overdracht",
                "POST acties/{id:int}/belpoging"
            ),
            .. Team(
                    Scope.Action,
                    Recruiters,
                    "GET acties/{id:int}",
                    "POST acties/{id:int}/antwoord",
                    "POST acties/{id:int}/doorgaan",
                    "POST acties/{id:int}/stop",
                    "POST acties/{id:int}/notitie"
                )
                .Twice(),
            // After the table. What people said about what they came to get is read as needs are, by the team and the
            // two facilitators; the page itself sees to that.
            .. Team(
                Scope.Gathering,
                Table,
                "GET bijeenkomsten/{id:int}/afloop",
                "POST bijeenkomsten/{id:int}/afloop",
                "GET bijeenkomsten/{id:int}/notities",
                "POST bijeenkomsten/{id:int}/notities",
                "GET bijeenkomsten/{id:int}/notities/{note:int}",
                "POST bijeenkomsten/{id:int}/notities/{note:int}",
                "POST bijeenkomsten/{id:int}/notities/{note:int}/prioriteit",
                "POST bijeenkomsten/{id:int}/notities/{note:int}/plaats",
                "GET bijeenkomsten/{id:int}/notities/{note:int}/weglating",
                "POST bijeenkomsten/{id:int}/notities/{note:int}/weglating",
                "GET bijeenkomsten/{id:int}/verslag",
                "POST bijeenkomsten/{id:int}/verslag",
                "GET bijeenkomsten/{id:int}/verslag/tekst",
                "POST bijeenkomsten/{id:int}/verslag/tekst",
                "POST bijeenkomsten/{id:int}/verslag/akkoord"
            ),
            .. Team(Scope.Gathering, Table, "GET bijeenkomsten/{id:int}/terugblik").Twice(),
            .. Team(
                    Scope.Invitation,
                    Table,
                    "GET uitnodigingen/{id:int}/terugblik",
                    "POST uitnodigingen/{id:int}/terugblik"
                )
                .Twice(),
            .. Team(
                Scope.Gathering,
                [Organiser],
                "POST bijeenkomsten/{id:int}/verslag/akkoord-namens",
                "GET bijeenkomsten/{id:int}/verslag/verzending",
                "POST bijeenkomsten/{id:int}/verslag/verzending",
                "POST bijeenkomsten/{id:int}/verslag/proef",
                "POST bijeenkomsten/{id:int}/verslag/terughaling",
                "GET bijeenkomsten/{id:int}/contactlijst/verzending",
                "POST bijeenkomsten/{id:int}/contactlijst/verzending",
                "POST bijeenkomsten/{id:int}/contactlijst/terughaling"
            ),
            .. Team(
                Scope.Gathering,
                Recruiters,
                "GET bijeenkomsten/{id:int}/contactlijst",
                "POST bijeenkomsten/{id:int}/uitnodigingen/vorige-tafel"
            ),
            .. Team(
                Scope.Gathering,
                [Organiser],
                "GET bijeenkomsten/{id:int}/afzegging",
                "POST bijeenkomsten/{id:int}/afzegging"
            ),
            .. Team(Scope.Project, [Organiser], "GET projecten/{id:int}", "POST projecten/{id:int}"),
            .. Team(Scope.Anywhere, [Organiser], "GET domeinen", "POST domeinen"),
            // Network and team
            .. Team(
                Scope.Anywhere,
                Recruiters,
                "GET netwerk",
                "POST netwerk",
                "GET netwerk/nieuw",
                "POST netwerk/nieuw",
                "GET netwerk/mailadressen",
                "POST netwerk/mailadressen/gezien",
                "GET personen/{id:int}",
                "POST personen/{id:int}",
                "POST personen/{id:int}/perspectieven",
                "POST personen/{id:int}/perspectieven/{perspective:int}/bevestiging",
                "POST personen/{id:int}/rollen",
                "POST personen/{id:int}/toestemmingen",
                "POST personen/{id:int}/toestemmingen/{consent:int}/intrekking"
            ),
            .. Team(
                    Scope.Anywhere,
                    [Organiser],
                    "GET personen/{id:int}/dossier",
                    "GET personen/{id:int}/dossier/bestand",
                    "GET personen/{id:int}/dossier/pagina",
                    "GET personen/{id:int}/wissing",
                    "POST personen/{id:int}/wissing"
                )
                .Twice(),
            .. Team(Scope.Anywhere, [Organiser], "GET team", "POST team/leden", "POST team/leden/{id:int}/einde"),
            .. Team(
                    Scope.Anywhere,
                    [Organiser],
                    "GET team/leden/{id:int}/tweede-sleutel",
                    "POST team/leden/{id:int}/tweede-sleutel"
                )
                .Twice(),
            // Inviting and answering
            .. Team(
                Scope.Gathering,
                Recruiters,
                "GET bijeenkomsten/{id:int}/werving",
                "GET bijeenkomsten/{id:int}/verzending",
                "POST bijeenkomsten/{id:int}/verzending",
                "POST bijeenkomsten/{id:int}/terughaling",
                "GET bijeenkomsten/{id:int}/uitnodigingen/nieuw",
                "POST bijeenkomsten/{id:int}/uitnodigingen/nieuw"
            ),
            .. Team(
                Scope.Invitation,
                Recruiters,
                "GET uitnodigingen/{id:int}/voorbeeld",
                "GET uitnodigingen/{id:int}/voorbeeld/mail",
                "POST uitnodigingen/{id:int}/verzending",
                "POST uitnodigingen/{id:int}/benadering",
                "POST uitnodigingen/{id:int}/terughaling",
                "GET uitnodigingen/{id:int}/intrekking",
                "POST uitnodigingen/{id:int}/intrekking"
            ),
            // These show what the person wrote.
            .. Team(
                    Scope.Invitation,
                    Recruiters,
                    "GET uitnodigingen/{id:int}",
                    "POST uitnodigingen/{id:int}/antwoord",
                    "POST uitnodigingen/{id:int}/stoel",
                    "POST uitnodigingen/{id:int}/gebeld"
                )
                .Twice(),
            // The newsletter: recruiters write it, an organiser sends it.
            .. Open("GET nieuwsbrief/{id:int}"),
            .. Team(Scope.Anywhere, Recruiters, "GET nieuwsbrieven", "POST nieuwsbrieven"),
            .. Team(
                Scope.Newsletter,
                Recruiters,
                "GET nieuwsbrieven/{id:int}",
                "POST nieuwsbrieven/{id:int}",
                "GET nieuwsbrieven/{id:int}/mail",
                "POST nieuwsbrieven/{id:int}/proef",
                "GET nieuwsbrieven/{id:int}/weglating",
                "POST nieuwsbrieven/{id:int}/weglating"
            ),
            .. Team(
                Scope.Newsletter,
                [Organiser],
                "GET nieuwsbrieven/{id:int}/verzending",
                "POST nieuwsbrieven/{id:int}/verzending",
                "POST nieuwsbrieven/{id:int}/terughaling"
            ),
            .. Team(Scope.Series, Recruiters, "POST reeksen/{id:int}/nieuws"),
            // Te bellen
            .. Team(Scope.Anywhere, Recruiters, "GET te-bellen"),
            .. Team(
                Scope.Invitation,
                Recruiters,
                "POST uitnodigingen/{id:int}/belpoging",
                "POST uitnodigingen/{id:int}/belpoging/ongedaan",
                "POST uitnodigingen/{id:int}/afzegging/afhandeling",
                "POST uitnodigingen/{id:int}/vervanger/afwijzing"
            ),
            // Call notes: needs two factors. A co-researcher reads those of the people whom they approach; the page
            // itself sees to that.
            .. Team(Scope.Invitation, Recruiters, "GET uitnodigingen/{id:int}/notities").Twice(),
            // Post, sending, status
            .. Team(
                Scope.Anywhere,
                Technical,
                "GET beheer/versturen",
                "POST beheer/versturen",
                "POST beheer/versturen/aan",
                "POST beheer/versturen/uit",
                "POST beheer/versturen/poging"
            ),
            .. Team(
                Scope.Anywhere,
                [Organiser],
                "GET beheer/post",
                "GET beheer/post/{id:guid}",
                "GET beheer/post/{id:guid}/beeld",
                "POST beheer/post/{id:guid}/verzending",
                "POST beheer/post/{id:guid}/afhandeling"
            ),
            .. Team(Scope.Anywhere, Technical, "GET beheer/status"),
            // The jobs, to look at: Hangfire's own page, which asks its numbers by a form (docs/engines.md).
            .. Team(Scope.Anywhere, [Administrator], "GET beheer/taken/{**deel}", "POST beheer/taken/stats").Twice(),
        ]);

    /// <summary>"GET bijeenkomsten/{id:int}" for a method and a route template.</summary>
    public static string Key(string method, string? template) => $"{(method == "HEAD" ? "GET" : method)} {template}";

    private static IEnumerable<KeyValuePair<string, Rule>> Open(params string[] routes) =>
        routes.Select(route => KeyValuePair.Create(route, new Rule(true, Scope.Anywhere, [])));

    private static IEnumerable<KeyValuePair<string, Rule>> OpenFor(string[] prefixes, params string[] routes) =>
        Open([
            .. from prefix in prefixes
            from route in routes
            select route.Replace(" ", $" {prefix}/", StringComparison.Ordinal),
        ]);

    private static IEnumerable<KeyValuePair<string, Rule>> Team(
        Scope scope,
        TeamRole[] roles,
        params string[] routes
    ) => routes.Select(route => KeyValuePair.Create(route, new Rule(false, scope, roles)));

    /// <summary>These routes ask both factors of everybody.</summary>
    private static IEnumerable<KeyValuePair<string, Rule>> Twice(this IEnumerable<KeyValuePair<string, Rule>> routes) =>
        routes.With(Factors.Both);

    private static IEnumerable<KeyValuePair<string, Rule>> ByLink(
        this IEnumerable<KeyValuePair<string, Rule>> routes
    ) => routes.With(Factors.Link);

    private static IEnumerable<KeyValuePair<string, Rule>> With(
        this IEnumerable<KeyValuePair<string, Rule>> routes,
        Factors factors
    ) => routes.Select(route => KeyValuePair.Create(route.Key, route.Value with { Factors = factors }));
}
