using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Privacy;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Privacy;

/// <summary>Whether somebody was at a table, what they said of it later, and which contact list they got.</summary>
public sealed class AfterTableLines(DialoogtafelDb db, FieldCipher cipher, DossierLabels words, Texts T) : ITableLines
{
    public int Place => 20;

    public async Task<ILookup<int, (string What, string? Value)>> ReadAsync(
        DossierRequest request,
        IReadOnlyList<Invitation> invitations,
        CancellationToken stop
    )
    {
        var person = request.Person.Id;
        var marks = await db
            .Attendances.AsNoTracking()
            .Where(item => item.PersonId == person)
            .ToDictionaryAsync(item => item.GatheringId, stop);
        var ids = invitations.Select(item => item.Id).ToList();
        var told = (
            await db
                .FetchChecks.AsNoTracking()
                .Where(item => ids.Contains(item.InvitationId))
                .OrderBy(item => item.At)
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var lists = (
            await db
                .ContactListVersions.AsNoTracking()
                .Where(item => item.Receipts.Any(receipt => receipt.PersonId == person))
                .OrderBy(item => item.Number)
                .ToListAsync(stop)
        ).ToLookup(item => item.GatheringId);
        return (
            from item in invitations
            from line in (IEnumerable<(string, string?)>)
                [
                    (T["Bij de tafel"], Of(marks.GetValueOrDefault(item.GatheringId))),
                    .. told[item.Id].Select(check => Line(check, request.Sight)),
                    (T["Kreeg de contactlijst"], Of([.. lists[item.GatheringId]])),
                ]
            select (item.Id, line)
        ).ToLookup(item => item.Id, item => item.line);
    }

    private string? Of(Attendance? mark)
    {
        if (mark is null)
        {
            return null;
        }

        var was = mark.IsPresent ? T["u was er"] : T["u was er niet"];
        return $"{was}, {T["opgeschreven op {0}", words.Moment(mark.At)]}";
    }

    private (string, string?) Line(FetchCheck told, DossierAccess sight)
    {
        var said =
            told.Words is not { } own ? ""
            : sight.MaySeeNote(told.Device, told.At) ? $": {cipher.Open(own)}"
            : $": {words.Elsewhere}";
        return (
            T["Kreeg u wat u kwam halen, {0}", words.Moment(told.At)],
            $"{Of(told.Outcome)}, {words.Of(told.Channel)}{said}"
        );
    }

    private string Of(FetchOutcome outcome) =>
        outcome switch
        {
            FetchOutcome.Yes => T["ja"],
            FetchOutcome.Partly => T["een beetje"],
            _ => T["nee"],
        };

    private string? Of(IReadOnlyList<ContactListVersion> lists) =>
        lists.Count == 0
            ? null
            : string.Join(", ", lists.Select(list => T["lijst {0} op {1}", list.Number, words.Moment(list.At)]));
}
