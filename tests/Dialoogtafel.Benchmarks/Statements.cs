using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dialoogtafel.Benchmarks;

/// <summary>One SQL statement as a request sent it.</summary>
/// <param name="Parameters">A value that must differ each time (a unique key) is a <see cref="Fresh"/>.</param>
public sealed record Statement(string Sql, IReadOnlyList<(string Name, object Value)> Parameters);

/// <summary>
/// A value that is another one each time; the same <paramref name="Seen"/> within one request is one value.
/// </summary>
public sealed record Fresh(object Seen, Func<object> Make);

/// <summary>Writes down what EF sends while somebody listens, ready to be sent again by hand.</summary>
public sealed partial class Statements : DbCommandInterceptor
{
    static int number;
    List<Statement>? heard;

    public async Task<IReadOnlyList<Statement>> Of(Func<Task> act)
    {
        var mine = heard = [];
        try
        {
            await act();
        }
        finally
        {
            heard = null;
        }
        return mine;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Hear(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(Hear(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(Hear(command, result));

    T Hear<T>(DbCommand command, T result)
    {
        heard?.Add(
            new Statement(
                Version()
                    .Replace(command.CommandText, "")
                    .Replace(
                        "INSERT INTO \"Reminders\"",
                        "INSERT OR REPLACE INTO \"Reminders\"",
                        StringComparison.Ordinal
                    ),
                [.. command.Parameters.Cast<DbParameter>().Select(item => (item.ParameterName, Repeatable(item.Value)))]
            )
        );
        return result;
    }

    static object Repeatable(object? value) =>
        value switch
        {
            null => DBNull.Value,
            Guid => new Fresh(value, () => Guid.NewGuid()),
            string text when MailKey().IsMatch(text) => new Fresh(value, () =>
                $"{text}:{Interlocked.Increment(ref number)}"
            ),
            _ => value,
        };

    // A second time the version has moved on, and the update would find nothing to do.
    [GeneratedRegex(@" AND ""Version"" = @p\d+")]
    private static partial Regex Version();

    [GeneratedRegex(@"^[a-z-]+:\d+:\d+$")]
    private static partial Regex MailKey();
}
