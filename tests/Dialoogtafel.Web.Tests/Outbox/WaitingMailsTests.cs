using System.IO.Compression;
using System.Text;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>
/// A site that was killed while it sent is updated and goes on: what surely did not arrive leaves once, what may have
/// arrived waits for a person, and nothing goes twice. On folders that earlier versions left (tests/data, <see
/// cref="WaitingMails"/>).
/// </summary>
public sealed class WaitingMailsTests
{
    [Theory]
    [InlineData(6)]
    public async Task The_mails_that_waited_leave_once_and_what_is_doubtful_waits_for_a_person(int step)
    {
        await using var sink = new SmtpSink();
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        ZipFile.ExtractToDirectory(Path.Combine(RigFiles.Root, "tests", "data", $"waiting-step-{step}.zip"), folder);
        await using var site = new Site { Folder = folder };
        site.Clock.Set(WaitingMails.Killed);
        await site.Db(db =>
            db.Installation.ExecuteUpdateAsync(set => set.SetProperty(item => item.SmtpPort, sink.Port))
        );
        var (before, stored) = (await RowsAsync(site), await site.MailsAsync());

        for (var minutes = 0; minutes < 90; minutes++)
        {
            site.Clock.Move(TimeSpan.FromMinutes(1));
            await site.Run<MailPump>();
        }

        var after = (await RowsAsync(site)).ToDictionary(row => row.Id);
        Assert.Equal(
            [
                "bevestiging aan gerda: Sent",
                "inloggen aan petra: Sent",
                "nog-niet aan hanna: Sent",
                "uitnodiging aan anna: Sent",
                "uitnodiging aan bram: Uncertain",
                "uitnodiging aan carla: Failed",
                "uitnodiging aan dirk: Uncertain",
                "uitnodiging aan els: Sent",
                "uitnodiging aan fatima: Recalled",
                "verplaatst aan gerda: Sent",
            ],
            before
                .Select(row => $"{row.Kind} aan {row.Recipient.Split('@')[0]}: {after[row.Id].State}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(before.Count, after.Count);
        var due = stored
            .Where(mail => mail.Row.State == MailState.Queued)
            .Select(mail => Encoding.UTF8.GetString(mail.Bytes));
        // Made by the earlier version, to the byte, and each once.
        Assert.Equal(
            due.Order(StringComparer.Ordinal),
            sink.Mails.Select(mail => mail.Text).Order(StringComparer.Ordinal)
        );
    }

    private static Task<List<OutgoingMail>> RowsAsync(Site site) =>
        site.Db(db => db.Mails.AsNoTracking().OrderBy(mail => mail.QueuedAt).ToListAsync());
}
