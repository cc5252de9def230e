using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>
/// Gathers the dossier of one person: a fixed number of queries, in the language of the request. Sign-in mails and
/// secrets are left out.
/// </summary>
public sealed class DossierReader(DialoogtafelDb db, FieldCipher cipher, WallClock wall, Texts T)
{
    private readonly DossierWords words = new(T);
    private readonly NeedsWords needsWords = new(T);

    private string Elsewhere =>
        T["Dit ziet u alleen op het apparaat waarop u het schreef. Op uw eigen pagina kunt u een link vragen."];

    /// <summary>Null when there is no such person, or she was erased.</summary>
    public async Task<Dossier?> ReadAsync(int id, DossierSight sight, CancellationToken stop)
    {
        var person = await db
            .Persons.AsNoTracking()
            .Include(item => item.Organisation)
            .SingleOrDefaultAsync(item => item.Id == id && item.ErasedAt == null, stop);
        if (person is null)
        {
            return null;
        }

        var projects = await db.Projects.AsNoTracking().ToDictionaryAsync(item => item.Id, item => item.Name, stop);
        List<DossierPart> parts =
        [
            Facts(person),
            .. await NetworkAsync(id, sight, projects, stop),
            .. await TablesAsync(id, sight, stop),
            .. await new DossierAnswers(db, cipher, wall, T).ReadAsync(id, sight, stop),
            .. await new DossierActions(db, cipher, wall, T).ReadAsync(id, sight, stop),
        ];
        if (await MailsAsync(id, sight, stop) is { Lines.Count: > 0 } mails)
        {
            parts.Add(mails);
        }

        return new Dossier(parts);
    }

    private DossierPart Facts(Person person) =>
        Part(
            T["Wie u bent"],
            (T["Naam"], person.FullName),
            (T["Mailadres"], person.Email),
            (T["Telefoonnummer"], person.Phone),
            (T["Organisatie"], person.Organisation?.Name),
            (T["Taal"], person.Language == "en" ? T["in het Engels"] : T["in het Nederlands"]),
            (T["Het liefst bereikt"], words.Of(person.Preference)),
            (T["Bij ons bekend sinds"], Moment(person.CreatedAt)),
            (T["Vraagt zelf om minder taken"], person.LimitedLoad ? T["ja"] : null),
            (T["Wil niet benaderd worden sinds"], Moment(person.NotToBeApproachedSince)),
            (T["Vroeg om van de lijst te gaan op"], Moment(person.RemovalRequestedAt))
        );

    private async Task<IReadOnlyList<DossierPart>> NetworkAsync(
        int id,
        DossierSight sight,
        Dictionary<int, string> projects,
        CancellationToken stop
    )
    {
        var perspectives = await (
            from link in db.PersonPerspectives
            join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
            where link.PersonId == id
            select new
            {
                perspective.Name,
                perspective.ProjectId,
                link.AccordingTo,
                link.ConfirmedAt,
            }
        ).ToListAsync(stop);
        var roles = await db
            .RoleAssignments.AsNoTracking()
            .Where(item => item.PersonId == id)
            .OrderBy(item => item.From)
            .ToListAsync(stop);
        var consents = await db
            .Consents.AsNoTracking()
            .Where(item => item.PersonId == id)
            .OrderBy(item => item.GivenAt)
            .ToListAsync(stop);
        var requests = await (
            from request in db.SubscriptionRequests
            join person in db.Persons on request.Email equals person.Email
            where
                person.Id == id
                && (request.PersonId == id || (request.PersonId == null && request.FirstName == person.FirstName))
            orderby request.AskedAt
            select new
            {
                request.ProjectId,
                request.AskedAt,
                request.ConfirmedAt,
                request.FirstName,
                request.LastName,
                request.Email,
            }
        ).ToListAsync(stop);
        var team = await db
            .Memberships.AsNoTracking()
            .Where(item => item.PersonId == id)
            .OrderBy(item => item.From)
            .ToListAsync(stop);
        var duties = await (
            from duty in db.DutyPeriods
            join table in db.Gatherings on duty.GatheringId equals table.Id
            where duty.PersonId == id
            orderby duty.Id
            select new
            {
                duty.From,
                duty.Until,
                table.Series!.Subject,
                table.Series.ProjectId,
            }
        ).ToListAsync(stop);
        return
        [
            .. new[]
            {
                Part(
                    T["Partij"],
                    [
                        .. perspectives
                            .Where(item => sight.Covers(item.ProjectId))
                            .Select(item =>
                                (
                                    item.Name,
                                    (string?)
                                        $"{T["volgens {0}", item.AccordingTo]}, {(item.ConfirmedAt is { } at ? T["door uzelf gezegd op {0}", Moment(at)!] : T["niet door uzelf gezegd"])} ({projects[item.ProjectId]})"
                                )
                            ),
                    ]
                ),
                Part(
                    T["Rol in een project"],
                    [
                        .. roles
                            .Where(item => sight.Covers(item.ProjectId))
                            .Select(item =>
                                (
                                    projects[item.ProjectId],
                                    (string?)$"{words.Of(item.Role)}, {Period(item.From, item.Until)}: {item.Reason}"
                                )
                            ),
                    ]
                ),
                Part(
                    T["Toestemming"],
                    [
                        .. consents
                            .Where(item => item.ProjectId is not { } project || sight.Covers(project))
                            .Select(item =>
                                (
                                    words.Of(item.Purpose) + (item.Field is { } field ? $": {words.Of(field)}" : ""),
                                    (string?)
                                        $"{Period(item.GivenAt, item.WithdrawnAt)}, {T["tekst {0}", item.TextVersion]}"
                                )
                            ),
                    ]
                ),
                Part(
                    T["Aanmelding voor nieuws"],
                    [
                        .. requests
                            .Where(item => sight.Covers(item.ProjectId))
                            .Select(item =>
                                (
                                    projects[item.ProjectId],
                                    (string?)
                                        $"{Moment(item.AskedAt)}, {item.FirstName} {item.LastName} {item.Email}, {(item.ConfirmedAt is { } yes ? T["ja gezegd op {0}", Moment(yes)!] : T["nog geen ja gezegd"])}"
                                )
                            ),
                    ]
                ),
                Part(
                    T["Werk in het team"],
                    [
                        .. team.Where(item => item.ProjectId is not { } project || sight.Covers(project))
                            .Select(item =>
                                (
                                    item.ProjectId is { } project ? projects[project] : T["hele site"],
                                    (string?)Period(item.From, item.Until)
                                )
                            ),
                    ]
                ),
                Part(
                    T["Begeleider of reserve bij een tafel"],
                    [
                        .. duties
                            .Where(item => sight.Covers(item.ProjectId))
                            .Select(item =>
                                (
                                    item.Subject,
                                    (string?)(
                                        item.From is { } from ? Period(from, item.Until)
                                        : item.Until is { } end ? T["tot {0}", Moment(end)!]
                                        : T["al langer"]
                                    )
                                )
                            ),
                    ]
                ),
            }.Where(part => part.Lines.Count > 0),
        ];
    }

