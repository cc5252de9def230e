using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;

namespace Dialoogtafel.Web.Pages;

/// <summary>The entries of the team's navigation, by right.</summary>
public static class TeamMenu
{
    public static IEnumerable<TeamLink> For(Actor actor)
    {
        yield return new("Start", "/start");
        if (actor.OwnProjects.Count > 0)
        {
            yield return new("Reeksen en tafels", "/reeksen");
        }

        if (actor.Has(null, TeamRole.Organiser, TeamRole.CoResearcher))
        {
            yield return new("Te bellen", "/te-bellen");
            yield return new("Netwerk", "/netwerk");
        }

        if (actor.Has(null, TeamRole.Organiser))
        {
            yield return new("Post", "/beheer/post");
            yield return new("Team en project", "/team");
        }

        if (actor.Has(null, TeamRole.Organiser, TeamRole.Administrator))
        {
            yield return new("Instellingen", "/beheer/versturen");
        }

        // Seven entries are the most; an organiser finds the status on the page of the settings.
        if (!actor.Has(null, TeamRole.Organiser) && actor.Has(null, TeamRole.Administrator))
        {
            yield return new("Status", "/beheer/status");
        }
    }
}
