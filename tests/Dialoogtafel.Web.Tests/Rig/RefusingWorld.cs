using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>A table whose invitations go through a scripted mail server.</summary>
public sealed class RefusingWorld : IAsyncDisposable
{
    public const string Perspective = "Ervaringsdeskundige";

    private RefusingWorld(Site site, World world) => (Site, World) = (site, world);

    public Site Site { get; }
    public World World { get; }
    public SmtpSink Sink { get; } = new();

    public static async Task<RefusingWorld> NewAsync(Site? site = null)
    {
        site ??= new Site();
        var refusing = new RefusingWorld(site, await World.On(site, 10, (Perspective, 0)));
        await site.Db(async db =>
        {
            var row = await db.Installation.SingleAsync();
            (row.Route, row.SmtpHost, row.SmtpPort, row.SmtpSecurity, row.SmtpUser) = (
                MailRoute.Smtp,
                "127.0.0.1",
                refusing.Sink.Port,
                SmtpSecurity.None,
                "site"
            );
            (row.SmtpPassword, row.BaseAddress) = (
                site.Services.GetRequiredService<FieldCipher>().Seal("geheim"),
                "https://tafel.example"
            );
            await db.SaveChangesAsync();
        });
        return refusing;
    }

    /// <summary>Invites these addresses, one mail each, in this order.</summary>
    public async Task InviteAsync(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var invitation = await World.Invite(address.Split('@')[0], Perspective, address, "06 555 00 002");
            await using var scope = Site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
            var person = await db.Persons.SingleAsync(item => item.Email == address);
            await scope
                .ServiceProvider.GetRequiredService<MailOutbox>()
                .AddAsync(
                    new Letter
                    {
                        Text = InvitationMail.Sample with
                        {
                            Facts = GatheringFacts.Sample with { FirstName = person.FirstName },
                        },
                        To = person,
                        Key = $"uitnodiging:{invitation}",
                        InvitationId = invitation,
                        GatheringId = World.Table,
                    }
                );
            await db.SaveChangesAsync();
            Site.Clock.Move(TimeSpan.FromSeconds(1));
        }
    }

    public async Task PumpAsync(double afterMinutes = 0)
    {
        Site.Clock.Move(TimeSpan.FromMinutes(afterMinutes));
        await Site.Run<MailPump>();
    }

    /// <summary>Local parts of the addresses whose mail the server took, in its order.</summary>
    public List<string> Taken => [.. Sink.Taken.SelectMany(mail => mail.To).Select(address => address.Split('@')[0])];

    /// <summary>How often a mail was offered: MAIL FROM.</summary>
    public int Tries => Sink.Commands.Count(command => command.StartsWith("MAIL", StringComparison.Ordinal));

    public Task<List<string>> InState(MailState state) =>
        Site.Db(async db =>
            (
                await db
                    .Mails.Where(mail => mail.State == state && mail.Kind == "uitnodiging")
                    .OrderBy(mail => mail.QueuedAt)
                    .Select(mail => mail.Recipient)
                    .ToListAsync()
            )
                .Select(address => address.Split('@')[0])
                .ToList()
        );

    public async Task<string> PageAsync(string path) => (await (await World.SignIn()).Go(path)).Text;

    public async ValueTask DisposeAsync()
    {
        await Sink.DisposeAsync();
        await Site.DisposeAsync();
    }
}
