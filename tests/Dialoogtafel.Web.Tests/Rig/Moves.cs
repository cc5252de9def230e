using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>An organiser who moves or cancels the table of a world through its pages, and what people get.</summary>
public static class Moves
{
    /// <summary>Fills in the details and agrees to the mails that the page names.</summary>
    public static async Task<Visitor> MoveAsync(this World world, params (string Name, string Value)[] typed)
    {
        var organiser = await world.SignIn();
        await organiser.Go($"/bijeenkomsten/{world.Table}/gegevens");
        await organiser.Press("Bewaren", typed);
        if (organiser.Page.QuerySelector("input[name=mensen]") is not null)
        {
            // The same button stands above and below the form.
            var button = organiser.Page.QuerySelector("form#details .buttons button")!;
            button.TextContent = "Onderaan";
            await organiser.Press("Onderaan");
        }

        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        return organiser;
    }

    public static async Task<Visitor> CancelAsync(this World world, string reason = "")
    {
        var organiser = await world.SignIn();
        await organiser.Go($"/bijeenkomsten/{world.Table}/afzegging");
        return await organiser.Press("Ja, zeg de tafel af", ("Form.Reason", reason));
    }

    public static async Task AnswerAsync(this World world, int invitation, RsvpAnswer answer)
    {
        await using var scope = world.Site.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<AnswerDesk>()
            .TakeAsync(
                world.Table,
                invitation,
                answer,
                new Hand(ContactChannel.Phone, world.OrganiserPerson),
                world.Site.Clock.Utc,
                default
            );
    }

    /// <summary>Lets the recall window pass and empties the outbox.</summary>
    public static async Task SendAsync(this World world, int seconds = 61)
    {
        world.Site.Clock.Move(TimeSpan.FromSeconds(seconds));
        await world.Site.Run<MailPump>();
    }

    /// <summary>
    /// The mails to one person in order, with their bytes; those that were dropped or taken back have none.
    /// </summary>
    public static async Task<IReadOnlyList<MailedLinks.Composed>> MailsOf(this World world, int invitation) =>
        [
            .. (await world.Site.MailsAsync()).Where(mail =>
                mail.Row.InvitationId == invitation && mail.Row.State != MailState.Dropped
            ),
        ];

    public static Task<List<OutgoingMail>> RowsOf(this World world, string kind) =>
        world.Site.Db(db =>
            db.Mails.AsNoTracking().Where(mail => mail.Kind == kind).OrderBy(mail => mail.QueuedAt).ToListAsync()
        );
}
