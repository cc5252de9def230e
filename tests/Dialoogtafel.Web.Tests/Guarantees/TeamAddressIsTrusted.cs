using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>Saboteur: whatever address the team sets counts as one that the person confirmed (K-F1).</summary>
public sealed class TeamAddressIsTrusted : BeforeEachSave<Person>
{
    public static void Sabotage(IServiceCollection services) =>
        services.ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors(new TeamAddressIsTrusted()));

    protected override void Change(EntityEntry<Person> entry) => entry.Entity.ConfirmAddress();
}
