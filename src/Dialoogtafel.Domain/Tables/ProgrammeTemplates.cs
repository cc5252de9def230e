using Dialoogtafel.Domain.Series;
using static Dialoogtafel.Domain.Tables.StepForm;
using static Dialoogtafel.Domain.Tables.StepLead;

namespace Dialoogtafel.Domain.Tables;

/// <summary>
/// The programmes that come with the product (T-01, T-02): the method's steps and their order, in our own words.
/// Minutes, pauses and who leads are our choice: 150 minutes, two pauses, nowhere longer than an hour on end.
/// </summary>
public static class ProgrammeTemplates
{
    /// <summary>Fresh steps for a table, by what it is about; a free table begins with those of the first.</summary>
    public static IReadOnlyList<ProgrammeStep> For(Gathering gathering) =>
        gathering.Focus == GatheringFocus.SolutionsAndActions
            ? SolutionsAndActions(gathering.Id)
            : ProblemsAndChances(gathering.Id);

    /// <summary>T-01: 5 · 10 · 20 · 10 · 15 · pause 15 · 25 · pause 5 · 20 · 10 · 5 · 10.</summary>
    public static IReadOnlyList<ProgrammeStep> ProblemsAndChances(int gathering) =>
        Steps(
            gathering,
            Step(
                "Welkom en uitleg",
                5,
                Plenary,
                Process,
                "Heet iedereen welkom. Zeg wie de tafel leidt en wat ieders taak is.\n"
                    + "Vertel het doel van vandaag in één zin, hoe laat de pauzes zijn en hoe laat het klaar is.\n"
                    + "Afspraken: wat hier gezegd wordt, blijft hier. Niemand hoeft iets. Even weglopen mag altijd. "
                    + "Wijs de rustige plek aan."
            ),
            Step(
                "Waarom dit onderzoek",
                10,
                Plenary,
                Content,
                """
                Vertel kort waar het project over gaat en wat er al bekend is.
                Noem wat mensen op afstand meegaven, zonder namen. Vraag of dit herkenbaar is.
                """
            ),
            Step(
                "Kennismaken",
                20,
                Plenary,
                Process,
                "Leg kaarten met beelden op tafel. Iedereen kiest er één die past bij de reden om hier te zijn.\n"
                    + "Ga de kring rond: wat brengt u hier, wat komt u halen, wat komt u brengen? Ieder praat één "
                    + "minuut, niemand valt in de rede.\n"
                    + "Wie liever luistert, zegt alleen een naam."
            ),
            Step(
                "Zelf nadenken over kansen en knelpunten",
                10,
                Individual,
                Process,
                "Iedereen schrijft voor zichzelf, één ding op een briefje. Begin met wat goed ging: minstens één "
                    + "briefje met een succes.\n"
                    + "Daarna kansen, daarna knelpunten. Het is stil. Wie niet schrijft, vertelt het zachtjes aan een "
                    + "begeleider."
            ),
            Step(
                "Samen ordenen",
                15,
                Plenary,
                Process,
                "Hang de briefjes op het grote vel. Lees ze voor; niemand hoeft iets uit te leggen.\n"
                    + "Leg bij elkaar wat bij elkaar hoort, en geef elk groepje een naam. Vraag bij elke groep: "
                    + "ontbreekt er iets?"
            ),
            Step(
                "Pauze",
                15,
                Pause,
                Both,
                "Koffie, thee, water en wat lekkers. Begeleiders: vertel elkaar wat u hoort en of het "
                    + "programma moet veranderen."
            ),
            Step(
                "In groepjes: wat werkt, wat niet, wat kan",
                25,
                Group,
                Process,
                "Maak groepjes van drie met zoveel mogelijk verschillende mensen; in elk groepje iemand die het "
                    + "zelf meemaakt.\n"
                    + "Elk groepje krijgt een vel met vier vakken, even groot: kansen, knelpunten, oplossingen, "
                    + "acties. Eén iemand schrijft.\n"
                    + "Loop langs en vraag door: wanneer lukte het wél? Wie heeft daar iets aan?"
            ),
            Step("Korte pauze", 5, Pause, Both, ""),
            Step(
                "Vertellen wat de groepjes vonden",
                20,
                Plenary,
                Content,
                """
                Elk groepje vertelt het belangrijkste uit elk vak, kansen eerst. De anderen vullen aan.
                De inhoudelijk begeleider houdt bij wat bij de hoofdvraag past, en zet de rest op het vel ‘later’.
                """
            ),
            Step(
                "Kiezen wat voorgaat",
                10,
                Plenary,
                Process,
                """
                Iedereen krijgt drie stippen voor de knelpunten en drie voor de kansen, apart. Plakken zonder praten.
                Tel hardop. Is er gelijk spel, dan blijven beide staan. Kijk alvast waar een oplossing te zien is.
                """
            ),
            Step(
                "Hoe het verder gaat",
                5,
                Plenary,
                Content,
                "Zeg wanneer de tweede tafel is, wanneer het verslag komt en wie iemand kan bellen.\n"
                    + "Leg uit dat een lijst met namen en nummers alleen komt van wie dat wil, en dat losse eindjes "
                    + "meegaan naar de volgende keer."
            ),
            Step(
                "Afsluiten",
                10,
                Plenary,
                Process,
                """
                Iedereen krijgt het eigen kaartje terug: wat u kwam halen. Heeft u het gekregen: ja, een beetje, nee?
                Wie wil, zegt er één zin bij. Bedank iedereen. Zeg dat bellen de komende dagen mag.
                """
            )
        );

