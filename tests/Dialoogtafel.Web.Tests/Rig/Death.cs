using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// The process dies at one commit: just before it, or just after; from then on it does nothing any more. What it leaves
/// behind in the database and at the mail server is what kill -9 leaves there, at any hour of a shifted clock.
/// </summary>
public sealed class Death : DbTransactionInterceptor
{
    private int? commitsToGo;
    private bool after;

    public bool Dead { get; private set; }

    public void In(int commits, bool afterCommit) => (commitsToGo, after) = (commits, afterCommit);

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData data,
        InterceptionResult<DbTransaction> result,
        CancellationToken stop = default
    ) =>
        Dead
            ? throw new InvalidOperationException("dead")
            : base.TransactionStartingAsync(connection, data, result, stop);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData data,
        InterceptionResult result,
        CancellationToken stop = default
    )
    {
        commitsToGo--;
        Dead |= commitsToGo == 0;
        return Dead && !after
            ? throw new InvalidOperationException("died before the commit")
            : base.TransactionCommittingAsync(transaction, data, result, stop);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData data,
        CancellationToken stop = default
    ) =>
        Dead
            ? throw new InvalidOperationException("died after the commit")
            : base.TransactionCommittedAsync(transaction, data, stop);
}
