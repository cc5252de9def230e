using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.LifeDomains;

/// <summary>Domeinen with their proposed parties: one at a time. They belong to the whole installation.</summary>
[May(Who.Organisers, Scope.Anywhere)]
public sealed class LifeDomainsController(DialoogtafelDb db, TimeProvider clock) : TeamController(clock)
{
    /// <param name="domein">Which one; 0 = a new one; absent = the first.</param>
    [HttpGet("domeinen")]
    public async Task<IActionResult> Ask(int? domein, CancellationToken stop)
    {
        var domains = db.LifeDomains.AsNoTracking().Include(item => item.Parties).OrderBy(item => item.Id);
        var domain =
            domein == 0 ? null
            : domein is { } id ? await domains.FirstOrDefaultAsync(item => item.Id == id, stop)
            : await domains.FirstOrDefaultAsync(stop);
        return domain is null && domein is > 0 ? NotFound() : await PageAsync(FormOf(domain), stop);
    }

    [HttpPost("domeinen")]
    public async Task<IActionResult> Save([Bind(Prefix = "Form")] LifeDomainForm form, CancellationToken stop)
    {
        var rows = form.Parties.Where(row => !string.IsNullOrWhiteSpace(row.Name)).ToList();
        Check(rows, await MaxSeatsAsync(stop));
        await using var write = await db.BeginWriteAsync(stop);
        var name = form.Name?.Trim() ?? "";
        if (await db.LifeDomains.AnyAsync(item => item.Name == name && item.Id != form.Id, stop))
        {
            ModelState.AddModelError("Form.Name", "Er is al een domein met deze naam.");
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(form, stop);
        }

        var domain = form.Id is { } id
            ? await db.LifeDomains.Include(item => item.Parties).SingleOrDefaultAsync(item => item.Id == id, stop)
            : db.LifeDomains.Add(new LifeDomain { Name = name }).Entity;
        if (domain is null)
        {
            return NotFound();
        }

        domain.Name = name;
        Set(domain, rows);
        await write.SaveAsync(stop);
        Say($"Het domein {name} is bewaard.");
        return Redirect($"/domeinen?domein={domain.Id}");
    }

    private void Check(List<PresetRow> rows, int chairs)
    {
        Attempt(() => WantedSeats.CheckTotal(rows.Select(row => row.Wanted ?? 0), chairs), "Form");
        if (
            rows.GroupBy(row => row.Name!.Trim(), StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(group => group.Count() > 1) is
            { } twice
        )
        {
            ModelState.AddModelError("Form.Parties", $"‘{twice.Key}’ staat er twee keer. Haal er één weg.");
        }
    }

    /// <summary>The rows in the order typed. Presets are only proposals: nothing refers to them.</summary>
    private void Set(LifeDomain domain, List<PresetRow> rows)
    {
        db.RemoveRange(domain.Parties);
        domain.Parties.Clear();
        domain.Parties.AddRange(
            rows.Select(row => new PartyPreset
            {
                Name = row.Name!.Trim(),
                Kind = row.Kind ?? PerspectiveKind.Party,
                Wanted = row.Wanted ?? 0,
            })
        );
    }

    private async Task<int> MaxSeatsAsync(CancellationToken stop) =>
        await db
            .GatheringKinds.Where(item => item.Key == GatheringKind.Dialogue)
            .Select(item => item.MaxSeats)
            .SingleAsync(stop);

    private async Task<IActionResult> PageAsync(LifeDomainForm form, CancellationToken stop) =>
        View(
            "LifeDomains",
            new LifeDomainPage(
                await db
                    .LifeDomains.OrderBy(item => item.Id)
                    .Select(item => new LifeDomainLink(item.Id, item.Name))
                    .ToListAsync(stop),
                form,
                await MaxSeatsAsync(stop)
            )
        );

    private static LifeDomainForm FormOf(LifeDomain? domain) =>
        new()
        {
            Id = domain?.Id,
            Name = domain?.Name,
            Parties =
            [
                .. (domain?.Parties ?? [])
                    .OrderBy(item => item.Id)
                    .Select(item => new PresetRow
                    {
                        Name = item.Name,
                        Kind = item.Kind,
                        Wanted = item.Wanted,
                    }),
                .. Enumerable
                    .Range(0, LifeDomainForm.EmptyRows)
                    .Select(_ => new PresetRow { Kind = PerspectiveKind.Party }),
            ],
        };
}
