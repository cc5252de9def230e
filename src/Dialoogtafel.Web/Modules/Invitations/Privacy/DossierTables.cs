using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Privacy;

/// <summary>
/// One part a table that somebody was asked for: the invitation and the answer, what other subjects know of that table
/// (<see cref="ITableLines"/>), the history and the calls. Words only where they may be read.
/// </summary>
public sealed class DossierTables(
    DialoogtafelDb db,
    FieldCipher cipher,
    DossierLabels words,
    IEnumerable<ITableLines> subjects,
    Texts T
) : IDossierPart
{
    private readonly InvitationPhrases phrases = new(T);

    public int Place => 60;

    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var invitations = (
            await db
                .Invitations.AsNoTracking()
                .Include(item => item.Gathering!.Series)
                .Include(item => item.Perspective)
                .Include(item => item.History)
                .Where(item => item.PersonId == request.Person.Id)
                .OrderBy(item => item.Id)
                .AsSplitQuery()
                .ToListAsync(stop)
        ).FindAll(item => request.Sight.Covers(item.Gathering!.Series!.ProjectId));
        var ids = invitations.ConvertAll(item => item.Id);
        var calls = (
            await db
                .CallAttempts.AsNoTracking()
                .Where(item => ids.Contains(item.InvitationId) && item.UndoneAt == null)
                .OrderBy(item => item.At)
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        List<ILookup<int, (string What, string? Value)>> others = [];
        foreach (var subject in subjects.OrderBy(item => item.Place))
        {
            others.Add(await subject.ReadAsync(request, invitations, stop));
        }

        return
        [
            .. invitations.Select(item =>
                DossierPart.Of(
                    T["Tafel over {0}", item.Gathering!.Series!.Subject],
                    [
                        .. Lines(item, request.Sight),
                        .. others.SelectMany(lines => lines[item.Id]),
                        .. item.History.OrderBy(line => line.At).Select(Line),
                        .. calls[item.Id].Select(call => Line(call, request.Sight)),
                    ]
                )
            ),
        ];
    }

    private IEnumerable<(string What, string? Value)> Lines(Invitation item, DossierAccess sight) =>
        [
            (T["Wanneer"], words.Moment(item.Gathering!.StartsAt)),
            (T["Partij"], item.Perspective!.Name),
            (T["Uw gegevens kwamen van"], item.ViaWhom),
            (T["Gevraagd op"], words.Moment(item.ApproachedAt)),
            (T["Zin van de organisator"], item.OwnSentence is { } own ? cipher.Open(own) : null),
            (T["Antwoord"], item.Answer is { } said ? $"{phrases.Of(said)}, {words.Moment(item.AnsweredAt)}" : null),
            (T["Stoel sinds"], words.Moment(item.SeatedAt)),
            (T["Waarom een extra stoel"], item.SeatReason),
            (T["Laat afgezegd op"], words.Moment(item.LateCancelledAt)),
            (T["Stoel teruggegeven op"], words.Moment(item.ChairGivenBackAt)),
            (T["Vroeg om een telefoontje op"], words.Moment(item.CallSince)),
            (
                T["Wat u erbij schreef"],
                item.Note is not { } note ? null
                : sight.MaySeeNote(item.NoteDevice, item.AnsweredAt) ? cipher.Open(note)
                : words.Elsewhere
            ),
            (
                T["Waarom wij de ander niet uitnodigden"],
                item.SubstituteDeclined is not { } why ? null
                : sight.MaySeeNote(null, item.AnsweredAt) ? cipher.Open(why)
                : words.Elsewhere
            ),
        ];

    private (string, string?) Line(InvitationEvent line) =>
        (words.Moment(line.At), $"{phrases.Of(line.State)}, {words.Of(line.Channel)}");

    private (string, string?) Line(CallAttempt call, DossierAccess sight)
    {
        var said =
            call.Note is not { } note ? ""
            : sight.MaySeeNote(null, call.At) ? $": {cipher.Open(note)}"
            : $": {T["deze notitie ziet u alleen op uw eigen apparaat"]}";
        return (words.Moment(call.At), T["wij belden u"] + said);
    }
}
