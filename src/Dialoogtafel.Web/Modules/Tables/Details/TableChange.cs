using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>Between a table and the form that edits it. The caller holds the table's lock.</summary>
public sealed class TableChange(WallClock wall)
{
    public TableForm FormOf(Gathering table)
    {
        var start = wall.Local(table.StartsAt);
        var place = table.Location;
        return new TableForm
        {
            Date = start is { } day ? DateOnly.FromDateTime(day) : null,
            Time = start is { } hour ? TimeOnly.FromDateTime(hour) : null,
            Minutes = table.Minutes,
            PlaceName = place?.Name,
            Address = place?.Address,
            PublicTransport = place?.PublicTransport,
            Parking = place?.Parking,
            Wheelchair = place?.Wheelchair,
            QuietRoom = place?.QuietRoom,
            SoundAndLight = place?.SoundAndLight,
            Purpose = table.Purpose,
            IntendedOutcome = table.IntendedOutcome,
            Topics = table.Topics,
            ProcessFacilitatorId = table.ProcessFacilitatorId,
            ContentFacilitatorId = table.ContentFacilitatorId,
            ReserveFacilitatorId = table.ReserveFacilitatorId,
            ContactPersonId = table.ContactPersonId,
            MinSeats = table.MinSeats,
            MaxSeats = table.MaxSeats,
            ApproachFrom = table.ApproachFrom,
            ApproachTo = table.ApproachTo,
            ReleaseDays = table.ReleaseDays,
        };
    }

    /// <summary>The moment that the form says, in UTC; null when there is none yet.</summary>
    /// <param name="peopleKnow">People were asked for this date, so there must be one.</param>
    /// <exception cref="DomainRuleException">Half a moment, one that does not exist, or one that cannot be.</exception>
    public DateTime? StartOf(TableForm form, Gathering table, bool peopleKnow, DateTime now)
    {
        var start = (form.Date, form.Time) switch
        {
            (null, null) => (DateTime?)null,
            ({ } day, { } time) => wall.Utc(day, time, nameof(form.Time)),
            (null, _) => throw new DomainRuleException("Kies ook een datum, of maak de tijd leeg.", nameof(form.Date)),
            _ => throw new DomainRuleException("Vul ook in hoe laat de tafel begint.", nameof(form.Time)),
        };
        return start switch
        {
            _ when start == table.StartsAt => start,
            _ when table.HasStarted(now) => throw new DomainRuleException(
                "Deze tafel is al geweest of begonnen. De datum kan niet meer anders.",
                nameof(form.Date)
            ),
            null when peopleKnow => throw new DomainRuleException(
                "Er zijn al mensen gevraagd voor deze tafel. Kies een datum.",
                nameof(form.Date)
            ),
            { } when start < now => throw new DomainRuleException(
                "Deze dag is al geweest. Kies een latere datum.",
                nameof(form.Date)
            ),
            _ => start,
        };
    }

    public static TableNumbers NumbersOf(TableForm form) =>
        new(form.MinSeats!.Value, form.MaxSeats!.Value, form.ApproachFrom!.Value, form.ApproachTo!.Value);

    /// <summary>Writes the form into the table, but for its numbers and who leads it.</summary>
    /// <param name="placeIsShared">Another table is at the same place: a new name or address is then a place of its
    /// own.</param>
    /// <returns>Whether date, time, length or place changed: what people have in their calendars.</returns>
    public static bool Apply(TableForm form, Gathering table, DateTime? start, bool placeIsShared)
    {
        var elsewhere =
            Text(form.PlaceName) != (table.Location?.Name ?? "")
            || Text(form.Address) != (table.Location?.Address ?? "");
        var moved = table.Reschedule(start, form.Minutes!.Value, elsewhere);
        table.Location = PlaceOf(form, table.Location, elsewhere && placeIsShared);
        (table.Purpose, table.IntendedOutcome, table.Topics) = (
            Text(form.Purpose),
            Text(form.IntendedOutcome),
            Text(form.Topics)
        );
        table.ContactPersonId = form.ContactPersonId;
        table.ReleaseDays = form.ReleaseDays!.Value;
        return moved;
    }

    private static Location? PlaceOf(TableForm form, Location? present, bool another)
    {
        var name = Text(form.PlaceName);
        if (name.Length == 0)
        {
            return null;
        }

        var place = present is null || another ? new Location { Name = name } : present;
        (place.Name, place.Address, place.PublicTransport, place.Parking) = (
            name,
            Text(form.Address),
            Text(form.PublicTransport),
            Text(form.Parking)
        );
        (place.Wheelchair, place.QuietRoom, place.SoundAndLight) = (
            Text(form.Wheelchair),
            Text(form.QuietRoom),
            Text(form.SoundAndLight)
        );
        return place;
    }

    private static string Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() ?? "";
}
