using System.Net;
using System.Net.Sockets;
using System.Text;
using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>What the server offered in its last EHLO.</summary>
internal sealed record SmtpOffer(ILookup<string, string> Keywords)
{
    public bool Has(string keyword) => Keywords.Contains(keyword);

    /// <summary>Both "AUTH PLAIN LOGIN" and the old "AUTH=PLAIN LOGIN" are seen.</summary>
    public bool HasAuthentication(string mechanism) =>
        Keywords["AUTH"].SelectMany(rest => rest.Split(' ')).Contains(mechanism, StringComparer.OrdinalIgnoreCase);

    public static SmtpOffer Of(SmtpReply ehlo) => new(ehlo.Lines.Skip(1)
        .Select(line => line.Split([' ', '='], 2))
        .ToLookup(pair => pair[0].ToUpperInvariant(), pair => pair.Length > 1 ? pair[1] : ""));
}

/// <summary>
/// From nothing to a connection that may send: greeting, EHLO, encryption, sign-in. Whatever goes wrong here is a <see
/// cref="SmtpBrokenException"/>, also on a 5xx: it is about the server or about us (<see cref="SmtpBrokenException.Refusal"/>), and no mail was refused.
/// </summary>
internal static class SmtpGreeting
{
    public static async Task<(SmtpChannel Channel, SmtpOffer Offer)> ConnectAsync(SmtpServer server, CancellationToken stop)
    {
        var channel = await SmtpChannel.ConnectAsync(server, stop);
        try
        {
            Expect(await channel.ReadReplyAsync(stop), 220, SmtpMoment.Greeting, "De server neemt nu geen mail aan");
            var offer = await HelloAsync(channel, stop);
            if (server.Security == SmtpSecurity.StartTls)
            {
                if (!offer.Has("STARTTLS"))
                    throw new SmtpBrokenException("De server biedt geen versleuteling (STARTTLS). Er is niets verstuurd.");
                Expect(await AskAsync(channel, "STARTTLS", stop), 220, SmtpMoment.Greeting, "De versleuteling (STARTTLS) is geweigerd");
                await channel.EncryptAsync(stop);
                offer = await HelloAsync(channel, stop);
            }
            if (server.User is { Length: > 0 } user)
                await SignInAsync(channel, offer, server, user, stop);
            return (channel, offer);
        }
        catch
        {
            await channel.DisposeAsync();
            throw;
        }
    }

    private static async Task<SmtpOffer> HelloAsync(SmtpChannel channel, CancellationToken stop)
    {
        var reply = await AskAsync(channel, "EHLO " + OwnName(channel.LocalAddress), stop);
        Expect(reply, 250, SmtpMoment.Greeting, "De server nam de begroeting niet aan");
        return SmtpOffer.Of(reply);
    }

    private static async Task SignInAsync(SmtpChannel channel, SmtpOffer offer, SmtpServer server, string user, CancellationToken stop)
    {
        if (!channel.IsEncrypted && !IPAddress.IsLoopback(channel.LocalAddress))
            throw new SmtpBrokenException("Een wachtwoord gaat niet over een verbinding zonder versleuteling. Er is niets verstuurd.");
        var password = server.Password ?? "";
        SmtpReply reply;
        if (offer.HasAuthentication("PLAIN"))
        {
            reply = await AskAsync(channel, "AUTH PLAIN " + Base64($"\0{user}\0{password}"), stop);
        }
        else if (offer.HasAuthentication("LOGIN"))
        {
            reply = await AskAsync(channel, "AUTH LOGIN", stop);
            if (reply.IsGoOn)
                reply = await AskAsync(channel, Base64(user), stop);
            if (reply.IsGoOn)
                reply = await AskAsync(channel, Base64(password), stop);
        }
        else
        {
            throw new SmtpBrokenException("De server biedt geen aanmelding met naam en wachtwoord (PLAIN of LOGIN).");
        }
        Expect(reply, 235, SmtpMoment.SignIn, "De aanmelding bij de mailserver is niet gelukt");
    }

    private static void Expect(SmtpReply reply, int code, SmtpMoment at, string otherwise)
    {
        if (reply.Code == code)
            return;
        var refusal = reply.Code >= 400 ? Refusals.ResultOf(at, reply.Code, reply.Text, otherwise + ": ") : null;
        throw new SmtpBrokenException(ReplyWords.Shorten($"{otherwise}: {reply.Words}")) { Refusal = refusal };
    }

    private static async Task<SmtpReply> AskAsync(SmtpChannel channel, string command, CancellationToken stop)
    {
        await channel.SendAsync(command, stop);
        return await channel.ReadReplyAsync(stop);
    }

    /// <summary>An address literal (RFC 5321 section 4.1.3): true on every machine, also where no name is set up.</summary>
    private static string OwnName(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{plain.ToString().Split('%')[0]}]" : $"[{plain}]";
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
