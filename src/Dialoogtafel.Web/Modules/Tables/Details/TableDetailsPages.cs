using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>What the page with the details of one table shows, and what it says when they are kept.</summary>
public sealed class TableDetailsPages(
    DialoogtafelDb db,
    TablePeople people,
    ReaderDesk readers,
    DutyHistory duties,
    InstallationOptions options,
    WallClock wall
)
{
    private const string NewLeader =
        "Er zijn al antwoorden. Kiest u een nieuwe begeleider? Wie antwoordde, krijgt daarover een mail. "
        + "U ziet eerst wie. ";

    public async Task<TableFormPage> OfAsync(
        Gathering table,
        TableForm form,
        int me,
        DateTime now,
        CancellationToken stop
    )
    {
        var project = table.Series!.ProjectId;
        return new TableFormPage(
            table.Id,
            TableTrack.TitleOf(table.Number, table.Focus),
            table.Series.Subject,
            form,
            await people.LeadersAsync(project, stop),
            await people.TeamAsync(project, stop),
            await PeopleKnowAsync(table.Id, stop)
        )
        {
            Sealed = await SealedAsync(table, me, stop),
            Duties = await duties.LinesAsync(table.Id, now, stop),
        };
    }

    private async Task<string?> SealedAsync(Gathering table, int me, CancellationToken stop) =>
        !await readers.AnsweredAsync(table.Id, stop)
            ? null
            : await readers.AppointerAsync(table, me, stop) switch
            {
                { IsOnlyOrganiser: true } => NewLeader + "U mag ook uzelf kiezen.",
                { IsOrganiser: true } => NewLeader + "Uzelf kiest een andere organisator.",
                _ => "Er zijn al antwoorden. Een nieuwe begeleider wordt gekozen door een organisator, of door de "
                    + "begeleider die stopt. Wie antwoordde, krijgt daarover een mail.",
            };

    public MoveToAgree Agree(MovePlan plan, Appointment was, Appointment becomes, DateTime now) =>
        new(
            Names(plan.Tell.Select(item => item.Invitation)),
            Names(plan.Call),
            Names(plan.Failed),
            Local(was),
            Local(becomes),
            wall.Local(now),
            options.RecallSeconds
        );

    private MomentAndPlace Local(Appointment appointment) =>
        new(
            wall.Local(appointment.StartsAt),
            wall.Local(appointment.StartsAt.AddMinutes(appointment.Minutes)),
            appointment.Place
        );

    private static IReadOnlyList<string> Names(IEnumerable<Invitation> people) =>
        [.. people.Select(item => item.Person!.FullName)];

    /// <summary>Somebody was asked already, or answered.</summary>
    public Task<bool> PeopleKnowAsync(int id, CancellationToken stop) =>
        db.Invitations.AnyAsync(
            item =>
                item.GatheringId == id
                && item.WithdrawnAt == null
                && (item.ApproachedAt != null || item.Answer != null),
            stop
        );

    public string Done(MovePlan plan) =>
        "De tafel is bewaard."
        + (
            plan.Tell.Count switch
            {
                0 => "",
                1 => $" Eén mens krijgt over {options.RecallSeconds} seconden een mail. Tot dan kunt u die terughalen "
                    + "op het wervingsbord.",
                var many =>
                    $" {many} mensen krijgen over {options.RecallSeconds} seconden een mail. Tot dan kunt u die "
                        + "terughalen op het wervingsbord.",
            }
        )
        + (plan.Call.Count == 0 ? "" : $" Bel zelf {PeopleInWords.Of(plan.Call)}: geen mailadres.")
        + (plan.Failed.Count == 0 ? "" : $" Bel zelf {PeopleInWords.Of(plan.Failed)}: de vorige mail kwam niet aan.");
}
