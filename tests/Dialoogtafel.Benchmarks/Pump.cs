using System.Diagnostics;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Benchmarks;

/// <summary>
/// The outbox emptied through SMTP, against the same bytes over a plain conversation, without and with one durable
/// commit a mail.
/// </summary>
static class Pump
{
    public static async Task<IReadOnlyList<Comparison>> Run(bool quick)
    {
        var (rounds, count) = quick ? (2, 200) : (7, 2_000);
        await using var sink = new MailSink();
        using var site = new BenchSite();
        site.With("BaseAddress", "https://tafel.example")
            .With("Smtp:Host", "127.0.0.1")
            .With("Smtp:Port", $"{sink.Port}")
            .With("Smtp:Security", "None")
            .With("Smtp:From", World.From);
        site.StartServer();
        var mail = await Queue(site, sink, count);
        var copy = site.CopyDatabase();

        async Task<double> Ours()
        {
            BenchSite.Sql(
                site.Database,
                "UPDATE Mails SET State = 'Queued', Attempts = 0, SentAt = NULL, Reply = NULL; PRAGMA "
                    + "wal_checkpoint(TRUNCATE)"
            );
            var (before, clock) = (sink.Received, Stopwatch.StartNew());
            await site.Run<MailPump>();
            var seconds = clock.Elapsed.TotalSeconds;
            if (sink.Received - before != count)
                throw new InvalidOperationException($"{sink.Received - before} of {count} mails arrived");
            return count / seconds;
        }

        async Task<double> Noted()
        {
            using var note = new DurableNote(copy);
            return await RawMail.Write(sink.Port, mail, count, note.Write);
        }

        return
        [
            await Comparison.Measure("pump", "mails/s", rounds, Ours, () => RawMail.Write(sink.Port, mail, count)),
            await Comparison.Measure("pump, reference with one durable commit a mail", "mails/s", rounds, Ours, Noted),
        ];
    }

    /// <summary>As many invitations as asked, due now; gives the bytes of one.</summary>
    static async Task<byte[]> Queue(BenchSite site, MailSink sink, int count)
    {
        var world = await World.On(site);
        var perspective = world.Perspectives.Keys.First();
        var invitations = await world.Invite([
            .. Enumerable
                .Range(1, count)
                .Select(n => ($"Naam{n}", perspective, (string?)$"naam{n}@deelnemer.test", (string?)null)),
        ]);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort) = (MailRoute.Smtp, "127.0.0.1", sink.Port);
            await db.SaveChangesAsync();
        });
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var mails = scope.ServiceProvider.GetRequiredService<TableMails>();
        foreach (
            var invitation in await db
                .Invitations.WithFacts()
                .Where(item => invitations.Contains(item.Id))
                .ToListAsync()
        )
            await mails.InviteAsync(invitation, default);
        await db.SaveChangesAsync();
        site.Clock.Move(TimeSpan.FromMinutes(5));
        return scope
            .ServiceProvider.GetRequiredService<FieldCipher>()
            .OpenBytes((await db.Mails.OrderBy(item => item.Id).FirstAsync()).Content!);
    }
}
