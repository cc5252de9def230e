using Dialoogtafel.Web.Modules.Invitations.Board;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.Invitations.OneInvitation;
using Dialoogtafel.Web.Modules.Invitations.Privacy;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>Whom to ask, what was answered, and every mail about one invitation. What this module registers.</summary>
public static class InvitationsModule
{
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddScoped<AnswerDesk>();
        services.AddScoped<InvitationGaps>();
        services.AddScoped<Substitutes>();
        services.AddScoped<EarlierTables>();
        services.AddScoped<InvitationReader>();
        services.AddScoped<InvitationPreview>();
        services.AddScoped<BoardReader>();
        services.AddScoped<INextStepSource, RecruitingNextStep>();
        services.AddScoped<CallListReader>();
        services.AddScoped<CallLabels>();
        services.AddScoped<CancellationLabels>();
        services.AddScoped<InvitationSender>();
        services.AddScoped<CallFactsReader>();
        services.AddScoped<TableFacts>();
        services.AddScoped<TableCalendar>();
        services.AddScoped<InvitationLetters>();
        services.AddScoped<TableMails>();
        services.AddScoped<ReminderLetters>();
        services.AddScoped<IMakesAnew, InvitationsAnew>();
        services.AddScoped<IReminderSource, InvitationReminders>();
        services.AddScoped<LateCancellationAlarm>();
        services.AddScoped<TableNews>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<EarlierReport>();
        services.AddScoped<IDossierPart, DossierTables>();
        services.AddScoped<IForgets, InvitationEraser>();
        services.AddScoped<IKeeps, WordsRetention>();
        services.AddJob<ReminderJob>(
            "herinneringen",
            "* * * * *",
            "A reminder leaves within a minute of its moment, or of the end of the quiet hours."
        );
        return services;
    }
}
