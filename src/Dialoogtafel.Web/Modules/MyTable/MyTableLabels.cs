using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>What Mijn tafel says in each state, in the language of the request.</summary>
public sealed class MyTableLabels(Texts T, MyTablePage page)
{
    private GatheringLine Gathering => page.Gathering;
    private string Day => T.Day(Gathering.Start, page.Now);

    /// <summary>First name and role in one sentence. The role is left out once it no longer says anything.</summary>
    public string Greeting =>
        page.State
            is TableState.Declined
                or TableState.WaitsForChair
                or TableState.Cancelled
                or TableState.After
                or TableState.SomeoneElse
            ? T["Dag {0}.", page.Owner.FirstName]
            : page.Role switch
            {
                RoleAtTable.AtTheTable when HasNotAnswered => T[
                    "Dag {0}. Wij vragen u als deelnemer aan tafel.",
                    page.Owner.FirstName
                ],
                RoleAtTable.AtADistance when HasNotAnswered => T[
                    "Dag {0}. Wij vragen u als meedenker op afstand.",
                    page.Owner.FirstName
                ],
                RoleAtTable.Interested => T["Dag {0}. U bent belangstellende.", page.Owner.FirstName],
                RoleAtTable.AtADistance => T["Dag {0}. U bent meedenker op afstand.", page.Owner.FirstName],
                _ => T["Dag {0}. U bent deelnemer aan tafel.", page.Owner.FirstName],
            };

