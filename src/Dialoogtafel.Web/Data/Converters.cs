using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dialoogtafel.Web.Data;

/// <summary>All times are stored in UTC and come back as UTC.</summary>
public sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(time => ToUtc(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    private static DateTime ToUtc(DateTime time) =>
        time.Kind == DateTimeKind.Local
            ? throw new InvalidOperationException("A local time cannot be stored.")
            : DateTime.SpecifyKind(time, DateTimeKind.Utc);
}

/// <summary>Stores the encrypted bytes as they are.</summary>
public sealed class SealedTextConverter()
    : ValueConverter<SealedText, byte[]>(text => text.Bytes, bytes => new SealedText(bytes));

/// <summary>A question kind is stored by its name; reading a name that is none throws.</summary>
public sealed class QuestionKindConverter()
    : ValueConverter<QuestionKind, string>(kind => kind.Name, name => QuestionKinds.Of(name));

/// <summary>
/// An appointment as one text, for example "2026-12-03T13:00:00Z 150 Buurthuis De Linde, Lindelaan 1": it is compared,
/// never searched.
/// </summary>
public sealed class AppointmentConverter()
    : ValueConverter<Appointment, string>(appointment => Write(appointment), text => Read(text))
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static string Write(Appointment appointment) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{appointment.StartsAt.ToString(Moment, CultureInfo.InvariantCulture)} {appointment.Minutes} "
                + $"{appointment.Place}"
        );

    private static Appointment Read(string text)
    {
        var parts = text.Split(' ', 3);
        var start = DateTime.ParseExact(
            parts[0],
            Moment,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
        );
        return new Appointment(start, int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }
}
