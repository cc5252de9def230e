using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.CallList;

/// <summary>Notes of a call, and whose list somebody stands on.</summary>
public sealed class CallNotesTests : CallFixture
{
    [Fact]
    public async Task A_note_is_stored_sealed_shown_on_its_own_page_alone_and_each_reading_is_logged()
    {
        var (world, organiser, ids) = await WithTwoAsync();
        await PressAsync(organiser, ids[0], "NotReached", ("Form.Note", Secret), ("Form.Day", "2026-11-02"));
        var stored = await site.Db(db => db.CallAttempts.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(
            Secret,
            System.Text.Encoding.UTF8.GetString(stored.Note!.Bytes),
            StringComparison.Ordinal
        );

        foreach (var path in new[] { "/te-bellen", $"/uitnodigingen/{ids[0]}" })
        {
            await organiser.Go(path);
            Assert.DoesNotContain(Secret, organiser.Text, StringComparison.Ordinal);
            Assert.Contains("Notities lezen", organiser.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));
        await organiser.Go($"/uitnodigingen/{ids[1]}/notities");
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));

        await organiser.Go($"/uitnodigingen/{ids[0]}/notities");

        Assert.Contains(Secret, organiser.Text, StringComparison.Ordinal);
        var read = Assert.Single(await site.Db(db => db.ReadLog.AsNoTracking().ToListAsync()));
        Assert.Equal(
            (
                world.OrganiserPerson,
                (await world.Read(ids[0])).PersonId,
                site.Clock.Utc,
                $"/uitnodigingen/{ids[0]}/notities"
            ),
            (read.ReaderId, read.PersonId, read.At, read.Page)
        );
    }

    [Fact]
    public async Task What_a_person_typed_with_the_answer_is_logged_too_when_a_team_member_sees_it()
    {
        var (world, organiser, ids) = await WithTwoAsync();
        var person = await new Visitor(site.Open()).Go(await world.LinkOf(ids[0]));
        await person.Go(person.Address.AbsolutePath + "/antwoord");
        await person.Press("Verstuur mijn antwoord", ("Form.Answer", "Contribute"));
        await person.Press(
            "Verstuur",
            ("Form.How", "CallMe"),
            ("Form.Phone", "06 555 12 345"),
            ("Form.CallWhen", Secret)
        );
        await organiser.Go($"/uitnodigingen/{ids[1]}");
        Assert.Empty(await site.Db(db => db.ReadLog.ToListAsync()));

        await organiser.Go($"/uitnodigingen/{ids[0]}");

        Assert.Contains(Secret, organiser.Text, StringComparison.Ordinal);
        Assert.Equal(
            $"/uitnodigingen/{ids[0]}",
            Assert.Single(await site.Db(db => db.ReadLog.AsNoTracking().ToListAsync())).Page
        );
    }

    [Fact]
    public async Task Notes_are_for_the_organisers_and_for_who_approaches_the_person()
    {
        var (world, organiser, ids) = await WithTwoAsync();
        await PressAsync(organiser, ids[0], "NotReached", ("Form.Note", Secret), ("Form.Day", "2026-11-02"));
        var other = await World.Beside(world, "quirine@ander.example");
        var cato = await world.Member("Cato", "cato@team.example", TeamRole.CoResearcher, world.Project);
        await world.Member("Fenna", "fenna@team.example", TeamRole.Facilitator, world.Project);
        await world.Member("Beheer", "beheer@team.example", TeamRole.Administrator, null);

        Assert.Equal(HttpStatusCode.OK, await NotesAsync(world, World.Organiser, ids[0]));
        foreach (
            var address in new[]
            {
                "cato@team.example",
                "fenna@team.example",
                "beheer@team.example",
                "quirine@ander.example",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, await NotesAsync(world, address, ids[0]));
        }

        await site.Db(db =>
            db.Invitations.Where(item => item.Id == ids[0])
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.ApproacherId, cato))
        );
        Assert.Equal(HttpStatusCode.OK, await NotesAsync(world, "cato@team.example", ids[0]));
        Assert.Equal(2, await site.Db(db => db.ReadLog.CountAsync()));
        _ = other;
    }

    [Fact]
    public async Task The_list_holds_the_people_of_ones_own_projects_only()
    {
        var (world, _, _) = await WithTwoAsync();
        await World.Beside(world, "quirine@ander.example");
        await world.Member("Fenna", "fenna@team.example", TeamRole.Facilitator, world.Project);
        await world.Member("Beheer", "beheer@team.example", TeamRole.Administrator, null);

        var stranger = await (await world.SignIn("quirine@ander.example")).Go($"/te-bellen?project={world.Project}");
        Assert.Empty(Names(stranger));
        foreach (var address in new[] { "fenna@team.example", "beheer@team.example" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await world.SignIn(address)).Go("/te-bellen")).Status);
        }
    }

    [Fact]
    public async Task Calling_does_not_fall_by_itself_to_a_co_researcher_who_can_take_little()
    {
        var (world, _, ids) = await WithTwoAsync();
        var cato = await world.Member("Cato", "cato@team.example", TeamRole.CoResearcher, world.Project);
        await site.Db(db =>
            db.Persons.Where(item => item.Id == cato)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.LimitedLoad, true))
        );
        var visitor = await world.SignIn("cato@team.example");

        Assert.DoesNotContain("Bel An", (await visitor.Go("/start")).Text, StringComparison.Ordinal);
        await site.Db(db =>
            db.Invitations.Where(item => item.Id == ids[0])
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.ApproacherId, cato))
        );
        Assert.Contains("Bel An", (await visitor.Go("/start")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_a_number_has_a_way_to_find_one()
    {
        var (world, organiser, ids) = await WithTwoAsync();

        Assert.Equal("tel:0655501234", organiser.Page.QuerySelector($"#bel-{ids[0]} .number")!.GetAttribute("href"));
        var person = (await world.Read(ids[1])).PersonId;
        Assert.Equal(
            $"/personen/{person}",
            organiser.Page.QuerySelector($"#bel-{ids[1]} p a[href^='/personen']")!.GetAttribute("href")
        );
    }

    private static async Task<HttpStatusCode> NotesAsync(World world, string address, int id) =>
        (await (await world.SignIn(address)).Go($"/uitnodigingen/{id}/notities")).Status;
}
