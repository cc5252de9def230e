using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>One agreed action as all participants of the table may read it.</summary>
/// <param name="Who">A first name, a party, "een deelnemer" or "nog niemand".</param>
/// <param name="Parties">Who must or can join, in words; may be empty.</param>
public sealed record ActionLine(int Id, string Text, string Who, DateOnly? By, string Parties, ActionEnd? End);

/// <summary>
/// The actions of a table for its report. The owner stands there by first name only when she works in the team
/// or gave her name for the contact list of this table; else by her party, and never by a party that says that somebody
/// has lived experience or is a relative: that is "een deelnemer".
/// </summary>
public sealed class ActionSummaries(DialoogtafelDb db)
{
    private static readonly PerspectiveKind[] Sayable =
    [
        PerspectiveKind.Professional,
        PerspectiveKind.Party,
        PerspectiveKind.Student,
        PerspectiveKind.Researcher,
    ];

    public async Task<IReadOnlyList<ActionLine>> OfAsync(int gathering, CancellationToken stop)
    {
        var actions = await (
            from action in db.Actions.AsNoTracking()
            where action.GatheringId == gathering
            orderby action.Id
            let project = action.Gathering!.Series!.ProjectId
            select new
            {
                action.Id,
                action.Text,
                action.OwnerId,
                action.Owner!.FirstName,
                action.TargetOn,
                action.Parties,
                action.End,
                MayName = db.Memberships.Any(item =>
                    item.PersonId == action.OwnerId && item.ProjectId == project && item.Until == null
                )
                    || db.Consents.Any(item =>
                        item.PersonId == action.OwnerId
                        && item.GatheringId == gathering
                        && item.Purpose == ConsentPurpose.ContactList
                        && item.Field == ContactField.Name
                        && item.WithdrawnAt == null
                    ),
                Party = db
                    .Invitations.Where(item =>
                        item.PersonId == action.OwnerId
                        && item.Gathering!.SeriesId == action.Gathering!.SeriesId
                        && Sayable.Contains(item.Perspective!.Kind)
                    )
                    .Select(item => item.Perspective!.Name)
                    .FirstOrDefault(),
            }
        ).ToListAsync(stop);
        return
        [
            .. actions.Select(item => new ActionLine(
                item.Id,
                item.Text,
                item.OwnerId is null
                    ? item.End is null
                        ? "nog niemand"
                        : "een deelnemer"
                    : item.MayName
                        ? item.FirstName
                        : item.Party ?? "een deelnemer",
                item.TargetOn,
                InWords(item.Parties),
                item.End
            )),
        ];
    }

    private static string InWords(IReadOnlyCollection<ActionParty> parties)
    {
        string Names(bool must) =>
            string.Join(
                ", ",
                parties.Where(item => item.Must == must).OrderBy(item => item.Id).Select(item => item.Name)
            );
        return string.Join(
            "; ",
            new[] { Names(true), Names(false) is { Length: > 0 } could ? $"misschien ook {could}" : "" }.Where(part =>
                part.Length > 0
            )
        );
    }
}
