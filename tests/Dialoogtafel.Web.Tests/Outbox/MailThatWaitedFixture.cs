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
/// Anna, who says ja to the table of 3 December 2026, 14.00, and a mail server that can be told to wait.
/// </summary>
public abstract class MailThatWaitedFixture : IAsyncLifetime
{
    protected const string Old = "anna@voorbeeld.example";
    protected const string New = "anna@nieuw.example";
    protected readonly SmtpSink sink = new();
    protected readonly Site site = new();
    protected World world = null!;
    protected int anna;

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity, settings.BaseAddress) = (
                MailRoute.Smtp,
                "127.0.0.1",
                sink.Port,
                SmtpSecurity.None,
                "https://tafel.example"
            );
            await db.SaveChangesAsync();
        });
        anna = await world.Invite("Anna", "Ervaringsdeskundige", Old, "06 555 00 002");
    }

    public async Task DisposeAsync()
    {
        site.Dispose();
        await sink.DisposeAsync();
    }

    /// <summary>Anna's confirmation was tried once, and the server asked to come back later.</summary>
    protected async Task GreylistedAsync()
    {
        await world.AnswerAsync(anna, RsvpAnswer.Yes);
        sink.Rule = (step, _) => step == SmtpStep.Rcpt ? "451 4.7.1 greylisted, come back later" : null;
        await site.Run<MailPump>();
        var row = await RowAsync("bevestiging");
        Assert.Equal((MailState.Queued, 1), (row.State, row.Attempts));
    }

    protected async Task MendAsync()
    {
        sink.Rule = (_, _) => null;
        site.Clock.Move(TimeSpan.FromMinutes(20));
        await site.Run<MailPump>();
    }

    protected async Task CorrectAsync(string address)
    {
        var person = (await world.Read(anna)).PersonId;
        var petra = await site.SignedInAsync(world.OrganiserPerson);
        using var answer = await petra.SendAsync(
            $"/personen/{person}",
            $"/personen/{person}",
            ("Contact.Email", address)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    protected async Task<OutgoingMail> RowAsync(string kind) => Assert.Single(await world.RowsOf(kind));

    protected List<SinkMail> To(string address) => [.. sink.Taken.Where(mail => mail.To.Contains(address))];
}
