using Dialoogtafel.Web.Features.Shared;

namespace Dialoogtafel.Web.Features.TableNeeds;

/// <summary>What the people of one table need, for who receives them.</summary>
/// <param name="Start">Local; null while there is no date.</param>
/// <param name="Companions">How many come along, by what each person told last.</param>
/// <param name="Days">Days after the table on which it is erased.</param>
public sealed record TableNeedsPage(int Id, string Title, string Subject, DateTime? Start, DateTime Today, int Companions, int Days, IReadOnlyList<PersonNeeds> People);

/// <param name="Waits">She said ja and has no chair yet.</param>
/// <param name="Tellings">Oldest first; more than one when it was told on several devices or by phone too.</param>
public sealed record PersonNeeds(int PersonId, string Name, bool Waits, IReadOnlyList<Telling> Tellings);

/// <param name="At">Local.</param>
/// <param name="WrittenBy">First name of the team member who wrote it down; null when the person did.</param>
public sealed record Telling(DateTime At, string? WrittenBy, NeedsTold Told);
