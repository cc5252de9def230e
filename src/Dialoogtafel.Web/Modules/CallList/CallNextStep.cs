using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>
/// Of te bellen, per series: the first row, the first chair that was given back, and the first person who was named.
/// Calling does not fall to somebody who can take little, unless she approaches that person.
/// </summary>
public sealed class CallNextStep(
    DialoogtafelDb db,
    CallListReader list,
    CallLabels words,
    CancellationLabels cancellations,
    Substitutes substitutes
) : INextStepSource
{
    /// <summary>Above everything else: it cannot wait until tomorrow.</summary>
    private const int ChairNow = 110;
    private const int Today = 100;
    private const int GivenBack = 85;
    private const int Chair = 80;
    private const int Named = 65;
    private const int Asked = 60;
    private const int Silent = 48;
    private const int Prepare = 12;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.RecruiterProjects();
        if (projects.Count == 0)
        {
            return [];
        }

        bool IsMine(Invitation invitation) => !actor.Person.LimitedLoad || invitation.ApproacherId == actor.Person.Id;
        var found = await list.ReadAsync(
            db.Gatherings.Where(item => projects.Contains(item.Series!.ProjectId)),
            now,
            stop
        );
        return
        [
            .. found
                .Cancellations.Where(row => IsMine(row.Gone))
                .GroupBy(row => row.Table.SeriesId)
                .Select(group => Step(group.First(), group.Count() - 1)),
            .. found
                .Substitutes.Where(row => IsMine(row.By))
                .GroupBy(row => row.Table.SeriesId)
                .Select(group => Step(group.First())),
            .. found
                .Rows.Where(row => IsMine(row.Invitation))
                .GroupBy(row => row.Table.SeriesId)
                .Select(group => Step(group.First())),
        ];
    }

    private NextStep Step(CancellationRow row, int more) =>
        new(
            row.Table.SeriesId,
            cancellations.Sentence(row)
                + more switch
                {
                    0 => "",
                    1 => " Nog 1 ander zei af.",
                    _ => $" Nog {more} anderen zeiden af.",
                },
            row.Open.CallNext is { } next ? $"Bel {next.Person!.FirstName}" : "Kijk wie u kunt vragen",
            row.Href,
            GivenBack
        )
        {
            Always = true,
        };

    private NextStep Step(SubstituteRow row) =>
        new(
            row.Table.SeriesId,
            $"{substitutes.InWords(row.By)} in de eigen plaats. Het gaat om {row.Table.Series!.Subject}.",
            substitutes.Of(row.By) is { } named ? $"Nodig {named.FirstName} uit" : "Kijk wie het is",
            row.Href,
            Named
        )
        {
            Always = true,
        };

    private NextStep Step(CallRow row) =>
        new(
            row.Table.SeriesId,
            $"{words.Why(row)} Het gaat om {row.Table.Series!.Subject}.",
            $"Bel {row.Invitation.Person!.FirstName}",
            row.Href,
            row.Person.Cause switch
            {
                CallCause.LateCancellation => ChairNow,
                CallCause.CalledOff or CallCause.TableMoved or CallCause.DayBefore => Today,
                CallCause.ChairFree => Chair,
                CallCause.AskedForCall or CallCause.Promised or CallCause.WeekBefore => Asked,
                CallCause.Prepare => Prepare,
                _ => Silent,
            }
        );
}