    private async Task<IReadOnlyList<DossierPart>> TablesAsync(int id, DossierSight sight, CancellationToken stop)
    {
        var invitations = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Gathering!.Series)
            .Include(item => item.Perspective)
            .Include(item => item.History)
            .Where(item => item.PersonId == id)
            .OrderBy(item => item.Id)
            .AsSplitQuery()
            .ToListAsync(stop);
        var ids = invitations.Select(item => item.Id).ToList();
        var calls = (
            await db
                .CallAttempts.AsNoTracking()
                .Where(item => ids.Contains(item.InvitationId) && item.UndoneAt == null)
                .OrderBy(item => item.At)
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var needs = (
            await db
                .Needs.AsNoTracking()
                .Where(item =>
                    db.Invitations.Any(invitation => invitation.Id == item.InvitationId && invitation.PersonId == id)
                )
                .OrderBy(item => item.At)
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var marks = await db
            .Attendances.AsNoTracking()
            .Where(item => item.PersonId == id)
            .ToDictionaryAsync(item => item.GatheringId, stop);
        var told = (
            await db
                .FetchChecks.AsNoTracking()
                .Where(item => ids.Contains(item.InvitationId))
                .OrderBy(item => item.At)
                .ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var lists = await db
            .ContactListVersions.AsNoTracking()
            .Where(item => item.Receipts.Any(receipt => receipt.PersonId == id))
            .OrderBy(item => item.Number)
            .ToListAsync(stop);
        return
        [
            .. invitations
                .Where(item => sight.Covers(item.Gathering!.Series!.ProjectId))
                .Select(item =>
                    Table(
                        item,
                        needs[item.Id],
                        [.. calls[item.Id]],
                        new(
                            marks.GetValueOrDefault(item.GatheringId),
                            [.. told[item.Id]],
                            lists.FindAll(list => list.GatheringId == item.GatheringId)
                        ),
                        sight
                    )
                ),
        ];
    }

    private sealed record After(
        Attendance? Mark,
        IReadOnlyList<FetchCheck> Told,
        IReadOnlyList<ContactListVersion> Lists
    );

    private DossierPart Table(
        Invitation item,
        IEnumerable<Needs> needs,
        IReadOnlyList<CallAttempt> calls,
        After after,
        DossierSight sight
    ) =>
        Part(
            T["Tafel over {0}", item.Gathering!.Series!.Subject],
            [
                (T["Wanneer"], Moment(item.Gathering.StartsAt)),
                (T["Partij"], item.Perspective!.Name),
                (T["Uw gegevens kwamen van"], item.ViaWhom),
                (T["Gevraagd op"], Moment(item.ApproachedAt)),
                (T["Zin van de organisator"], item.OwnSentence is { } own ? cipher.Open(own) : null),
                (T["Antwoord"], item.Answer is { } answer ? $"{words.Of(answer)}, {Moment(item.AnsweredAt)}" : null),
                (T["Stoel sinds"], Moment(item.SeatedAt)),
                (T["Waarom een extra stoel"], item.SeatReason),
                (T["Laat afgezegd op"], Moment(item.LateCancelledAt)),
                (T["Stoel teruggegeven op"], Moment(item.ChairGivenBackAt)),
                (T["Vroeg om een telefoontje op"], Moment(item.CallSince)),
                (
                    T["Wat u erbij schreef"],
                    item.Note is null ? null
                    : sight.MaySeeNote(item.NoteDevice, item.AnsweredAt) ? cipher.Open(item.Note)
                    : Elsewhere
                ),
                (
                    T["Waarom wij de ander niet uitnodigden"],
                    item.SubstituteDeclined is not { } why ? null
                    : sight.MaySeeNote(null, item.AnsweredAt) ? cipher.Open(why)
                    : Elsewhere
                ),
                .. needs.Select(told =>
                    (
                        T["Wat u nodig heeft, {0}", Moment(told.At)!],
                        (string?)(
                            sight.MaySeeNote(told.Device, told.At)
                                ? needsWords.Line(NeedsTold.Open(told, cipher))
                                : Elsewhere
                        )
                    )
                ),
                (
                    T["Bij de tafel"],
                    after.Mark is not { } mark
                        ? null
                        : $"{(mark.IsPresent ? T["u was er"] : T["u was er niet"])}, {T["opgeschreven op {0}", Moment(mark.At)!]}"
                ),
                .. after.Told.Select(told =>
                    (
                        T["Kreeg u wat u kwam halen, {0}", Moment(told.At)!],
                        (string?)
                            $"{words.Of(told.Outcome)}, {words.Of(told.Channel)}{(told.Words is not { } own ? "" : $": {(sight.MaySeeNote(told.Device, told.At) ? cipher.Open(own) : Elsewhere)}")}"
                    )
                ),
                (
                    T["Kreeg de contactlijst"],
                    after.Lists.Count == 0
                        ? null
                        : string.Join(
                            ", ",
                            after.Lists.Select(list => T["lijst {0} op {1}", list.Number, Moment(list.At)!])
                        )
                ),
                .. item
                    .History.OrderBy(line => line.At)
                    .Select(line => (Moment(line.At)!, (string?)$"{words.Of(line.State)}, {words.Of(line.Channel)}")),
                .. calls.Select(call =>
                    (
                        Moment(call.At)!,
                        (string?)(
                            T["wij belden u"]
                            + (
                                call.Note is { } note
                                    ? ": "
                                        + (
                                            sight.MaySeeNote(null, call.At)
                                                ? cipher.Open(note)
                                                : T["deze notitie ziet u alleen op uw eigen apparaat"]
                                        )
                                    : ""
                            )
                        )
                    )
                ),
            ]
        );

    private async Task<DossierPart> MailsAsync(int id, DossierSight sight, CancellationToken stop)
    {
        var mails = await db
            .Mails.AsNoTracking()
            .Where(mail => mail.PersonId == id && !mail.Unlisted)
            .OrderBy(mail => mail.QueuedAt)
            .Select(mail => new
            {
                mail.QueuedAt,
                mail.Kind,
                mail.State,
                mail.Recipient,
                Project = db
                    .Gatherings.Where(table => table.Id == mail.GatheringId)
                    .Select(table => (int?)table.Series!.ProjectId)
                    .FirstOrDefault(),
            })
            .ToListAsync(stop);
        return Part(
            T["Mails aan u"],
            [
                .. mails
                    .Where(mail => mail.Project is not { } project || sight.Covers(project))
                    .Select(mail => (Moment(mail.QueuedAt)!, (string?)words.Of(mail.Kind, mail.State, mail.Recipient))),
            ]
        );
    }

    private static DossierPart Part(string title, params (string What, string? Value)[] lines) =>
        new(
            title,
            [
                .. lines
                    .Where(line => !string.IsNullOrEmpty(line.Value))
                    .Select(line => new DossierLine(line.What, line.Value!)),
            ]
        );

    private string Period(DateTime from, DateTime? until) =>
        until is { } end ? T["van {0} tot {1}", Moment(from)!, Moment(end)!] : T["sinds {0}", Moment(from)!];

    private string? Moment(DateTime? utc) =>
        utc is { } at && wall.Local(at) is var local ? $"{T.Day(local)}, {T.Time(local)}" : null;
}
