using Dialoogtafel.Web.Modules.People.Addresses;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Modules.People.OnePerson;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.People;

/// <summary>The network, one person, the dossier and how somebody is erased. What this module registers.</summary>
public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddScoped<KnownPeople>();
        services.AddScoped<DossierReader>();
        services.AddScoped<PersonWriter>();
        services.AddScoped<AddressChange>();
        services.AddScoped<PersonReader>();
        services.AddScoped<AddressesToMend>();
        services.AddScoped<INextStepSource, AddressesToMend>();
        services.AddScoped<AddressDesk>();
        services.AddScoped<DossierLabels>();
        services.AddScoped<IDossierPart, DossierFacts>();
        services.AddScoped<IDossierPart, DossierNetwork>();
        services.AddScoped<IDossierPart, DossierMails>();
        services.AddScoped<Eraser>();
        return services;
    }
}
