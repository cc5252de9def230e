using System.Net;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Hosting;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Team;

public sealed class WelcomeTests : IDisposable
{
    private static readonly (string, string)[] Anna =
    [
        ("Form.FirstName", "Anna"),
        ("Form.LastName", "de Wit"),
        ("Form.Email", "Anna@Team.example"),
        ("Form.Organisation", "Samen Verder"),
        ("Form.Phone", "06 12 34 56 78"),
    ];

    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task The_first_organiser_gets_account_project_and_roles_and_is_signed_in()
    {
        var client = site.Open();
        using var answer = await client.FillAsync($"/eerste/{await LinkAsync()}", Anna);

        Assert.Equal("/start", answer.Headers.Location?.OriginalString);
        Assert.Contains(
            "Maak uw eerste tafel",
            (await client.PageAsync("/start")).Body!.TextContent,
            StringComparison.Ordinal
        );
        await site.Db(async db =>
        {
            var account = await db.Users.Include(item => item.Person).SingleAsync();
            Assert.Equal(("ANNA@TEAM.EXAMPLE", "anna@team.example"), (account.NormalizedEmail, account.Person!.Email));
            var project = await db.Projects.SingleAsync();
            Assert.Equal("Dialoogtafels Samen Verder", project.Name);
            Assert.NotEmpty(project.Purpose);
            Assert.Equal(3, project.GuidingQuestions.Split('\n').Length);
            var roles = await db
                .Memberships.OrderBy(item => item.Id)
                .Select(item => new { item.Role, item.ProjectId })
                .ToListAsync();
            Assert.Equal(
                [
                    new { Role = TeamRole.Organiser, ProjectId = (int?)project.Id },
                    new { Role = TeamRole.Administrator, ProjectId = (int?)null },
                ],
                roles
            );
            Assert.Equal(ParticipationRole.CoResearcher, (await db.RoleAssignments.SingleAsync()).Role);
            var settings = await db.Installation.SingleAsync();
            Assert.Equal(
                ("Samen Verder", "06 12 34 56 78", "anna@team.example"),
                (settings.OrganisationName, settings.Phone, settings.MailFrom)
            );
        });
    }

    [Fact]
    public async Task The_link_works_once()
    {
        var link = await LinkAsync();
        using var first = await site.Open().FillAsync($"/eerste/{link}", Anna);
        using var again = await site.Open()
            .PostAsync($"/eerste/{link}", new FormUrlEncodedContent(Anna.ToDictionary()));

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("Deze link werkt niet meer", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await site.Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_link_dies_after_thirty_minutes()
    {
        var link = await LinkAsync();
        site.Clock.Move(TimeSpan.FromMinutes(30));
        using var answer = await site.Open().GetAsync($"/eerste/{link}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_address_keeps_what_was_typed_and_the_link_alive()
    {
        var client = site.Open();
        var link = await LinkAsync();
        using var answer = await client.FillAsync(
            $"/eerste/{link}",
            [.. Anna[..2], ("Form.Email", "anna"), .. Anna[3..]]
        );

        var page = await answer.PageAsync();
        Assert.Equal("Samen Verder", page.QuerySelector("#Form_Organisation")!.ValueOf());
        Assert.NotNull(page.QuerySelector(".error-summary a[href='#Form_Email']"));
        Assert.Equal(0, await site.Db(db => db.Users.CountAsync()));
        Assert.Equal(5, (await client.PageAsync($"/eerste/{link}")).VisibleFields().Count);
    }

    [Fact]
    public async Task Two_presses_at_once_make_one_organiser()
    {
        var link = await LinkAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => site.Open().PostAsync($"/eerste/{link}", new FormUrlEncodedContent(Anna.ToDictionary())))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await site.Db(db => db.Memberships.CountAsync(item => item.Role == TeamRole.Organiser)));
    }

    private async Task<string> LinkAsync() => (await Announcement.FirstLinkAsync(site.Services))!;
}
