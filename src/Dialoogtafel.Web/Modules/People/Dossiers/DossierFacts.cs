using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>Who somebody is, how to reach them, and what they asked of us.</summary>
public sealed class DossierFacts(DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 10;

    public Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var person = request.Person;
        return Task.FromResult<IReadOnlyList<DossierPart>>([
            DossierPart.Of(
                T["Wie u bent"],
                (T["Naam"], person.FullName),
                (T["Mailadres"], person.Email),
                (T["Telefoonnummer"], person.Phone),
                (T["Organisatie"], person.Organisation?.Name),
                (T["Taal"], person.Language == "en" ? T["in het Engels"] : T["in het Nederlands"]),
                (T["Het liefst bereikt"], words.Of(person.Preference)),
                (T["Bij ons bekend sinds"], words.Moment(person.CreatedAt)),
                (T["Vraagt zelf om minder taken"], person.LimitedLoad ? T["ja"] : null),
                (T["Wil niet benaderd worden sinds"], words.Moment(person.NotToBeApproachedSince)),
                (T["Vroeg om van de lijst te gaan op"], words.Moment(person.RemovalRequestedAt))
            ),
        ]);
    }
}
