using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Makes team members straight in the database and gives a browser that is signed in as one of them.</summary>
public static class TeamClient
{
    public static async Task<int> ProjectAsync(this Site site, string name) =>
        await site.Db(async db =>
        {
            var project = new Project
            {
                Name = name,
                Purpose = "Samen weten wat werkt.",
                CreatedAt = site.Clock.Utc,
            };
            db.Projects.Add(project);
            await db.SaveChangesAsync();
            return project.Id;
        });

    /// <summary>A person with an account and these roles.</summary>
    public static async Task<int> MemberAsync(
        this Site site,
        string firstName,
        params (TeamRole Role, int? Project)[] roles
    ) =>
        (
            await site.MemberAsync(
                new Person
                {
                    FirstName = firstName,
                    Email = $"{firstName}@team.example",
                    CreatedAt = site.Clock.Utc,
                },
                roles
            )
        ).Id;

    public static async Task<Person> MemberAsync(
        this Site site,
        Person person,
        params (TeamRole Role, int? Project)[] roles
    ) =>
        await site.Db(async db =>
        {
            db.Persons.Add(person);
            await db.SaveChangesAsync();
            var name = person.Email!;
            db.Users.Add(
                new TeamAccount
                {
                    PersonId = person.Id,
                    UserName = name,
                    NormalizedUserName = name.ToUpperInvariant(),
                    Email = name,
                    NormalizedEmail = name.ToUpperInvariant(),
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                }
            );
            db.Memberships.AddRange(
                roles.Select(item => new TeamMembership
                {
                    PersonId = person.Id,
                    ProjectId = item.Project,
                    Role = item.Role,
                    From = site.Clock.Utc,
                })
            );
            await db.SaveChangesAsync();
            return person;
        });

    /// <summary>A browser in which this member is signed in with both factors; redirects are not followed.</summary>
    public static async Task<HttpClient> SignedInAsync(this Site site, int person)
    {
        var client = await site.SignedInByLinkAsync(person);
        await site.Db(async db =>
        {
            var account = db.Users.Single(item => item.PersonId == person);
            foreach (
                var session in db.UserTokens.Where(item =>
                    item.UserId == account.Id && item.LoginProvider == TeamSession.Provider
                )
            )
            {
                session.Value = new SessionTimes(site.Clock.Utc, site.Clock.Utc).ToString();
            }

            await db.SaveChangesAsync();
        });
        return client;
    }

    /// <summary>A browser in which this member used a mailed link, and nothing else.</summary>
    public static async Task<HttpClient> SignedInByLinkAsync(this Site site, int person)
    {
        var token = SignInSecrets.NewToken();
        await site.Db(async db =>
        {
            var account = db.Users.Single(item => item.PersonId == person);
            db.SignInRequests.Add(
                new SignInRequest
                {
                    AccountId = account.Id,
                    TokenHash = SignInSecrets.Hash(token),
                    ExpiresAt = site.Clock.Utc + SignInRequest.Lifetime,
                }
            );
            await db.SaveChangesAsync();
        });
        var client = site.Open();
        using var response = await client.PostAsync($"/team/in/{token}", null);
        // Who has a second factor is asked for it first.
        Assert.Contains(
            response.Headers.Location?.OriginalString,
            new[] { "/start", "/team/tweede-stap?terug=%2Fstart" }
        );
        return client;
    }

    public static async Task<HttpClient> SignedInAsync(this Site site, string firstName, TeamRole role, int? project) =>
        await site.SignedInAsync(await site.MemberAsync(firstName, (role, project)));

    /// <summary>A new person with one role, and her browser.</summary>
    public static async Task<(HttpClient Client, int PersonId)> SignInAsync(
        this Site site,
        TeamRole role,
        int? project,
        string firstName = "Anna"
    )
    {
        var person = await site.MemberAsync(firstName, (role, project));
        return (await site.SignedInAsync(person), person);
    }

    /// <summary>
    /// A member of a project of her own (an administrator has none), and her browser. The mail address is the name in
    /// small letters.
    /// </summary>
    public static async Task<(HttpClient Client, Person Person, int? Project)> OwnTeamAsync(
        this Site site,
        TeamRole role = TeamRole.Organiser,
        string firstName = "Anna"
    )
    {
        int? project = role == TeamRole.Administrator ? null : await site.ProjectAsync($"Project van {firstName}");
        var member = new Person
        {
            FirstName = firstName,
            LastName = "Bos",
            Email = $"{firstName.ToLowerInvariant()}@team.example",
            Phone = "06-55502001",
            CreatedAt = site.Clock.Utc,
        };
        await site.MemberAsync(member, (role, project));
        return (await site.SignedInAsync(member.Id), member, project);
    }
}
