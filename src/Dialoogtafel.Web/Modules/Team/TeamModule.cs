using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Modules.Team.Members;
using Dialoogtafel.Web.Modules.Team.Privacy;
using Dialoogtafel.Web.Modules.Team.SecondFactor;
using Dialoogtafel.Web.Modules.Team.SignIn;

namespace Dialoogtafel.Web.Modules.Team;

/// <summary>Signing in, second factors and the members of the team. What this module registers.</summary>
public static class TeamModule
{
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddScoped<SignInDesk>();
        services.AddScoped<PasskeyDesk>();
        services.AddScoped<AddedKey>();
        services.AddScoped<TeamDesk>();
        services.AddScoped<SecondFactorRecovery>();
        services.AddScoped<IDossierPart, DossierMemberships>();
        services.AddScoped<IForgets, TeamEraser>();
        services.AddScoped<IKeeps, SignInRetention>();
        return services;
    }
}
