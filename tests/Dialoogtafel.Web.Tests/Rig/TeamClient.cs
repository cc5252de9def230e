using Dialoogtafel.Domain.Network;
using Dialoogtafel.Domain.Projects;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.SignIn;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Signed-in team members, made in the database and signed in over HTTP.</summary>
public static class TeamClient
{
    public static Task<int> ProjectAsync(this Site site, string name) => site.Db(async db =>
    {
        var project = new Project { Name = name, Purpose = "mensen kunnen beter meedoen", CreatedAt = site.Clock.Utc };
        db.Projects.Add(project);
        await db.SaveChangesAsync();
        return project.Id;
    });

    /// <summary>A new person with one role in one project, or an administrator without a project, and her browser.</summary>
    public static async Task<(HttpClient Client, int PersonId)> SignInAsync(this Site site, TeamRole role, int? project, string firstName = "Anna")
    {
        var token = SignInSecrets.NewToken();
        var person = await site.Db(db => AddAsync(db, site.Clock.Utc, role, project, firstName, token));
        var client = site.OpenBrowser();
        using var answer = await client.PostAsync($"/team/in/{token}", null);
        Assert.Equal("/start", answer.Headers.Location?.OriginalString);
        return (client, person);
    }

    private static async Task<int> AddAsync(DialoogtafelDb db, DateTime now, TeamRole role, int? project, string firstName, string token)
    {
        var person = new Person { FirstName = firstName, LastName = "de Wit", Phone = "06 12 34 56 78", CreatedAt = now };
        db.Persons.Add(person);
        await db.SaveChangesAsync();
        var address = $"persoon{person.Id}@team.example";
        person.Email = address;
        var account = new TeamAccount
        {
            PersonId = person.Id, UserName = address, NormalizedUserName = address.ToUpperInvariant(), Email = address, NormalizedEmail = address.ToUpperInvariant(),
            SecurityStamp = SignInSecrets.NewToken(),
        };
        db.Add(account);
        db.Memberships.Add(new TeamMembership { PersonId = person.Id, ProjectId = project, Role = role, From = now });
        await db.SaveChangesAsync();
        db.SignInRequests.Add(new SignInRequest { AccountId = account.Id, TokenHash = SignInSecrets.Hash(token), ExpiresAt = now + SignInRequest.Lifetime });
        await db.SaveChangesAsync();
        return person.Id;
    }
}
