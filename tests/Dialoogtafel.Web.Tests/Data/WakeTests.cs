using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Data;

/// <summary>
/// Whatever queues a mail wakes the pump by being saved; the pump does not wake itself for what it puts back.
/// </summary>
public sealed class WakeTests : IAsyncLifetime
{
    private RefusingWorld world = null!;

    private long Wakes => world.Site.Services.GetRequiredService<Nudge>().Count;

    public async Task InitializeAsync() => world = await RefusingWorld.NewAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_mail_that_is_queued_or_sent_again_wakes_the_pump_once()
    {
        var before = Wakes;
        await world.InviteAsync("anna@voorbeeld.example");
        Assert.Equal(before + 1, Wakes);

        world.Sink.Rule = (step, _) => step == SmtpStep.Rcpt ? "550 5.1.1 unknown" : null;
        await world.PumpAsync();
        Assert.Equal(["anna"], await world.InState(MailState.Failed));
        Assert.Equal(before + 1, Wakes);

        await world.Site.Db(async db =>
        {
            (await db.Mails.SingleAsync()).SendAgain(world.Site.Clock.Utc);
            await db.SaveChangesAsync();
        });
        Assert.Equal(before + 2, Wakes);
    }

    [Fact]
    public async Task A_mail_that_has_to_wait_wakes_nobody()
    {
        await world.InviteAsync("anna@voorbeeld.example");
        var before = Wakes;
        world.Sink.Rule = (step, _) => step == SmtpStep.Rcpt ? "451 4.7.1 later" : null;

        await world.PumpAsync();

        Assert.Equal(["anna"], await world.InState(MailState.Queued));
        Assert.Equal(before, Wakes);
    }

    [Fact]
    public async Task What_is_not_kept_wakes_nobody()
    {
        var before = Wakes;
        await world.Site.Db(async db =>
        {
            await using var write = await db.BeginWriteAsync();
            db.Mails.Add(
                OutgoingMail.Due(
                    new OutgoingMail
                    {
                        Id = Guid.NewGuid(),
                        Key = "proef",
                        Kind = "proef",
                        Recipient = "anna@voorbeeld.example",
                        MessageId = "1@tafel.example",
                        QueuedAt = world.Site.Clock.Utc,
                    },
                    world.Site.Services.GetRequiredService<Web.Data.FieldCipher>().Seal((byte[])[1]),
                    world.Site.Clock.Utc
                )
            );
            await db.SaveChangesAsync();
        });

        Assert.Equal(before, Wakes);
        Assert.Empty(await world.Site.Db(db => db.Mails.ToListAsync()));
    }
}
