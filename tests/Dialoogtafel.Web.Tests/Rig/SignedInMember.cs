using Dialoogtafel.Domain.Network;
using Dialoogtafel.Domain.Projects;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Rights;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Team members of a test, signed in through the real page.</summary>
public static class SignedInMember
{
    /// <summary>Makes a person with an account and a role, and signs her in.</summary>
    /// <param name="project">The project; null makes one, except for an administrator.</param>
    public static async Task<(HttpClient Client, Person Person, int? Project)> MemberBrowserAsync(
        this Site site, TeamRole role = TeamRole.Organiser, string name = "Anna", int? project = null)
    {
        var token = SignInSecrets.NewToken();
        var (person, projectId) = await site.Db(async db =>
        {
            var now = site.Clock.Utc;
            var mail = $"{name.ToLowerInvariant()}@team.example";
            var member = new Person { FirstName = name, LastName = "Bos", Email = mail, Phone = "06-55502001", CreatedAt = now };
            db.Add(member);
            var own = project is null && role != TeamRole.Administrator ? new Project { Name = $"Project van {name}", Purpose = "Samen leren", CreatedAt = now } : null;
            if (own is not null)
            {
                db.Add(own);
            }

            await db.SaveChangesAsync();
            var account = new TeamAccount
            {
                PersonId = member.Id, UserName = mail, NormalizedUserName = mail.ToUpperInvariant(), Email = mail, NormalizedEmail = mail.ToUpperInvariant(),
                SecurityStamp = SignInSecrets.NewToken(),
            };
            db.Add(account);
            db.Add(new TeamMembership { PersonId = member.Id, ProjectId = own?.Id ?? project, Role = role, From = now });
            await db.SaveChangesAsync();
            db.Add(new SignInRequest { AccountId = account.Id, TokenHash = SignInSecrets.Hash(token), ExpiresAt = now + SignInRequest.Lifetime });
            await db.SaveChangesAsync();
            return (member, own?.Id ?? project);
        });
        var client = site.CreateDefaultClient(new Uri("https://localhost"), new CookieJar());
        using var answer = await client.PostAsync($"team/in/{token}", null);
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        return (client, person, projectId);
    }
}
