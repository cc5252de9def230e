using Dialoogtafel.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dialoogtafel.Web.Data;

/// <summary>All times are stored in UTC and come back as UTC.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => ToUtc(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    private static DateTime ToUtc(DateTime time) => time.Kind == DateTimeKind.Local
        ? throw new InvalidOperationException("A local time cannot be stored.")
        : DateTime.SpecifyKind(time, DateTimeKind.Utc);
}

/// <summary>Stores the encrypted bytes as they are.</summary>
public sealed class SealedTextConverter() : ValueConverter<SealedText, byte[]>(text => text.Bytes, bytes => new SealedText(bytes));
