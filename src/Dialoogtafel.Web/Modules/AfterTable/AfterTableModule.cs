using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.AfterTable.Privacy;
using Dialoogtafel.Web.Modules.AfterTable.Reports;
using Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;
using Dialoogtafel.Web.Modules.Invitations.Privacy;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.AfterTable;

/// <summary>Who was there, notes, the report and the contact list. What this module registers.</summary>
public static class AfterTableModule
{
    public static IServiceCollection AddAfterTable(this IServiceCollection services)
    {
        services.AddScoped<AttendanceSummary>();
        services.AddScoped<FetchDesk>();
        services.AddScoped<ContactDesk>();
        services.AddScoped<AfterTableReader>();
        services.AddScoped<AfterSteps>();
        services.AddScoped<TeamLookBackReader>();
        services.AddScoped<INextStepSource, AfterNextStep>();
        services.AddScoped<ReportReading>();
        services.AddScoped<ReportFactsReader>();
        services.AddScoped<ReportReader>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<IMakesAnew>(provider => provider.GetRequiredService<ReportDesk>());
        services.AddScoped<ContactListReader>();
        services.AddScoped<ContactListDesk>();
        services.AddScoped<ITellsOfPeople>(provider => provider.GetRequiredService<ContactListDesk>());
        services.AddScoped<ILastLook>(provider => provider.GetRequiredService<ContactListDesk>());
        services.AddScoped<IReminderSource, ThanksReminder>();
        services.AddScoped<ITableLines, AfterTableLines>();
        services.AddScoped<IForgets, FetchCheckEraser>();
        services.AddScoped<IForgets, ReportEraser>();
        services.AddScoped<IForgets, ContactListEraser>();
        services.AddScoped<IKeeps, FetchCheckRetention>();
        services.AddScoped<IKeeps, ReportRetention>();
        return services;
    }
}
