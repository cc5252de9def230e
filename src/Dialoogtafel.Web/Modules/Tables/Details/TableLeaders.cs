using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>Who leads a table and who is asked about it, as the form of its details says.</summary>
public sealed class TableLeaders(DialoogtafelDb db, TablePeople people, ReaderDesk readers)
{
    /// <summary>A newly chosen person must stand in the list; one who was chosen before may stay.</summary>
    public async Task CheckAsync(TableForm form, Gathering table, CancellationToken stop)
    {
        var project = table.Series!.ProjectId;
        var leaders = await people.LeadersAsync(project, stop);
        Check(form.ProcessFacilitatorId, table.ProcessFacilitatorId, leaders, nameof(form.ProcessFacilitatorId));
        Check(form.ContentFacilitatorId, table.ContentFacilitatorId, leaders, nameof(form.ContentFacilitatorId));
        Check(form.ReserveFacilitatorId, table.ReserveFacilitatorId, leaders, nameof(form.ReserveFacilitatorId));
        Check(
            form.ContactPersonId,
            table.ContactPersonId,
            await people.TeamAsync(project, stop),
            nameof(form.ContactPersonId)
        );
        if (form.ProcessFacilitatorId is { } one && one == form.ContentFacilitatorId)
        {
            throw new DomainRuleException("Kies twee verschillende begeleiders.", nameof(form.ContentFacilitatorId));
        }
    }

    private static void Check(int? chosen, int? before, IReadOnlyList<SelectListItem> list, string field)
    {
        if (
            chosen is { } id
            && chosen != before
            && list.All(item => item.Value != id.ToString(CultureInfo.InvariantCulture))
        )
        {
            throw new DomainRuleException("Kies iemand uit de lijst.", field);
        }
    }

    /// <summary>Chooses who leads it, with the rule of readers; the names of who leads it now are read along.</summary>
    public async Task<(ReaderChange Change, ReaderPlan Plan)> LeadAsync(
        TableForm form,
        Gathering table,
        int me,
        DateTime now,
        CancellationToken stop
    )
    {
        await db.Entry(table).Collection(item => item.Duties).LoadAsync(stop);
        var answered = await readers.AnsweredAsync(table.Id, stop);
        var readerChange = table.Lead(
            form.ProcessFacilitatorId,
            form.ContentFacilitatorId,
            form.ReserveFacilitatorId,
            await readers.AppointerAsync(table, me, stop),
            answered,
            now
        );
        table.ProcessFacilitator = await PersonAsync(table.ProcessFacilitatorId, stop);
        table.ContentFacilitator = await PersonAsync(table.ContentFacilitatorId, stop);
        table.ReserveFacilitator = await PersonAsync(table.ReserveFacilitatorId, stop);
        return (readerChange, await readers.PlanAsync(table, readerChange, answered, me, stop));
    }

    public async Task<Person?> PersonAsync(int? id, CancellationToken stop) =>
        id is null ? null : await db.Persons.SingleAsync(person => person.Id == id, stop);

    /// <inheritdoc cref="ReaderDesk.CarryOutAsync"/>
    public Task CarryOutAsync(
        ReaderPlan plan,
        ReaderChange change,
        Gathering table,
        Person me,
        CancellationToken stop
    ) => readers.CarryOutAsync(plan, change, table, me, stop);
}
