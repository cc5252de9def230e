using System.Globalization;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Outbox.Smtp;

namespace Dialoogtafel.Web.Tests.Outbox;

public sealed class FolderTransportTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "post-" + Guid.NewGuid().ToString("N"));
    private readonly byte[] _mail = new MailComposer().Compose(Drafts.Mail);

    [Fact]
    public async Task A_mail_is_one_file_named_after_its_time_and_message_id()
    {
        var result = await SendAsync(_mail);

        Assert.Equal(SendOutcome.Accepted, result.Outcome);
        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal("20261122T090507000Z-42.7f3a@tafel.example.eml", Path.GetFileName(file));
        Assert.Equal(_mail, await File.ReadAllBytesAsync(file));
    }

    [Theory]
    [InlineData("Message-ID: <../../etc/x@y>\r\n\r\n", "_etc_x@y")]
    [InlineData("Subject: x\r\n\r\n", "zonder-kenmerk")]
    public async Task A_strange_message_id_stays_in_the_folder(string mail, string end)
    {
        await SendAsync(System.Text.Encoding.ASCII.GetBytes(mail));
        Assert.EndsWith(end + ".eml", Assert.Single(Directory.GetFiles(_folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_try_again()
    {
        await File.WriteAllTextAsync(_folder, "a file in the way");
        Assert.Equal(SendOutcome.TryAgain, (await SendAsync(_mail)).Outcome);
    }

    [Fact]
    public async Task A_stop_leaves_nothing_behind()
    {
        await using var session = new FolderTransport(_folder, new At()).Open();
        Assert.Equal(
            SendOutcome.TryAgain,
            (await session.SendAsync("a@b.example", "c@d.example", _mail, new CancellationToken(true))).Outcome
        );
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        File.Delete(_folder);
    }

    private async Task<SendResult> SendAsync(byte[] bytes)
    {
        await using var session = new FolderTransport(_folder, new At()).Open();
        return await session.SendAsync("site@tafel.example", "anna@deelnemer.example", bytes, CancellationToken.None);
    }

    private sealed class At : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() =>
            DateTimeOffset.Parse("2026-11-22T09:05:07Z", CultureInfo.InvariantCulture);
    }
}
