using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>Reminders of a table that moves tell the new day, and each moment once.</summary>
public sealed class ReminderMoveTests : ReminderFixture
{
    [Theory]
    [InlineData("2026-12-10", "2026-12-03 10:00", "2026-12-09 10:00")]
    [InlineData("2026-11-06", null, "2026-11-05 10:00")]
    public async Task Reminders_move_with_the_table_and_one_whose_moment_is_past_stops(
        string day,
        string? week,
        string before
    )
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await world.MoveAsync(("Form.Date", day));
        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 11));

        Assert.Equal(
            new[] { week, before }.OfType<string>(),
            sent[anna].Where(mail => mail.Kind == "praktisch").Select(mail => mail.At)
        );
    }

    [Fact]
    public async Task A_table_that_moves_after_the_week_before_was_told_tells_it_again()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await LiveAsync(site, until: new DateTime(2026, 11, 27));
        await world.MoveAsync(("Form.Date", "2026-12-17"));

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 18));

        Assert.Equal(
            ["2026-11-26 10:00", "2026-12-10 10:00", "2026-12-16 10:00"],
            sent[anna].Where(mail => mail.Kind == "praktisch").Select(mail => mail.At)
        );
    }

    [Theory]
    [InlineData("2026-12-02", "2026-12-04", "2026-11-26 10:00", "2026-12-02 10:00", "2026-12-03 10:00")]
    // The day before the new day is over: the confirmation of the move said it all.
    [InlineData("2026-12-01", "2026-12-02", "2026-11-26 10:00")]
    public async Task A_table_that_moves_by_one_day_moves_its_reminders_as_well(
        string on,
        string day,
        params string[] told
    )
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await LiveAsync(
            site,
            until: DateTime.Parse(on, System.Globalization.CultureInfo.InvariantCulture).AddHours(12)
        );
        await world.MoveAsync(("Form.Date", day));

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 5));

        Assert.Equal(told, sent[anna].Where(mail => mail.Kind == "praktisch").Select(mail => mail.At));
    }
}
