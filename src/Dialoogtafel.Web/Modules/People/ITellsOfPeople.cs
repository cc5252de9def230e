namespace Dialoogtafel.Web.Modules.People;

/// <summary>
/// Looks after what waits and tells of several people, such as a contact list: it says no more than what they give now.
/// </summary>
public interface ITellsOfPeople
{
    /// <summary>
    /// To be called in a write transaction, when what people give, who they are or who was there has changed and that
    /// is stored. Saves what it changes.
    /// </summary>
    Task SyncAsync(DateTime now, CancellationToken stop);
}
