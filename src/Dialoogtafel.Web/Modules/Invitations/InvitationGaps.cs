using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>A fact that an invitation names and that nobody filled in yet.</summary>
/// <param name="What">As it stands in a row of such facts: "wie de tafel leidt".</param>
/// <param name="Href">The field itself.</param>
public sealed record MissingFact(string What, string Href)
{
    /// <summary>As a line of its own.</summary>
    public string Line => char.ToUpperInvariant(What[0]) + What[1..];
}

/// <summary>
/// What is still missing before an invitation for a table can leave, in words, with the field where it is filled in.
/// </summary>
public sealed class InvitationGaps(TableMails mails)
{
    /// <param name="table">With its facts.</param>
    /// <param name="languages">Of the people who are to get it.</param>
    /// <param name="back">Where the organiser goes on after filling it in.</param>
    public async Task<IReadOnlyList<MissingFact>> OfAsync(
        Gathering table,
        IEnumerable<string> languages,
        string back,
        CancellationToken stop
    )
    {
        var details = $"/bijeenkomsten/{table.Id}/gegevens?terug={Uri.EscapeDataString(back)}#Form_";
        return
        [
            .. (await mails.GapsAsync(table, languages, stop))
                .Select(name => Fact(name, table, details))
                .DistinctBy(fact => fact.What),
        ];
    }

    public Task<IReadOnlyList<MissingFact>> OfAsync(Invitation invitation, string back, CancellationToken stop) =>
        OfAsync(invitation.Gathering!, [invitation.Person!.Language], back, stop);

    /// <summary>"Er kan nog geen uitnodiging weg. Vul eerst in: wie de tafel leidt en de plek."</summary>
    public static string InWords(IReadOnlyList<MissingFact> missing) =>
        $"Er kan nog geen uitnodiging weg. Vul eerst in: {(missing.Count == 1 ? missing[0].What
        : $"{string.Join(", ", missing.SkipLast(1).Select(fact => fact.What))} en {missing[^1].What}")}.";

    private static MissingFact Fact(string name, Gathering table, string details) =>
        name switch
        {
            "begeleiders" => new("wie de tafel leidt", details + "ProcessFacilitatorId"),
            "doel" => new("het doel van de tafel", details + "Purpose"),
            "datum" or "tijd" => new("de datum en de tijd", details + "Date"),
            "plaats" => new("de plek", details + "PlaceName"),
            "telefoon" when table.ContactPerson is { } contact => new(
                $"het telefoonnummer van {contact.FirstName}",
                $"/personen/{contact.Id}#Contact_Phone"
            ),
            "contact" or "telefoon" => new("de contactpersoon", details + "ContactPersonId"),
            "onderwerp" => new("het onderwerp", $"/reeksen/{table.SeriesId}#Form_Subject"),
            _ => new(Described(name), details + "Purpose"),
        };

    /// <summary>What an organiser's own text names besides.</summary>
    private static string Described(string name) =>
        Placeholder.Of(typeof(InvitationMail)).FirstOrDefault(item => item.Name == name)?.Label.Description is { } words
            ? char.ToLowerInvariant(words[0]) + words[1..].Split(';')[0]
            : name;
}
