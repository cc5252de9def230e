using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>
/// What happens to a mail between the moment that it is queued and the moment that it leaves: it says what is so then
/// (decision 0029).
/// </summary>
public sealed class MailThatWaitedTests : MailThatWaitedFixture
{
    [Fact]
    public async Task A_greylisted_mail_whose_table_moves_meanwhile_never_tells_the_old_day()
    {
        await GreylistedAsync();

        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await MendAsync();

        var mail = Assert.Single(To(Old));
        Assert.Contains("10 december", mail.Plain(), StringComparison.Ordinal);
        Assert.Equal(MailState.Dropped, (await RowAsync("bevestiging")).State);
        Assert.Equal(MailState.Sent, (await RowAsync("verplaatst")).State);
    }

    [Fact]
    public async Task A_mail_that_was_put_off_says_what_is_so_when_it_leaves_under_the_same_message_id()
    {
        await GreylistedAsync();
        var before = await RowAsync("bevestiging");

        await site.Db(async db =>
        {
            (await db.Persons.SingleAsync(person => person.Id == world.OrganiserPerson)).Phone = "06 555 77 777";
            await db.SaveChangesAsync();
        });
        await MendAsync();

        var mail = Assert.Single(To(Old));
        Assert.Contains("06 555 77 777", mail.Plain(), StringComparison.Ordinal);
        var after = await RowAsync("bevestiging");
        Assert.Equal(
            (before.Id, before.Key, before.MessageId, MailState.Sent),
            (after.Id, after.Key, after.MessageId, after.State)
        );
        Assert.Contains($"<{before.MessageId}>", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_somebody_sends_again_after_doubt_keeps_its_bytes()
    {
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        sink.At(SmtpStep.Dot, new SinkAct.Drop());
        await site.Run<MailPump>();
        var doubted = await RowAsync("bevestiging");
        await site.Db(async db =>
        {
            (await db.Persons.SingleAsync(person => person.Id == world.OrganiserPerson)).Phone = "06 555 77 777";
            (await db.Mails.SingleAsync(mail => mail.Id == doubted.Id)).SendAgain(site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        site.Clock.Move(TimeSpan.FromHours(1));

        await site.Run<MailPump>();

        Assert.DoesNotContain("06 555 77 777", Assert.Single(To(Old)).Plain(), StringComparison.Ordinal);
        Assert.NotNull((await RowAsync("bevestiging")).DoubtedAt);
    }

    /// <summary>K-F1: the new link is a key, and the former mailbox may be somebody else's.</summary>
    [Theory]
    [InlineData("withdrawn")]
    [InlineData("erased")]
    public async Task Who_left_before_the_morning_gets_nothing_of_what_waited(string how)
    {
        await GreylistedAsync();

        if (how == "withdrawn")
        {
            var organiser = await world.SignIn();
            await organiser.Go($"/uitnodigingen/{anna}/intrekking");
            await organiser.Press("Ja, haal van de lijst");
        }
        else
        {
            await using var scope = site.Services.CreateAsyncScope();
            Assert.True(
                await scope
                    .ServiceProvider.GetRequiredService<Eraser>()
                    .EraseAsync((await world.Read(anna)).PersonId, Hand.Self, site.Clock.Utc, default)
            );
        }

        await MendAsync();

        Assert.Empty(To(Old));
    }

    [Fact]
    public async Task A_template_that_was_broken_meanwhile_stops_no_mail()
    {
        await GreylistedAsync();
        // What the text would ask for now is not there: the mail goes as it was composed.
        await site.Db(db =>
            db.Links.ExecuteUpdateAsync(set => set.SetProperty(link => link.WithdrawnAt, site.Clock.Utc))
        );

        await MendAsync();

        Assert.Equal(MailState.Sent, (await RowAsync("bevestiging")).State);
    }

    [Fact]
    public async Task Over_several_connections_one_person_gets_what_was_told_in_the_order_in_which_it_was_told()
    {
        var others = new List<int>();
        foreach (var name in new[] { "Bo", "Cor", "Dee" })
        {
            others.Add(await world.Invite(name, "Ervaringsdeskundige", $"{name}@voorbeeld.example".ToLowerInvariant()));
        }

        foreach (var invitation in others.Append(anna))
        {
            await world.AnswerAsync(invitation, RsvpAnswer.Yes);
        }

        await world.SendAsync();
        await world.MoveAsync(("Form.Date", "2026-12-10"));
        await world.SendAsync();
        await world.CancelAsync();
        await world.SendAsync();

        Assert.All(sink.Taken.GroupBy(mail => mail.To[0]), mails =>
        {
            var methods = mails
                .Select(mail => mail.Text.Contains("method=CANCEL", StringComparison.OrdinalIgnoreCase))
                .ToList();
            Assert.Equal([false, false, true], methods);
            Assert.Contains("3 december", mails.First().Plain(), StringComparison.Ordinal);
            Assert.Contains("10 december", mails.Last().Plain(), StringComparison.Ordinal);
        });
        Assert.Equal(4, sink.Taken.Select(mail => mail.To[0]).Distinct().Count());
    }

    [Fact]
    public async Task Looking_at_an_invitation_or_at_a_mail_that_waits_changes_nothing()
    {
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        var concept = await world.Invite("Bo", "Ervaringsdeskundige", "bo@voorbeeld.example", approached: false);
        var waiting = await RowAsync("bevestiging");
        var organiser = await world.SignIn();
        await organiser.Go($"/uitnodigingen/{concept}/voorbeeld");
        var before = DatabaseContent.Of(site);

        await organiser.Go($"/uitnodigingen/{concept}/voorbeeld");
        await organiser.Go($"/uitnodigingen/{concept}/voorbeeld/mail");
        await organiser.Go($"/beheer/post/{waiting.Id}");
        await organiser.Go($"/beheer/post/{waiting.Id}/beeld");

        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
    }
}
