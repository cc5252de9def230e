using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Modules.People.Erasing;

/// <summary>One person who is being erased, within the one transaction in which that happens.</summary>
/// <param name="Person">Tracked, and as they were: the name goes last.</param>
public sealed record Erasure(Person Person, DateTime Now)
{
    /// <summary>
    /// Message-IDs of the mails that go, which name their files in the local mailbox: those go once all is stored.
    /// </summary>
    public List<string> Letters { get; } = [];
}

/// <summary>
/// How one subject lets go of a person (S61). Each module that stores something about people implements it and
/// registers that itself. It may run again after a run that was killed.
/// </summary>
public interface IForgets
{
    /// <summary>
    /// First, in transactions of its own: what others must be able to go on with, such as a chair that comes free.
    /// </summary>
    Task LeaveAsync(int person, Hand by, DateTime now, CancellationToken stop) => Task.CompletedTask;

    /// <summary>
    /// Within the one transaction: deletes at once, or changes what is tracked, which is saved when all have had their
    /// turn. The order among subjects says nothing. The person still stands there, with name, address, links, roles,
    /// perspectives and consents.
    /// </summary>
    Task ForgetAsync(Erasure erasure, CancellationToken stop);

    /// <summary>In the same transaction, once all of that is saved: what must be made again.</summary>
    Task AfterwardsAsync(Erasure erasure, CancellationToken stop) => Task.CompletedTask;
}
