using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Modules.Preparation.Overview;
using Dialoogtafel.Web.Modules.Preparation.Privacy;
using Dialoogtafel.Web.Modules.Preparation.QuestionSets;
using Dialoogtafel.Web.Modules.Preparation.Spoken;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>Questions beforehand, their answers and who reads them. What this module registers.</summary>
public static class PreparationModule
{
    public static IServiceCollection AddPreparation(this IServiceCollection services)
    {
        services.AddScoped<PreparationReader>();
        services.AddScoped<TablePreparationReader>();
        services.AddScoped<PreparationCounter>();
        services.AddScoped<QuestionSetsReader>();
        services.AddScoped<INextStepSource, QuestionNextStep>();
        services.AddScoped<OverviewReader>();
        services.AddScoped<INextStepSource, ReadingNextStep>();
        services.AddScoped<AnswerKeeper>();
        services.AddScoped<SpokenAnswersPages>();
        services.AddScoped<PreparationDesk>();
        services.AddScoped<IDossierPart, DossierAnswers>();
        services.AddScoped<IForgets, PreparationEraser>();
        services.AddScoped<IKeeps, AnswerRetention>();
        services.AddJob<OverviewJob>(
            "voorbereiding",
            "*/5 * * * *",
            "A facilitator reads how many people have prepared on the morning that was chosen."
        );
        services.AddScoped<IReminderSource, QuestionReminders>();
        return services;
    }
}
