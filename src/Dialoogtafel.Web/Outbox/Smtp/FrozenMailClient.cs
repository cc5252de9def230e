using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>MailKit's client, which here changes no byte of a mail (S41) and tells how far it came.</summary>
internal sealed class FrozenMailClient(Conversation conversation) : SmtpClient(conversation), ITransferProgress
{
    private long _size;

    public bool SenderAccepted { get; private set; }

    /// <summary>
    /// The recipient is accepted; from here on a stop waits for the end, so that it leaves nothing uncertain.
    /// </summary>
    public bool DataBegins { get; private set; }

    public bool DotSent { get; private set; }

    public async Task<string> SendAsync(Envelope envelope, ReadOnlyMemory<byte> bytes, CancellationToken limit)
    {
        SenderAccepted = DataBegins = DotSent = false;
        _size = bytes.Length;
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var message = await MimeMessage.LoadAsync(stream, persistent: true, limit);
        foreach (var field in message.Headers)
        {
            // Marked as written by hand: MimeKit folds what it wrote itself anew for SMTPUTF8.
            field.SetRawValue(field.RawValue);
        }

        if (!envelope.NeedsUtf8)
        {
            // Else it writes a domain with letters of its own as it is, and a server further on may not take that.
            // Cannot be put back.
            Capabilities &= ~SmtpCapabilities.UTF8;
        }

        var options = FormatOptions.Default.Clone();
        options.International = envelope.NeedsUtf8;
        return await SendAsync(
            options,
            message,
            new MailboxAddress("", envelope.From),
            [new MailboxAddress("", envelope.To)],
            limit,
            this
        );
    }

    void ITransferProgress.Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

    void ITransferProgress.Report(long bytesTransferred) => Report(bytesTransferred);

    protected override void Prepare(
        FormatOptions options,
        MimeMessage message,
        EncodingConstraint constraint,
        int maxLineLength
    )
    {
        // The bytes are final.
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        SenderAccepted = true;

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        DataBegins = true;

    /// <summary>
    /// MailKit takes words that come before the dot for the answer to it: a mail that a server then refuses would be
    /// lost.
    /// </summary>
    private void Report(long sent)
    {
        conversation.ExpectSilence();
        DotSent = sent >= _size;
    }
}
