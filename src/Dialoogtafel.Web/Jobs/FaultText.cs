namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// An exception as the log may have it: kinds and places, never messages, because a message may quote personal data
/// (S67).
/// </summary>
public static class FaultText
{
    private const int Lines = 8;

    public static string TypesOf(Exception exception) =>
        exception switch
        {
            AggregateException { InnerExceptions: { Count: > 0 } several } => string.Join(
                ", ",
                several.Select(TypesOf).Distinct()
            ),
            { InnerException: { } inner } => $"{exception.GetType().Name} < {TypesOf(inner)}",
            _ => exception.GetType().Name,
        };

    public static string PlaceOf(Exception exception) =>
        string.Join(
            " | ",
            (exception.StackTrace ?? "")
                .Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.Length > 0)
                .Take(Lines)
        );
}
