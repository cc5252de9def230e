using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// What every feature proposes to one team member as a next step; home shows the most urgent one only.
/// </summary>
public static class NextSteps
{
    public static async Task<IReadOnlyList<NextStep>> NextStepsOf(this Site site, string mail)
    {
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var person = db.Persons.Single(item => item.Email == mail);
        var actor = new Actor(1, person, [.. db.Memberships.Where(item => item.PersonId == person.Id)]);
        var steps = new List<NextStep>();
        foreach (var source in scope.ServiceProvider.GetServices<INextStepSource>())
        {
            steps.AddRange(await source.FindAsync(actor, site.Clock.Utc, default));
        }

        return steps;
    }
}
