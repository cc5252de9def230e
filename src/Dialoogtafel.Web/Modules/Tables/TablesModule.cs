using Dialoogtafel.Web.Modules.Invitations.Privacy;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Modules.Tables.Details;
using Dialoogtafel.Web.Modules.Tables.OneTable;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Modules.Tables.Privacy;
using Dialoogtafel.Web.Modules.Tables.Programmes;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Tables;

/// <summary>
/// One table: its facts, moving, calling off, needs, programme and material. What this module registers.
/// </summary>
public static class TablesModule
{
    public static IServiceCollection AddTables(this IServiceCollection services)
    {
        services.AddScoped<ProgrammeSummary>();
        services.AddScoped<ProgrammeReader>();
        services.AddScoped<HandOverDesk>();
        services.AddScoped<DutyHistory>();
        services.AddScoped<INextStepSource, ProgrammeNextStep>();
        services.AddScoped<NeedsDesk>();
        services.AddScoped<NeedsCounter>();
        services.AddScoped<TableReader>();
        services.AddScoped<TellingReader>();
        services.AddScoped<TableNeedsReader>();
        services.AddScoped<SpokenNeedsReader>();
        services.AddScoped<TableChange>();
        services.AddScoped<TableLeaders>();
        services.AddScoped<TableDetailsPages>();
        services.AddScoped<TablePeople>();
        services.AddScoped<TableMover>();
        services.AddScoped<ReaderDesk>();
        services.AddScoped<TableCanceller>();
        services.AddScoped<IDossierPart, DossierDuties>();
        services.AddScoped<ITableLines, NeedsLines>();
        services.AddScoped<IForgets, NeedsEraser>();
        services.AddScoped<IKeeps, DutyRetention>();
        services.AddScoped<IKeeps, NeedsRetention>();
        return services;
    }
}
