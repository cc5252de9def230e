using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>Reads the report of one table as its team sees it.</summary>
public sealed class ReportReader(DialoogtafelDb db, FieldCipher cipher, WallClock wall, Texts T)
{
    /// <summary>The table with its facilitators; null when this team member does not see it.</summary>
    public async Task<Gathering?> TableAsync(int id, Actor actor, CancellationToken stop) =>
        await db.Gatherings.SeenBy(actor).AnyAsync(item => item.Id == id, stop)
            ? await db.Gatherings.AsNoTracking().WithFacts().SingleAsync(item => item.Id == id, stop)
            : null;

    public Task<TableReport?> ReportAsync(int table, CancellationToken stop) =>
        db.TableReports.Include(item => item.Agreements).SingleOrDefaultAsync(item => item.GatheringId == table, stop);

    public async Task<TeamReportPage> PageAsync(
        Gathering table,
        OnBehalfForm form,
        Actor actor,
        DateTime now,
        CancellationToken stop
    )
    {
        var report = await ReportAsync(table.Id, stop);
        var me = actor.Person.Id;
        var names = await db.FirstNamesAsync(
            report
                ?.Agreements.SelectMany(item => new int?[] { item.FacilitatorId, item.ById })
                .Append(report.ChangedById)
                ?? [],
            stop
        );
        var missing = report?.Missing(table) ?? [];
        var waits = await db.Mails.AnyAsync(
            mail =>
                mail.GatheringId == table.Id
                && mail.Kind == ReportMail.Name
                && mail.State == MailState.Queued
                && mail.Attempts == 0
                && mail.PersonId != null,
            stop
        );
        return new TeamReportPage
        {
            Id = table.Id,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Begun = table.HasStarted(now) && table.CancelledAt is null,
            Body = report?.Words is { } words ? ReportText.Html(cipher.Open(words)) : null,
            Changed = report is null
                ? ""
                : $"{NameOf(report.ChangedById, names)} schreef dit op {Moment(report.ChangedAt)}.",
            Agreed = [.. report?.Agreements.OrderBy(item => item.At).Select(item => AgreedInWords(item, names)) ?? []],
            Missing =
            [
                .. table
                    .Facilitators()
                    .Where(item => missing.Contains(item.Id))
                    .Select(item => new MissingAgreement(item.Id, item.FullName)),
            ],
            MayAgree = missing.Contains(me),
            Sent = report?.SentAt is { } sent
                ? $"Verstuurd op {Moment(sent)}{(report.Edition > 1 ? $", versie {report.Edition}" : "")}."
                : null,
            MaySend = actor.Has(table.Series.ProjectId, TeamRole.Organiser),
            CanSend = report?.IsAgreed(table) == true,
            MayRecall = waits,
            OwnMail = actor.Person.Email,
            Form = form,
            MissesAttendance =
                report is null && !await db.Attendances.AnyAsync(mark => mark.GatheringId == table.Id, stop),
            MissesNotes = report is null && !await db.TableNotes.AnyAsync(note => note.GatheringId == table.Id, stop),
        };
    }

    private string AgreedInWords(ReportAgreement item, Dictionary<int, string> names) =>
        item.ById == item.FacilitatorId
            ? $"{NameOf(item.FacilitatorId, names)} is akkoord sinds {Moment(item.At)}."
            : $"{NameOf(item.ById, names)} gaf op {Moment(item.At)} akkoord namens "
                + $"{NameOf(item.FacilitatorId, names)}: {(item.Reason is { } why ? cipher.Open(why) : "")}";

    private static string NameOf(int person, Dictionary<int, string> names) =>
        names.GetValueOrDefault(person, "Het team");

    private string Moment(DateTime utc) => wall.Local(utc) is var local ? $"{T.Day(local)}, {T.Time(local)}" : "";
}
