using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Dialoogtafel.Web.Options;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>
/// Nothing was handed over: no connection, no encryption or no sign-in. The message is fit for the outbox page.
/// </summary>
internal sealed class NotConnectedException(string message) : Exception(message)
{
    /// <summary>What it means when the server refused us while greeting, encrypting or signing in.</summary>
    public SendResult? Refusal { get; init; }
}

/// <summary>From nothing to a connection that may send: greeting, EHLO, encryption, sign-in.</summary>
internal sealed record SmtpConnection(FrozenMailClient Client, Conversation Conversation)
{
    /// <summary>No mail went over it yet.</summary>
    public bool IsFresh { get; init; }

    public static async Task<SmtpConnection> OpenAsync(SmtpServer server, CancellationToken stop)
    {
        var conversation = new Conversation(server.Timeout);
        var client = new FrozenMailClient(conversation)
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                !conversation.SpokeOutOfTurn && IsTrusted(server, certificate, errors),
        };
        Socket? socket = null;
        using var round = conversation.Begin(() => true, stop);
        try
        {
            // Our own socket: without NoDelay the final dot, in a packet of its own, waits 40 ms a mail.
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server.Host, server.Port, round.Token);
            await client.ConnectAsync(
                socket,
                server.Host,
                server.Port,
                server.Security switch
                {
                    SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                    SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                    _ => SecureSocketOptions.None,
                },
                round.Token
            );
            if (server.User is { Length: > 0 } user)
                await client.AuthenticateAsync(
                    MechanismFor(client, IsLocal(socket), user, server.Password ?? ""),
                    round.Token
                );
            return new SmtpConnection(client, conversation);
        }
        catch (Exception exception)
        {
            client.Dispose();
            socket?.Dispose();
            stop.ThrowIfCancellationRequested();
            throw exception is NotConnectedException
                ? exception
                : new NotConnectedException(WordsOf(exception)) { Refusal = RefusalIn(exception, conversation) };
        }
    }

    /// <summary>
    /// The computer's own list, or the authority of a closed network in its place. Name and dates are checked as
    /// always.
    /// </summary>
    private static bool IsTrusted(SmtpServer server, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (server.TrustedRoot is not { } root)
            return errors == SslPolicyErrors.None;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        return (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
            && certificate is X509Certificate2 shown
            && chain.Build(shown);
    }

    private static bool IsLocal(Socket socket) =>
        socket.LocalEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);

    private static SaslMechanism MechanismFor(SmtpClient client, bool isLocal, string user, string password)
    {
        if (!client.IsEncrypted && !isLocal)
            throw new NotConnectedException(
                "Een wachtwoord gaat niet over een verbinding zonder versleuteling. Er is niets verstuurd."
            );
        if (client.AuthenticationMechanisms.Contains("PLAIN"))
            return new SaslMechanismPlain(Encoding.UTF8, user, password);
        if (client.AuthenticationMechanisms.Contains("LOGIN"))
            return new SaslMechanismLogin(Encoding.UTF8, user, password);
        throw new NotConnectedException("De server biedt geen aanmelding met naam en wachtwoord (PLAIN of LOGIN).");
    }

    /// <summary>Null when it was no reply of the server that ended it.</summary>
    private static SendResult? RefusalIn(Exception exception, Conversation conversation) =>
        (exception, conversation.Reply) switch
        {
            (AuthenticationException, var (code, text)) => Read(
                SmtpMoment.SignIn,
                code,
                text,
                "De aanmelding bij de mailserver is niet gelukt: "
            ),
            (SmtpCommandException, var (code, text)) => Read(
                SmtpMoment.Greeting,
                code,
                text,
                "De server neemt nu geen mail aan: "
            ),
            _ => null,
        };

    private static SendResult? Read(SmtpMoment at, int code, string text, string before) =>
        code >= 400 && ReplyWords.IsReply(code) ? Refusals.ResultOf(at, code, text, before) : null;

    private static string WordsOf(Exception exception) =>
        exception switch
        {
            OperationCanceledException => "De server gaf geen antwoord binnen de tijd.",
            SslHandshakeException =>
                "De versleutelde verbinding is niet te vertrouwen: het certificaat of de naam van de "
                    + "server klopt niet.",
            NotSupportedException => "De server biedt geen versleuteling (STARTTLS). Er is niets verstuurd.",
            AuthenticationException => "De aanmelding bij de mailserver is niet gelukt: " + exception.Message,
            SmtpCommandException command =>
                $"De server neemt nu geen mail aan: {(int)command.StatusCode} {command.Message}",
            SocketException socket => $"Geen verbinding met de server ({socket.SocketErrorCode}).",
            _ => "De verbinding met de server brak af.",
        };
}
