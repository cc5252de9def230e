namespace Dialoogtafel.Web.Features.Shared;

/// <summary>Which mail it is, in words: for the team's pages and for who reads what we know of her.</summary>
public sealed class MailKinds(Texts T)
{
    /// <summary>By the name of its template; one of later date shows its own name.</summary>
    public string Of(string template) =>
        template switch
        {
            "uitnodiging" => T["Uitnodiging"],
            "herinnering" => T["Herinnering"],
            "praktisch" => T["Praktische herinnering"],
            "vragen-vooraf" => T["Vragen vooraf"],
            "vragen-herinnering" => T["Herinnering aan de vragen vooraf"],
            "leest-mee" => T["Wie uw antwoorden leest"],
            "leest-mee-team" => T["Aan de begeleider: wie meeleest"],
            "voorbereidingsoverzicht" => T["Aan de begeleider: voorbereiding"],
            "bedankt" => T["Bedankt voor uw komst"],
            "verslag" => T["Verslag van de tafel"],
            "contactlijst" => T["Contactlijst"],
            "bevestiging" => T["Bevestiging van ja"],
            "ja-wij-bellen" => T["Ja, wij bellen nog"],
            "stoel-voor-u" => T["Er is een stoel"],
            "nog-niet" => T["Weet het nog niet"],
            "bedankt-nee" => T["Bedankt voor uw antwoord"],
            "meedenken" => T["Meedenken op afstand"],
            "iemand-anders" => T["Iemand anders"],
            "iemand-anders-team" => T["Aan het team: iemand anders"],
            "weghalen-verzoek" => T["Aan het team: van de lijst"],
            "wij-wissen" => T["Wij wissen"],
            "verplaatst" => T["Tafel is verzet"],
            "vervallen" => T["Tafel gaat niet door"],
            "van-de-lijst" => T["Niet meer op de lijst"],
            "link-opnieuw" => T["Link opnieuw"],
            "antwoorden-zien" => T["Link naar eigen antwoorden"],
            "testmail" => T["Testmail"],
            "welkom-team" => T["Welkom in het team"],
            "op-de-hoogte" => T["Vraag of het adres klopt"],
            "nieuwsbrief" => T["Nieuwsbrief"],
            "nieuwsbrief-proef" => T["Nieuwsbrief, proef"],
            "nieuws-aan" => T["Nieuwsbrief aangezet"],
            "actie-toegewezen" => T["Wat u wilde doen"],
            "actie-vraag" => T["Vraag over uw actie"],
            "acties-overzicht" => T["Aan het team: acties"],
            "draaiboek" => T["Aan de reserve: programma"],
            "afzegging-alarm" => T["Aan het team: afzegging"],
            "tweede-sleutel-weg" => T["Tweede sleutel weggehaald"],
            "tweede-sleutel-erbij" => T["Tweede sleutel erbij"],
            "adres-veranderd" => T["Uw mailadres is veranderd"],
            _ => template,
        };
}
