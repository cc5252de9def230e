using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.CallList;

/// <summary>
/// Working through te bellen, and who may do what there. Monday 2 November 2026; the table is on 3 December.
/// </summary>
public sealed class CallTests : CallFixture
{
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
}
