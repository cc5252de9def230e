using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>
/// Reminders in virtual time: what a person gets in the weeks before a table on 3 December 2026, 14.00.
/// </summary>
public sealed class ReminderTests : ReminderFixture
{
    [Fact]
    public async Task Who_does_not_answer_gets_two_reminders_and_no_more()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal([("herinnering", "2026-11-09 10:00"), ("herinnering", "2026-11-16 10:00")], sent[anna]);
    }

    [Fact]
    public async Task A_ja_stops_the_questions_and_brings_the_two_practical_mails()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await LiveAsync(site, until: new DateTime(2026, 11, 10));
        await AnswerAsync(world, anna, RsvpAnswer.Yes);

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(
            [
                ("herinnering", "2026-11-09 10:00"),
                ("bevestiging", "2026-11-10 00:00"),
                ("praktisch", "2026-11-26 10:00"),
                ("praktisch", "2026-12-02 10:00"),
            ],
            sent[anna]
        );
    }

    [Fact]
    public async Task Who_cancels_hears_nothing_practical_any_more()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);
        await LiveAsync(site, until: new DateTime(2026, 11, 27));
        await AnswerAsync(world, anna, RsvpAnswer.No);

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(["bevestiging", "praktisch", "bedankt-nee"], sent[anna].Select(mail => mail.Kind));
        Assert.Contains(await site.Db(db => db.Reminders.ToListAsync()), reminder =>
            reminder is { Kind: ReminderKind.DayBefore, StopReason: "Er is een ander antwoord." }
        );
    }

    [Fact]
    public async Task Who_will_know_later_is_asked_on_that_day_and_not_before()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        var visitor = Visitor.To(site);
        await visitor.Go(await world.LinkOf(anna));
        await visitor.Follow("Antwoord geven");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Undecided"));
        await visitor.Press("Verstuur", ("Form.When", "NextWeek"));

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(("herinnering", "2026-11-16 10:00"), sent[anna].Single(mail => mail.Kind == "herinnering"));
    }

    [Fact]
    public async Task Somebody_who_joins_the_day_before_gets_the_confirmation_alone()
    {
        using var site = new Site();
        var world = await World.On(site);
        site.Clock.Set(new DateTimeOffset(2026, 12, 2, 11, 0, 0, TimeSpan.Zero));
        var anna = await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        await AnswerAsync(world, anna, RsvpAnswer.Yes);

        var sent = await LiveAsync(site, until: new DateTime(2026, 12, 4));

        Assert.Equal(["bevestiging"], sent[anna].Select(mail => mail.Kind));
    }

    [Fact]
    public async Task A_stopped_process_in_the_middle_makes_nothing_go_twice()
    {
        using var site = new Site();
        var world = await World.On(site);
        await InviteAsync(world, "Anna", "anna@voorbeeld.example");
        site.Clock.Set(new DateTimeOffset(2026, 11, 9, 9, 30, 0, TimeSpan.Zero));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.Run<ReminderJob>()));
        await site.Run<ReminderJob>();

        Assert.Single(await site.Db(db => db.Mails.Where(mail => mail.Kind == "herinnering").ToListAsync()));
    }
}
