using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Tables;

public sealed class TableDetailsTests : IAsyncLifetime
{
    private readonly Site site = new();
    private HttpClient client = null!;
    private int project;
    private int me;
    private SomeTable.Ids ids = null!;

    private string Path => $"/bijeenkomsten/{ids.First}/gegevens";

    public async Task InitializeAsync()
    {
        project = await site.ProjectAsync("Meedoen");
        (client, me) = await site.SignInAsync(TeamRole.CoResearcher, project);
        ids = await site.SeriesAsync(project);
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Saving_as_served_changes_nothing_that_people_have_in_their_calendars()
    {
        var before = await TableAsync();
        using var answer = await client.FillAsync(Path);

        Assert.Equal($"/bijeenkomsten/{ids.First}", answer.Headers.Location?.OriginalString);
        var after = await TableAsync();
        Assert.Equal(
            (before.StartsAt, before.LocationId, 0),
            (after.StartsAt, after.LocationId, after.CalendarSequence)
        );
    }

    [Fact]
    public async Task Another_time_raises_the_sequence_of_the_calendar_entry_once()
    {
        using var answer = await client.FillAsync(Path, ("Form.Date", "2026-12-16"), ("Form.Time", "10:00"));
        var after = await TableAsync();
        Assert.Equal((new DateTime(2026, 12, 16, 9, 0, 0), 1), (after.StartsAt!.Value, after.CalendarSequence));
    }

    [Fact]
    public async Task Another_place_is_for_this_table_alone_and_a_fact_about_the_place_for_both()
    {
        using var fact = await client.FillAsync(Path, ("Form.QuietRoom", "Er is een stille kamer."));
        using var moved = await client.FillAsync(Path, ("Form.PlaceName", "Het Anker"));

        var (first, second) = (await TableAsync(), await TableAsync(ids.Second));
        Assert.Equal(("Het Anker", 1), (first.Location!.Name, first.CalendarSequence));
        Assert.Equal(
            ("De Schakel", "Er is een stille kamer.", 0),
            (second.Location!.Name, second.Location.QuietRoom, second.CalendarSequence)
        );
    }

    [Theory]
    [InlineData("2027-03-28", "02:30", "#Form_Time-error")]
    [InlineData("2026-12-16", "", "#Form_Time-error")]
    [InlineData("2026-10-16", "10:00", "#Form_Date-error")]
    public async Task A_moment_that_cannot_be_is_refused_beside_its_field(string date, string time, string error)
    {
        using var answer = await client.FillAsync(Path, ("Form.Date", date), ("Form.Time", time));
        Assert.NotNull((await answer.PageAsync()).QuerySelector(error));
        Assert.Equal(0, (await TableAsync()).CalendarSequence);
    }

    [Fact]
    public async Task Fewer_chairs_than_wanted_or_taken_is_refused()
    {
        using var planned = await client.FillAsync($"/reeksen/{ids.Series}/partijen");
        using var answer = await client.FillAsync(Path, ("Form.MinSeats", "6"), ("Form.MaxSeats", "8"));
        Assert.Contains(
            "9 mensen",
            (await answer.PageAsync()).QuerySelector("#Form_MaxSeats-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(10, (await TableAsync()).MaxSeats);
    }

    [Fact]
    public async Task People_with_lived_experience_can_be_chosen_first_and_strangers_not_at_all()
    {
        var (zita, stranger) = await site.Db(async db =>
        {
            var (one, two) = (
                new Person { FirstName = "Zita", CreatedAt = site.Clock.Utc },
                new Person { FirstName = "Vreemde", CreatedAt = site.Clock.Utc }
            );
            var perspective = new Perspective
            {
                ProjectId = project,
                Name = "Ervaringsdeskundige",
                Kind = PerspectiveKind.LivedExperience,
            };
            db.AddRange(one, two, perspective);
            await db.SaveChangesAsync();
            db.PersonPerspectives.Add(
                new PersonPerspective
                {
                    PersonId = one.Id,
                    PerspectiveId = perspective.Id,
                    AccordingTo = "Anna",
                }
            );
            await db.SaveChangesAsync();
            return (one.Id, two.Id);
        });

        var page = await client.PageAsync(Path);
        Assert.Equal(
            ["", $"{zita}", $"{me}"],
            page.QuerySelectorAll("#Form_ProcessFacilitatorId option").Select(option => option.GetAttribute("value"))
        );
        using var refused = await client.SendAsync(page, Path, ("Form.ProcessFacilitatorId", $"{stranger}"));
        Assert.NotNull((await refused.PageAsync()).QuerySelector("#Form_ProcessFacilitatorId-error"));
        using var accepted = await client.SendAsync(page, Path, ("Form.ProcessFacilitatorId", $"{zita}"));
        Assert.Equal(zita, (await TableAsync()).ProcessFacilitatorId);
    }

    [Fact]
    public async Task An_answer_in_between_does_not_stop_the_editor_and_another_editor_does()
    {
        var mine = await client.PageAsync(Path);
        await site.SeatAsync(project, ids.First, "Gemeente", PerspectiveKind.Party);
        await site.Db(db =>
            db.Gatherings.ExecuteUpdateAsync(set => set.SetProperty(item => item.Version, item => item.Version + 1))
        );
        using var saved = await client.SendAsync(mine, Path, ("Form.Topics", "reizen"));
        Assert.NotNull(saved.Headers.Location);

        using var late = await client.SendAsync(mine, Path, ("Form.Topics", "rust"));
        var page = await late.PageAsync();
        Assert.Contains("reizen", page.QuerySelector("#Form_Topics-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("rust", page.QuerySelector("#Form_Topics")!.ValueOf());
        Assert.Equal("reizen", (await TableAsync()).Topics);
    }

    [Fact]
    public async Task The_organiser_reads_that_people_who_were_asked_must_be_called()
    {
        Assert.Null((await client.PageAsync(Path)).QuerySelector(".notice.warning"));
        await site.SeatAsync(project, ids.First, "Gemeente", PerspectiveKind.Party);
        Assert.NotNull((await client.PageAsync(Path)).QuerySelector(".notice.warning"));
        using var answer = await client.FillAsync(Path, ("Form.Date", ""), ("Form.Time", ""));
        Assert.NotNull((await answer.PageAsync()).QuerySelector("#Form_Date-error"));
    }

    private Task<Gathering> TableAsync(int? id = null) =>
        site.Db(db => db.Gatherings.Include(item => item.Location).SingleAsync(item => item.Id == (id ?? ids.First)));
}
