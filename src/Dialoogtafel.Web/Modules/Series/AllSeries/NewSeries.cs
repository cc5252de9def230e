using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Web.Modules.Series.AllSeries;

/// <summary>Makes a series with all its tables at once, so that table 2 can be announced at table 1 .</summary>
public static class NewSeries
{
    /// <param name="starts">UTC by number; a table without one has no date yet.</param>
    public static GatheringSeries Of(
        GatheringKind kind,
        int project,
        LifeDomain domain,
        string subject,
        Location place,
        IReadOnlyList<DateTime?> starts,
        int contact,
        DateTime now
    )
    {
        var series = new GatheringSeries
        {
            ProjectId = project,
            LifeDomainId = domain.Id,
            Subject = subject,
            CreatedAt = now,
        };
        for (var number = 1; number <= kind.GatheringsInSeries; number++)
        {
            var table = Gathering.Of(kind, number);
            table.StartsAt = starts.ElementAtOrDefault(number - 1);
            table.Location = place;
            table.ContactPersonId = contact;
            table.Purpose = PurposeOf(table.Focus, domain.Name);
            series.Gatherings.Add(table);
        }

        return series;
    }

    /// <summary>
    /// A further table: place, contact, purpose, numbers and wanted people of the last one; its date is still to be
    /// chosen.
    /// </summary>
    /// <param name="last">With its wanted numbers.</param>
    public static Gathering After(Gathering last, GatheringKind kind)
    {
        var table = Gathering.Of(kind, last.Number + 1);
        (table.MinSeats, table.MaxSeats, table.Minutes) = (last.MinSeats, last.MaxSeats, last.Minutes);
        (table.LocationId, table.ContactPersonId, table.Purpose) = (
            last.LocationId,
            last.ContactPersonId,
            last.Purpose
        );
        table.Wanted.AddRange(
            last.Wanted.Select(item => new WantedSeats { PerspectiveId = item.PerspectiveId, Wanted = item.Wanted })
        );
        return table;
    }

    /// <summary>
    /// The goal to start from, in our own plain words. Fits after "Ons doel:" and before a full stop, as the
    /// invitation says it.
    /// </summary>
    private static string PurposeOf(GatheringFocus focus, string domain) =>
        focus == GatheringFocus.SolutionsAndActions
            ? $"samen oplossingen kiezen bij het thema {domain.ToLowerInvariant()}, zodat mensen met "
                + "hersenletsel en hun naasten de steun krijgen die zij nodig hebben. Wij spreken af wie wat "
                + "gaat doen"
            : $"elkaars wereld leren kennen en elkaar beter begrijpen bij het thema "
                + $"{domain.ToLowerInvariant()}. Wij bekijken wat moeilijk is, wat goed gaat en waar kansen "
                + $"liggen, "
                + "en wat mensen met hersenletsel en hun naasten nodig hebben om mee te doen";
}
