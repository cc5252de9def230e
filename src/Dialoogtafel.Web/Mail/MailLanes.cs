using System.Security.Cryptography;
using Dialoogtafel.Domain.Consent;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Mail;

/// <summary>A mail of which the conversation has ended, and how.</summary>
internal sealed record SentMail(OutgoingMail Mail, SendResult Result);

/// <summary>
/// The connections of one run of the pump, each with one mail at a time. It begins with one; each mail that is accepted
/// allows one more, so that a server that refuses us is asked once and not by all of them. When another than the first
/// fails, the run goes on with one: a server may limit the connections of one account.
/// </summary>
internal sealed class MailLanes(IMailTransport transport, FieldCipher cipher, string from, CancellationToken stop)
    : IAsyncDisposable
{
    private const string Unreadable = "De inhoud van deze mail is hier niet meer te lezen. Maak een nieuwe mail.";

    /// <summary>
    /// How long the result of one waits for those of the others: short beside a conversation with a server far away,
    /// long beside one with a server nearby, where the write is what takes time.
    /// </summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(2);

    private readonly List<Lane> lanes = [new(transport.Open())];
    private int most = transport.Lanes;
    private int allowed = 1;

    public IReadOnlyList<OutgoingMail> UnderWay => [.. lanes.Select(lane => lane.Mail).OfType<OutgoingMail>()];

    /// <summary>How many mails can be taken now.</summary>
    public int Free => Math.Max(0, allowed - lanes.Count(lane => lane.Mail is not null));

    /// <param name="mails">At most as many as are free.</param>
    public void Send(IReadOnlyList<OutgoingMail> mails)
    {
        foreach (var mail in mails)
        {
            var lane = lanes.Find(item => item.Mail is null);
            if (lane is null)
            {
                lanes.Add(lane = new Lane(transport.Open()));
            }

            (lane.Mail, lane.Conversation) = (mail, SendAsync(lane.Session, mail));
        }
    }

    /// <summary>Waits until at least one has ended; none when none is under way.</summary>
    public async Task<IReadOnlyList<SentMail>> EndedAsync()
    {
        var busy = lanes.FindAll(lane => lane.Mail is not null);
        if (busy.Count == 0)
        {
            return [];
        }

        await Task.WhenAny(busy.Select(lane => lane.Conversation));
        await Task.WhenAny(Task.WhenAll(busy.Select(lane => lane.Conversation)), Task.Delay(Together));
        var ended = new List<SentMail>();
        foreach (var lane in busy.Where(lane => lane.Conversation.IsCompleted))
        {
            var result = await lane.Conversation;
            Learn(lane, result.Outcome);
            ended.Add(new SentMail(lane.Mail!, result));
            lane.Mail = null;
        }

        return ended;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
        {
            await lane.Conversation;
            await lane.Session.DisposeAsync();
        }
    }

    private void Learn(Lane lane, SendOutcome outcome)
    {
        if (outcome == SendOutcome.Accepted)
        {
            allowed = Math.Min(allowed + 1, most);
        }
        else if (outcome != SendOutcome.Refused)
        {
            most = lane == lanes[0] ? most : 1;
            allowed = 1;
        }
    }

    /// <summary>One mail that cannot be opened must not stop the others.</summary>
    private async Task<SendResult> SendAsync(IMailSession session, OutgoingMail mail)
    {
        byte[] bytes;
        try
        {
            bytes = cipher.OpenBytes(mail.Content ?? throw new CryptographicException());
        }
        catch (CryptographicException)
        {
            return new SendResult(SendOutcome.Refused, Unreadable);
        }

        return await session.SendAsync(from, mail.Recipient, bytes, stop);
    }

    private sealed class Lane(IMailSession session)
    {
        public IMailSession Session { get; } = session;

        public Task<SendResult> Conversation { get; set; } = Task.FromResult(new SendResult(SendOutcome.Accepted, ""));

        /// <summary>Null while it is free.</summary>
        public OutgoingMail? Mail { get; set; }
    }
}
