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

/// <summary>What becomes of a mail that waits when the person gets another address (K-F1, decision 0029).</summary>
public sealed class MailElsewhereTests : MailThatWaitedFixture
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_corrected_address_gets_what_waited_with_a_link_that_works(bool afterATry)
    {
        if (afterATry)
        {
            await GreylistedAsync();
        }
        else
        {
            await world.AnswerAsync(anna, RsvpAnswer.Yes);
        }

        await CorrectAsync(New);
        await MendAsync();

        Assert.Contains("3 december", Assert.Single(To(New)).Plain(), StringComparison.Ordinal);
        // The former address hears that it is the former one, and gets no way in.
        var told = Assert.Single(To(Old));
        Assert.DoesNotContain("/u/", told.Plain(), StringComparison.Ordinal);
        var row = await RowAsync("bevestiging");
        Assert.Equal((MailState.Sent, New, 1), (row.State, row.Recipient, row.Attempts));
        var link = Assert.Single(To(New)).Links().First(item => item.Contains("/u/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await Visitor.To(site).Go(new Uri(link).AbsolutePath)).Status);
        Assert.Contains(New, To(New)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_have_arrived_goes_nowhere_else_and_is_a_choice_of_a_person()
    {
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        sink.At(SmtpStep.Dot, new SinkAct.Drop());
        await site.Run<MailPump>();

        await CorrectAsync(New);
        await MendAsync();

        Assert.Equal(
            (MailState.Uncertain, Old),
            ((await RowAsync("bevestiging")).State, (await RowAsync("bevestiging")).Recipient)
        );
        Assert.Empty(To(New));
    }

    [Fact]
    public async Task A_mail_that_was_under_way_while_the_address_changed_carries_no_new_link_to_the_former_one()
    {
        await GreylistedAsync();
        await StateAsync(MailState.Sending);
        await CorrectAsync(New);
        await StateAsync(MailState.Queued);

        await MendAsync();

        Assert.All(To(Old), mail => Assert.DoesNotContain("/u/", mail.Plain(), StringComparison.Ordinal));
        var row = await RowAsync("bevestiging");
        Assert.Equal((MailState.Failed, (MailContent?)null), (row.State, row.Stored));

        Task StateAsync(MailState state) =>
            site.Db(db =>
                db.Mails.Where(mail => mail.Kind == "bevestiging")
                    .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, state))
            );
    }

    [Fact]
    public async Task An_invitation_that_was_answered_meanwhile_is_no_call_when_the_address_is_corrected()
    {
        var bo = await world.Invite("Bo", "Ervaringsdeskundige", "bo@voorbeeld.example", approached: false);
        await (await world.SignIn()).Go($"/uitnodigingen/{bo}/voorbeeld");
        var organiser = await (await world.SignIn()).Go($"/bijeenkomsten/{world.Table}/verzending");
        await organiser.Press("Ja, naar 1 mens");
        await world.AnswerAsync(bo, RsvpAnswer.No);

        var person = (await world.Read(bo)).PersonId;
        using var changed = await (await site.SignedInAsync(world.OrganiserPerson)).SendAsync(
            $"/personen/{person}",
            $"/personen/{person}",
            ("Contact.Email", "bo@nieuw.example")
        );

        Assert.Equal(MailState.Dropped, (await RowAsync("uitnodiging")).State);
    }

    [Fact]
    public async Task A_mail_of_an_account_never_follows_the_new_address_of_a_person()
    {
        using var asked = await site.Open().SendAsync("/team/inloggen", "/team/inloggen", ("Email", World.Organiser));
        Assert.Equal(MailState.Queued, (await RowAsync("inloggen")).State);
        using var changed = await (await site.SignedInAsync(world.OrganiserPerson)).SendAsync(
            $"/personen/{world.OrganiserPerson}",
            $"/personen/{world.OrganiserPerson}",
            ("Contact.Email", "petra@nieuw.example")
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        await MendAsync();

        Assert.Equal(World.Organiser, (await RowAsync("inloggen")).Recipient);
        Assert.Empty(To("petra@nieuw.example"));
    }
}