    /// <summary>T-02: 5 · 10 · 15 · 10 · 15 · pause 15 · 25 · pause 5 · 20 · 15 · 5 · 10.</summary>
    public static IReadOnlyList<ProgrammeStep> SolutionsAndActions(int gathering) =>
        Steps(
            gathering,
            Step(
                "Welkom en uitleg",
                5,
                Plenary,
                Process,
                "Heet iedereen welkom, ook wie er de vorige keer niet was. Zeg wie de tafel leidt, het doel in "
                    + "één zin, en hoe laat de pauzes en het einde zijn.\n"
                    + "Herhaal de afspraken: wat hier gezegd wordt, blijft hier. Niemand hoeft iets. Even weglopen mag "
                    + "altijd."
            ),
            Step(
                "Wat de eerste tafel opleverde",
                10,
                Plenary,
                Content,
                "Vertel de belangrijkste kansen en knelpunten van de vorige keer, in de gekozen volgorde. Zet "
                    + "erbij wat mensen op afstand sindsdien meegaven.\n"
                    + "Vraag: klopt dit nog?"
            ),
            Step(
                "Kennismaken",
                15,
                Plenary,
                Process,
                """
                Iedereen kiest een kaart met een beeld. Wat brengt u hier, wat komt u halen, wat komt u brengen?
                Wie nieuw is, krijgt de tijd. Wie liever luistert, zegt alleen een naam.
                """
            ),
            Step(
                "Zelf nadenken over oplossingen",
                10,
                Individual,
                Process,
                "Hang de gekozen punten van de eerste tafel op. Iedereen schrijft voor zichzelf: één oplossing "
                    + "of actie op een briefje, en wie erbij nodig is.\n"
                    + "Het is stil. Kijk eerst naar wat ergens al werkt."
            ),
            Step(
                "Samen ordenen",
                15,
                Plenary,
                Process,
                """
                Hang de briefjes bij het punt waar ze bij horen en lees ze voor. Leg bij elkaar wat bij elkaar hoort.
                Vraag bij elke groep: wie kan dit, en wie moet erover beslissen?
                """
            ),
            Step(
                "Pauze",
                15,
                Pause,
                Both,
                "Koffie, thee, water en wat lekkers. Begeleiders: vertel elkaar wat u hoort en of het "
                    + "programma moet veranderen."
            ),
            Step(
                "In groepjes: van oplossing naar actie",
                25,
                Group,
                Process,
                "Maak groepjes van drie met zoveel mogelijk verschillende mensen. Elk groepje neemt één of twee "
                    + "oplossingen.\n"
                    + "Schrijf op: wat gaat er gebeuren, wie begint, wanneer, welke partijen moeten erbij en welke "
                    + "kunnen erbij.\n"
                    + "Maak het klein: wat kan er binnen drie maanden?"
            ),
            Step("Korte pauze", 5, Pause, Both, ""),
            Step(
                "Acties bespreken",
                20,
                Plenary,
                Content,
                "Elk groepje vertelt zijn acties. Vraag: ligt dit binnen uw eigen invloed? Zo niet, wie beslist "
                    + "en wie vraagt het?\n"
                    + "Schrijf bij elke actie één naam, ook als dat ‘nog niemand’ is."
            ),
            Step(
                "Kiezen wat voorgaat",
                15,
                Plenary,
                Process,
                "Kies samen hooguit vijf acties. Iedereen krijgt drie stippen. Tel hardop; bij gelijk spel "
                    + "blijven beide staan.\n"
                    + "Vraag wie wat op zich neemt, en hoeveel tijd daarvoor is."
            ),
            Step(
                "Hoe het verder gaat",
                5,
                Plenary,
                Content,
                "Zeg wanneer het verslag en de actielijst komen, wie de acties volgt en hoe vaak wij iets "
                    + "vragen: één vraag, met één druk te beantwoorden.\n"
                    + "Leg de lijst met namen en nummers uit: alleen van wie dat wil. Wie op de hoogte wil blijven, "
                    + "krijgt de nieuwsbrief."
            ),
            Step(
                "Afsluiten",
                10,
                Plenary,
                Process,
                """
                Iedereen krijgt het eigen kaartje terug: wat u kwam halen. Heeft u het gekregen: ja, een beetje, nee?
                Wie wil, zegt er één zin bij. Bedank iedereen.
                """
            )
        );

    private static ProgrammeStep Step(string title, int minutes, StepForm form, StepLead lead, string instruction) =>
        new()
        {
            GatheringId = 0,
            Place = 0,
            Title = title,
            Minutes = minutes,
            Form = form,
            Lead = lead,
            Instruction = instruction.TrimEnd(),
        };

    private static IReadOnlyList<ProgrammeStep> Steps(int gathering, params ProgrammeStep[] steps) =>
        [
            .. steps.Select(
                (step, at) =>
                    new ProgrammeStep
                    {
                        GatheringId = gathering,
                        Place = at + 1,
                        Title = step.Title,
                        Minutes = step.Minutes,
                        Form = step.Form,
                        Lead = step.Lead,
                        Instruction = step.Instruction,
                    }
            ),
        ];
}
