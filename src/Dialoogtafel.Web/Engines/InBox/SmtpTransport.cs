using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Hands mail to the organiser's mail server (RFC 5321, 3207, 4954, 6409). Outcomes (F4): nothing said or broken before the final dot →
/// TryAgain; after it → Uncertain; a refusal at any step → what <see cref="Refusals"/> reads in it: this address, not now, or about us.
/// </summary>
public sealed class SmtpTransport(SmtpServer server) : IMailTransport
{
    public IMailSession Open() => new SmtpSession(server);
}

internal sealed class SmtpSession(SmtpServer server) : IMailSession
{
    private const int ChunkSize = 16 * 1024;
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);
    private (SmtpChannel Channel, SmtpOffer Offer)? _connection;
    private bool _needsReset;
    private bool _dotSent;

    public async Task<SendResult> SendAsync(string from, string to, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        _dotSent = false;
        if (!Envelope.IsSender(from))
            return Refusals.BadSender;
        try
        {
            var mail = SmtpMail.Prepare(from, to, bytes.Span);
            stop.ThrowIfCancellationRequested();
            return await ConverseAsync(mail, stop);
        }
        catch (FormatException exception)
        {
            return new(SendOutcome.Refused, exception.Message);
        }
        catch (SmtpBrokenException broken)
        {
            await CloseAsync();
            return broken.Refusal ?? new(_dotSent ? SendOutcome.Uncertain : SendOutcome.TryAgain, broken.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await CloseAsync();
            return new(SendOutcome.TryAgain, "Gestopt vóór het versturen.");
        }
    }

    private async Task<SendResult> ConverseAsync(SmtpMail mail, CancellationToken stop)
    {
        var reply = await OpenWithSenderAsync(mail, stop);
        if (!reply.IsDone)
            return await NoAsync(SmtpMoment.Sender, reply);
        reply = await AskAsync($"RCPT TO:<{mail.Envelope.To}>", stop);
        if (!reply.IsDone)
            return await NoAsync(SmtpMoment.Recipient, reply);

        // From here on a stop waits for the end, so that it leaves nothing uncertain.
        stop.ThrowIfCancellationRequested();
        reply = await AskAsync("DATA", CancellationToken.None);
        if (reply.Code != 354)
            return await NoAsync(SmtpMoment.Content, reply);
        reply = await SendDataAsync(mail.Wire);
        _needsReset = false;
        return reply.IsDone ? new(SendOutcome.Accepted, reply.Words) : await NoAsync(SmtpMoment.Content, reply);
    }

    /// <summary>
    /// MAIL FROM, on the open connection when it still lives. Nothing of this mail was handed over yet, so one new connection is safe.
    /// </summary>
    private async Task<SmtpReply> OpenWithSenderAsync(SmtpMail mail, CancellationToken stop)
    {
        if (_connection is not null)
        {
            try
            {
                if (_needsReset && !(await AskAsync("RSET", stop)).IsDone)
                    throw new SmtpBrokenException("De server wilde niet opnieuw beginnen.");
                var reply = await SenderAsync(mail, stop);
                // A goodbye is of an idle connection, unless it says what is wrong with us.
                if (!reply.IsGoodbye || Refusals.Read(SmtpMoment.Sender, reply.Code, reply.Text).Cause is not null)
                    return reply;
            }
            catch (SmtpBrokenException)
            {
                // The server closed an idle connection; that says nothing about this mail.
            }
            await CloseAsync();
        }
        _connection = await SmtpGreeting.ConnectAsync(server, stop);
        return await SenderAsync(mail, stop);
    }

    private async Task<SmtpReply> SenderAsync(SmtpMail mail, CancellationToken stop)
    {
        var offer = _connection!.Value.Offer;
        if (mail.Envelope.NeedsUtf8 && !offer.Has("SMTPUTF8"))
            throw new FormatException("De mailserver kan niet mailen naar een adres met bijzondere letters (SMTPUTF8).");
        if (mail.Envelope.NeedsEightBit && !offer.Has("8BITMIME"))
            throw new FormatException("De mailserver neemt alleen mail van zeven bits aan (8BITMIME ontbreekt).");
        _needsReset = true;
        var needs = (mail.Envelope.NeedsEightBit ? " BODY=8BITMIME" : "") + (mail.Envelope.NeedsUtf8 ? " SMTPUTF8" : "");
        return await AskAsync($"MAIL FROM:<{mail.Envelope.From}>{needs}", stop);
    }

    private async Task<SmtpReply> SendDataAsync(ReadOnlyMemory<byte> wire)
    {
        var channel = _connection!.Value.Channel;
        channel.ExpectSilence();
        while (wire.Length > ChunkSize)
        {
            await channel.SendAsync(wire[..ChunkSize], CancellationToken.None);
            wire = wire[ChunkSize..];
        }
        // A write that fails may still have arrived, so the doubt begins with the write that holds the dot.
        _dotSent = true;
        await channel.SendAsync(wire, CancellationToken.None);
        var reply = await channel.ReadReplyAsync(CancellationToken.None);
        return reply.IsGoOn ? throw new SmtpBrokenException("De server gaf een onverwacht antwoord: " + reply.Words) : reply;
    }

    /// <summary>What a reply other than the hoped-for one means for the mail.</summary>
    private async Task<SendResult> NoAsync(SmtpMoment at, SmtpReply reply)
    {
        if (reply.Code < 400)
            throw new SmtpBrokenException("De server gaf een onverwacht antwoord: " + reply.Words);
        if (reply.IsGoodbye)
            await CloseAsync();
        return Refusals.ResultOf(at, reply.Code, reply.Text);
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken stop)
    {
        var channel = _connection!.Value.Channel;
        await channel.SendAsync(command, stop);
        return await channel.ReadReplyAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is null)
            return;
        try
        {
            using var limit = new CancellationTokenSource(FarewellLimit);
            await AskAsync("QUIT", limit.Token);
        }
        catch (Exception exception) when (exception is SmtpBrokenException or OperationCanceledException)
        {
            // A farewell that is not answered changes nothing.
        }
        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        var connection = _connection;
        _connection = null;
        _needsReset = false;
        if (connection is { } open)
            await open.Channel.DisposeAsync();
    }
}
