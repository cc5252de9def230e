using Dialoogtafel.Web.Modules.MyTable.Questions;
using Dialoogtafel.Web.Modules.MyTable.SendLinkAgain;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>What stands behind a personal link. What this module registers.</summary>
public static class MyTableModule
{
    public static IServiceCollection AddMyTable(this IServiceCollection services)
    {
        services.AddScoped<MyTableGate>();
        services.AddScoped<MyTableReader>();
        services.AddScoped<LookBackReader>();
        services.AddScoped<SeeAgainSender>();
        services.AddScoped<QuestionGate>();
        services.AddScoped<PreparationKeeper>();
        services.AddScoped<AnswerShower>();
        services.AddScoped<LinkAgain>();
        return services;
    }
}
