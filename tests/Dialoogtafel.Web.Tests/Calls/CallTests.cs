using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Calls;

/// <summary>
/// Working through te bellen, and who may do what there. Monday 2 November 2026; the table is on 3 December.
/// </summary>
public sealed class CallTests : IDisposable
{
    private const string Lived = "Ervaringsdeskundige";
    private const string Secret = "kanarie over de parkeerplaats";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_spoken_ja_counts_like_any_other_and_says_who_wrote_it_down_and_when()
    {
        var (world, organiser, ids) = await WithTwoAsync();

        await PressAsync(organiser, ids[0], "Yes");

        var invitation = await world.Read(ids[0]);
        Assert.Equal(InvitationState.Yes, invitation.State);
        Assert.Equal(
            (ContactChannel.Phone, world.OrganiserPerson, site.Clock.Utc),
            (invitation.History[^1].Channel, invitation.History[^1].ById!.Value, invitation.History[^1].At)
        );
        Assert.Equal(
            "bevestiging",
            (await site.Db(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.InvitationId == ids[0]))).Kind
        );
        Assert.Equal(CallOutcome.Yes, (await site.Db(db => db.CallAttempts.AsNoTracking().SingleAsync())).Outcome);
        Assert.Equal(["Bo"], Names(organiser));
    }

    [Fact]
    public async Task After_a_press_the_list_opens_at_the_next_row_and_says_there_what_was_written_down()
    {
        var (world, _, ids) = await WithTwoAsync();
        var client = await site.SignedInAsync(world.OrganiserPerson);

        using var pressed = await client.SendAsync(
            "/te-bellen",
            $"/uitnodigingen/{ids[0]}/belpoging",
            ("Form.Press", "No")
        );

        Assert.Equal($"/te-bellen?project={world.Project}#bel-{ids[1]}", pressed.Headers.Location!.OriginalString);
        var row = (await client.PageAsync("/te-bellen")).QuerySelector($"#bel-{ids[1]}")!;
        Assert.Contains("An: nee, opgeschreven.", row.Words(), StringComparison.Ordinal);
        Assert.Equal($"/uitnodigingen/{ids[0]}", row.QuerySelector(".notice a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Enter_in_a_field_presses_nothing()
    {
        var (_, organiser, _) = await WithTwoAsync();

        Assert.All(organiser.Page.QuerySelectorAll(".calls form"), form =>
            Assert.True(form.QuerySelector("button")!.HasAttribute("disabled"))
        );
    }

    [Fact]
    public async Task Later_proposes_the_next_working_day_and_the_person_comes_back_then()
    {
        site.Clock.Set(new DateTimeOffset(2026, 11, 6, 9, 0, 0, TimeSpan.Zero));
        var (_, organiser, ids) = await WithTwoAsync();
        // Friday: the next one is Monday.
        Assert.Equal("2026-11-09", organiser.Page.QuerySelector($"#dag-{ids[0]}")!.GetAttribute("value"));

        await PressAsync(organiser, ids[0], "NotReached");
        Assert.Equal(["Bo"], Names(organiser));
        site.Clock.Set(new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero));
        await organiser.Go("/te-bellen");
        Assert.Equal(["An", "Bo"], Names(organiser));
        Assert.Contains("niet bereikt", organiser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-01", "Kies een dag vanaf vandaag.")]
    [InlineData("2026-12-04", "Kies een dag vóór de tafel.")]
    [InlineData("gisteren", "Kies een dag.")]
    public async Task A_day_that_does_not_fit_is_refused_and_the_note_stays(string day, string why)
    {
        var (_, organiser, ids) = await WithTwoAsync();

        await PressAsync(organiser, ids[0], "Later", ("Form.Day", day), ("Form.Note", Secret));

        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        Assert.Contains(why, organiser.Page.QuerySelector($"#bel-{ids[0]}")!.Words(), StringComparison.Ordinal);
        Assert.Equal(Secret, organiser.Page.QuerySelector($"#notitie-{ids[0]}")!.ValueOf());
        Assert.Empty(await site.Db(db => db.CallAttempts.ToListAsync()));
    }

    [Fact]
    public async Task A_call_that_is_taken_back_puts_the_person_and_the_wish_on_the_list_again()
    {
        var (world, organiser, ids) = await WithTwoAsync();
        await site.Db(async db =>
        {
            (await db.Invitations.SingleAsync(item => item.Id == ids[0])).AskCall(
                CallReason.WantsToContribute,
                null,
                null,
                site.Clock.Utc
            );
            await db.SaveChangesAsync();
        });
        await organiser.Go("/te-bellen");
        await PressAsync(organiser, ids[0], "Done");
        Assert.Null((await world.Read(ids[0])).CallReason);

        await organiser.Go($"/uitnodigingen/{ids[0]}");
        await organiser.Press("Haal het laatste telefoontje weg");

        Assert.Equal(CallReason.WantsToContribute, (await world.Read(ids[0])).CallReason);
        await organiser.Go("/te-bellen");
        Assert.Equal(["An", "Bo"], Names(organiser));
    }

    [Fact]
    public async Task Two_presses_of_the_same_button_are_one_call()
    {
        var (world, _, ids) = await WithTwoAsync();
        var client = await site.SignedInAsync(world.OrganiserPerson);
        var page = await client.PageAsync("/te-bellen");

        using var first = await client.SendAsync(
            page,
            $"/uitnodigingen/{ids[0]}/belpoging",
            ("Form.Press", "NotReached")
        );
        using var second = await client.SendAsync(
            page,
            $"/uitnodigingen/{ids[0]}/belpoging",
            ("Form.Press", "NotReached")
        );

        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Single(await site.Db(db => db.CallAttempts.ToListAsync()));
    }

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

    /// <summary>An, with a number, and Bo, without: both asked by mail yesterday and no mail asks again.</summary>
    private async Task<(World World, Visitor Organiser, List<int> Ids)> WithTwoAsync()
    {
        var world = await World.On(site);
        site.Clock.Move(TimeSpan.FromDays(-4));
        var ids = await world.Invite([
            ("An", Lived, "an@deelnemer.test", "06 555 01 234"),
            ("Bo", Lived, "bo@deelnemer.test", null),
        ]);
        site.Clock.Move(TimeSpan.FromDays(4));
        var organiser = await (await world.SignIn()).Go("/te-bellen");
        Assert.Equal(["An", "Bo"], Names(organiser));
        return (world, organiser, ids);
    }

    private static Task<Visitor> PressAsync(
        Visitor visitor,
        int id,
        string press,
        params (string Name, string Value)[] typed
    )
    {
        var button = visitor.Page.QuerySelector($"#bel-{id} button[value={press}]")!.Words();
        return visitor.Press(button, typed);
    }

    private static async Task<HttpStatusCode> NotesAsync(World world, string address, int id) =>
        (await (await world.SignIn(address)).Go($"/uitnodigingen/{id}/notities")).Status;

    private static IEnumerable<string> Names(Visitor visitor) =>
        visitor.Page.QuerySelectorAll(".calls h2").Select(name => name.Words());
}
