using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.SecondStep;

/// <summary>A site, not the demo, with two organisers; Anna signs in.</summary>
public sealed class TeamSite : IAsyncDisposable
{
    readonly Site site = new();
    int anna;
    int membership;

    /// <summary>A page that asks both factors.</summary>
    public string Guarded => $"/team/leden/{membership}/tweede-sleutel";

    public string Url(string path) => site.Url(path);

    public static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public static async Task<TeamSite> WithAnnaAsync()
    {
        var team = new TeamSite();
        await team.Db(async db =>
        {
            var project = new Project
            {
                Name = "Meedoen",
                Purpose = "Samen weten wat werkt.",
                CreatedAt = Now,
            };
            db.Add(project);
            await db.SaveChangesAsync();
            team.anna = await AddAsync(db, "Anna", project.Id);
            await AddAsync(db, "Bert", project.Id);
            team.membership = await db
                .Memberships.Where(item => item.PersonId != team.anna)
                .Select(item => item.Id)
                .SingleAsync();
        });
        return team;
    }

    /// <summary>Anna uses a mailed link in this browser; she lands where the site leads her.</summary>
    public async Task SignInAsync(IPage page)
    {
        var token = SignInSecrets.NewToken();
        await Db(async db =>
        {
            var account = await db.Users.SingleAsync(item => item.PersonId == anna);
            db.SignInRequests.Add(
                new SignInRequest
                {
                    AccountId = account.Id,
                    TokenHash = SignInSecrets.Hash(token),
                    ExpiresAt = Now + SignInRequest.Lifetime,
                }
            );
            await db.SaveChangesAsync();
        });
        await page.GotoAsync(Url($"/team/in/{token}"));
        await page.Locator("main .button").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/team/in/", StringComparison.Ordinal));
    }

    public async Task Db(Func<DialoogtafelDb, Task> action)
    {
        _ = site.Address;
        await using var scope = site.Services.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<DialoogtafelDb>());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    static async Task<int> AddAsync(DialoogtafelDb db, string name, int project)
    {
        var (person, mail) = (
            new Person
            {
                FirstName = name,
                LastName = "Bos",
                CreatedAt = Now,
            },
            $"{name.ToLowerInvariant()}.o'hara@team.example"
        );
        db.Add(person);
        await db.SaveChangesAsync();
        db.Users.Add(
            new TeamAccount
            {
                PersonId = person.Id,
                UserName = mail,
                NormalizedUserName = mail.ToUpperInvariant(),
                Email = mail,
                NormalizedEmail = mail.ToUpperInvariant(),
                SecurityStamp = SignInSecrets.NewToken(),
                // A colleague whose key can be taken away.
                TwoFactorEnabled = name == "Bert",
            }
        );
        db.Memberships.Add(
            new TeamMembership
            {
                PersonId = person.Id,
                ProjectId = project,
                Role = TeamRole.Organiser,
                From = Now,
            }
        );
        await db.SaveChangesAsync();
        return person.Id;
    }
}
