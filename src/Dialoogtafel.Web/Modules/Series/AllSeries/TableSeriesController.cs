using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.AllSeries;

/// <summary>Reeksen: the list, a new one, and the page of one .</summary>
public sealed class TableSeriesController(DialoogtafelDb db, SeriesList list, WallClock wall, TimeProvider clock)
    : TeamController(clock)
{
    [May(Who.Table, Scope.Anywhere)]
    [HttpGet("reeksen")]
    public async Task<IActionResult> All(CancellationToken stop) =>
        View(
            "All",
            new SeriesListPage(
                await list.LinesAsync(Me, stop),
                Me.RecruiterProjects().Count > 0,
                Me.Has(null, TeamRole.Organiser),
                wall.Local(Now)
            )
        );

    [May(Who.Recruiters, Scope.Anywhere)]
    [HttpGet("reeksen/nieuw")]
    public async Task<IActionResult> New(CancellationToken stop)
    {
        var form = new NewSeriesForm { ProjectId = Me.RecruiterProjects()[0] };
        if (await list.LastPlaceAsync(Me.RecruiterProjects(), stop) is { } place)
        {
            (form.PlaceName, form.Address) = (place.Name, place.Address);
        }

        form.LifeDomainId = await db
            .LifeDomains.OrderBy(item => item.Id)
            .Select(item => (int?)item.Id)
            .FirstOrDefaultAsync(stop);
        return await NewAsync(form, stop);
    }

    [May(Who.Recruiters, Scope.Anywhere)]
    [HttpPost("reeksen/nieuw")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] NewSeriesForm form, CancellationToken stop)
    {
        var project = form.ProjectId ?? Me.RecruiterProjects()[0];
        if (!Me.RecruiterProjects().Contains(project))
        {
            return NotFound();
        }

        var domain = await db.LifeDomains.SingleOrDefaultAsync(item => item.Id == form.LifeDomainId, stop);
        if (domain is null && form.LifeDomainId is not null)
        {
            ModelState.AddModelError("Form.LifeDomainId", "Kies een domein uit de lijst.");
        }

        var starts = Starts(form);
        if (!ModelState.IsValid || domain is null)
        {
            return await NewAsync(form, stop);
        }

        // The write gate around the look and the save: a double press makes one series.
        await using var write = await db.BeginWriteAsync(stop);
        var subject = form.Subject!.Trim();
        var same = await db
            .Series.Where(item =>
                item.ProjectId == project
                && item.LifeDomainId == domain.Id
                && item.Subject == subject
                && item.Gatherings.Any(table => table.Number == 1 && table.StartsAt == starts[0])
            )
            .Select(item => (int?)item.Id)
            .FirstOrDefaultAsync(stop);
        if (same is { } existing)
        {
            return Redirect($"/reeksen/{existing}/partijen");
        }

        var kind = await db.GatheringKinds.SingleAsync(item => item.Key == GatheringKind.Dialogue, stop);
        var place = new Location { Name = form.PlaceName!.Trim(), Address = form.Address?.Trim() ?? "" };
        var series = NewSeries.Of(kind, project, domain, subject, place, starts, Me.Person.Id, Now);
        db.Series.Add(series);
        await write.SaveAsync(stop);
        return Redirect($"/reeksen/{series.Id}/partijen");
    }

    [May(Who.Recruiters, Scope.Series)]
    [HttpGet("reeksen/{id:int}")]
    public async Task<IActionResult> One(int id, CancellationToken stop) =>
        await OneAsync(await FindAsync(id, stop), null, stop);

    [May(Who.Recruiters, Scope.Series)]
    [HttpPost("reeksen/{id:int}")]
    public async Task<IActionResult> Change(int id, [Bind(Prefix = "Form")] SeriesForm form, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var series = await FindAsync(id, stop);
        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, FormOf(series)))
        {
            return await OneAsync(series, form, stop);
        }

        (series.Subject, series.Themes) = (form.Subject!.Trim(), form.Themes?.Trim() ?? "");
        await write.SaveAsync(stop);
        Say("De reeks is bewaard.");
        return Redirect($"/reeksen/{id}");
    }

    /// <summary>A further table.</summary>
    /// <param name="number">The number that it was promised; when that table exists already, the button was pressed
    /// twice.</param>
    [May(Who.Recruiters, Scope.Series)]
    [HttpPost("reeksen/{id:int}/tafels")]
    public async Task<IActionResult> AddTable(int id, int number, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var tables = await db
            .Gatherings.Include(item => item.Kind)
            .Include(item => item.Wanted)
            .Where(item => item.SeriesId == id)
            .OrderBy(item => item.Number)
            .ToListAsync(stop);
        var table = tables.Find(item => item.Number == number);
        if (table is null)
        {
            var series = await FindAsync(id, stop);
            table = NewSeries.After(tables[^1], tables[^1].Kind!);
            series.Gatherings.Add(table);
            await write.SaveAsync(stop);
            Say($"Tafel {table.Number} is gemaakt. Kies nu de datum.");
        }

        return Redirect($"/bijeenkomsten/{table.Id}/gegevens");
    }

    private async Task<GatheringSeries> FindAsync(int id, CancellationToken stop) =>
        await db
            .Series.Include(item => item.LifeDomain)
            .Include(item => item.Project)
            .SingleAsync(item => item.Id == id, stop);

    private async Task<IActionResult> NewAsync(NewSeriesForm form, CancellationToken stop) =>
        View(
            "New",
            new NewSeriesPage(
                form,
                await list.ProjectsAsync(Me.RecruiterProjects(), stop),
                await list.DomainsAsync(stop)
            )
        );

    private async Task<IActionResult> OneAsync(GatheringSeries series, SeriesForm? form, CancellationToken stop)
    {
        var tables = await list.TablesAsync(series.Id, stop);
        var next = await db
            .Gatherings.Where(item => item.SeriesId == series.Id)
            .MaxAsync(item => (int?)item.Number, stop)
            ?? 0;
        return View(
            "One",
            new SeriesPage
            {
                Id = series.Id,
                Subject = series.Subject,
                Domain = series.LifeDomain!.Name,
                Project = series.Project!.Name,
                Form = form ?? EditCheck.Show(FormOf(series)),
                Tables = tables,
                NextNumber = next + 1,
                Today = wall.Local(Now),
            }
        );
    }

    private static SeriesForm FormOf(GatheringSeries series) =>
        new() { Subject = series.Subject, Themes = series.Themes };

    /// <summary>The moments of both tables, with every refusal beside its field.</summary>
    private DateTime?[] Starts(NewSeriesForm form)
    {
        var first = Moment(form.Date, form.Time, nameof(form.Date), nameof(form.Time));
        var second = Moment(form.SecondDate, form.Time, nameof(form.SecondDate), nameof(form.SecondDate));
        if (second <= first)
        {
            ModelState.AddModelError("Form.SecondDate", "Tafel 2 komt na tafel 1. Kies een latere datum.");
        }

        return [first, second];
    }

    private DateTime? Moment(DateOnly? date, TimeOnly? time, string dateField, string timeField)
    {
        try
        {
            var moment = date is { } day && time is { } hour ? wall.Utc(day, hour, timeField) : (DateTime?)null;
            return moment < Now
                ? throw new DomainRuleException("Deze dag is al geweest. Kies een latere datum.", dateField)
                : moment;
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal, "Form");
            return null;
        }
    }
}
