using Dialoogtafel.Web.Options;
using MailKit;
using MailKit.Net.Smtp;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>
/// Hands mail to the organiser's mail server with MailKit (RFC 5321, 3207, 4954, 6409). Outcomes (F4): nothing said or
/// broken before the final dot → TryAgain; after it → Uncertain; a refusal at any step → what <see cref="Refusals"/>
/// reads in it: this address, not now, or about us.
/// </summary>
public sealed class SmtpTransport(SmtpServer server) : IMailTransport
{
    /// <summary>Microsoft 365 takes three connections of one account; others take more.</summary>
    public int Lanes => 3;

    public IMailSession Open() => new SmtpSession(server);
}

internal sealed class SmtpSession(SmtpServer server) : IMailSession
{
    private const string Broken = "De verbinding met de server brak af.";
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);
    private SmtpConnection? _connection;

    public async Task<SendResult> SendAsync(string from, string to, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        if (!Envelope.IsSender(from))
            return Refusals.BadSender;
        try
        {
            var envelope = Envelope.Of(from, to, bytes.Span);
            stop.ThrowIfCancellationRequested();
            var result = _connection is { Client.IsConnected: true } open
                ? await ConverseAsync(open, envelope, bytes, stop)
                : null;
            if (result is null)
            {
                await CloseAsync();
                _connection = await SmtpConnection.OpenAsync(server, stop);
                result = await ConverseAsync(_connection with { IsFresh = true }, envelope, bytes, stop);
            }
            return result!;
        }
        catch (FormatException exception)
        {
            return new(SendOutcome.Refused, exception.Message);
        }
        catch (NotConnectedException exception)
        {
            return exception.Refusal ?? new(SendOutcome.TryAgain, ReplyWords.Shorten(exception.Message));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new(SendOutcome.TryAgain, "Gestopt vóór het versturen.");
        }
    }

    /// <returns>Null when it asks a new connection: the server had closed an idle one, or this one cannot carry it.
    /// Nothing of this mail was handed over.</returns>
    private async Task<SendResult?> ConverseAsync(
        SmtpConnection connection,
        Envelope envelope,
        ReadOnlyMemory<byte> bytes,
        CancellationToken stop
    )
    {
        var client = connection.Client;
        if (envelope.NeedsUtf8 && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            // A mail before it may have switched it off.
            if (!connection.IsFresh)
                return null;
            throw new FormatException(
                "De mailserver kan niet mailen naar een adres met bijzondere letters (SMTPUTF8)."
            );
        }

        using var round = connection.Conversation.Begin(() => !client.DataBegins, stop);
        try
        {
            return new(
                SendOutcome.Accepted,
                ReplyWords.Shorten("250 " + await client.SendAsync(envelope, bytes, round.Token))
            );
        }
        catch (SmtpCommandException exception)
        {
            // A goodbye is of an idle connection, unless it says what is wrong with us.
            var isIdleEnd =
                exception.StatusCode == SmtpStatusCode.ServiceNotAvailable
                && IsIdleEnd(connection)
                && Refusals.Read(SmtpMoment.Sender, (int)exception.StatusCode, exception.Message).Cause is null;
            return isIdleEnd
                ? null
                : await AnswerAsync(client, MomentOf(client, exception), (int)exception.StatusCode, exception.Message);
        }
        catch (ServiceNotAuthenticatedException exception)
        {
            return await AnswerAsync(
                client,
                SmtpMoment.Sender,
                (int)SmtpStatusCode.AuthenticationRequired,
                exception.Message
            );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !client.DotSent)
        {
            await CloseAsync();
            throw;
        }
        catch (Exception exception)
        {
            await CloseAsync();
            return exception is not OperationCanceledException && IsIdleEnd(connection)
                ? null
                : Break(
                    client,
                    exception is OperationCanceledException ? "De server gaf geen antwoord binnen de tijd." : Broken
                );
        }
    }

    private static bool IsIdleEnd(SmtpConnection connection) =>
        !connection.IsFresh && !connection.Client.SenderAccepted;

    /// <summary>What a reply other than the hoped-for one means for the mail.</summary>
    private async Task<SendResult> AnswerAsync(FrozenMailClient client, SmtpMoment at, int code, string text)
    {
        var words = ReplyWords.Shorten($"{code} {text}");
        if (client.DotSent && code is >= 200 and < 300)
            return new(SendOutcome.Accepted, words);
        if (code < 400 || !ReplyWords.IsReply(code))
        {
            await CloseAsync();
            return Break(client, ReplyWords.Shorten("De server gaf een onverwacht antwoord: " + words));
        }
        return Refusals.ResultOf(at, code, text);
    }

    private static SmtpMoment MomentOf(FrozenMailClient client, SmtpCommandException exception) =>
        exception.ErrorCode switch
        {
            SmtpErrorCode.SenderNotAccepted => SmtpMoment.Sender,
            SmtpErrorCode.RecipientNotAccepted => SmtpMoment.Recipient,
            SmtpErrorCode.MessageNotAccepted => SmtpMoment.Content,
            _ => client.DataBegins ? SmtpMoment.Content
            : client.SenderAccepted ? SmtpMoment.Recipient
            : SmtpMoment.Sender,
        };

    private static SendResult Break(FrozenMailClient client, string words) =>
        new(client.DotSent ? SendOutcome.Uncertain : SendOutcome.TryAgain, words);

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(FarewellLimit);
            if (_connection is { Client.IsConnected: true } open)
                await open.Client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception exception)
            when (exception is IOException or OperationCanceledException or ProtocolException or CommandException)
        {
            // A farewell that is not answered changes nothing.
        }
        await CloseAsync();
    }

    private Task CloseAsync()
    {
        _connection?.Client.Dispose();
        _connection = null;
        return Task.CompletedTask;
    }
}
