using MailKit.Net.Smtp;
using MimeKit;

namespace Dialoogtafel.Web.Engines;

/// <summary>MailKit's client, which here changes no byte of a mail and tells how far it came.</summary>
internal sealed class FrozenMailClient(Conversation conversation) : SmtpClient(conversation)
{
    public bool SenderAccepted { get; private set; }

    /// <summary>The recipient is accepted; from here on a stop waits for the end, so that it leaves nothing uncertain.</summary>
    public bool DataBegins { get; private set; }

    public bool DotSent { get; private set; }

    public async Task<string> SendAsync(Envelope envelope, ReadOnlyMemory<byte> bytes, CancellationToken limit)
    {
        SenderAccepted = DataBegins = DotSent = false;
        using var message = FrozenMail.Of(bytes, envelope, conversation.ExpectSilence, () => DotSent = true);
        var options = FormatOptions.Default.Clone();
        options.International = envelope.NeedsUtf8;
        return await SendAsync(options, message, new MailboxAddress("", envelope.From), [new MailboxAddress("", envelope.To)], limit);
    }

    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
        // The bytes are final.
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        SenderAccepted = true;
        // It told MAIL FROM that eight bits are coming, and is no part of the mail.
        message.Body!.Headers.Clear();
    }

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => DataBegins = true;
}
