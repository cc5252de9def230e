using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>What every mail about one invitation says: what, when, where, the own page, whom to call .</summary>
public sealed class TableFacts(LinkDesk links, Installation installation, WallClock wall)
{
    public WallClock Wall => wall;

    /// <param name="entryRemoved">The mail takes the entry out of the person's calendar and says so.</param>
    public async Task<GatheringFacts> OfAsync(
        Invitation invitation,
        CancellationToken stop,
        bool entryRemoved = false
    ) =>
        Of(
            invitation.Gathering!,
            await installation.ReadAsync(stop),
            invitation.Person!.FirstName,
            await links.AddressAsync(invitation, stop)
        ) with
        {
            EntryRemoved = entryRemoved,
        };

    /// <summary>As far as they are known: a table without a date begins at no moment that may be told.</summary>
    public GatheringFacts Of(Gathering gathering, InstallationSettings settings, string firstName, Uri link) =>
        new()
        {
            FirstName = firstName,
            Subject = gathering.Series!.Subject,
            Start = gathering.StartsAt is { } start ? wall.Local(start) : default,
            Duration = TimeSpan.FromMinutes(gathering.Minutes),
            Place = gathering.Location?.OneLine ?? "",
            Link = link,
            Contact = settings.ContactOf(gathering.ContactPerson),
            Phone = settings.PhoneOf(gathering.ContactPerson),
            Facilitators = [.. gathering.Facilitators().Select(person => person.FullName)],
            StandIn = gathering.StandIn()?.FullName,
            AboutThePlace = AboutThePlace(gathering.Location),
        };

    private static string? AboutThePlace(Location? place)
    {
        var lines = place?.Access ?? [];
        return lines.Count == 0 ? null : string.Join(" ", lines.Select(line => line.Text.TrimEnd('.') + "."));
    }
}
