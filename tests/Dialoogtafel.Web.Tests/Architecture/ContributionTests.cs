using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Modules.Invitations.Privacy;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// What a subject contributes counts only when its module registers it: nothing may be missing from the file of a
/// person, or stay past its date or of somebody who is erased, because a line was forgotten.
/// </summary>
public sealed class ContributionTests
{
    [Theory]
    [InlineData(typeof(IDossierPart))]
    [InlineData(typeof(ITableLines))]
    [InlineData(typeof(IForgets))]
    [InlineData(typeof(IKeeps))]
    public async Task Every_contribution_is_registered_once(Type kind)
    {
        using var site = new Site();
        await using var scope = site.Services.CreateAsyncScope();

        var written = typeof(Program)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(kind))
            .Select(type => type.FullName)
            .Order();

        Assert.NotEmpty(written);
        Assert.Equal(written, scope.ServiceProvider.GetServices(kind).Select(item => item!.GetType().FullName).Order());
    }

    [Fact]
    public async Task No_two_parts_of_a_dossier_have_the_same_place()
    {
        using var site = new Site();
        await using var scope = site.Services.CreateAsyncScope();

        var parts = scope.ServiceProvider.GetServices<IDossierPart>().Select(item => item.Place).ToList();
        var lines = scope.ServiceProvider.GetServices<ITableLines>().Select(item => item.Place).ToList();

        Assert.Equal(parts.Distinct(), parts);
        Assert.Equal(lines.Distinct(), lines);
    }
}
