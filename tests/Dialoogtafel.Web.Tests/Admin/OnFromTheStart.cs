using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>Saboteur: whoever sets the server has switched sending on, without a look at the test mail (S45).</summary>
public sealed class OnFromTheStart : BeforeEachSave<InstallationSettings>
{
    public static void Sabotage(IServiceCollection services) =>
        services.ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors(new OnFromTheStart()));

    protected override void Change(EntityEntry<InstallationSettings> entry) =>
        entry.Entity.SendingOnAt ??= DateTime.UnixEpoch;
}
