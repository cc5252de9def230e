using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>An answer is taken, whatever the addresses of the contact person, the sender and the person.</summary>
public sealed class BadAddressAnswerTests : BadAddressFixture
{
    [Theory]
    [InlineData(RsvpAnswer.Yes, "Yes", "bevestiging")]
    [InlineData(RsvpAnswer.No, "No", "bedankt-nee")]
    [InlineData(RsvpAnswer.Substitute, "SomeoneElse", "iemand-anders")]
    public async Task A_participant_answers_while_the_contact_persons_address_is_wrong(
        RsvpAnswer answer,
        string choice,
        string mail
    )
    {
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.SendAsync();
        await site.BreakAsync("Petra", "petra@hogeschool,example");
        if (answer == RsvpAnswer.Yes)
        {
            await world.AnswerAsync(anna, RsvpAnswer.Maybe);
        }

        var person = await Visitor.To(site).Go($"{await world.LinkOf(anna)}/antwoord");
        await person.Press("Verstuur mijn antwoord", ("Form.Answer", choice));
        Assert.Equal(HttpStatusCode.OK, person.Status);
        await world.SendAsync(16 * 60);

        Assert.Equal(answer, (await world.Read(anna)).Answer);
        var sent = (await world.MailsOf(anna)).Last(item => item.Row.Kind == mail);
        Assert.Equal(MailState.Sent, sent.Row.State);
        Assert.Equal("", sent.Mail.ReplyTo);
        if (answer == RsvpAnswer.Yes)
        {
            var file = await person.Http.GetStringAsync(
                new Uri(person.Address, string.Concat(person.Address.Segments.Take(3)).TrimEnd('/') + "/agenda")
            );
            Assert.Contains($"mailto:{World.From}", file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_late_no_is_taken_while_no_mail_reaches_the_organiser()
    {
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.Member("Quirine", "quirine@hogeschool.example", TeamRole.Organiser, world.Project);
        await site.BreakAsync("Petra");
        site.Clock.Set(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero));
        await AnswerAsync(anna, RsvpAnswer.No);
        await world.SendAsync();

        Assert.Equal(
            [("Petra", MailState.Failed), ("Quirine", MailState.Sent)],
            (await site.StatesOf(LateCancellationMail.Name))
                .OrderBy(item => item.Key)
                .Select(item => (item.Key, item.Value))
        );
        Assert.Contains(
            "Eén mail is niet aangekomen.",
            (await (await world.OrganiserAsync()).Go("/start")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_asks_to_be_removed_is_removed_though_neither_address_is_one()
    {
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        await world.SendAsync();
        await site.BreakAsync("Anna", "anna");
        await site.BreakAsync("Petra", "petra@@hogeschool.example");
        using (var scope = site.Services.CreateScope())
        {
            Assert.True(
                await scope
                    .ServiceProvider.GetRequiredService<AnswerDesk>()
                    .AskRemovalAsync(world.Table, anna, site.Clock.Utc, default)
            );
        }

        Assert.NotNull((await world.Read(anna)).Person!.RemovalRequestedAt);
    }

    [Fact]
    public async Task A_sender_from_which_nothing_can_be_mailed_loses_no_answer_and_the_mail_waits()
    {
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await site.Db(db =>
            db.Installation.ExecuteUpdateAsync(set =>
                set.SetProperty(item => item.MailFrom, "tafel@hoge_school.example")
            )
        );
        await AnswerAsync(anna, RsvpAnswer.Yes);

        Assert.Equal(RsvpAnswer.Yes, (await world.Read(anna)).Answer);
        Assert.Equal(
            MailState.Queued,
            await site.Db(db =>
                db.Mails.Where(mail => mail.Kind == "bevestiging").Select(mail => mail.State).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_sender_with_an_accent_in_its_domain_mails_as_punycode()
    {
        var anna = await world.Invite("Anna", Lived, "anna@voorbeeld.example");
        await site.Db(db =>
            db.Installation.ExecuteUpdateAsync(set => set.SetProperty(item => item.MailFrom, "post@café.example"))
        );
        await AnswerAsync(anna, RsvpAnswer.Yes);
        await world.SendAsync();

        Assert.Contains(
            "post@xn--caf-dma.example",
            Assert.Single(MailBox.To(site, "anna@voorbeeld.example")).Headers,
            StringComparison.Ordinal
        );
    }

    private async Task AnswerAsync(int invitation, RsvpAnswer answer)
    {
        using var scope = site.Services.CreateScope();
        Assert.True(
            await scope
                .ServiceProvider.GetRequiredService<AnswerDesk>()
                .TakeAsync(world.Table, invitation, answer, Hand.Self, site.Clock.Utc, default)
        );
    }
}
