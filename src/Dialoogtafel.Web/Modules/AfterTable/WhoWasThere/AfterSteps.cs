using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>What is done after one table and what is next: looking back, notes, report, contact list.</summary>
public sealed class AfterSteps(DialoogtafelDb db)
{
    public async Task<IReadOnlyList<AfterStep>> OfAsync(Gathering table, CancellationToken stop)
    {
        var here = $"/bijeenkomsten/{table.Id}";
        var notes = await db.TableNotes.CountAsync(item => item.GatheringId == table.Id, stop);
        var first = await db.TableNotes.CountAsync(item => item.GatheringId == table.Id && item.Priority != null, stop);
        var report = await db
            .TableReports.AsNoTracking()
            .Include(item => item.Agreements)
            .SingleOrDefaultAsync(item => item.GatheringId == table.Id, stop);
        var given = await db
            .Consents.Where(item =>
                item.Purpose == ConsentPurpose.ContactList && item.GatheringId == table.Id && item.WithdrawnAt == null
            )
            .Select(item => item.PersonId)
            .Distinct()
            .CountAsync(stop);
        var version = await db
            .ContactListVersions.Where(item => item.GatheringId == table.Id && item.RecalledAt == null)
            .MaxAsync(item => (int?)item.Number, stop);
        var waits = await db.Mails.AnyAsync(
            mail => mail.GatheringId == table.Id && mail.Kind == ContactListMail.Name && mail.State == MailState.Queued,
            stop
        );
        return
        [
            new(
                "Terugblik",
                "Kreeg iedereen waarvoor zij kwam? Schrijf ook op wat u op papier of aan de telefoon hoort.",
                $"{here}/terugblik",
                false
            ),
            new(
                "Notities",
                notes == 0
                    ? "Er staat nog niets. Typ ze over, of plak ze."
                    : $"{notes} notities, {(first == 0 ? "nog geen prioriteit" : $"{first} met prioriteit")}.",
                $"{here}/notities",
                first > 0
            ),
            new(
                "Verslag",
                report switch
                {
                    null => "Er is nog geen verslag.",
                    { SentAt: not null, ChangedSinceSent: false } => "Het verslag is verstuurd.",
                    _ when report.IsAgreed(table) => "Beide begeleiders zijn akkoord. Het verslag kan weg.",
                    { SentAt: not null } => "Het verslag is na het versturen veranderd. Nu is weer akkoord nodig.",
                    _ => "Er is een verslag. Het wacht op akkoord van de begeleiders.",
                },
                $"{here}/verslag",
                report is { SentAt: not null, ChangedSinceSent: false }
            ),
            new(
                "Contactlijst",
                (
                    given == 0
                        ? "Nog niemand koos om erop te staan."
                        : $"{AfterLabels.People(given)} {(given == 1 ? "koos" : "kozen")} om erop te staan."
                )
                    + (
                        version is { } number
                            ? $" Lijst {number} is {(waits ? "klaar om weg te gaan" : "verstuurd")}."
                            : ""
                    ),
                $"{here}/contactlijst",
                version is not null
            ),
        ];
    }
}