    public string Heading =>
        page.State switch
        {
            TableState.NoAnswer => T["Komt u op {0}?", Day],
            TableState.Undecided => T["U zou ons nog laten weten of u komt"],
            TableState.ComesWithQuestions => T["Fijn dat u komt"],
            TableState.Ready => T["U bent klaar. Tot {0}", Day],
            TableState.Soon => T["Tot {0}, {1}", NearDay, T.Time(Gathering.Start)],
            TableState.WaitsForChair => T["Fijn dat u wilt komen"],
            TableState.Declined => T["Dank u wel dat u het ons liet weten"],
            TableState.ThinksAlongInWriting or TableState.ThinksAlongByPhone => T["Fijn dat u meedenkt"],
            TableState.SomeoneElse when page.WeCall is not null => T["Dank u wel dat u meezoekt"],
            TableState.SomeoneElse => T["Dank u wel voor uw tip"],
            TableState.Moved => T["De datum is veranderd: {0}", Day],
            TableState.Cancelled => T["Deze tafel gaat niet door"],
            TableState.After => T["Dit hebben wij samen gemaakt"],
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.State, null),
        };

    /// <summary>One sentence beside the button; null when the heading says it all.</summary>
    public string? Sentence =>
        page.State switch
        {
            TableState.NoAnswer => null,
            TableState.Undecided when page.WeCall is { } by => WeCall(by),
            TableState.Undecided when page.AskAgain is { } day => T[
                "U hoeft nu niets te doen. Op {0} vragen wij het nog een keer. Eerder mag ook.",
                T.Day(day)
            ],
            TableState.Undecided => T["Weet u het nu? Dan horen wij het graag."],
            TableState.ComesWithQuestions
            or TableState.ThinksAlongInWriting when page.OnwardsPath is not null && page.OpenQuestions > 0 =>
                page.OpenQuestions == 1
                    ? T["U bent begonnen met de vragen. Eén heeft nog geen antwoord. Het hoeft niet."]
                    : T[
                        "U bent begonnen met de vragen. {0} hebben nog geen antwoord. Het hoeft niet.",
                        page.OpenQuestions
                    ],
            TableState.ComesWithQuestions when page.OpenQuestions == 1 => T[
                "Wilt u vooraf over één vraag nadenken? Het hoeft niet."
            ],
            TableState.ComesWithQuestions => T[
                "Wilt u vooraf over {0} vragen nadenken? Het hoeft niet.",
                page.OpenQuestions
            ],
            TableState.Ready => T["U hoeft niets meer te doen. Wij sturen u nog een bericht vlak voor de tafel."],
            TableState.Soon when page.Contact is { } contact => T[
                "Kunt u toch niet? Bel {0}, {1}. Dat mag tot het laatste moment.",
                contact.Name,
                contact.Phone.Replace(' ', '\u00a0')
            ],
            TableState.Soon => T["Kunt u toch niet? Laat het ons weten. Dat mag tot het laatste moment."],
            TableState.WaitsForChair when page.Spoken is { } day => T[
                "Wij spraken elkaar op {0}. Alle stoelen zijn nu bezet. Komt er een stoel vrij, dan hoort u het.",
                T.Day(day)
            ],
            TableState.WaitsForChair when page.WeCall is { } by => T[
                "Alle stoelen zijn nu bezet. Wij bellen u, uiterlijk op {0}.",
                T.Day(by)
            ],
            TableState.WaitsForChair => T["Alle stoelen zijn nu bezet. Wij bellen u zodra wij meer weten."],
            TableState.Declined => T["Uw antwoord is genoteerd. U hoeft verder niets te doen."],
            TableState.ThinksAlongInWriting when page.OpenQuestions > 0 => T[
                "Schrijf op wat u wilt meegeven. Elke vraag mag u overslaan."
            ],
            TableState.ThinksAlongInWriting => T[
                "Dank u wel voor het meedenken. U hoeft niets meer te doen. Later nog iets opschrijven mag altijd."
            ],
            TableState.ThinksAlongByPhone when page.WeCall is { } by => WeCall(by),
            TableState.ThinksAlongByPhone when page.Spoken is { } day => T[
                "Wij spraken elkaar op {0}. Dank u wel voor het gesprek. U hoeft niets meer te doen.",
                T.Day(day)
            ],
            TableState.ThinksAlongByPhone => T["Wij bellen u om te horen wat u wilt meegeven."],
            TableState.SomeoneElse when page.WeCall is { } by =>
                $"{WeCall(by)} {T["Dan horen wij graag wie er kan komen."]}",
            TableState.SomeoneElse => T["Wij nemen zelf contact op met deze persoon. U hoeft verder niets te doen."],
            TableState.Moved when page.OldStart is { } old => T[
                "Eerst was het {0}. Kunt u op de nieuwe dag?",
                T.Day(old, page.Now)
            ],
            TableState.Moved => T["Kunt u op de nieuwe dag?"],
            TableState.Cancelled => T["U hoeft niet te komen. Uw antwoord hebben wij weggelegd."],
            TableState.After when page is { ReportPath: null, LookBackPath: not null, HasLookedBack: false } => T[
                "Wat vond u ervan? En wilt u op de contactlijst? Het verslag volgt nog."
            ],
            TableState.After when page.ReportPath is null => T[
                "Wij werken aan het verslag. U krijgt een bericht als het klaar is."
            ],
            TableState.After => null,
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.State, null),
        };

    /// <summary>The one button: its words and where it leads; null when there is nothing to do.</summary>
    public (string Text, string Href)? Button =>
        page.State switch
        {
            TableState.NoAnswer or TableState.Undecided or TableState.Moved => (
                T["Antwoord geven"],
                page.Owner.Path + "/antwoord"
            ),
            TableState.ComesWithQuestions or TableState.ThinksAlongInWriting when page.OpenQuestions > 0 =>
                page.OnwardsPath is { } onwards
                    ? (T["Verder met de vragen"], onwards)
                    : (T["Naar de vragen"], page.Owner.Path + "/vragen"),
            TableState.After when page.ReportPath is { } report => (T["Verslag lezen"], report),
            TableState.After when page is { LookBackPath: { } back, HasLookedBack: false } => (T["Terugblikken"], back),
            _ => null,
        };

    /// <summary>The quiet links below the next step.</summary>
    public IEnumerable<(string Text, string Href)> Links
    {
        get
        {
            var path = page.Owner.Path;
            if (page.OffersQuestions && Button?.Href != path + "/vragen")
                yield return (T["Vragen vooraf"], path + "/vragen");
            if (page.OffersNeeds)
                yield return (T["Wat heeft u nodig?"], path + "/nodig");
            if (page.State is TableState.ComesWithQuestions or TableState.Ready or TableState.Soon)
                yield return (T["Ik kan toch niet komen"], path + "/toch-niet");
            if (page.LookBackPath is { } back && Button?.Href != back)
                yield return (T["Terugblikken"], back);
            if (page.HasCalendarFile)
                yield return (T["Zet de tafel in mijn agenda"], path + "/agenda");
            if (page.State is TableState.WaitsForChair)
                yield return (T["Ik hoef geen plek meer"], path + "/toch-niet");
            if (page.State is TableState.SomeoneElse && page.WeCall is not null)
                yield return (T["Schrijf op wie er kan komen"], path + "/iemand-anders");
            if (page.State is TableState.Declined)
                yield return (T["Toch iets meegeven"], path + "/meegeven");
            if (page is { OffersNews: true, State: TableState.Declined or TableState.After or TableState.Cancelled })
                yield return (T["Houd mij op de hoogte"], path + "/op-de-hoogte");
            if (
                page.State
                is TableState.Declined
                    or TableState.ThinksAlongByPhone
                    or TableState.ThinksAlongInWriting
                    or TableState.SomeoneElse
            )
                yield return (T["Mijn antwoord veranderen"], path + "/antwoord");
        }
    }

    /// <summary>What was answered, in one sentence.</summary>
    public static string Told(Texts T, AnswerChoice choice) =>
        choice switch
        {
            AnswerChoice.Yes => T["Ja, ik kom."],
            AnswerChoice.Undecided => T["Ik weet het nog niet."],
            AnswerChoice.No => T["Nee, ik kom niet."],
            AnswerChoice.Contribute => T["Nee, maar ik wil iets meegeven."],
            AnswerChoice.SomeoneElse => T["Iemand anders in mijn plaats."],
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, null),
        };

    private string WeCall(DateOnly by) =>
        page.CallNumber is { } number
            ? T["Wij bellen u op {0}, uiterlijk op {1}.", number.Replace(' ', '\u00a0'), T.Day(by)]
            : T["Wij bellen u, uiterlijk op {0}.", T.Day(by)];

    private bool HasNotAnswered => page.State is TableState.NoAnswer or TableState.Undecided or TableState.Moved;

    private string NearDay =>
        (Gathering.Start.Date - page.Now.Date).Days switch
        {
            0 => T["vandaag"],
            1 => T["morgen"],
            _ => Day,
        };
}
